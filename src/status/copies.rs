use std::collections::{BTreeMap, BTreeSet};

use crate::claim::fold;

/// Words in a shingle.
const WORDS: usize = 8;
/// The part of the smaller text's shingles that makes a copy.
const COPY: f64 = 0.8;

/// The texts read so far, by their shingles, to tell a copy from words of one's own.
#[derive(Default)]
pub(crate) struct Copies<'a> {
    seen: BTreeMap<u64, Vec<usize>>,
    texts: Vec<Text<'a>>,
}

struct Text<'a> {
    voice: &'a str,
    article: &'a str,
    shingles: usize,
}

impl<'a> Copies<'a> {
    /// Adds a text and tells whether it copies an earlier one of another voice and another article.
    ///
    /// A text shorter than a shingle is nobody's copy: so few words are easily alike.
    pub(crate) fn add(&mut self, quote: &str, voice: &'a str, article: &'a str) -> bool {
        let shingles = shingles(quote);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for at in shingles.iter().filter_map(|shingle| self.seen.get(shingle)).flatten() {
            *shared.entry(*at).or_default() += 1;
        }
        let copy = shared.into_iter().any(|(at, shared)| {
            let text = &self.texts[at];
            let smaller = text.shingles.min(shingles.len());
            text.voice != voice && text.article != article && shared as f64 >= COPY * smaller as f64
        });
        let at = self.texts.len();
        self.texts.push(Text { voice, article, shingles: shingles.len() });
        for shingle in shingles {
            self.seen.entry(shingle).or_default().push(at);
        }
        copy
    }
}

/// Returns the hashes of every run of eight folded words.
fn shingles(quote: &str) -> BTreeSet<u64> {
    let folded = fold(quote);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(WORDS).map(hash).collect()
}

/// Returns the FNV-1a hash of words; it needs no secret, only the same value on every run.
fn hash(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::Copies;

    const TEXT: &str =
        "Police said seven people died when the roof of the old harbour house fell in on Sunday";

    #[test]
    fn the_same_text_of_another_voice_is_a_copy() {
        let mut copies = Copies::default();
        assert!(!copies.add(TEXT, "a", "1"));
        assert!(!copies.add(TEXT, "b", "1"), "two voices in one sentence");
        assert!(!copies.add(TEXT, "a", "1"), "the same voice repeats itself");
        assert!(copies.add(&format!("{TEXT}, it added."), "b", "2"));
        assert!(!copies.add("Seven people died, the fire service says.", "b", "2"));
    }
}
