//! Noun phrases without a parser: a walk over neighbouring words.

use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch};
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
            match inner_mark(reading, limits, left, at) {
                Some(next) => {
                    at = next;
                    continue;
                }
                None => break,
            }
        }
        if classes.any(Classes::COORDINATOR) {
            if at < end && joins(reading, limits, left) {
                at = left;
                complete = false;
                continue;
            }
            break;
        }
        if classes.any(Classes::PREPOSITION) && !classes.any(Classes::CAPITAL) {
            if at < end && attaches(reading, limits, left) {
                at = left;
                complete = false;
                continue;
            }
            break;
        }
        if complete && !is_name_before(reading, limits, at)
            || !may_stand_in(reading, limits, left, at, end)
        {
            break;
        }
        complete = classes.any(Classes::DETERMINER | Classes::POSSESSIVE)
            && !classes.any(Classes::NUMBER)
            && !is_predeterminer(reading, limits, left);
        at = left;
    }
    trim(reading, at, end)
}

/// "Ann Lee a spokeswoman for": the comma behind the name was lost.
fn is_name_before(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let article =
        reading.is_word(at, "a") || reading.is_word(at, "an") || reading.is_word(at, "the");
    article
        && at >= limits.start + 2
        && (at - 2..at).all(|at| {
            reading.is(at, Classes::CAPITAL)
                && !reading.is(at, Classes::WEEKDAY | Classes::MONTH | Classes::PREPOSITION)
        })
}

/// "all the members", "both of them": one more word may precede.
fn is_predeterminer(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    at > limits.start
        && ["all", "both", "half", "many", "such"].iter().any(|word| reading.is_word(at - 1, word))
}

/// A mark inside a name or a possessive; returns where the walk goes on.
fn inner_mark(reading: &Reading<'_>, limits: Stretch, at: usize, right: usize) -> Option<usize> {
    for (close, opener) in [(")", "("), (">", "<")] {
        if reading.is_word(at, close) {
            let open = reading.find_back(limits.start, at, opener)?;
            return (open > limits.start).then_some(open);
        }
    }
    let apostrophe = ["'", "’"].iter().any(|mark| reading.is_word(at, mark));
    if apostrophe && at > limits.start && !reading.is(at - 1, Classes::MARK) {
        return Some(at);
    }
    let joint = ["&", "-", "/", ".", "–", "@", "#"].iter().any(|mark| reading.is_word(at, mark));
    let glued = at > limits.start && reading.token(at).start == reading.token(at - 1).end
        || right < limits.end && reading.token(at).end == reading.token(right).start;
    (joint && (glued || reading.is_word(at, "&"))).then_some(at)
}

/// "Mr. Lee and Mrs. Roe": the words left of the coordinator are no clause of their own.
fn joins(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    if at == limits.start
        || reading.is_word(at, "but")
        || reading.is_word(at, "nor")
        || reading.is_word(at, "yet")
    {
        return false;
    }
    let left = at - 1;
    if reading.is(left, Classes::MARK) && !reading.is_word(left, ")") {
        return false;
    }
    let mut scan = at;
    while scan > limits.start {
        scan -= 1;
        if reading.is(scan, Classes::MARK)
            && !reading.is_word(scan, ")")
            && !reading.is_word(scan, "'")
            && !reading.is_word(scan, "’")
        {
            break;
        }
        if reading.is_finite(limits, scan) {
            return false;
        }
    }
    !reading.is(
        left,
        Classes::ADVERB | Classes::LY | Classes::TIME | Classes::WEEKDAY | Classes::OBJECT,
    )
}

/// The preposition hangs on a noun before it.
fn attaches(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    if at == limits.start {
        return false;
    }
    let left = reading.words[at - 1].classes;
    if left.any(Classes::MARK | Classes::WEEKDAY | Classes::TIME | Classes::MONTH)
        && !reading.is_word(at - 1, ")")
    {
        return false;
    }
    let of = reading.is_word(at, "of");
    if !of
        && ![
            "for", "from", "at", "in", "with", "on", "to", "by", "among", "close", "near",
            "behind", "between", "against", "under", "like", "inside", "within", "familiar",
        ]
        .iter()
        .any(|word| reading.is_word(at, word))
    {
        return false;
    }
    !reading.is_finite(limits, at - 1)
        && !left.any(
            Classes::ADVERB
                | Classes::LY
                | Classes::COORDINATOR
                | Classes::PREPOSITION
                | Classes::SUBORDINATOR
                | Classes::MODAL,
        )
        && (of || !left.any(Classes::PRONOUN | Classes::OBJECT))
}

/// Tells whether the word may be part of a noun phrase that goes on at `right`.
fn may_stand_in(
    reading: &Reading<'_>,
    limits: Stretch,
    at: usize,
    right: usize,
    end: usize,
) -> bool {
    let word = reading.words[at];
    let classes = word.classes;
    let quantifier = classes
        .any(Classes::DETERMINER | Classes::POSSESSIVE | Classes::COLLECTIVE | Classes::NUMBER);
    if classes.any(Classes::OBJECT) && !classes.any(Classes::POSSESSIVE)
        || classes.any(Classes::RELATIVE | Classes::SUBORDINATOR | Classes::WH)
    {
        return false;
    }
    if reading.is_word(at, "that") || reading.is_word(at, "as") || reading.is_word(at, "than") {
        return false;
    }
    if classes.any(Classes::PRONOUN) && !quantifier {
        return false;
    }
    if classes.any(Classes::WEEKDAY | Classes::MONTH)
        || (classes.any(Classes::TIME) && !classes.any(Classes::BODY))
    {
        return right < end && reading.is_apostrophe(right);
    }
    if (classes.any(Classes::ADVERB) || classes.any(Classes::LY) && !classes.any(Classes::CAPITAL))
        && !quantifier
    {
        return false;
    }
    if reading.is_finite(limits, at) {
        return false;
    }
    let lower = !classes.any(Classes::CAPITAL | Classes::DIGITS);
    if lower && classes.any(Classes::ED | Classes::ING) {
        let before = (at > limits.start).then(|| reading.words[at - 1].classes);
        return right < end
            && (at > limits.start && reading.is_possessive(at - 1)
                || before.is_none_or(|before| {
                    before.any(
                        Classes::DETERMINER
                            | Classes::POSSESSIVE
                            | Classes::PREPOSITION
                            | Classes::LY
                            | Classes::NUMBER,
                    )
                }));
    }
    // "in a statement Lee said": the noun is no title of the name behind it.
    let titled =
        Classes::ROLE | Classes::COLLECTIVE | Classes::TITLE | Classes::BODY | Classes::OUTLET;
    if lower
        && right < end
        && reading.is(right, Classes::CAPITAL)
        && classes.any(Classes::DOCUMENT)
        && !classes.any(titled)
    {
        return false;
    }
    true
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
        if at == start
            && classes.any(Classes::PRONOUN | Classes::RELATIVE)
            && !classes.any(Classes::DETERMINER)
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
    let end = if whole { apposition(reading, limits, end) } else { end };
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

/// Takes in ", the minister of works" and ", who leads the panel" behind a name.
fn apposition(reading: &Reading<'_>, limits: Stretch, end: usize) -> usize {
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
