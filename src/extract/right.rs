//! What stands right of a cue.

use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, content, phrase};
use crate::lexicon::{Classes, Frames};

/// What follows a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Right {
    /// `that` and a clause.
    That(usize),
    /// A quotation, perhaps behind a comma.
    Quote(usize),
    /// A colon; what stands behind it.
    Colon(usize),
    /// A clause without that.
    Clause(usize),
    /// A question: whether, how.
    Question(usize),
    /// An infinitive.
    To(usize),
    /// An -ing form.
    Ing(usize),
    /// A preposition that the cue takes.
    Preposition(usize),
    /// A noun phrase.
    Noun(usize),
    /// A comma that closes what the cue says, with more behind it.
    Comma(usize),
    /// Nothing that could be content.
    End,
}

/// What stands right of a cue, stepping over times, places, media and listeners.
pub(super) fn after_cue(
    reading: &Reading<'_>,
    limits: Stretch,
    frames: Frames,
    from: usize,
) -> Right {
    let mut at = from;
    let mut stepped = 0;
    let mut first = None;
    if let Some(end) = listener_end(reading, limits, frames, from) {
        if let Some(found) = behind_listener(reading, limits, frames, end) {
            return found;
        }
        at = end;
        stepped = 1;
    }
    while at < limits.end && at < from + 40 {
        let classes = reading.words[at].classes;
        if reading.is_quote(at) {
            return Right::Quote(at);
        }
        if classes.any(Classes::MARK) {
            let next = at + 1;
            if reading.is_mark(at, Mark::Colon) {
                return Right::Colon(next);
            }
            if reading.is_mark(at, Mark::Comma) {
                if next < limits.end && reading.is_quote(next) {
                    return Right::Quote(next);
                }
                if let Some(that) = parenthetic(reading, limits, next) {
                    at = that;
                    continue;
                }
                // "said on Saturday, about 20 houses fell": a comma that should not be there.
                if at > from
                    && !reading.is(next, Classes::ING | Classes::ED)
                    && frames.any(Frames::BARE)
                    && timely(reading, from, at)
                    && content::has_finite(reading, limits, next)
                {
                    return first.unwrap_or(Right::Clause(next));
                }
                if let Some(clause) = behind_aside(reading, limits, frames, next) {
                    return first.unwrap_or(Right::Clause(clause));
                }
                return first.unwrap_or(Right::Comma(next));
            }
            if reading.is_mark(at, Mark::Dash)
                && let Some(close) =
                    (next..limits.end.min(next + 12)).find(|at| reading.is_mark(*at, Mark::Dash))
                && reading.is_word(close + 1, "that")
            {
                return Right::That(close + 1);
            }
            return first.unwrap_or(Right::End);
        }
        if reading.is_word(at, "that") && !is_demonstrative(reading, limits, at, frames) {
            return Right::That(at);
        }
        if first.is_none() {
            if let Some(found) = start(reading, limits, frames, at, from, stepped) {
                if !may_step(reading, limits, at, frames, stepped) {
                    return found;
                }
                first = Some(found);
            } else if !(steps(reading, at) || frames.any(Frames::LISTENER) && stepped == 0) {
                return Right::End;
            }
        }
        let next = step(reading, limits, at, frames, stepped);
        if next <= at {
            return first.unwrap_or(Right::End);
        }
        stepped += 1;
        if first.is_some_and(|found| matches!(found, Right::Noun(_))) && stepped > 3 {
            return first.unwrap_or(Right::End);
        }
        at = next;
    }
    first.unwrap_or(Right::End)
}

/// The end of the listener behind a verb that takes one: "told reporters", "told Lee on Monday".
fn listener_end(
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
fn behind_listener(
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
        && !is_adjunct(reading, limits, at)
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

/// "says, win or lose, he will stay": the clause behind an aside between commas.
fn behind_aside(
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
    let aside = !(from..close).any(|at| reading.is_finite(limits, at) || reading.is_quote(at))
        && !reading.is(from, Classes::ING);
    let clause =
        close < limits.end && reading.is(close, starts) && !reading.is(close, Classes::RELATIVE);
    (frames.any(Frames::BARE) && aside && clause && content::has_finite(reading, limits, close))
        .then_some(close)
}

/// `, in a statement, that`: returns the place behind the second comma.
fn parenthetic(reading: &Reading<'_>, limits: Stretch, from: usize) -> Option<usize> {
    let close = (from..limits.end.min(from + 12)).find(|at| reading.is_mark(*at, Mark::Comma))?;
    let next = close + 1;
    (next < limits.end
        && (reading.is_word(next, "that") || reading.is_quote(next))
        && !(from..close).any(|at| reading.is_finite(limits, at)))
    .then_some(next)
}

/// "that deal", "that he": a clause follows the conjunction, a noun the pointing word.
fn is_demonstrative(reading: &Reading<'_>, limits: Stretch, at: usize, frames: Frames) -> bool {
    if frames.any(Frames::THAT) {
        // "said that is wrong": a verb follows directly.
        return at + 1 < limits.end
            && reading.is(at + 1, Classes::BE | Classes::MODAL)
            && !reading.is(at + 1, Classes::PRONOUN)
            && frames.any(Frames::BARE);
    }
    true
}

/// What starts at `at`, judged by its first words.
fn start(
    reading: &Reading<'_>,
    limits: Stretch,
    frames: Frames,
    at: usize,
    from: usize,
    stepped: usize,
) -> Option<Right> {
    let classes = reading.words[at].classes;
    if frames.any(Frames::BARE)
        && is_amount(reading, limits, at)
        && content::has_finite(reading, limits, at)
    {
        return Some(Right::Clause(at));
    }
    if reading.is_word(at, "to") {
        let nominal =
            Classes::DETERMINER | Classes::POSSESSIVE | Classes::CAPITAL | Classes::OBJECT;
        let infinitive = at + 1 < limits.end && !reading.is(at + 1, nominal);
        let to = (frames.any(Frames::TO) && infinitive).then_some(Right::To(at));
        let toward = frames.any(Frames::TOWARD) && at == from;
        return to.or_else(|| toward.then_some(Right::Preposition(at)));
    }
    if classes.any(Classes::WH) && frames.any(Frames::QUESTION) {
        return Some(Right::Question(at));
    }
    if at == from && frames.any(Frames::GERUND) && classes.any(Classes::ING) {
        return Some(Right::Ing(at));
    }
    if classes.any(Classes::PREPOSITION) && !classes.any(Classes::CAPITAL | Classes::SUBORDINATOR) {
        let content = classes.any(Classes::CONTENT_PREPOSITION) && !is_adjunct(reading, limits, at);
        let takes = frames.any(Frames::PREPOSITION) && at == from && content;
        return takes.then_some(Right::Preposition(at));
    }
    if steps(reading, at) && !classes.any(Classes::PRONOUN | Classes::DETERMINER) {
        return None;
    }
    if frames.any(Frames::BARE) && content::has_finite(reading, limits, at) {
        return Some(Right::Clause(at));
    }
    if stepped > 0 && !frames.any(Frames::LISTENER | Frames::OBJECT) && !timely(reading, from, at) {
        return None;
    }
    let opens_clause = classes.any(Classes::COORDINATOR | Classes::SUBORDINATOR);
    let time = frames.any(Frames::INVERTED) && at > from && classes.any(Classes::TIME);
    let takes = frames.any(Frames::NOUN | Frames::OBJECT | Frames::BARE);
    (takes && !opens_clause && !time).then_some(Right::Noun(at))
}

/// "at least 20", "up to 300", "about half": a number starts, no adjunct.
fn is_amount(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
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

/// "on Monday", "for two hours", "on Twitter": a time or medium, no content.
fn is_adjunct(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let next = at + 1;
    if next >= limits.end {
        return true;
    }
    let on = reading.is_word(at, "on")
        && reading.is(next, Classes::WEEKDAY | Classes::MONTH | Classes::CHANNEL);
    let long = reading.is_word(at, "for") && reading.is(next, Classes::NUMBER | Classes::TIME);
    on || long
}

/// Only times and adverbs stand between.
fn timely(reading: &Reading<'_>, from: usize, to: usize) -> bool {
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

/// A medium or listener phrase may be stepped over to reach the clause.
fn may_step(
    reading: &Reading<'_>,
    limits: Stretch,
    at: usize,
    frames: Frames,
    stepped: usize,
) -> bool {
    frames.any(Frames::LISTENER) && stepped == 0 && is_listener(reading, limits, at)
}

fn is_listener(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
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

/// Words between a cue and its clause: times, adverbs, media.
fn steps(reading: &Reading<'_>, at: usize) -> bool {
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
        || ["last", "this", "late", "early", "flatly"].iter().any(|word| reading.is_word(at, word))
            && reading.is(at + 1, Classes::TIME | Classes::WEEKDAY | Classes::MONTH)
}

/// The end of the phrase at `at` that may stand between a cue and its clause.
fn step(
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
            return object.end;
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
