use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use serde::de::DeserializeOwned;

/// The longest word that a table may hold, in bytes.
const LONGEST: usize = 40;

/// A table from words to values that is asked once a token: no allocation, most misses without a hash.
#[derive(Clone, Debug)]
pub struct Words<T> {
    map: HashMap<Box<str>, T, BuildHasherDefault<Fnv>>,
    /// For each first byte the lengths that occur.
    lengths: Box<[u64; 256]>,
}

impl<T> Words<T> {
    /// Returns the table of these words; of two rows for one word the first holds.
    pub fn new<W: AsRef<str>>(rows: impl IntoIterator<Item = (W, T)>) -> Self {
        let mut map = HashMap::default();
        let mut lengths = Box::new([0; 256]);
        for (word, value) in rows {
            let word = word.as_ref().to_ascii_lowercase();
            if let Some(first) = word.bytes().next().filter(|_| word.len() <= LONGEST) {
                lengths[first as usize] |= 1 << word.len();
                map.entry(word.into_boxed_str()).or_insert(value);
            }
        }
        Self { map, lengths }
    }

    /// Returns the value of a word, whatever the case of its ASCII letters.
    pub fn get(&self, word: &str) -> Option<&T> {
        let bytes = word.as_bytes();
        let first = bytes.first()?.to_ascii_lowercase();
        if bytes.len() > LONGEST || self.lengths[first as usize] & (1 << bytes.len()) == 0 {
            return None;
        }
        let mut buffer = [0; LONGEST];
        let lower = &mut buffer[..bytes.len()];
        lower.copy_from_slice(bytes);
        lower.make_ascii_lowercase();
        self.map.get(std::str::from_utf8(lower).ok()?)
    }
}

/// Reads an embedded table whose header names the fields.
pub(crate) fn rows<T: DeserializeOwned>(table: &str) -> Vec<T> {
    csv::Reader::from_reader(table.as_bytes())
        .into_deserialize()
        .map(|row| row.expect("embedded tables fit their types: a test reads each of them"))
        .collect()
}

/// Splits a cell of several values.
pub(crate) fn cell(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// Hashes short words; not for keys that an enemy chooses: the tables are ours.
#[derive(Clone, Debug)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn finds_words_in_any_case() {
        let words = Words::new([("killed", 1), ("Élysée", 2), ("killed", 3)]);
        assert_eq!(words.get("Killed"), Some(&1));
        assert_eq!(words.get("KILLED"), Some(&1));
        assert_eq!(words.get("kill"), None);
        assert_eq!(words.get(""), None);
        assert_eq!(words.get(&"k".repeat(300)), None);
    }
}
