//! The subject that a verb shares with another: "Lee left and said".

use crate::claim::Act;
use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, VerbGroup, parenthesis, phrase};
use crate::lexicon::{Classes, VerbForm};

/// Between a cue and the comma that closes its clause stand at most so many tokens.
const SPOKEN: usize = 6;

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
    let joined = reading.is(before.saturating_sub(1), Classes::COORDINATOR);
    if group.form == VerbForm::Ing && group.bare {
        if joined && let Some(doer) = first_participle(reading, limits, before - 1) {
            return Some(doer);
        }
        let participle = doer(reading, limits, before).or_else(|| speaker(reading, limits, before));
        if participle.is_some() {
            return participle;
        }
    }
    if joined && let Some(relative) = relative(reading, limits, before - 1) {
        return Some(relative);
    }
    first_subject(reading, limits, main_clause(reading, limits, before), before)
        .or_else(|| first_subject(reading, limits, limits.start, before))
}

/// "showed teachers telling stories and praising": whose the first of two joined participles is.
fn first_participle(reading: &Reading<'_>, limits: Stretch, joint: usize) -> Option<Stretch> {
    let mut clause = (limits.start..joint).rev().take_while(|at| !reading.is(*at, Classes::MARK));
    let first = clause.find(|at| reading.is(*at, Classes::ING))?;
    doer(reading, limits, first)
}

/// "met Ann Lee, who came late and said": the relative clause goes on behind the coordinator.
fn relative(reading: &Reading<'_>, limits: Stretch, joint: usize) -> Option<Stretch> {
    let mut clause =
        (limits.start + 1..joint).rev().take_while(|at| !reading.is(*at, Classes::MARK));
    let who = clause.find(|at| reading.is_word(*at, "who") || reading.is_word(*at, "which"))?;
    let free = reading.is_mark(who - 1, Mark::Comma) && reading.is_finite(limits, who + 1);
    free.then(|| Stretch::new(who, who + 1))
}

/// "with voters saying that", "two men shouting that": the noun directly before a participle.
fn doer(reading: &Reading<'_>, limits: Stretch, participle: usize) -> Option<Stretch> {
    let name = phrase::before(reading, limits, participle);
    if name.is_empty() || reading.is(participle - 1, Classes::MARK) {
        return None;
    }
    let inner = name.range().rev().find(|at| reading.is_word(*at, "with"));
    let name = Stretch::new(inner.map_or(name.start, |with| with + 1), name.end);
    let with = name.start > limits.start && reading.is_word(name.start - 1, "with");
    let several = Classes::COLLECTIVE | Classes::ROLE | Classes::NUMBER;
    let head = reading.is(participle - 1, several) && !reading.is(participle - 1, Classes::CAPITAL);
    let told = name.range().any(|at| reading.is_word(at, "to"));
    (with || head && !told).then_some(name)
}

/// "…, Lee said, adding that": who spoke directly before the comma.
fn speaker(reading: &Reading<'_>, limits: Stretch, participle: usize) -> Option<Stretch> {
    let comma = participle.checked_sub(1).filter(|at| reading.is_mark(*at, Mark::Comma))?;
    let near = comma.saturating_sub(SPOKEN).max(limits.start + 1);
    let says = |at: &usize| {
        let cue = reading.lexicon.cues().verb(reading.id(*at));
        let finite = |form: VerbForm| match form {
            VerbForm::Past | VerbForm::OnlyPast => true,
            VerbForm::Present => !reading.lexicon.is_noun_too(reading.id(*at)),
            _ => false,
        };
        cue.is_some_and(|(cue, form)| cue.act == Act::Says && finite(form))
            && !reading.words[*at].quoted
    };
    let verb =
        (near..comma).rev().take_while(|at| !reading.is_mark(*at, Mark::Comma)).find(says)?;
    head_of_clause(reading, limits, verb)
}

/// Where the main clause starts: behind the comma of an opening adjunct.
fn main_clause(reading: &Reading<'_>, limits: Stretch, before: usize) -> usize {
    let lead = Classes::ADVERB | Classes::LY;
    let first = limits.start + usize::from(reading.is(limits.start, lead));
    let adjunct = reading
        .is(first, Classes::SUBORDINATOR | Classes::PREPOSITION | Classes::ING | Classes::WEEKDAY);
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
            && reading.is(at - 1, Classes::CAPITAL | Classes::PRONOUN)
            && !reading.is(at - 1, Classes::DETERMINER | Classes::POSSESSIVE);
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
