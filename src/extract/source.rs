//! Who says it: the subject of a verb, left of it or inverted behind it.

use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, VerbGroup, parenthesis, phrase};
use crate::lexicon::Classes;

/// The subject of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// The words; may be empty where the verb shares the subject of another.
    pub(super) span: Stretch,
    /// Where the clause of the subject starts: nothing left of it belongs to the verb.
    pub(super) start: usize,
    /// How it was found.
    pub(super) how: How,
}

/// A participle that describes a document stands at most so many tokens before the verb.
const DESCRIBED: usize = 8;

/// How a subject was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Directly before the verb.
    Before,
    /// Behind the verb: "said Lee".
    Inverted,
    /// It stands at another verb: "Lee left and said".
    Shared,
    /// There is none.
    None,
}

/// Returns the subject before a verb group.
pub(super) fn before(reading: &Reading<'_>, limits: Stretch, group: &VerbGroup<'_>) -> Subject {
    let verb = group.span.start;
    // `they've said`: the group starts with its own subject.
    let first = reading.words[verb].classes;
    if verb < group.verb && first.any(Classes::PRONOUN) && reading.is_contracted(verb) {
        return Subject { span: Stretch::new(verb, verb + 1), start: verb, how: How::Before };
    }
    let mut end = parenthesis::skip_time(reading, limits, verb);
    let none = Subject { span: Stretch::new(verb, verb), start: verb, how: How::None };
    if end == limits.start || reading.is_quote(end - 1) {
        return none;
    }
    let classes = reading.words[end - 1].classes;
    if classes.any(Classes::PRONOUN | Classes::RELATIVE)
        && !classes.any(Classes::DETERMINER | Classes::COLLECTIVE)
        || reading.is_word(end - 1, "that")
    {
        return Subject { span: Stretch::new(end - 1, end), start: end - 1, how: How::Before };
    }
    if classes.any(Classes::COORDINATOR | Classes::SUBORDINATOR) {
        return Subject { how: How::Shared, start: end - 1, ..none };
    }
    let close = end;
    if reading.is_mark(end - 1, Mark::Comma) || reading.is_mark(end - 1, Mark::Dash) {
        match parenthesis::opening(reading, limits, end - 1) {
            Some(open) => end = open,
            None => return Subject { how: How::Shared, start: end - 1, ..none },
        }
    }
    let span = phrase::before(reading, limits, described(reading, limits, end));
    if span.is_empty() {
        return Subject { how: How::Shared, start: verb, ..none };
    }
    let span = parenthesis::with_relative(reading, limits, span);
    let span = Stretch::new(span.start, close);
    let span = Stretch::new(
        span.start,
        if reading.is_mark(close - 1, Mark::Comma) || reading.is_mark(close - 1, Mark::Dash) {
            close - 1
        } else {
            close
        },
    );
    Subject { span, start: span.start, how: How::Before }
}

/// "A poll out Monday showed", "a study published in June found": what describes a document behind it.
fn described(reading: &Reading<'_>, limits: Stretch, end: usize) -> usize {
    let first = end.saturating_sub(DESCRIBED).max(limits.start + 1);
    let participle = |at: &usize| reading.is(*at, Classes::ED) || reading.is_word(*at, "out");
    (first..end)
        .rev()
        .take_while(|at| !reading.is(*at, Classes::MARK | Classes::PRONOUN))
        .find(participle)
        .filter(|at| reading.is(at - 1, Classes::DOCUMENT))
        .unwrap_or(end)
}

/// Returns the subject that stands behind an inverted verb: "said Lee, the minister".
pub(super) fn behind(
    reading: &Reading<'_>,
    limits: Stretch,
    group: &VerbGroup<'_>,
) -> Option<Subject> {
    let start = group.span.end;
    if start >= limits.end {
        return None;
    }
    let first = reading.words[start].classes;
    let noun = first.any(
        Classes::CAPITAL
            | Classes::DETERMINER
            | Classes::POSSESSIVE
            | Classes::ROLE
            | Classes::COLLECTIVE
            | Classes::BODY
            | Classes::NUMBER
            | Classes::DIGITS
            | Classes::UNNAMED
            | Classes::TITLE
            | Classes::OUTLET,
    ) || first.is_plain()
        || first.any(Classes::S)
        || first.any(Classes::PRONOUN) && !first.any(Classes::RELATIVE);
    if !noun
        || first.any(Classes::WEEKDAY | Classes::OBJECT | Classes::LISTENER)
        || reading.is_word(start, "that")
        || (first.any(Classes::TIME) && !first.any(Classes::DETERMINER))
    {
        return None;
    }
    let span = phrase::after(reading, limits, start, true);
    if span.is_empty() {
        return None;
    }
    Some(Subject { span, start: group.span.start, how: How::Inverted })
}
