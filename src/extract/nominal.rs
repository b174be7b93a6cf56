//! Nouns that attribute: "Lee's claim that", "reports of", "the denial by the ministry".

use crate::extract::reading::Mark;
use crate::extract::source::How;
use crate::extract::{Cut, Found, Reading, Stretch, content, phrase};
use crate::lexicon::{Classes, Cue, Frames};

/// Returns what the noun at `at` attributes: a that-clause, or with an owner also a phrase.
pub(super) fn find<'l>(
    reading: &Reading<'l>,
    limits: Stretch,
    at: usize,
    cue: &'l Cue,
    cuts: &[Cut],
) -> Option<Found<'l>> {
    if cue.frames.any(Frames::ADVERB) {
        return evidential(reading, limits, at, cue, cuts);
    }
    let owner = owner(reading, limits, at);
    let mut next = at + 1;
    let mut source = owner;
    if next < limits.end && (reading.is_word(next, "by") || reading.is_word(next, "from")) {
        let by = phrase::after(reading, limits, next + 1, false);
        if !by.is_empty() && source.is_none() {
            source = Some(by);
            next = by.end;
        }
    }
    if source.is_none() && reading.is(at, Classes::UNNAMED) {
        // "market rumours that": they are the source themselves.
        let name = phrase::before(reading, limits, at + 1);
        source = (!name.is_empty()).then_some(name);
    }
    if next + 2 >= limits.end {
        return None;
    }
    let content = if reading.is_word(next, "that") && !reading.is_finite(limits, next + 1) {
        Stretch::new(next, content::end(reading, limits, next, cuts))
    } else if owner.is_some() && reading.is(next, Classes::CONTENT_PREPOSITION) {
        Stretch::new(next + 1, content::phrase_end(reading, limits, next + 1, cuts))
    } else {
        return None;
    };
    if content.len() < 2 {
        return None;
    }
    Some(Found {
        row: Some(cue),
        cue: Stretch::new(at, at + 1),
        source,
        act: cue.act,
        content: vec![content],
        negated: false,
        how: if source.is_some() { How::Before } else { How::None },
    })
    .filter(|found| found.source.is_some())
}

/// "The boat reportedly sank": somebody says so, and nobody is named.
fn evidential<'l>(
    reading: &Reading<'l>,
    limits: Stretch,
    at: usize,
    cue: &'l Cue,
    cuts: &[Cut],
) -> Option<Found<'l>> {
    let clause =
        |at: usize| matches!(reading.words[at].mark, Mark::Comma | Mark::Semicolon | Mark::Dash);
    let mut start =
        (limits.start..at).rev().find(|at| clause(*at)).map_or(limits.start, |mark| mark + 1);
    while start < at
        && reading.is(start, Classes::COORDINATOR | Classes::SUBORDINATOR | Classes::RELATIVE)
    {
        start += 1;
    }
    let mut from = at + 1;
    while from < limits.end && reading.is_mark(from, Mark::Comma) {
        from += 1;
    }
    let rest = Stretch::new(from, content::phrase_end(reading, limits, from, cuts));
    let content: Vec<Stretch> =
        [Stretch::new(start, at), rest].into_iter().filter(|part| !part.is_empty()).collect();
    (rest.len() > 1).then(|| Found {
        row: Some(cue),
        cue: Stretch::new(at, at + 1),
        source: None,
        act: cue.act,
        content,
        negated: false,
        how: How::None,
    })
}

/// "Lee's claim", "his first claim": whose it is.
fn owner(reading: &Reading<'_>, limits: Stretch, noun: usize) -> Option<Stretch> {
    let mut at = noun;
    // Up to two adjectives may stand between.
    for _ in 0..3 {
        if at <= limits.start {
            return None;
        }
        let left = at - 1;
        if reading.is(left, Classes::POSSESSIVE) && !reading.is_word(left, "whose") {
            return Some(Stretch::new(left, left + 1));
        }
        if reading.is_possessive(left) {
            let apostrophe = if reading.is_apostrophe(left) { left } else { left - 1 };
            let name = phrase::before(reading, limits, apostrophe);
            return (!name.is_empty()).then_some(name);
        }
        if reading
            .is(left, Classes::MARK | Classes::PREPOSITION | Classes::DETERMINER | Classes::CAPITAL)
        {
            return None;
        }
        at = left;
    }
    None
}
