use crate::article::{Sentence, SentenceKind};
use crate::claim::{Act, Kind, Link, Mention, Modality, Period, Quotation, Scope, Stance};
use crate::extract::clause::{self, Clause};
use crate::extract::{Attribution, Held, Join, Reading, Stretch, modality};
use crate::lexicon::{Classes, EventForm, EventWords};
use crate::slots::Event;

/// After so many days what the outlet tells is background; a few more than a year, for anniversaries.
const A_YEAR: i64 = 400;

/// Marks the tokens that stand in what somebody says or thinks, with source and cue.
///
/// Orders and plans are left to the outlet: that a king ordered mourning is what the outlet says.
pub(super) fn spoken(reading: &Reading<'_>, attributions: &[Attribution]) -> Vec<bool> {
    let mut out = vec![false; reading.words.len()];
    let heard = |act: Act| matches!(act, Act::Says | Act::Thinks);
    let heard = attributions.iter().filter(|found| heard(found.act));
    for attribution in heard.filter(|found| !is_aside(reading, &found.links)) {
        let links = attribution.links.iter().flat_map(|link| {
            let source = link.source.as_ref().and_then(|source| source.span);
            source.into_iter().chain(link.cue.as_ref().and_then(|cue| cue.span))
        });
        let parts = links.map(|span| reading.tokens_in(span));
        for part in parts.chain(attribution.content.iter().copied()) {
            out[part.range()].fill(true);
        }
    }
    out
}

/// Tells whether a chain is only an accusation that the outlet mentions and nobody named makes:
/// "was sacked over allegations that …".
pub(super) fn is_aside(reading: &Reading<'_>, links: &[Link]) -> bool {
    let [Link { source: None, cue: Some(cue) }] = links else { return false };
    let words = EventWords::builtin();
    let accuses = |at: usize| {
        let readings = words.get(reading.id(at)).iter();
        let mut nouns = readings.filter(|word| word.form == EventForm::Noun);
        nouns.any(|word| words.class_of(word).kind == Kind::Accusation)
    };
    cue.span.is_some_and(|span| reading.tokens_in(span).range().any(accuses))
}

/// What the outlet itself says in a sentence.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// Its claims, before they are split.
    pub(super) claims: Vec<Mention>,
    /// The rest, which makes no claim: "On Monday,".
    pub(super) rest: Vec<Stretch>,
}

/// Returns what the outlet itself says in a sentence.
///
/// What nobody is quoted with is a claim if it tells an event: a verb for an event that has
/// happened or is announced, or a figure; background, questions and opinions are not.
pub(super) fn own(reading: &Reading<'_>, held: &Held, sentence: &Sentence, spoken: &[bool]) -> Own {
    let mut out = Own::default();
    let tokens = Stretch::from(sentence.tokens.clone());
    if !is_prose(sentence) || tokens.is_empty() || reading.text(tokens.end - 1) == "?" {
        return out;
    }
    let mut start = tokens.start;
    for at in tokens.range().chain([tokens.end]) {
        if at < tokens.end && !spoken[at] {
            continue;
        }
        let part = Stretch::new(start, at);
        if leads(reading, held, part, tokens.start) && tells(reading, held, part) {
            out.claims.push(claim(reading, part));
        } else if !part.is_empty() {
            out.rest.push(part);
        }
        start = at + 1;
    }
    out
}

/// Tells whether a sentence is running text, which alone makes claims.
pub(super) fn is_prose(sentence: &Sentence) -> bool {
    matches!(sentence.kind, SentenceKind::Prose | SentenceKind::List)
}

/// Tells whether a part of a sentence can stand by itself: its start, or a clause behind "and".
fn leads(reading: &Reading<'_>, held: &Held, part: Stretch, start: usize) -> bool {
    if part.start == start {
        return true;
    }
    let joint = Classes::MARK | Classes::COORDINATOR;
    let first = part.range().find(|at| !reading.is(*at, joint)).unwrap_or(part.end);
    first > part.start && clause::stands(reading, held, Stretch::new(first, part.end))
}

/// Tells whether a stretch of the outlet's own words tells an event.
fn tells(reading: &Reading<'_>, held: &Held, part: Stretch) -> bool {
    if part.len() < 4 || addresses(reading, part) || recalls(reading, held, part) {
        return false;
    }
    let mut main: Vec<Clause> = Vec::new();
    clause::clauses(reading, held, part, |clause| {
        if !depends(&clause) {
            main.push(clause);
        }
    });
    if !main.iter().any(|clause| clause::has_verb(reading, held, clause.tokens)) {
        return false;
    }
    let counted = held.figures_in(reading, part).any(|figure| figure.measure.is_some());
    let dated = dated(reading, held, part);
    // "the war drew closer to its end" names no day.
    let placed = held.periods_in(reading, part).any(|period| period.start.is_some());
    let announced = main.iter().any(|clause| modality::announces(reading, clause.tokens));
    let events = || {
        main.iter()
            .flat_map(|clause| held.events_in(clause.tokens).map(move |event| (clause, event)))
    };
    let past = |event: &Event| matches!(event.form, EventForm::Past | EventForm::Participle);
    // A sure noun beside a verb for an event: "the death toll rose".
    let moved = events().any(|(_, event)| {
        past(event) && event.kind != Kind::Remark && (event.sure || event.kind != Kind::Other)
    });
    events().any(|(clause, event)| match event.form {
        _ if event.kind == Kind::Remark => false,
        EventForm::Past | EventForm::Participle => {
            event.kind != Kind::Other && (event.sure || counted || dated || announced)
        }
        EventForm::Noun => counted || event.sure && (placed || moved || announced),
        EventForm::State => event.sure || counted,
        EventForm::Ing => {
            event.sure && (dated || counted || progresses(reading, clause.tokens, event.index))
        }
        EventForm::Base => (event.sure || dated) && announced,
        EventForm::Present => event.sure && (counted || dated),
    })
}

fn depends(clause: &Clause) -> bool {
    matches!(clause.join, Join::When | Join::Which)
}

/// Tells whether an -ing form goes with a form of "be": "were fighting".
fn progresses(reading: &Reading<'_>, tokens: Stretch, at: usize) -> bool {
    (at.saturating_sub(3).max(tokens.start)..at).any(|at| reading.is(at, Classes::BE))
}

/// Tells whether a stretch names a time.
fn dated(reading: &Reading<'_>, held: &Held, part: Stretch) -> bool {
    held.periods_in(reading, part).next().is_some()
}

/// Tells whether all times of a stretch lie more than a year behind the article: it recalls.
fn recalls(reading: &Reading<'_>, held: &Held, part: Stretch) -> bool {
    let Some(today) = reading.article.meta.date else { return false };
    let old = |period: &Period| period.end.is_some_and(|end| (today - end).num_days() > A_YEAR);
    dated(reading, held, part) && held.periods_in(reading, part).all(old)
}

/// Tells whether the writer speaks to readers or of himself: "you", "I", "let us".
fn addresses(reading: &Reading<'_>, part: Stretch) -> bool {
    part.range().any(|at| {
        let unquoted = !reading.words[at].quoted;
        unquoted
            && (is_first(reading, at)
                || matches!(reading.text(at), "you" | "You" | "your" | "Your"))
    })
}

/// Tells whether a word is "I", "we", "us": and not the United States.
pub(super) fn is_first(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Classes::FIRST) && reading.text(at) != "US"
}

/// Tells whether more than two thirds of a stretch are quoted.
fn is_quoted(reading: &Reading<'_>, part: Stretch) -> bool {
    3 * part.range().filter(|at| reading.words[*at].quoted).count() > 2 * part.len()
}

pub(super) fn claim(reading: &Reading<'_>, part: Stretch) -> Mention {
    let span = reading.span(part);
    // A quotation that no cue belongs to is somebody's words, though nobody knows whose.
    let quoted = is_quoted(reading, part);
    let nobody = Link { source: None, cue: None };
    Mention {
        id: String::new(),
        span,
        content: vec![span],
        attribution: if quoted { vec![nobody] } else { Vec::new() },
        channel: None,
        act: Act::Says,
        stance: Stance::Asserts,
        scope: Scope::Whole,
        kind: Kind::Other,
        modality: Modality::Happened,
        quotation: if quoted { Quotation::Direct } else { Quotation::None },
        figures: Vec::new(),
        periods: Vec::new(),
        actors: Vec::new(),
        antecedent: None,
        confidence: 0.8,
        guess: Some("a sentence without a source that tells an event"),
        statement: String::new(),
        event: None,
        names: Vec::new(),
    }
}
