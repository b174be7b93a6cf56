//! What stands between a subject and its verb, between two marks or without any.

use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, phrase};
use crate::lexicon::Classes;

/// The comma that opens what the mark at `close` closes: an apposition or relative clause behind a subject.
pub(super) fn opening(reading: &Reading<'_>, limits: Stretch, close: usize) -> Option<usize> {
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

/// Steps back over "on Monday", "just this month", "in 2010" between subject and verb.
pub(super) fn skip_time(reading: &Reading<'_>, limits: Stretch, verb: usize) -> usize {
    let mut at = verb;
    while at > limits.start + 1 {
        let classes = reading.words[at - 1].classes;
        let year = classes.any(Classes::DIGITS)
            && (reading.is_word(at - 2, "in") || reading.is(at - 2, Classes::MONTH));
        let timely = classes.any(Classes::WEEKDAY | Classes::TIME)
            || classes.any(Classes::MONTH) && !classes.any(Classes::MODAL)
            || year;
        let lead = at < verb
            && [
                "on", "in", "the", "last", "this", "earlier", "late", "early", "of", "just",
                "only", "recent", "than", "less", "more", "about",
            ]
            .iter()
            .any(|word| reading.is_word(at - 1, word));
        let long = at < verb && reading.is(at, Classes::TIME) && classes.any(Classes::NUMBER);
        if !(timely || lead || long) {
            break;
        }
        at -= 1;
    }
    at
}

/// "a nurse who took part in the rescue said": the noun before the relative clause is the subject.
pub(super) fn with_relative(reading: &Reading<'_>, limits: Stretch, span: Stretch) -> Stretch {
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
    let cue = |at: usize| {
        let row = reading.lexicon.cues().verb(reading.id(at));
        row.is_some() && reading.is(at - 1, Classes::RELATIVE)
    };
    let verb = |at: &usize| reading.is_finite(limits, *at) || cue(*at);
    let verbs = (relative..span.start).filter(verb).count();
    if !noun.is_empty() && starts && verbs == 1 { Stretch::new(noun.start, span.end) } else { span }
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
    // ", however,", ", in fact,": it says nothing of the subject.
    let adverb = Classes::ADVERB | Classes::LY | Classes::PREPOSITION;
    let aside = close - first <= 2 && reading.is(first, adverb);
    // ", when asked by Lee,", ", struck by the story,": a clause without a subject.
    let participle = Classes::ED | Classes::ING | Classes::FINITE;
    let verb = first + usize::from(reading.is(first, Classes::ADVERB));
    let free = reading.is(first, Classes::SUBORDINATOR) && reading.is(first + 1, participle)
        || reading.is(verb, participle) && reading.is_word(verb + 1, "by");
    if relative || aside || free {
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
        || classes.is_plain()
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
        || reading.lexicon.cues().verb(reading.id(at)).is_some()
        || reading.is_finite(limits, at)
}
