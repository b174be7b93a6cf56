//! What stands right of a cue.

use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, content, listener, step};
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
    if let Some(end) = listener::end(reading, limits, frames, from) {
        if let Some(found) = listener::behind(reading, limits, frames, end) {
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
                if let Some(that) = step::parenthetic(reading, limits, next) {
                    at = that;
                    continue;
                }
                // "said on Saturday, about 20 houses fell": a comma that should not be there.
                if at > from
                    && !reading.is(next, Classes::ING | Classes::ED)
                    && frames.any(Frames::BARE)
                    && step::timely(reading, from, at)
                    && content::has_finite(reading, limits, next)
                {
                    return first.unwrap_or(Right::Clause(next));
                }
                if let Some(clause) = step::behind_aside(reading, limits, frames, next) {
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
            } else if !(step::steps(reading, at) || frames.any(Frames::LISTENER) && stepped == 0) {
                return Right::End;
            }
        }
        let next = step::over(reading, limits, at, frames, stepped);
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

/// "that deal", "that he": a clause follows the conjunction, a noun the pointing word.
fn is_demonstrative(reading: &Reading<'_>, limits: Stretch, at: usize, frames: Frames) -> bool {
    if frames.any(Frames::THAT) {
        // "said that is wrong": a verb follows directly.
        return at + 1 < limits.end
            && reading.is(at + 1, Classes::BE | Classes::MODAL)
            && !reading.is(at + 1, Classes::PRONOUN | Classes::ING)
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
        && step::is_amount(reading, limits, at)
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
        let content =
            classes.any(Classes::CONTENT_PREPOSITION) && !step::is_adjunct(reading, limits, at);
        let takes = frames.any(Frames::PREPOSITION) && at == from && content;
        return takes.then_some(Right::Preposition(at));
    }
    if step::steps(reading, at) && !classes.any(Classes::PRONOUN | Classes::DETERMINER) {
        return None;
    }
    if frames.any(Frames::BARE) && content::has_finite(reading, limits, at) {
        return Some(Right::Clause(at));
    }
    if stepped > 0
        && !frames.any(Frames::LISTENER | Frames::OBJECT)
        && !step::timely(reading, from, at)
    {
        return None;
    }
    let opens_clause = classes.any(Classes::COORDINATOR | Classes::SUBORDINATOR);
    let time = frames.any(Frames::INVERTED) && at > from && classes.any(Classes::TIME);
    let takes = frames.any(Frames::NOUN | Frames::OBJECT | Frames::BARE);
    (takes && !opens_clause && !time).then_some(Right::Noun(at))
}

/// A medium or listener phrase may be stepped over to reach the clause.
fn may_step(
    reading: &Reading<'_>,
    limits: Stretch,
    at: usize,
    frames: Frames,
    stepped: usize,
) -> bool {
    frames.any(Frames::LISTENER) && stepped == 0 && listener::is(reading, limits, at)
}
