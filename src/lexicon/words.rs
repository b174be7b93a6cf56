use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::lexicon::{Column, Vocabulary};

/// A table from words to values with a vocabulary of its own, for words that are not built in.
#[derive(Clone, Debug)]
pub struct Words<T> {
    vocabulary: Vocabulary,
    column: Column<T>,
    /// For each first byte the lengths that occur: most words that are looked for are none of them.
    /// Where a word has an apostrophe or a letter beyond ASCII every length is taken to occur.
    lengths: Box<[u64; 256]>,
}

impl<T> Words<T> {
    /// Returns the table of these words; of two rows for one word the first holds.
    pub fn new<W: AsRef<str>>(rows: impl IntoIterator<Item = (W, T)>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut lengths = Box::new([0; 256]);
        let rows = rows.into_iter().inspect(|(word, _)| {
            let word = word.as_ref();
            let plain = word.bytes().all(|byte| byte.is_ascii() && byte != b'\'');
            if let Some((first, bit)) = place(word) {
                lengths[first] |= if plain { bit } else { u64::MAX };
            }
        });
        let column = Column::new(&mut vocabulary, rows);
        Self { vocabulary, column, lengths }
    }

    /// Returns the value of a word, whatever the case of its ASCII letters.
    #[inline]
    pub fn get(&self, word: &str) -> Option<&T> {
        let (first, bit) = place(word)?;
        if self.lengths[first] & bit == 0 {
            return None;
        }
        self.column.get(self.vocabulary.id(word))
    }

    /// Returns the value of the word that stands at a place of a text.
    #[inline]
    pub fn get_in(&self, text: &str, word: Range<usize>) -> Option<&T> {
        let (first, bit) = place(text.get(word.clone())?)?;
        if self.lengths[first] & bit == 0 {
            return None;
        }
        self.column.get(self.vocabulary.id_in(text, word))
    }
}

/// The first byte of a word in lower case, and a bit for its length.
#[inline]
fn place(word: &str) -> Option<(usize, u64)> {
    Some((word.as_bytes().first()?.to_ascii_lowercase().into(), 1 << word.len().min(63)))
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
