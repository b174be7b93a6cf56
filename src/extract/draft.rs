use crate::article::Span;
use crate::claim::{
    Actors, Cue, Force, Kind, Link, Mention, Modality, Quotation, Source, one_line,
};
use crate::extract::chain::Chained;
use crate::extract::reading::Mark;
use crate::extract::source::How;
use crate::extract::voice::Voices;
use crate::extract::{Attribution, Reading, Stretch, channel, coreference, stance};
use crate::lexicon::Classes;
use crate::slots::ActorFinder;

/// Returns the attributions of an article, chains nested, pronouns and actors resolved.
pub(super) fn attributions<'a>(
    reading: &Reading<'a>,
    finder: &'a ActorFinder,
    actors: &'a Actors,
    chains: Vec<Chained<'_>>,
) -> Vec<Attribution> {
    let mut voices = Voices::new(finder, actors);
    let mut spoken: Vec<(Stretch, Stretch)> = Vec::new();
    let mut out = Vec::with_capacity(chains.len());
    for chained in chains {
        let found = chained.found;
        let (mut confidence, mut guess) = match found.how {
            How::Before | How::Inverted => (0.9, None),
            How::Shared => (0.75, Some("the subject of another verb")),
            How::None => (0.6, Some("nobody is named")),
        };
        let mut links = Vec::with_capacity(chained.links.len());
        for link in &chained.links {
            let source = link.source.map(|place| {
                let resolved = coreference::resolve(reading, place, &spoken);
                if let Some(resolved) = resolved {
                    confidence = f64::min(confidence, resolved.confidence);
                    guess = Some(resolved.rule);
                }
                let name = resolved.map_or(place, |resolved| resolved.name);
                spoken.push((link.cue, name));
                let (class, actor) = voices.of(reading, name);
                let text = name_text(reading, name);
                Source { text, span: Some(reading.span(place)), actor, class }
            });
            let cue = (!link.cue.is_empty()).then(|| Cue {
                text: reading.article.slice(reading.span(link.cue)).to_owned(),
                span: Some(reading.span(link.cue)),
                force: link.row.map_or(Force::Neutral, |row| row.force),
            });
            links.push(Link { source, cue });
        }
        let channel = chained.links.last().and_then(|link| {
            let place = channel::of(reading, finder, actors, link)?;
            let (class, actor) = voices.of(reading, place);
            let text = name_text(reading, place);
            Some(Box::new(Source { text, span: Some(reading.span(place)), actor, class }))
        });
        let (stance, scope) = stance::of(reading, &found);
        out.push(Attribution {
            links,
            channel,
            quotation: quotation(reading, &found.content),
            content: found.content,
            act: found.act,
            stance,
            scope,
            confidence,
            guess,
        });
    }
    out
}

/// A name on one line, without appositions and the mark of its possessive.
fn name_text(reading: &Reading<'_>, whole: Stretch) -> String {
    let name = whole;
    let end = (name.start + 1..name.end).find(|at| {
        let behind = close(reading, name, *at);
        let mark = match reading.words[*at].mark {
            // "the member (MP) Ann Lee": the name goes on behind the bracket.
            Mark::Open => !(behind < name.end && reading.is(behind, Classes::CAPITAL)),
            Mark::Comma => true,
            Mark::Dash => !is_inside(reading, *at),
            _ => reading.is_word(*at, "<"),
        };
        mark || reading.is(*at, Classes::RELATIVE) && !reading.is(*at, Classes::CAPITAL)
    });
    let mut name =
        Stretch::new(name.start, end.unwrap_or(name.end)).cut_to(apposed(reading, name, end));
    if name.is_empty() {
        name = whole;
    }
    let mut words = reading.article.slice(reading.span(name));
    if words.ends_with(['s', '\'', '’', ',']) {
        words =
            words.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['\'', '’', ',']);
    }
    one_line(words)
}

/// The token behind a bracket.
fn close(reading: &Reading<'_>, name: Stretch, open: usize) -> usize {
    (open..name.end)
        .find(|at| reading.is_mark(*at, Mark::Close))
        .map_or(name.end, |close| close + 1)
}

/// "a spokeswoman, Ann Lee,": the name behind a role.
fn apposed(reading: &Reading<'_>, name: Stretch, end: Option<usize>) -> Option<Stretch> {
    let comma = end.filter(|at| reading.is_mark(*at, Mark::Comma))?;
    let role = reading.is(comma - 1, Classes::ROLE) && !reading.is(comma - 1, Classes::CAPITAL);
    let stop = (comma + 1..name.end)
        .find(|at| !reading.is(*at, Classes::CAPITAL) && !reading.is_apostrophe(*at))
        .unwrap_or(name.end);
    (role && stop > comma + 2).then(|| Stretch::new(comma + 1, stop))
}

/// A hyphen or comma inside a word: no space stands before it.
fn is_inside(reading: &Reading<'_>, at: usize) -> bool {
    !reading.is_mark(at, Mark::Comma) && reading.token(at).start == reading.token(at - 1).end
}

/// How much of these words stands in quotation marks.
fn quotation(reading: &Reading<'_>, content: &[Stretch]) -> Quotation {
    let words = || {
        content.iter().flat_map(|part| part.range()).filter(|at| !reading.is(*at, Classes::MARK))
    };
    let (all, quoted) = (words().count(), words().filter(|at| reading.words[*at].quoted).count());
    if quoted == 0 {
        Quotation::Indirect
    } else if quoted * 10 >= all * 9 {
        Quotation::Direct
    } else {
        Quotation::Mixed
    }
}

/// Returns the mentions of all attributions, one a sentence of a quotation, without kinds and figures.
pub(super) fn cued(reading: &Reading<'_>, attributions: Vec<Attribution>) -> Vec<Mention> {
    let mut out = Vec::with_capacity(2 * attributions.len());
    for found in attributions {
        pieces(reading, found, &mut out);
    }
    out
}

/// Adds the mentions of one attribution; the last takes its names, which most have for themselves.
fn pieces(reading: &Reading<'_>, mut found: Attribution, out: &mut Vec<Mention>) {
    let mut here: Vec<Stretch> = Vec::new();
    let mut last = None;
    for range in std::mem::take(&mut found.content) {
        let mut at = range.start;
        while at < range.end {
            let sentence = reading.sentence_at(at);
            let end = reading.layout.sentences[sentence].tokens.end.min(range.end).max(at + 1);
            if let Some(last) = last.replace(sentence).filter(|last| *last != sentence) {
                out.push(mention(reading, found.clone(), last, &here));
                here.clear();
            }
            here.push(Stretch::new(at, end));
            at = end;
        }
    }
    out.extend(last.map(|last| mention(reading, found, last, &here)));
}

fn mention(
    reading: &Reading<'_>,
    found: Attribution,
    sentence: usize,
    tokens: &[Stretch],
) -> Mention {
    let content: Vec<Span> = tokens.iter().map(|stretch| reading.span(*stretch)).collect();
    let whole = reading.layout.sentences[sentence].span;
    let mut span = content.iter().copied().reduce(Span::cover).unwrap_or_default();
    for link in &found.links {
        let source = link.source.as_ref().and_then(|source| source.span);
        let cue = link.cue.as_ref().and_then(|cue| cue.span);
        for part in source.into_iter().chain(cue).filter(|part| whole.contains(*part)) {
            span = span.cover(part);
        }
    }
    Mention {
        id: String::new(),
        span,
        content,
        attribution: found.links,
        channel: found.channel,
        act: found.act,
        stance: found.stance,
        scope: found.scope,
        kind: Kind::Other,
        modality: Modality::Happened,
        quotation: quotation(reading, tokens),
        figures: Vec::new(),
        periods: Vec::new(),
        actors: Vec::new(),
        antecedent: None,
        confidence: found.confidence,
        guess: found.guess,
        statement: String::new(),
        event: None,
        names: Vec::new(),
    }
}
