//! Times, places and media between a cue and its clause.

use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, content, phrase};
use crate::lexicon::{Classes, Frames};

/// The end of the phrase at `at` that may stand between a cue and its clause.
pub(super) fn over(
    reading: &Reading<'_>,
    limits: Stretch,
    at: usize,
    frames: Frames,
    stepped: usize,
) -> usize {
    let classes = reading.words[at].classes;
    if classes.any(Classes::PREPOSITION) && !classes.any(Classes::CAPITAL) {
        let object = phrase::after(reading, limits, at + 1, false);
        if !object.is_empty() {
            // "in a statement issued by the office that": what is said of the document, too.
            let described = reading.is(object.end - 1, Classes::DOCUMENT)
                && reading.is(object.end, Classes::ED);
            let behind = (object.end..limits.end.min(object.end + 9))
                .find(|at| reading.is(*at, Classes::MARK) || reading.is_word(*at, "that"));
            // "for the first time that"
            let time = usize::from(reading.is_word(object.end, "time"));
            return behind.filter(|_| described).unwrap_or(object.end + time);
        }
        if at + 1 < limits.end && reading.is(at + 1, Classes::ING) {
            return phrase::after(reading, limits, at + 2, false).end.max(at + 2);
        }
        if at + 1 < limits.end
            && reading.is(
                at + 1,
                Classes::WEEKDAY
                    | Classes::MONTH
                    | Classes::TIME
                    | Classes::DIGITS
                    | Classes::OBJECT,
            )
        {
            return at + 2;
        }
        if at + 1 < limits.end
            && reading.is(at + 1, Classes::DETERMINER | Classes::POSSESSIVE)
            && at + 2 < limits.end
        {
            return at + 3;
        }
        return at;
    }
    if steps(reading, at) || ["last", "this", "next"].iter().any(|word| reading.is_word(at, word)) {
        return at + 1;
    }
    if classes.any(Classes::DIGITS) && at > limits.start && reading.is(at - 1, Classes::MONTH) {
        return at + 1;
    }
    if frames.any(Frames::LISTENER) && stepped == 0 {
        if classes.any(Classes::OBJECT) {
            return at + 1;
        }
        let listener = phrase::after(reading, limits, at, false);
        return listener.end.max(at);
    }
    at
}

/// Words between a cue and its clause: times, adverbs, media.
pub(super) fn steps(reading: &Reading<'_>, at: usize) -> bool {
    let classes = reading.words[at].classes;
    // "Friday's vote": the day is part of a noun phrase.
    if classes.any(Classes::WEEKDAY | Classes::TIME | Classes::MONTH)
        && reading.is_apostrophe(at + 1)
    {
        return false;
    }
    classes
        .any(Classes::WEEKDAY | Classes::TIME | Classes::LY | Classes::MONTH | Classes::PREPOSITION)
        || classes.any(Classes::ADVERB) && !classes.any(Classes::DETERMINER | Classes::PRONOUN)
        || reading.is(at + 1, Classes::TIME | Classes::WEEKDAY | Classes::MONTH)
            && ["last", "this", "late", "early", "flatly"]
                .iter()
                .any(|word| reading.is_word(at, word))
}

/// Only times and adverbs stand between.
pub(super) fn timely(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|at| {
        reading.is(
            at,
            Classes::WEEKDAY
                | Classes::TIME
                | Classes::MONTH
                | Classes::LY
                | Classes::ADVERB
                | Classes::DIGITS,
        ) || reading.is_word(at, "on")
            || reading.is_word(at, "last")
            || reading.is_word(at, "this")
    })
}

/// "on Monday", "for two hours", "on Twitter": a time or medium, no content.
pub(super) fn is_adjunct(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let next = at + 1;
    if next >= limits.end {
        return true;
    }
    let on = reading.is_word(at, "on")
        && reading.is(next, Classes::WEEKDAY | Classes::MONTH | Classes::CHANNEL);
    let terms =
        reading.is_word(at, "on") && (next..next + 2).any(|at| reading.is_word(at, "condition"));
    let long = reading.is_word(at, "for") && reading.is(next, Classes::NUMBER | Classes::TIME);
    on || terms || long
}

/// "at least 20", "up to 300", "about half": a number starts, no adjunct.
pub(super) fn is_amount(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let number = Classes::DIGITS | Classes::NUMBER;
    let next =
        |ahead: usize, classes: Classes| at + ahead < limits.end && reading.is(at + ahead, classes);
    let lead = |words: [&str; 2]| {
        reading.is_word(at, words[0]) && at + 1 < limits.end && reading.is_word(at + 1, words[1])
    };
    if [
        ["at", "least"],
        ["at", "most"],
        ["up", "to"],
        ["more", "than"],
        ["less", "than"],
        ["fewer", "than"],
        ["as", "many"],
    ]
    .into_iter()
    .any(lead)
    {
        return true;
    }
    ["about", "around", "over", "under", "between", "nearly", "almost", "some", "only", "just"]
        .iter()
        .any(|word| reading.is_word(at, word))
        && next(1, number)
}

/// "says, win or lose, he will stay": the clause behind an aside between commas.
pub(super) fn behind_aside(
    reading: &Reading<'_>,
    limits: Stretch,
    frames: Frames,
    from: usize,
) -> Option<usize> {
    let close = (from..limits.end.min(from + 14)).find(|at| reading.is_mark(*at, Mark::Comma))? + 1;
    let starts = Classes::PRONOUN
        | Classes::DETERMINER
        | Classes::POSSESSIVE
        | Classes::CAPITAL
        | Classes::COLLECTIVE;
    let free = from + usize::from(reading.is(from, Classes::SUBORDINATOR));
    let aside = !(free + 1..close).any(|at| reading.is_finite(limits, at) || reading.is_quote(at))
        && !reading.is(from, Classes::ING);
    let clause =
        close < limits.end && reading.is(close, starts) && !reading.is(close, Classes::RELATIVE);
    (frames.any(Frames::BARE) && aside && clause && content::has_finite(reading, limits, close))
        .then_some(close)
}

/// `, in a statement, that`: returns the place behind the second comma.
pub(super) fn parenthetic(reading: &Reading<'_>, limits: Stretch, from: usize) -> Option<usize> {
    let close = (from..limits.end.min(from + 12)).find(|at| reading.is_mark(*at, Mark::Comma))?;
    let next = close + 1;
    (next < limits.end
        && (reading.is_word(next, "that") || reading.is_quote(next))
        && !(from..close).any(|at| reading.is_finite(limits, at)))
    .then_some(next)
}
