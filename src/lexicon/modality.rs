use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::claim::Modality;
use crate::lexicon::Words;
use crate::lexicon::words::rows;

/// Words that tell that an event lies ahead or is only possible: a row of `lexicons/modality.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ModalPhrase {
    /// Its words in lower case.
    pub phrase: String,
    /// What it makes of an event.
    pub modality: Modality,
    /// A sentence that it makes so.
    pub example: String,
}

impl ModalPhrase {
    /// Iterates over its words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.phrase.split(' ')
    }
}

/// Returns the phrases that start with a word, in any case; longer ones first.
pub fn modal_phrases(word: &str) -> &'static [ModalPhrase] {
    static TABLE: OnceLock<Words<Vec<ModalPhrase>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut phrases: BTreeMap<String, Vec<ModalPhrase>> = BTreeMap::new();
        for row in modal_table() {
            let first = row.words().next().unwrap_or_default().to_owned();
            let known = phrases.entry(first).or_default();
            let at = known.partition_point(|other| other.words().count() > row.words().count());
            known.insert(at, row);
        }
        Words::new(phrases)
    });
    table.get(word).map_or(&[], Vec::as_slice)
}

/// Returns the rows of the table.
pub fn modal_table() -> Vec<ModalPhrase> {
    rows(include_str!("../../lexicons/modality.csv"))
}

#[cfg(test)]
mod tests {
    use super::modal_phrases;
    use crate::claim::Modality;

    #[test]
    fn longer_phrases_come_first() {
        let would = modal_phrases("Would");
        assert_eq!(would[0].phrase, "would have");
        assert_eq!(would[1].modality, Modality::Planned);
        assert!(modal_phrases("won").is_empty());
    }
}
