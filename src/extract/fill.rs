use crate::article::Span;
use crate::claim::{Act, Cue, Kind, Mention, Period, Role, Stance};
use crate::extract::split::Part;
use crate::extract::{Depth, Held, Reading, event, kind, modality, split, statement};
use crate::lexicon::Classes;
use crate::slots::{self, ActorFinder, Found};

/// Splits the cued mentions, adds those without a cue, and fills in what each is about.
///
/// Sentences are read for events and figures one at a time, and only once.
pub(super) fn all(
    reading: &Reading<'_>,
    finder: &ActorFinder,
    mut cued: Vec<Mention>,
    spoken: &[bool],
    depth: Depth,
) -> Vec<Mention> {
    cued.retain(|mention| !event::is_aside(reading, &mention.attribution));
    let place = |mention: &Mention| reading.sentence_at(first_token(reading, mention));
    cued.sort_by_cached_key(place);
    let places: Vec<usize> = cued.iter().map(place).collect();
    let mut out = Vec::with_capacity(2 * cued.len());
    let mut cued = cued.into_iter();
    let mut last_day = None;
    for (index, sentence) in reading.layout.sentences.iter().enumerate() {
        let tokens = || sentence.tokens.clone();
        let next = places.len() - cued.len();
        let heard = places[next..].iter().take_while(|place| **place == index).count();
        if heard == 0 && !event::is_prose(sentence) {
            continue;
        }
        let mut held = Held::of(reading, tokens());
        if heard == 0 && held.events.is_empty() {
            continue;
        }
        held = held.measured(reading, tokens(), last_day);
        last_day = held.periods.iter().rev().find_map(|period| period.start).or(last_day);
        let own = event::own(reading, &held, sentence, spoken);
        if heard == 0 && own.claims.is_empty() {
            continue;
        }
        held = held.peopled(reading, finder, tokens());
        let first = out.len();
        for draft in own.claims.into_iter().chain(cued.by_ref().take(heard)) {
            split::split(reading, &held, draft, depth, |part| {
                let mut mention = fill(reading, finder, &held, part, depth);
                let near = out.len() > first;
                about_the_last(&mut mention, out.last(), near);
                out.push(mention);
            });
        }
        for rest in own.rest {
            absorb(&mut out[first..], reading.span(rest));
        }
        date(&held, &mut out[first..]);
    }
    out.extend(cued);
    out
}

/// Gives the words of a sentence that make no claim to the claim before them, else to the one behind.
fn absorb(mentions: &mut [Mention], rest: Span) {
    let says = || |mention: &&mut Mention| mention.act == Act::Says;
    let before = |mention: &&mut Mention| mention.span.end <= rest.start;
    let last = mentions.iter_mut().filter(says()).filter(before).max_by_key(|m| m.span.end);
    if let Some(mention) = last {
        mention.span = mention.span.cover(rest);
    } else if let Some(mention) = mentions.iter_mut().filter(says()).min_by_key(|m| m.span.start) {
        mention.span = mention.span.cover(rest);
    }
}

/// Gives the claims of a sentence their times: those of the event stand in the content, those of the
/// saying beside source and cue.
fn date(held: &Held, mentions: &mut [Mention]) {
    let told = |mention: &Mention, period: &Period| {
        mention.content.iter().any(|part| part.contains(period.span))
    };
    if held.periods.is_empty() {
        return;
    }
    let inside: Vec<bool> = held
        .periods
        .iter()
        .map(|period| mentions.iter().any(|mention| told(mention, period)))
        .collect();
    for at in 0..mentions.len() {
        // The later parts of what one cue says were said when the first was.
        let own = cue(&mentions[at]);
        let first = mentions[..at].iter().find(|first| own.is_some() && cue(first) == own);
        let span = first.map_or(mentions[at].span, |first| first.span.cover(mentions[at].span));
        let mention = &mut mentions[at];
        for (period, inside) in held.periods.iter().zip(&inside) {
            let said = !inside && !mention.attribution.is_empty() && span.contains(period.span);
            if said || told(mention, period) {
                let role = if said { Role::Said } else { Role::Event };
                mention.periods.push(Period { role, ..period.clone() });
            }
        }
    }
}

fn cue(mention: &Mention) -> Option<&Cue> {
    mention.attribution.last().and_then(|link| link.cue.as_ref())
}

/// Gives what names no event of its own the kind of what it is about: "Oslo denied it", or, in one
/// sentence, "and the survey reported 5.8".
fn about_the_last(mention: &mut Mention, last: Option<&Mention>, near: bool) {
    let stance = !matches!(mention.stance, Stance::Asserts | Stance::NoComment);
    let bare = near && mention.kind == Kind::Other && !mention.figures.is_empty();
    if let Some(last) = last.filter(|_| (stance || bare) && mention.event.is_none()) {
        mention.kind = last.kind;
        mention.event = last.event;
    }
}

fn first_token(reading: &Reading<'_>, mention: &Mention) -> usize {
    reading.tokens_in(*mention.content.first().unwrap_or(&mention.span)).start
}

fn fill(
    reading: &Reading<'_>,
    finder: &ActorFinder,
    held: &Held,
    part: Part,
    depth: Depth,
) -> Mention {
    let Part { mut mention, content, clauses } = part;
    let topic = kind::of(reading, held, &mention, &clauses);
    mention.kind = topic.kind;
    mention.modality = modality::of(reading, &clauses, topic.event.as_ref());
    mention.event = topic.event.map(|event| event.class);
    mention.actors = actors(held, &mention);
    // Only in the outlet's own words a pronoun is looked up.
    let own = content.first().filter(|_| mention.attribution.is_empty());
    let pronoun = own.and_then(|part| statement::subject_pronoun(reading, held, *part));
    if let Some(name) = pronoun.and_then(|at| statement::named(reading, &mention, at)) {
        let found = finder.find(reading.line(name));
        found.into_iter().for_each(|found| add(&mut mention.actors, found.actor));
    }
    if depth == Depth::Split {
        return mention;
    }
    mention.names = names(reading, &mention.content);
    if mention.statement.is_empty() {
        mention.statement = statement::of(reading, held, &mention, &content);
    }
    mention
}

/// The known actors of content and claimant, in text order, each once.
fn actors(held: &Held, mention: &Mention) -> Vec<String> {
    let inside = |found: &&Found| mention.content.iter().any(|part| part.contains(found.span));
    let found = held.actors.iter().filter(inside).map(|found| (found.span.start, &found.actor));
    let claimant = mention.claimant().and_then(|source| {
        Some((source.span.map_or(0, |span| span.start), source.actor.as_ref()?))
    });
    let mut all: Vec<_> = found.chain(claimant).collect();
    all.sort();
    let mut out: Vec<String> = Vec::new();
    for (_, actor) in all {
        add(&mut out, actor.clone());
    }
    out
}

/// The folded proper names in the content, each once.
fn names(reading: &Reading<'_>, content: &[Span]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for span in content {
        let mut tokens = reading.tokens_in(*span);
        // A capital behind another word of the sentence is more than the start of it.
        let inside = tokens
            .start
            .checked_sub(1)
            .filter(|before| !reading.is(*before, Classes::MARK | Classes::CAPITAL));
        tokens.start = inside.unwrap_or(tokens.start);
        let found = slots::names(reading.line(tokens));
        found.into_iter().for_each(|name| add(&mut out, name));
    }
    out
}

fn add(names: &mut Vec<String>, name: String) {
    if !names.contains(&name) {
        names.push(name);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use crate::article::{Article, Layout};
    use crate::claim::{Actors, Kind, Mention};
    use crate::extract::{Depth, Held, Reading, Stretch, event, fill, split};
    use crate::lexicon::EventWords;
    use crate::slots::ActorFinder;

    /// The first sentence as claims of the outlet, whatever it says.
    pub(in crate::extract) fn claims(text: &str) -> Vec<Mention> {
        let article = Article::from_text(text);
        let layout = Layout::of(text);
        let reading = Reading::new(&article, &layout);
        let tokens = layout.sentences[0].tokens.clone();
        let held = Held::of(&reading, tokens.clone()).measured(&reading, tokens.clone(), None);
        let claim = event::claim(&reading, Stretch::from(tokens));
        let finder = ActorFinder::new(&Actors::default());
        let mut out = Vec::new();
        split::split(&reading, &held, claim, Depth::Told, |part| {
            out.push(fill::fill(&reading, &finder, &held, part, Depth::Told));
        });
        out
    }

    #[test]
    fn examples_of_the_event_table_have_its_kinds() {
        let classes = EventWords::builtin().classes();
        let wrong: Vec<_> = classes
            .iter()
            .filter(|class| class.kind != Kind::Other)
            .map(|class| (class.kind, class.id.as_str(), claims(&class.example)[0].kind))
            .filter(|(kind, _, read)| kind != read)
            .collect();
        assert!(wrong.len() * 12 < classes.len(), "{wrong:#?}");
    }

    #[test]
    fn names_are_runs_of_capitals() {
        let names = &claims("On Monday Ann Lee met Tom Roe in New Haven.")[0].names;
        assert_eq!(names, &["ann lee", "tom roe", "new haven"]);
    }
}
