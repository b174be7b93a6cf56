//! Which words belong to the noun phrase that goes on behind them.

use crate::extract::{Reading, Stretch};
use crate::lexicon::Classes;

/// Tells whether the word may be part of a noun phrase that goes on at `right`.
pub(super) fn may_stand_in(
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
    if classes.any(Classes::PREPOSITION) && reading.is_word(at, "than") {
        return false;
    }
    if classes.any(Classes::PRONOUN) && !quantifier {
        return false;
    }
    let inner = classes.any(Classes::CAPITAL) && right < end && reading.is(right, Classes::CAPITAL);
    // "Theresa May": the end of a name.
    let calendar = Classes::WEEKDAY | Classes::MONTH | Classes::TIME;
    let surname = classes.any(Classes::CAPITAL)
        && classes.any(Classes::MONTH)
        && right == end
        && at > limits.start
        && reading.is(at - 1, Classes::CAPITAL)
        && !reading.is(at - 1, calendar | Classes::PREPOSITION | Classes::DETERMINER);
    if surname {
        return true;
    }
    if classes.any(Classes::WEEKDAY | Classes::MONTH)
        || classes.any(Classes::TIME) && !classes.any(Classes::BODY) && !inner
    {
        return right < end && reading.is_apostrophe(right);
    }
    // "the first minister", "Norland's then president".
    let ranks = right < end
        && reading.is(right, Classes::ROLE | Classes::BODY)
        && at > limits.start
        && (reading.is(at - 1, Classes::DETERMINER | Classes::POSSESSIVE)
            || reading.is_possessive(at - 1));
    if (classes.any(Classes::ADVERB) || classes.any(Classes::LY) && !classes.any(Classes::CAPITAL))
        && !quantifier
        && !ranks
    {
        return false;
    }
    if reading.is_finite(limits, at) {
        return false;
    }
    let lower = !classes.any(Classes::CAPITAL | Classes::DIGITS);
    // "recent polling", "the ruling": a noun.
    let noun = classes.any(Classes::DOCUMENT | Classes::BODY | Classes::ROLE);
    if lower && !noun && classes.any(Classes::ED | Classes::ING) {
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

/// A mark inside a name or a possessive; returns where the walk goes on.
pub(super) fn inner_mark(
    reading: &Reading<'_>,
    limits: Stretch,
    at: usize,
    right: usize,
) -> Option<usize> {
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
    let joint =
        ["&", "-", "/", ".", "–", "@", "#", "%"].iter().any(|mark| reading.is_word(at, mark));
    let glued = at > limits.start && reading.token(at).start == reading.token(at - 1).end
        || right < limits.end && reading.token(at).end == reading.token(right).start;
    (joint && (glued || reading.is_word(at, "&"))).then_some(at)
}

/// "Mr. Lee and Mrs. Roe": the words left of the coordinator are no clause of their own.
pub(super) fn joins(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
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
pub(super) fn attaches(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
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

/// "all the members", "both of them": one more word may precede.
pub(super) fn is_predeterminer(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    at > limits.start
        && ["all", "both", "half", "many", "such"].iter().any(|word| reading.is_word(at - 1, word))
}

/// "Ann Lee a spokeswoman for": the comma behind the name was lost.
pub(super) fn is_name_before(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let article =
        reading.is_word(at, "a") || reading.is_word(at, "an") || reading.is_word(at, "the");
    article
        && at >= limits.start + 2
        && (at - 2..at).all(|at| {
            reading.is(at, Classes::CAPITAL)
                && !reading.is(at, Classes::WEEKDAY | Classes::MONTH | Classes::PREPOSITION)
        })
}
