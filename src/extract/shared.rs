//! The subject that a verb shares with another: "Lee left and said".

use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, VerbGroup, parenthesis, phrase};
use crate::lexicon::Classes;

/// Returns the subject that a verb without its own one shares: that of the main clause before it,
/// or of the clause behind an opening participle ("Asked about it, Lee …").
pub(super) fn subject(
    reading: &Reading<'_>,
    limits: Stretch,
    group: &VerbGroup<'_>,
) -> Option<Stretch> {
    let before = group.span.start;
    let opening = (limits.start..before).all(|at| {
        reading.is(
            at,
            Classes::PREPOSITION
                | Classes::SUBORDINATOR
                | Classes::ADVERB
                | Classes::COORDINATOR
                | Classes::LY
                | Classes::MARK,
        )
    });
    if opening {
        let comma = (group.span.end..limits.end)
            .find(|at| reading.is_mark(*at, Mark::Comma) && !reading.words[*at].quoted)?;
        return first_subject(reading, limits, comma + 1, limits.end);
    }
    first_subject(reading, limits, main_clause(reading, limits, before), before)
        .or_else(|| first_subject(reading, limits, limits.start, before))
}

/// Where the main clause starts: behind the comma of an opening adjunct.
fn main_clause(reading: &Reading<'_>, limits: Stretch, before: usize) -> usize {
    let adjunct = reading.is(
        limits.start,
        Classes::SUBORDINATOR | Classes::PREPOSITION | Classes::ING | Classes::WEEKDAY,
    );
    if !adjunct {
        return limits.start;
    }
    (limits.start..before)
        .find(|at| reading.is_mark(*at, Mark::Comma) && !reading.words[*at].quoted)
        .map_or(limits.start, |comma| comma + 1)
}

/// The subject of the first finite verb between two tokens.
fn first_subject(
    reading: &Reading<'_>,
    limits: Stretch,
    from: usize,
    to: usize,
) -> Option<Stretch> {
    let here = Stretch::new(from, limits.end);
    let mut depth = 0_usize;
    for at in from..to {
        if reading.words[at].quoted {
            continue;
        }
        depth += usize::from(reading.is_mark(at, Mark::Open));
        depth = depth.saturating_sub(usize::from(reading.is_mark(at, Mark::Close)));
        if depth > 0 {
            continue;
        }
        if reading.is_contracted(at) {
            return Some(Stretch::new(at, at + 1));
        }
        let cue = reading.lexicon.cues().verb(reading.id(at)).is_some()
            && at > from
            && reading.is(at - 1, Classes::CAPITAL | Classes::PRONOUN);
        if reading.is_finite(limits, at) || cue && !reading.is(at, Classes::CAPITAL) {
            let mut start = at;
            let before = Classes::BE
                | Classes::HAVE
                | Classes::DO
                | Classes::MODAL
                | Classes::ADVERB
                | Classes::LY
                | Classes::NEGATION;
            while start > from
                && reading.is(start - 1, before)
                && !reading.is(start - 1, Classes::PRONOUN)
            {
                start -= 1;
            }
            if let Some(span) = head_of_clause(reading, here, start) {
                return Some(span);
            }
        }
    }
    None
}

fn head_of_clause(reading: &Reading<'_>, limits: Stretch, verb: usize) -> Option<Stretch> {
    let mut end = parenthesis::skip_time(reading, limits, verb);
    if end == limits.start {
        return None;
    }
    let classes = reading.words[end - 1].classes;
    if classes.any(Classes::RELATIVE) || reading.is_word(end - 1, "that") {
        return None;
    }
    if classes.any(Classes::PRONOUN) && !classes.any(Classes::DETERMINER | Classes::COLLECTIVE) {
        return Some(Stretch::new(end - 1, end));
    }
    if reading.is_mark(end - 1, Mark::Comma) {
        end = parenthesis::opening(reading, limits, end - 1)?;
    }
    let span = phrase::before(reading, limits, end);
    (!span.is_empty()).then_some(span)
}
