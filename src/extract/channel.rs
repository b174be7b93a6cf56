//! Whom or through what somebody tells it: "told Reuters", "said via Twitter", "in a statement".

use crate::claim::Actors;
use crate::extract::chain::Link;
use crate::extract::{Reading, Stretch, phrase};
use crate::lexicon::{Classes, Frames};
use crate::slots::ActorFinder;

/// Between a cue and its channel stand at most so many tokens: a listener, a place, a day.
const NEAR: usize = 8;

/// Returns the words for the outlet, medium or document that carries what this link says.
pub(super) fn of(
    reading: &Reading<'_>,
    finder: &ActorFinder,
    actors: &Actors,
    link: &Link<'_>,
) -> Option<Stretch> {
    let row = link.row?;
    let sentence = &reading.layout.sentences[reading.sentence_at(link.cue.start)];
    let limits = Stretch::from(sentence.tokens.clone());
    let outlet = |name: &Stretch| is_outlet(reading, finder, actors, *name);
    if row.frames.any(Frames::LISTENER) {
        let listener = phrase::after(reading, limits, link.cue.end, false);
        if !listener.is_empty() && outlet(&listener) {
            return Some(listener);
        }
    }
    let from = link.source.filter(|source| source.start >= link.cue.end);
    let from = from.map_or(link.cue.end, |source| source.end);
    let near = from..limits.end.min(from + NEAR);
    let lead = near
        .take_while(|at| !reading.is(*at, Classes::MARK))
        .filter(|at| reading.is(*at, Classes::PREPOSITION))
        .find(|at| ["via", "on", "in", "through"].iter().any(|word| reading.is_word(*at, word)))?;
    let medium = phrase::after(reading, limits, lead + 1, false);
    let head = medium.end.checked_sub(1).filter(|_| !medium.is_empty())?;
    let behind = |at: usize| phrase::after(reading, limits, at, false);
    if reading.is(head, Classes::DOCUMENT) {
        // "in an interview with the Post", "in a statement issued by the office".
        let with = reading.is_word(medium.end, "with").then(|| behind(medium.end + 1));
        let by = (medium.end..limits.end.min(medium.end + 4)).find(|at| reading.is_word(*at, "by"));
        let named = with.filter(outlet).or_else(|| by.map(|by| behind(by + 1)));
        return named.filter(|name| !name.is_empty()).or(Some(medium));
    }
    let channel = reading.is(head, Classes::CHANNEL) || reading.is_word(lead, "via");
    (channel || outlet(&medium)).then_some(medium)
}

/// A known outlet, or a word for one: "a television interviewer".
fn is_outlet(reading: &Reading<'_>, finder: &ActorFinder, actors: &Actors, name: Stretch) -> bool {
    if name.range().any(|at| reading.is(at, Classes::OUTLET)) {
        return true;
    }
    let known = reading
        .is(name.end - 1, Classes::CAPITAL)
        .then(|| finder.resolve(reading.article.slice(reading.span(name))))
        .flatten();
    let kind = known.and_then(|id| Some(actors.get(&id)?.r#type.as_str()));
    matches!(kind, Some("outlet" | "news_agency"))
}
