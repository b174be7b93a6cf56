//! Whom "the minister", "the company", "the 44-year-old" stand for.

use crate::extract::coreference::{Resolved, Wanted, last_named};
use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, phrase};
use crate::lexicon::{Classes, Tags};

/// How many tokens back it may be told who that is.
const REACH: usize = 600;
/// A description of more words stands for itself.
const LONGEST: usize = 3;
/// How many words may lie between a name's comma and the role that explains it.
const APPOSED: usize = 6;

/// Returns who is described at `source`; `before` are the cues and sources found so far.
///
/// Nearest first: a name with this role, or the role told in full; then, for a company, the last one that was named.
pub(super) fn resolve(
    reading: &Reading<'_>,
    source: Stretch,
    before: &[(Stretch, Stretch)],
) -> Option<Resolved> {
    let words = described(reading, source)?;
    let head = words.end - 1;
    if let Some(age) = age(reading, words) {
        return aged(reading, source, age, before);
    }
    let low = source.start.saturating_sub(REACH);
    let told = (low..source.start).rev().filter(|at| reading.id(*at) == reading.id(head));
    let mut found = told.filter_map(|at| {
        let start = (at + 1).checked_sub(words.len())?;
        let limits = limits(reading, at);
        let same = words.range().zip(start..).all(|(one, other)| reading.alike(one, other));
        let other = start > limits.start && reading.is(start - 1, Classes::RANK);
        (same && start >= limits.start && !other && !reading.words[at].quoted)
            .then(|| told_at(reading, limits, Stretch::new(start, at + 1)))
            .flatten()
    });
    found.next().or_else(|| {
        if !reading.is(head, Classes::FIRM) {
            return None;
        }
        let name = last_named(reading, source.start, before, &[Wanted::Thing])?;
        Some(Resolved { name, confidence: 0.6, rule: "a company: the last one named before it" })
    })
}

/// "the works minister": the words behind the article, if they only describe.
fn described(reading: &Reading<'_>, source: Stretch) -> Option<Stretch> {
    let words = Stretch::new(source.start + 1, source.end);
    if words.is_empty() {
        return None;
    }
    let definite = reading.is_word(source.start, "the") || reading.is_word(source.start, "this");
    let head = source.end - 1;
    let noun = Classes::ROLE | Classes::COLLECTIVE | Classes::BODY | Classes::OUTLET;
    let plain = words.range().all(|at| {
        // "The Court" is one court or another, too.
        let capital = reading.is(at, Classes::CAPITAL) && words.len() > 1;
        !capital && !reading.is(at, Classes::PREPOSITION | Classes::COORDINATOR)
    });
    let fits = reading.is(head, noun) && words.len() <= LONGEST || age(reading, words).is_some();
    (definite && plain && fits).then_some(words)
}

/// Who was told of at `role`: by name, or at more length.
fn told_at(reading: &Reading<'_>, limits: Stretch, role: Stretch) -> Option<Resolved> {
    let person = reading.is(role.end - 1, Classes::ROLE);
    let named = match person {
        true => behind(reading, limits, role).or_else(|| ahead(reading, limits, role)),
        false => around(reading, limits, role),
    };
    if let Some(name) = named {
        return Some(Resolved {
            name,
            confidence: 0.75,
            rule: "a role: who was named with it before",
        });
    }
    Some(Resolved {
        name: in_full(reading, limits, role)?,
        confidence: 0.7,
        rule: "a role: who was told of in full before",
    })
}

/// "a port spokesman", "a spokesman for the port": a role with more words, where it is the head of its phrase.
fn in_full(reading: &Reading<'_>, limits: Stretch, role: Stretch) -> Option<Stretch> {
    let start = phrase::before(reading, limits, role.end).start.min(role.start);
    let loose = Classes::PREPOSITION | Classes::COORDINATOR | Classes::RANK;
    let whole = (start..role.start).all(|at| !reading.is(at, loose));
    let bare = Classes::DETERMINER | Classes::POSSESSIVE | Classes::NUMBER;
    let tells = |at: usize| !reading.is(at, bare);
    let more = (start..role.start).any(tells);
    let next = role.end;
    if next < limits.end && ["of", "for", "at", "in"].iter().any(|word| reading.is_word(next, word))
    {
        let complement = phrase::after(reading, limits, next + 1, false);
        let place = !complement.is_empty() && !reading.is(complement.end - 1, Classes::ING);
        return (whole && place).then_some(Stretch::new(start, complement.end));
    }
    // What stands behind it shows that it is no part of "company value".
    let ends = Classes::MARK
        | Classes::PREPOSITION
        | Classes::COORDINATOR
        | Classes::RELATIVE
        | Classes::ADVERB
        | Classes::ED;
    let closed = next >= limits.end
        || reading.is(next, ends) && !reading.is_apostrophe(next)
        || reading.is_finite(limits, next)
        || reading.tagged(next, Tags::CUE);
    (whole && more && closed).then_some(Stretch::new(start, role.end))
}

/// "Minister Ann Lee", "the minister, Ann Lee": the name behind a role.
fn behind(reading: &Reading<'_>, limits: Stretch, role: Stretch) -> Option<Stretch> {
    let comma = role.end < limits.end && reading.is_mark(role.end, Mark::Comma);
    let name = capitals(reading, limits, role.end + usize::from(comma));
    (name.len() > usize::from(comma)).then_some(name)
}

/// "Ann Lee, the works minister,": the name before a role that explains it.
fn ahead(reading: &Reading<'_>, limits: Stretch, role: Stretch) -> Option<Stretch> {
    let low = role.start.saturating_sub(APPOSED).max(limits.start);
    let comma = (low..role.start).rev().find(|at| reading.is(*at, Classes::MARK))?;
    let closed = role.end >= limits.end
        || reading.is(role.end, Classes::MARK) && !reading.is_quote(role.end)
        || reading.is(role.end, Classes::LINK);
    let verb = (comma + 1..role.start).any(|at| reading.is_finite(limits, at));
    if !reading.is_mark(comma, Mark::Comma) || !closed || verb {
        return None;
    }
    let name = phrase::before(reading, limits, comma);
    // "In Paris, the minister": a place.
    let placed = name.start > limits.start && reading.is(name.start - 1, Classes::PREPOSITION);
    let named = !name.is_empty() && reading.is(name.end - 1, Classes::CAPITAL);
    let dated = name.range().any(|at| reading.is(at, Classes::WEEKDAY | Classes::MONTH));
    let several = name.range().any(|at| reading.is(at, Classes::COORDINATOR));
    (named && !placed && !dated && !several).then_some(name)
}

/// "the Supreme Court of Norland": the name that an institution's word is part of.
fn around(reading: &Reading<'_>, limits: Stretch, role: Stretch) -> Option<Stretch> {
    let part = |at: usize| {
        reading.is(at, Classes::CAPITAL)
            && !reading.is(at, Classes::DETERMINER | Classes::PREPOSITION | Classes::TIME)
    };
    if !part(role.start) {
        return None;
    }
    let mut name = role;
    while name.start > limits.start && part(name.start - 1) {
        name.start -= 1;
    }
    if name.end + 1 < limits.end && reading.is_word(name.end, "of") && part(name.end + 1) {
        name.end = capitals(reading, limits, name.end + 1).end;
    }
    (name.len() > role.len()).then_some(name)
}

/// "the 44-year-old": who was given that age, or the last person named.
fn aged(
    reading: &Reading<'_>,
    source: Stretch,
    age: usize,
    before: &[(Stretch, Stretch)],
) -> Option<Resolved> {
    let low = source.start.saturating_sub(REACH).max(2);
    let given = (low..source.start).rev().find(|at| {
        reading.is_mark(at - 1, Mark::Comma)
            && reading.is(at - 2, Classes::CAPITAL)
            && years(reading, *at) == years(reading, age)
    });
    let given = given.map(|at| phrase::before(reading, limits(reading, at), at - 1));
    let rule = "an age: who was given it before";
    match given.filter(|name| !name.is_empty()) {
        Some(name) => Some(Resolved { name, confidence: 0.85, rule }),
        None => {
            let name = last_named(reading, source.start, before, &[Wanted::Man, Wanted::Woman])?;
            Some(Resolved { name, confidence: 0.6, rule: "an age: the last person named before" })
        }
    }
}

/// The token of "44-year-old" that holds the number.
fn age(reading: &Reading<'_>, words: Stretch) -> Option<usize> {
    let first = words.range().next()?;
    let last = reading.text(words.end - 1);
    let old = last.ends_with("year-old") || reading.is_word(words.end - 1, "old");
    (reading.is(first, Classes::DIGITS) && old).then_some(first)
}

fn years<'a>(reading: &Reading<'a>, at: usize) -> &'a str {
    let text = reading.text(at);
    text.split_once('-').map_or(text, |(years, _)| years)
}

/// The words with a capital from `start` on.
fn capitals(reading: &Reading<'_>, limits: Stretch, start: usize) -> Stretch {
    let name = |at: &usize| reading.is(*at, Classes::CAPITAL);
    Stretch::new(start, start + (start..limits.end).take_while(name).count())
}

fn limits(reading: &Reading<'_>, at: usize) -> Stretch {
    reading.layout.sentences[reading.sentence_at(at)].tokens.clone().into()
}
