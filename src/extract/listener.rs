//! Who is told: "told reporters", "told Lee on Monday".

use crate::extract::right::Right;
use crate::extract::{Reading, Stretch, content, phrase, step};
use crate::lexicon::{Classes, Frames};

/// The end of the listener behind a verb that takes one: "told reporters", "told Lee on Monday".
pub(super) fn end(
    reading: &Reading<'_>,
    limits: Stretch,
    frames: Frames,
    from: usize,
) -> Option<usize> {
    if !frames.any(Frames::LISTENER) || from >= limits.end || reading.is_quote(from) {
        return None;
    }
    if reading.is(from, Classes::OBJECT | Classes::LISTENER) || reading.is_word(from, "you") {
        return Some(from + 1);
    }
    if reading.is(from, Classes::PREPOSITION | Classes::MARK | Classes::WH)
        || reading.is_word(from, "that")
    {
        return None;
    }
    if reading.is(from, Classes::PRONOUN)
        && !reading.is(from, Classes::DETERMINER | Classes::COLLECTIVE)
    {
        return None;
    }
    let listener = phrase::after(reading, limits, from, false);
    // "told CNN the bridge would": a noun that a finite verb follows is a subject, no listener.
    let subject = listener.end < limits.end && reading.is_finite(limits, listener.end);
    (!listener.is_empty() && !subject).then_some(listener.end)
}

/// What follows directly behind a listener.
pub(super) fn behind(
    reading: &Reading<'_>,
    limits: Stretch,
    frames: Frames,
    at: usize,
) -> Option<Right> {
    if at >= limits.end {
        return None;
    }
    let mut at = at;
    while at + 1 < limits.end && !reading.is_apostrophe(at + 1) {
        let dated =
            ["last", "this", "on", "late", "early"].iter().any(|word| reading.is_word(at, word))
                && reading.is(at + 1, Classes::WEEKDAY | Classes::TIME);
        if !dated && !reading.is(at, Classes::WEEKDAY | Classes::NEGATION | Classes::TIME) {
            break;
        }
        at += 1;
    }
    if reading.is_word(at, "to") && frames.any(Frames::TO) {
        return Some(Right::To(at));
    }
    if reading.is(at, Classes::CONTENT_PREPOSITION)
        && frames.any(Frames::PREPOSITION)
        && !step::is_adjunct(reading, limits, at)
    {
        return Some(Right::Preposition(at));
    }
    if reading.is(at, Classes::WH)
        && frames.any(Frames::QUESTION | Frames::THAT)
        && !reading.is(at, Classes::SUBORDINATOR)
    {
        return Some(Right::Question(at));
    }
    let starts = Classes::PRONOUN
        | Classes::DETERMINER
        | Classes::POSSESSIVE
        | Classes::CAPITAL
        | Classes::COLLECTIVE;
    let clause = reading.is(at, starts)
        && !reading.is(at, Classes::RELATIVE)
        && content::has_finite(reading, limits, at);
    (clause && frames.any(Frames::BARE)).then_some(Right::Clause(at))
}

pub(super) fn is(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let classes = reading.words[at].classes;
    if classes.any(Classes::OBJECT | Classes::LISTENER) || classes.any(Classes::POSSESSIVE) {
        return true;
    }
    if classes.any(Classes::PRONOUN)
        && !classes.any(Classes::DETERMINER | Classes::COLLECTIVE)
        && !reading.is_word(at, "you")
    {
        return false;
    }
    let listener = phrase::after(reading, limits, at, false);
    !listener.is_empty()
}
