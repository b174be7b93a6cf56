use crate::matching::card::Facts;
use crate::matching::names;
use crate::slots::stems;

/// A content word of a text: the hash of its stem. Equal words of any text have equal hashes.
pub(crate) type Term = u64;

/// Returns the terms of a text in their order.
pub(crate) fn terms(text: &str) -> Vec<Term> {
    stems(text).iter().map(|stem| term(stem)).collect()
}

/// Returns the term of a stem.
pub(crate) fn term(stem: &str) -> Term {
    hash(stem)
}

/// A word as written, with its terms.
pub(crate) type Written<'a> = (&'a str, Vec<Term>);

/// Returns the words of a text as written, each with its terms.
pub(crate) fn written(text: &str) -> Vec<Written<'_>> {
    let words =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.map(|word| (word, terms(word))).collect()
}

/// Returns the words whose terms are among `wanted`, each once, in text order.
pub(crate) fn surfaces<'a>(words: &[Written<'a>], wanted: &[Term]) -> Vec<&'a str> {
    let mut out: Vec<&str> = Vec::new();
    let mut seen: Vec<Term> = Vec::new();
    for (word, terms) in words {
        let fresh = |term: &&Term| wanted.contains(term) && !seen.contains(term);
        let found: Vec<Term> = terms.iter().filter(fresh).copied().collect();
        if !found.is_empty() {
            out.push(word);
            seen.extend(found);
        }
    }
    out
}

/// Returns the keys under which a claim is found beside its words: speakers and actors.
pub(crate) fn keys(facts: &Facts<'_>) -> Vec<Term> {
    let mut out: Vec<Term> = facts.speakers.iter().filter_map(|name| speaker_key(name)).collect();
    out.extend(facts.actors.iter().map(|actor| actor_key(actor)));
    out.sort_unstable();
    out.dedup();
    out
}

/// The key of the claims of a speaker.
pub(crate) fn speaker_key(name: &str) -> Option<Term> {
    names::last(name).map(|last| hash(&format!("\u{1}{last}")))
}

/// The key of the claims about an actor.
pub(crate) fn actor_key(actor: &str) -> Term {
    hash(&format!("\u{2}{actor}"))
}

/// FNV-1a, 64 bits: the same on every machine, because the hashes stand in compiled ledgers.
fn hash(text: &str) -> Term {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    state
}
