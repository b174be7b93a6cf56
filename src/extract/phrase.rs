//! Noun phrases without a parser: a walk over neighbouring words.

use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, apposition, belonging};
use crate::lexicon::Classes;

/// Returns the noun phrase that ends before `end`, or an empty stretch.
pub(super) fn before(reading: &Reading<'_>, limits: Stretch, end: usize) -> Stretch {
    let mut at = end;
    let mut complete = false;
    while at > limits.start {
        let left = at - 1;
        let classes = reading.words[left].classes;
        if reading.is_quote(left) {
            break;
        }
        if classes.any(Classes::MARK) {
            match belonging::inner_mark(reading, limits, left, at) {
                Some(next) => {
                    at = next;
                    continue;
                }
                None => break,
            }
        }
        if classes.any(Classes::COORDINATOR) {
            if at < end && belonging::joins(reading, limits, left) {
                at = left;
                complete = false;
                continue;
            }
            break;
        }
        if classes.any(Classes::PREPOSITION) && !classes.any(Classes::CAPITAL) {
            if at < end && belonging::attaches(reading, limits, left) {
                at = left;
                complete = false;
                continue;
            }
            break;
        }
        if complete && !belonging::is_name_before(reading, limits, at)
            || !belonging::may_stand_in(reading, limits, left, at, end)
        {
            break;
        }
        complete = classes.any(Classes::DETERMINER | Classes::POSSESSIVE)
            && !classes.any(Classes::NUMBER)
            && !belonging::is_predeterminer(reading, limits, left);
        at = left;
    }
    trim(reading, at, end)
}

fn trim(reading: &Reading<'_>, start: usize, end: usize) -> Stretch {
    let mut start = start;
    while start < end
        && (reading.is(start, Classes::MARK)
            && !reading.is_word(start, "@")
            && !reading.is_word(start, "#")
            || reading.is(start, Classes::COORDINATOR | Classes::PREPOSITION)
                && !reading.is(start, Classes::CAPITAL))
    {
        start += 1;
    }
    Stretch::new(start, end)
}

/// Returns the noun phrase that starts at `start`, with its appositions where `whole`, or an empty stretch.
pub(super) fn after(reading: &Reading<'_>, limits: Stretch, start: usize, whole: bool) -> Stretch {
    let mut at = start;
    let mut head = false;
    while at < limits.end {
        let classes = reading.words[at].classes;
        if reading.is_quote(at) {
            break;
        }
        if classes.any(Classes::MARK) {
            let closer = if reading.is_word(at, "<") { ">" } else { ")" };
            if (reading.is_word(at, "(") || reading.is_word(at, "<")) && head {
                match (at..limits.end).find(|close| reading.is_word(*close, closer)) {
                    Some(close) => at = close + 1,
                    None => break,
                }
                continue;
            }
            let glued = at + 1 < limits.end
                && at > start
                && reading.token(at).start == reading.token(at - 1).end
                && reading.token(at).end == reading.token(at + 1).start;
            let short =
                at > start && reading.is_mark(at, Mark::Stop) && is_short(reading, limits, at);
            let joint = short
                || reading.is_word(at, "&")
                || reading.is_word(at, "@")
                || reading.is_word(at, "#");
            if joint || reading.is_apostrophe(at) || (glued && !reading.is_word(at, ",")) {
                at += 1;
                continue;
            }
            break;
        }
        let alone = at + 1 == limits.end || reading.is(at + 1, Classes::MARK);
        if at == start
            && classes.any(Classes::PRONOUN | Classes::RELATIVE)
            && (!classes.any(Classes::DETERMINER) || alone)
        {
            return Stretch::new(start, start + 1);
        }
        if classes.any(Classes::PREPOSITION) && !classes.any(Classes::CAPITAL) {
            let links = reading.is_word(at, "of")
                || (head
                    && ["for", "from", "with", "at", "to"]
                        .iter()
                        .any(|word| reading.is_word(at, word))
                    && whole
                    && links_noun(reading, at));
            if !links {
                break;
            }
            at += 1;
            continue;
        }
        if reading.is_word(at, "and")
            && head
            && at + 1 < limits.end
            && reading.is(at + 1, Classes::CAPITAL | Classes::DETERMINER | Classes::COLLECTIVE)
        {
            at += 1;
            continue;
        }
        let stops = classes.any(
            Classes::COORDINATOR
                | Classes::SUBORDINATOR
                | Classes::WEEKDAY
                | Classes::OBJECT
                | Classes::RELATIVE,
        ) || classes.any(Classes::TIME) && !classes.any(Classes::CAPITAL)
            || classes.any(Classes::PRONOUN)
                && !classes.any(Classes::DETERMINER | Classes::COLLECTIVE)
            || classes.any(Classes::LY | Classes::ADVERB)
                && !classes.any(Classes::CAPITAL | Classes::DETERMINER)
            || reading.is_finite(limits, at)
            || (head && classes.any(Classes::ING) && !classes.any(Classes::CAPITAL))
            || (head
                && classes.any(Classes::DETERMINER | Classes::POSSESSIVE)
                && !reading.is(at - 1, Classes::PREPOSITION | Classes::COORDINATOR));
        if stops {
            break;
        }
        head |= !classes.any(Classes::DETERMINER | Classes::POSSESSIVE)
            || classes.any(Classes::COLLECTIVE);
        at += 1;
    }
    let mut end = at;
    while end > start
        && (reading.is(end - 1, Classes::MARK) && !reading.is_word(end - 1, ")")
            || reading.is(end - 1, Classes::PREPOSITION | Classes::COORDINATOR))
    {
        end -= 1;
    }
    if !head {
        return Stretch::new(start, start);
    }
    let end = if whole { apposition::end(reading, limits, end) } else { end };
    Stretch::new(start, end)
}

/// The full stop of a title or a short form inside a name: "Mr. Lee", "Ann Lee Jr."
fn is_short(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    at + 1 < limits.end
        && reading.is(at - 1, Classes::TITLE | Classes::UPPER)
        && reading.is(at + 1, Classes::CAPITAL)
        && reading.token(at).start == reading.token(at - 1).end
}

/// A role or place noun before the preposition: "a spokesman for", "an analyst at".
fn links_noun(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(
        at - 1,
        Classes::ROLE | Classes::COLLECTIVE | Classes::BODY | Classes::MEDIUM | Classes::DOCUMENT,
    )
}
