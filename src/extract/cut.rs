//! Where a content ends because a later clause of its sentence starts.

use crate::extract::reading::Mark;
use crate::extract::source::{How, Subject};
use crate::extract::{Reading, Stretch, VerbGroup, content, left, source};
use crate::lexicon::{Classes, Frames, VerbForm};

/// A place where a content ends because another clause starts there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cut {
    /// The content ends before this token.
    pub(super) at: usize,
    /// Only a content that starts here or later ends there.
    pub(super) since: usize,
}

/// Where a later cue of the sentence starts a clause of its own, so that a content before it ends.
pub(super) fn all(reading: &Reading<'_>, limits: Stretch, groups: &[VerbGroup<'_>]) -> Vec<Cut> {
    let mut out = Vec::new();
    for group in groups {
        let says = group.cue.frames.any(Frames::THAT | Frames::QUOTE);
        let subject = source::before(reading, limits, group);
        let before = match subject.how {
            How::Before => subject.start,
            _ => group.span.start,
        };
        if subject.how == How::Before && subject.span.end < group.span.start {
            // "Lee, who knew that, told": the apposition's own content ends with it.
            out.push(Cut { at: subject.span.end, since: subject.start });
            let close = (subject.span.start..group.span.start)
                .rev()
                .find(|at| reading.is_mark(*at, Mark::Comma));
            out.extend(close.map(|at| Cut { at, since: subject.start + 1 }));
        }
        if before <= limits.start || opens_content(reading, limits, groups, before - 1) {
            continue;
        }
        out.extend(relative_end(reading, limits, group, subject));
        let at = before - 1;
        let comma =
            if at > limits.start && reading.is_mark(at - 1, Mark::Comma) { at - 1 } else { at };
        let ing = group.form == VerbForm::Ing && group.bare;
        let since = limits.start;
        if ing && reading.is_mark(at, Mark::Comma) {
            out.push(Cut { at, since });
        } else if reading.is(at, Classes::COORDINATOR)
            && says
            && (comma < at || subject.how != How::Before || parts_clauses(reading, groups, at))
            && !(ing || group.form == VerbForm::Base)
        {
            if subject.how == How::Before || comma < at || speaks_on(reading, limits, group) {
                out.push(Cut { at: comma, since });
            }
        } else if says
            && comma < at
            && ["as", "while", "though", "although"].iter().any(|word| reading.is_word(at, word))
        {
            out.push(Cut { at: comma, since });
        } else if reading.is_quote(at) && says && left::is_apart(reading, limits, subject) {
            out.push(Cut { at: before, since });
        } else if reading.is_mark(at, Mark::Semicolon) && says {
            out.push(Cut { at, since });
        } else if reading.is_mark(at, Mark::Comma)
            && says
            && subject.how == How::Before
            && (goes_on(reading, limits, group) || ends(reading, limits, group))
        {
            // "Asked about it, Lee said no": what precedes the comma is another clause.
            out.push(Cut { at, since });
        }
    }
    for at in limits.start + 1..limits.end {
        if reading.is(at, Classes::ACCORDING)
            && reading.is_mark(at - 1, Mark::Comma)
            && !reading.words[at].quoted
        {
            out.push(Cut { at: at - 1, since: limits.start });
        }
    }
    out.extend(but(reading, limits));
    out.extend(opening_clause(reading, limits));
    out.sort_unstable();
    out
}

/// "Polls showed a lead, but early polls are no votes": behind "but" and a noun the outlet speaks again.
fn but(reading: &Reading<'_>, limits: Stretch) -> Option<Cut> {
    let starts = Classes::DETERMINER | Classes::CAPITAL | Classes::COLLECTIVE | Classes::POSSESSIVE;
    let at = (limits.start + 1..limits.end.saturating_sub(4)).find(|at| {
        reading.is_word(*at, "but")
            && reading.is_mark(at - 1, Mark::Comma)
            && !reading.words[*at].quoted
            && reading.is(at + 1, starts)
            && !reading.is(at + 1, Classes::PRONOUN)
            && content::has_finite(reading, limits, at + 1)
    })?;
    Some(Cut { at: at - 1, since: limits.start })
}

/// "When Lee said that it rained, they left": a clause that opens the sentence ends at its comma.
fn opening_clause(reading: &Reading<'_>, limits: Stretch) -> Option<Cut> {
    let first = limits.start + usize::from(reading.is(limits.start, Classes::COORDINATOR));
    let opens = reading.is(first, Classes::SUBORDINATOR | Classes::ING | Classes::ED)
        || reading.is(first, Classes::PREPOSITION)
            && first + 1 < limits.end
            && reading.is(first + 1, Classes::ING);
    let keeps = reading.is_word(first, "that") || reading.is_word(first, "as");
    if !opens || keeps || reading.is_quote(first) {
        return None;
    }
    let starts = Classes::DETERMINER
        | Classes::PRONOUN
        | Classes::CAPITAL
        | Classes::POSSESSIVE
        | Classes::COLLECTIVE;
    let comma = (first + 2..limits.end.saturating_sub(2)).find(|at| {
        reading.is_mark(*at, Mark::Comma)
            && !reading.words[*at].quoted
            && reading.is(at + 1, starts)
            && !reading.is(at + 1, Classes::RELATIVE | Classes::COORDINATOR)
            && content::has_finite(reading, limits, at + 1)
    })?;
    Some(Cut { at: comma, since: first })
}

/// "Lee, who opposes it, stopped the bill": the relative clause ends at its second comma.
fn relative_end(
    reading: &Reading<'_>,
    limits: Stretch,
    group: &VerbGroup<'_>,
    subject: Subject,
) -> Option<Cut> {
    let relative = subject.how == How::Before
        && reading.is(subject.span.start, Classes::RELATIVE)
        && subject.span.start > limits.start
        && reading.is_mark(subject.span.start - 1, Mark::Comma);
    let comma = (group.span.end..limits.end.saturating_sub(1)).find(|at| {
        relative
            && reading.is_mark(*at, Mark::Comma)
            && !reading.words[*at].quoted
            && (reading.is_finite(limits, at + 1)
                || reading.is(at + 1, Classes::ADVERB | Classes::LY))
    })?;
    Some(Cut { at: comma, since: group.span.start })
}

/// The cue ends the sentence: "…, the Post reported on Monday."
fn ends(reading: &Reading<'_>, limits: Stretch, group: &VerbGroup<'_>) -> bool {
    let rest = group.span.end..limits.end;
    rest.len() < 10
        && rest.clone().all(|at| !reading.is_mark(at, Mark::Comma) && !reading.is_quote(at))
}

/// The content of the cue stands behind it.
fn goes_on(reading: &Reading<'_>, limits: Stretch, group: &VerbGroup<'_>) -> bool {
    let next = group.span.end;
    next + 1 < limits.end
        && (!reading.is(next, Classes::MARK)
            && !reading.is(next, Classes::PREPOSITION | Classes::WEEKDAY | Classes::TIME)
            || reading.is_mark(next, Mark::Colon)
            || reading.is_quote(next)
            || reading.is_mark(next, Mark::Comma) && reading.is_quote(next + 1))
}

/// "argued that although he confessed, he left": the comma closes a clause inside the content.
fn opens_content(
    reading: &Reading<'_>,
    limits: Stretch,
    groups: &[VerbGroup<'_>],
    comma: usize,
) -> bool {
    reading.is_mark(comma, Mark::Comma)
        && groups.iter().any(|group| {
            let end = group.span.end;
            let comma_too = reading.is_mark(end, Mark::Comma);
            let that = (end..comma).take(8).find(|at| reading.is_word(*at, "that"));
            let first = that.map_or(end + usize::from(comma_too), |that| that + 1);
            let even = first + usize::from(reading.is_word(first, "even"));
            let adjunct = that.is_some() && reading.is(first, Classes::PREPOSITION);
            first < comma
                && group.cue.frames.any(Frames::THAT)
                && (adjunct || reading.is(even, Classes::SUBORDINATOR))
                && !(first..comma.min(limits.end)).any(|at| reading.is_mark(at, Mark::Comma))
        })
}

/// "announced she and her husband expect": without a verb before it the coordinator joins nouns.
fn parts_clauses(reading: &Reading<'_>, groups: &[VerbGroup<'_>], joint: usize) -> bool {
    let last = groups.iter().rev().find(|group| group.span.end <= joint);
    last.is_none_or(|last| {
        let between = Stretch::new(last.span.end, joint);
        between.is_empty() || content::has_finite(reading, between, between.start)
    })
}

/// A clause or quotation follows the cue, which says more than it does.
fn speaks_on(reading: &Reading<'_>, limits: Stretch, group: &VerbGroup<'_>) -> bool {
    let next = group.span.end;
    let frames = group.cue.frames;
    if next >= limits.end || !(frames.any(Frames::THAT) && frames.any(Frames::QUOTE)) {
        return false;
    }
    let clause = reading.is_word(next, "that")
        || reading.is_quote(next)
        || reading.is_mark(next, Mark::Comma);
    clause
        || !frames.any(Frames::NOUN)
            && reading.is(
                next,
                Classes::PRONOUN | Classes::DETERMINER | Classes::CAPITAL | Classes::COLLECTIVE,
            )
}
