//! How far a content goes.

use crate::extract::reading::Mark;
use crate::extract::{Cut, Reading, Stretch};
use crate::lexicon::Classes;

/// Returns the first cut behind `from`.
pub(super) fn stop(limits: Stretch, from: usize, cuts: &[Cut]) -> usize {
    cuts.iter().find(|cut| cut.at > from && cut.since <= from).map_or(limits.end, |cut| cut.at)
}

/// Returns the end of the clause that starts at `from`: a cut, or the sentence's end without its full stop.
pub(super) fn end(reading: &Reading<'_>, limits: Stretch, from: usize, cuts: &[Cut]) -> usize {
    let stop = stop(limits, from, cuts);
    let stop = tail(reading, from, stop);
    trim(reading, from, stop)
}

/// A relative clause at the end that is longer than what it hangs on is the outlet's own remark.
fn tail(reading: &Reading<'_>, from: usize, stop: usize) -> usize {
    let comma = (from + 4..stop.saturating_sub(2)).find(|at| {
        reading.is_mark(*at, Mark::Comma)
            && !reading.words[*at].quoted
            && reading.is(at + 1, Classes::RELATIVE)
            && !reading.is_word(at + 1, "that")
    });
    let Some(comma) = comma else { return stop };
    let closed =
        (comma + 1..stop).any(|at| reading.is_mark(at, Mark::Comma) || reading.is_quote(at));
    if !closed && stop - comma > comma - from { comma } else { stop }
}

/// Returns the end of the noun phrase that starts at `from`, with what hangs on it.
pub(super) fn phrase_end(
    reading: &Reading<'_>,
    limits: Stretch,
    from: usize,
    cuts: &[Cut],
) -> usize {
    let stop = stop(limits, from, cuts);
    let mut at = from;
    while at < stop {
        let next = at + 1;
        if !reading.words[at].quoted {
            if reading.is_mark(at, Mark::Semicolon) || reading.is_mark(at, Mark::Dash) {
                break;
            }
            if reading.is_mark(at, Mark::Comma)
                && let Some(close) = inner_relative(reading, next, stop)
            {
                at = close;
                continue;
            }
            if reading.is_mark(at, Mark::Comma)
                && next < stop
                && (reading.is(next, Classes::ING | Classes::SUBORDINATOR | Classes::RELATIVE)
                    || reading.is(next, Classes::COORDINATOR)
                        && has_finite_soon(reading, limits, next + 1))
            {
                break;
            }
            if at > from && next < stop && joins_verb(reading, limits, at) {
                break;
            }
            if at > from
                && reading.is(at, Classes::SUBORDINATOR | Classes::PREPOSITION)
                && ["when", "while", "after", "before", "during", "although", "though"]
                    .iter()
                    .any(|word| reading.is_word(at, word))
            {
                break;
            }
        }
        at = next;
    }
    let end = trim(reading, from, at);
    trim(reading, from, untimed(reading, Stretch::new(from, end)))
}

/// "backed him on Friday", "left the party last week": the time at the end is that of the cue.
fn untimed(reading: &Reading<'_>, phrase: Stretch) -> usize {
    let time = Classes::WEEKDAY | Classes::MONTH | Classes::TIME;
    let lead = ["on", "in", "last", "this", "next", "late", "early", "earlier", "during"];
    let mut at = phrase.end;
    while at > phrase.start + 1
        && !reading.words[at - 1].quoted
        && (reading.is(at - 1, time) && !reading.is_possessive(at - 2)
            || reading.is(at - 1, Classes::DIGITS) && reading.is(at - 2, Classes::MONTH)
            || at < phrase.end && lead.iter().any(|word| reading.is_word(at - 1, word)))
    {
        at -= 1;
    }
    let whole = phrase.end - at == 1 && reading.is(at, Classes::MONTH | Classes::WEEKDAY);
    if whole && at > phrase.start && reading.is(at - 1, Classes::PREPOSITION) {
        phrase.end
    } else {
        at
    }
}

/// "and left", "but soon left", "but not him": behind it the clause of the cue goes on.
fn joins_verb(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let adverb = |at: usize| reading.is(at, Classes::ADVERB | Classes::LY | Classes::NEGATION);
    let verb = |at: usize| at < limits.end && reading.is_finite(limits, at);
    let next = at + 1;
    reading.is_word(at, "but")
        || reading.is(at, Classes::COORDINATOR) && (verb(next) || adverb(next) && verb(next + 1))
}

/// "accused Lee, who was away, of theft": the relative clause closes and the object goes on.
fn inner_relative(reading: &Reading<'_>, from: usize, stop: usize) -> Option<usize> {
    if from >= stop || !reading.is(from, Classes::RELATIVE) {
        return None;
    }
    let close = (from..stop.min(from + 16)).find(|at| reading.is_mark(*at, Mark::Comma))? + 1;
    let goes_on = close < stop
        && (reading.is(close, Classes::CONTENT_PREPOSITION) || reading.is_word(close, "as"));
    goes_on.then_some(close)
}

/// Steps back over closing marks: a full stop and commas belong to nobody, quotation marks to the content.
fn trim(reading: &Reading<'_>, from: usize, stop: usize) -> usize {
    let mut end = stop;
    while end > from {
        let at = end - 1;
        let ends = reading.is_mark(at, Mark::Comma)
            || reading.is_mark(at, Mark::Dash)
            || reading.is_mark(at, Mark::Semicolon)
            || reading.is_mark(at, Mark::Colon)
            || reading.is_mark(at, Mark::Stop) && !reading.words[at].quoted
            || reading.is(at, Classes::COORDINATOR);
        if !ends {
            break;
        }
        end = at;
    }
    end
}

/// Tells whether a finite verb stands in the clause from `from` on, before a relative or another clause.
pub(super) fn has_finite(reading: &Reading<'_>, limits: Stretch, from: usize) -> bool {
    if reading.is(from, Classes::COORDINATOR | Classes::SUBORDINATOR)
        && !reading.is_word(from, "after")
    {
        return reading.is(from, Classes::SUBORDINATOR)
            && (from..limits.end).any(|at| reading.is_mark(at, Mark::Comma));
    }
    let mut relative = false;
    for at in from..limits.end {
        if reading.is_mark(at, Mark::Semicolon)
            || reading.is_mark(at, Mark::Stop) && !reading.words[at].quoted
        {
            return false;
        }
        if reading.is_mark(at, Mark::Comma)
            && at + 1 < limits.end
            && reading.is(at + 1, Classes::RELATIVE | Classes::SUBORDINATOR)
        {
            return false;
        }
        if reading.is_contracted(at) {
            return true;
        }
        if at == from {
            continue;
        }
        if reading.is_word(at, "s")
            && reading.is_apostrophe(at - 1)
            && at >= 2
            && reading.is(at - 2, Classes::PRONOUN)
        {
            return true;
        }
        if reading.is(at, Classes::RELATIVE) || reading.is_word(at, "that") {
            relative = true;
            continue;
        }
        if reading.is_finite(limits, at) || verb_like(reading, limits, at) {
            if !relative {
                return true;
            }
            relative = false;
        }
    }
    false
}

/// A plain or third-person form behind a noun: "voters want", "the law makes".
fn verb_like(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    if at == limits.start {
        return false;
    }
    let before = reading.words[at - 1].classes;
    let classes = reading.words[at].classes;
    if classes.any(Classes::CAPITAL | Classes::MARK) {
        return false;
    }
    let plural = before.any(Classes::S | Classes::COLLECTIVE | Classes::PLURAL)
        || before.any(Classes::PRONOUN);
    let subject = before.any(Classes::PRONOUN) && !before.any(Classes::DETERMINER);
    if classes.any(Classes::BASE) && plural || subject && classes.any(Classes::S | Classes::FINITE)
    {
        return true;
    }
    // "the rise obscures the fall": an unknown word in -s between two nouns.
    let opens = at + 1 < limits.end
        && reading.is(
            at + 1,
            Classes::DETERMINER | Classes::POSSESSIVE | Classes::OBJECT | Classes::PRONOUN,
        );
    if classes.any(Classes::S)
        && !plural
        && opens
        && !before
            .any(Classes::DETERMINER | Classes::PREPOSITION | Classes::POSSESSIVE | Classes::MARK)
    {
        return true;
    }
    let cue = reading.lexicon.cues().verb(reading.id(at)).is_some();
    cue && !before.any(Classes::DETERMINER | Classes::PREPOSITION | Classes::POSSESSIVE)
        && !reading.is_possessive(at - 1)
}

fn has_finite_soon(reading: &Reading<'_>, limits: Stretch, from: usize) -> bool {
    (from..limits.end.min(from + 8)).any(|at| reading.is_finite(limits, at))
}

/// The start of the clause that a quotation opening at `open` belongs to.
pub(super) fn clause_start(reading: &Reading<'_>, limits: Stretch, open: usize) -> usize {
    let mut start = limits.start;
    // Another quotation's end before it starts a clause of its own.
    for at in limits.start..open {
        if reading.is_mark(at, Mark::Semicolon) || reading.is_mark(at, Mark::Colon) {
            start = at + 1;
        }
    }
    while start < open
        && (reading.is(start, Classes::COORDINATOR)
            || reading.is(start, Classes::MARK) && !reading.is_quote(start))
    {
        start += 1;
    }
    start
}
