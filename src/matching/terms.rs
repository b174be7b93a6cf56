use std::collections::HashMap;

/// A content word of a text: the hash of its stem. Equal words of any text have equal hashes.
pub(crate) type Term = u64;

/// Returns the terms of a text in their order.
pub(crate) fn terms(text: &str) -> Vec<Term> {
    stems(text).iter().map(|stem| hash(stem)).collect()
}

/// Returns the words of `text` whose stems are among `wanted`, as written, each once, in text order.
pub(crate) fn surfaces<'a>(text: &'a str, wanted: &[Term]) -> Vec<&'a str> {
    let mut out: Vec<&str> = Vec::new();
    let mut seen: HashMap<Term, ()> = HashMap::new();
    for word in text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        for term in terms(word) {
            if wanted.contains(&term) && seen.insert(term, ()).is_none() && !out.contains(&word) {
                out.push(word);
            }
        }
    }
    out
}

/// FNV-1a, 64 bits: the same on every machine, because the hashes stand in compiled ledgers.
pub(crate) fn hash(text: &str) -> Term {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    state
}

/// A stand-in for the stems of the slots: long words without their commonest endings.
fn stems(text: &str) -> Vec<String> {
    crate::claim::fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 3 || word.bytes().any(|b| b.is_ascii_digit()))
        .map(|word| {
            let mut word = word;
            for end in ["ing", "ed", "es", "s"] {
                if let Some(rest) = word.strip_suffix(end).filter(|rest| rest.len() > 3) {
                    word = rest;
                    break;
                }
            }
            word.to_owned()
        })
        .collect()
}
