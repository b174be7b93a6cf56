//! What explains a name behind it: ", the minister of works", ", who leads the panel".

use crate::extract::{Reading, Stretch};
use crate::lexicon::Classes;

/// Takes in ", the minister of works" and ", who leads the panel" behind a name.
pub(super) fn end(reading: &Reading<'_>, limits: Stretch, end: usize) -> usize {
    let Some(first) = (end + 1 < limits.end && reading.is_word(end, ",")).then_some(end + 1) else {
        // "said the woman who called": a relative clause without a comma.
        if end < limits.end && reading.is_word(end, "who") {
            return clause_stop(reading, limits, end + 1);
        }
        return end;
    };
    let classes = reading.words[first].classes;
    let starts = classes.any(
        Classes::DETERMINER
            | Classes::POSSESSIVE
            | Classes::ROLE
            | Classes::TITLE
            | Classes::DIGITS,
    ) && !classes.any(Classes::PRONOUN)
        || reading.is_word(first, "who")
        || reading.is_word(first, "which")
        || reading.is_word(first, "whose")
        || reading.is_word(first, "former")
        || reading.is_word(first, "Jr.")
        || reading.is(first, Classes::CAPITAL);
    if !starts || reading.is_quote(first) {
        return end;
    }
    clause_stop(reading, limits, first)
}

/// The end of an apposition: a comma before a participle or a quotation, or the sentence's end.
fn clause_stop(reading: &Reading<'_>, limits: Stretch, from: usize) -> usize {
    let mut at = from;
    while at < limits.end {
        if reading.is_quote(at) {
            return if at > from && reading.is_word(at - 1, ",") { at - 1 } else { at };
        }
        if reading.is_word(at, ",") {
            let next = at + 1;
            let ends = next >= limits.end
                || reading.is(
                    next,
                    Classes::ING
                        | Classes::COORDINATOR
                        | Classes::SUBORDINATOR
                        | Classes::PREPOSITION,
                )
                || reading.is_quote(next);
            if ends {
                return at;
            }
        }
        if ["—", "–", "--", ";", ":"].iter().any(|mark| reading.is_word(at, mark)) {
            return at;
        }
        at += 1;
    }
    let mut end = limits.end;
    while end > from
        && (reading.is_word(end - 1, ".")
            || reading.is_word(end - 1, "?")
            || reading.is_word(end - 1, "!"))
    {
        end -= 1;
    }
    end
}
