use std::cmp::Reverse;

use serde::Deserialize;

use crate::claim::Modality;
use crate::lexicon::words::rows;
use crate::lexicon::{Lexicon, Lists, Vocabulary, WordId};

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

/// A modal phrase as it is looked for.
#[derive(Clone, Debug)]
pub struct Modal {
    /// Its words.
    pub words: Vec<WordId>,
    /// What it makes of an event.
    pub modality: Modality,
    /// Its last word is "to": a verb must follow.
    pub to: bool,
}

impl Lexicon {
    /// Returns the phrases that start with a word; longer ones first.
    #[inline]
    pub fn modals(&self, id: WordId) -> &[Modal] {
        self.modals.get(id)
    }
}

/// Reads the table.
pub(super) fn table(words: &mut Vocabulary) -> Lists<Modal> {
    let mut phrases = Vec::new();
    for row in modal_table() {
        let parts = row.phrase.split(' ').map(|word| words.intern(word)).collect();
        let modal = Modal { words: parts, modality: row.modality, to: row.phrase.ends_with(" to") };
        let first = row.phrase.split(' ').next().unwrap_or_default().to_owned();
        phrases.push((first, modal));
    }
    phrases.sort_by_key(|(_, modal)| Reverse(modal.words.len()));
    Lists::new(words, phrases)
}

/// Returns the rows of the table.
pub fn modal_table() -> Vec<ModalPhrase> {
    rows(include_str!("../../lexicons/modality.csv"))
}

#[cfg(test)]
mod tests {
    use crate::claim::Modality;
    use crate::lexicon::Lexicon;

    #[test]
    fn longer_phrases_come_first() {
        let lexicon = Lexicon::builtin();
        let would = lexicon.modals(lexicon.id("Would"));
        assert_eq!(would[0].words, [lexicon.id("would"), lexicon.id("have")]);
        assert_eq!(would[1].modality, Modality::Planned);
        assert!(lexicon.modals(lexicon.id("won")).is_empty());
    }
}
