use serde::de::DeserializeOwned;

use crate::lexicon::{Column, Vocabulary};

/// A table from words to values with a vocabulary of its own, for words that are not built in.
#[derive(Clone, Debug)]
pub struct Words<T> {
    vocabulary: Vocabulary,
    column: Column<T>,
}

impl<T> Words<T> {
    /// Returns the table of these words; of two rows for one word the first holds.
    pub fn new<W: AsRef<str>>(rows: impl IntoIterator<Item = (W, T)>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let column = Column::new(&mut vocabulary, rows);
        Self { vocabulary, column }
    }

    /// Returns the value of a word, whatever the case of its ASCII letters.
    #[inline]
    pub fn get(&self, word: &str) -> Option<&T> {
        self.column.get(self.vocabulary.id(word))
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
