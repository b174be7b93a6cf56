//! Who says it: the subject of a verb, left of it or inverted behind it.

use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, VerbGroup, phrase};
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
    let mut end = skip_time(reading, limits, verb);
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
        match parenthesis(reading, limits, end - 1) {
            Some(open) => end = open,
            None => return Subject { how: How::Shared, start: end - 1, ..none },
        }
    }
    let span = phrase::before(reading, limits, end);
    if span.is_empty() {
        return Subject { how: How::Shared, start: verb, ..none };
    }
    let span = with_relative(reading, limits, span);
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

/// "a nurse who took part in the rescue said": the noun before the relative clause is the subject.
fn with_relative(reading: &Reading<'_>, limits: Stretch, span: Stretch) -> Stretch {
    let clause = (limits.start..span.start)
        .rev()
        .find(|at| {
            reading.words[*at].mark != Mark::Word && reading.words[*at].mark != Mark::Apostrophe
        })
        .map_or(limits.start, |mark| mark + 1);
    let relative = (clause + 1..span.start)
        .find(|at| reading.is_word(*at, "who") || reading.is_word(*at, "whose"));
    let Some(relative) = relative else { return span };
    let noun = phrase::before(reading, limits, relative);
    let starts = noun.start == clause
        || noun.start == clause + 1 && reading.is(clause, Classes::COORDINATOR | Classes::ADVERB);
    let verbs = (relative..span.start).filter(|at| reading.is_finite(limits, *at)).count();
    if !noun.is_empty() && starts && verbs == 1 { Stretch::new(noun.start, span.end) } else { span }
}

/// Steps back over "on Monday", "just this month", "in 2010" between subject and verb.
fn skip_time(reading: &Reading<'_>, limits: Stretch, verb: usize) -> usize {
    let mut at = verb;
    while at > limits.start + 1 {
        let classes = reading.words[at - 1].classes;
        let year = classes.any(Classes::DIGITS)
            && (reading.is_word(at - 2, "in") || reading.is(at - 2, Classes::MONTH));
        let timely = classes.any(Classes::WEEKDAY | Classes::TIME)
            || classes.any(Classes::MONTH) && !classes.any(Classes::MODAL)
            || year;
        let lead = at < verb
            && ["on", "in", "last", "this", "earlier", "late", "early", "of", "just", "only"]
                .iter()
                .any(|word| reading.is_word(at - 1, word));
        if !(timely || lead) {
            break;
        }
        at -= 1;
    }
    at
}

/// The comma that opens what the mark at `close` closes: an apposition or relative clause behind a subject.
fn parenthesis(reading: &Reading<'_>, limits: Stretch, close: usize) -> Option<usize> {
    let same = |at: usize| {
        reading
            .is_mark(at, if reading.is_mark(close, Mark::Comma) { Mark::Comma } else { Mark::Dash })
            && !reading.words[at].quoted
    };
    let mut best = None;
    for open in (limits.start + 1..close).rev().filter(|at| same(*at)) {
        if close - open > 45 {
            break;
        }
        if reading.is_quote(open - 1)
            || (open + 1 < close
                && reading.is(open + 1, Classes::COORDINATOR)
                && !reading.is_word(open + 1, "and"))
        {
            break;
        }
        if opens_parenthesis(reading, limits, open, close) {
            best = Some(open);
            // A longer one may stand before it: "Lee, the head of Acme, a maker of pumps, said".
            continue;
        }
    }
    best
}

fn opens_parenthesis(reading: &Reading<'_>, limits: Stretch, open: usize, close: usize) -> bool {
    let head = phrase::before(reading, limits, open);
    if head.is_empty()
        || head.start > limits.start && !may_precede_subject(reading, limits, head.start - 1)
    {
        return false;
    }
    if reading.is(head.start, Classes::ADVERB | Classes::WEEKDAY | Classes::TIME) {
        return false;
    }
    let first = open + 1;
    let relative = reading.is(first, Classes::RELATIVE) && !reading.is_word(first, "that");
    if relative {
        return true;
    }
    // Without a relative pronoun the words between hold no finite verb of their own.
    let mut inside_relative = false;
    for at in first..close {
        inside_relative |= reading.is(at, Classes::RELATIVE | Classes::SUBORDINATOR);
        if reading.is_mark(at, Mark::Comma) {
            inside_relative = false;
        }
        if !inside_relative
            && reading.is_finite(limits, at)
            && !reading.words[at].classes.any(Classes::ED)
        {
            return false;
        }
    }
    let classes = reading.words[first].classes;
    classes.any(
        Classes::DETERMINER
            | Classes::POSSESSIVE
            | Classes::ROLE
            | Classes::BODY
            | Classes::TITLE
            | Classes::DIGITS
            | Classes::ING
            | Classes::ED
            | Classes::CAPITAL
            | Classes::PREPOSITION
            | Classes::NUMBER
            | Classes::COLLECTIVE
            | Classes::OUTLET
            | Classes::S
            | Classes::LY,
    ) || [
        "himself",
        "herself",
        "who",
        "whose",
        "which",
        "former",
        "like",
        "now",
        "then",
        "also",
        "long",
        "both",
        "including",
        "speaking",
        "citing",
        "quoting",
        "one",
    ]
    .iter()
    .any(|word| reading.is_word(first, word))
        || classes.is_empty()
}

/// Before a subject stands the start of the clause, a comma, a conjunction, or an adverb.
fn may_precede_subject(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let classes = reading.words[at].classes;
    if at == limits.start && classes.any(Classes::PREPOSITION) {
        return false;
    }
    classes.any(
        Classes::MARK
            | Classes::COORDINATOR
            | Classes::SUBORDINATOR
            | Classes::ADVERB
            | Classes::LY
            | Classes::WEEKDAY
            | Classes::TIME
            | Classes::RELATIVE,
    ) || reading.is_word(at, "that")
        || reading.lexicon.cues().verb(reading.words[at].id).is_some()
        || reading.is_finite(limits, at)
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
    ) || first.is_empty()
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

/// Returns the subject that a verb without its own one shares: that of the main clause before it,
/// or of the clause behind an opening participle ("Asked about it, Lee …").
pub(super) fn shared(
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
        let cue = reading.lexicon.cues().verb(reading.words[at].id).is_some()
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
    let mut end = skip_time(reading, limits, verb);
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
        end = parenthesis(reading, limits, end - 1)?;
    }
    let span = phrase::before(reading, limits, end);
    (!span.is_empty()).then_some(span)
}
