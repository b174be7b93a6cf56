use serde::Deserialize;

use crate::claim::Stance;
use crate::lexicon::{Vocabulary, WordId};

/// A phrase that turns what a neutral cue says: a row of `lexicons/turns.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The words of the phrase.
    pub words: Vec<WordId>,
    /// How a source stands to the claim who says it with this phrase.
    pub stance: Stance,
    /// A sentence in which it does.
    pub example: String,
}

/// The phrases, found by their first word.
#[derive(Clone, Debug, Default)]
pub struct Turns {
    rows: Vec<Turn>,
    /// For each word the rows that start with it.
    first: Vec<Vec<u16>>,
}

/// A row as written.
#[derive(Deserialize)]
struct Row {
    phrase: String,
    stance: Stance,
    example: String,
}

const TABLE: &str = include_str!("../../lexicons/turns.csv");

impl Turns {
    /// Reads the table and numbers its words.
    pub(super) fn builtin(vocabulary: &mut Vocabulary) -> Self {
        let mut turns = Self::default();
        for row in csv::Reader::from_reader(TABLE.as_bytes()).into_deserialize::<Row>() {
            let row = row.expect("the embedded phrases are read by a test");
            let words: Vec<WordId> =
                row.phrase.split(' ').map(|word| vocabulary.intern(word)).collect();
            let Some(first) = words.first().map(|word| word.index()) else { continue };
            if turns.first.len() <= first {
                turns.first.resize(first + 1, Vec::new());
            }
            turns.first[first].push(turns.rows.len() as u16);
            turns.rows.push(Turn { words, stance: row.stance, example: row.example });
        }
        turns
    }

    /// Returns the rows of the table.
    pub fn rows(&self) -> &[Turn] {
        &self.rows
    }

    /// Iterates over the words that start a phrase.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().filter_map(|row| row.words.first()).map(|word| word.index())
    }

    /// Returns the phrase that these words start with, the longest if there are several.
    pub fn at(&self, words: impl Iterator<Item = WordId> + Clone) -> Option<&Turn> {
        let first = words.clone().next()?;
        let rows = self.first.get(first.index())?;
        rows.iter()
            .map(|row| &self.rows[*row as usize])
            .filter(|turn| words.clone().take(turn.words.len()).eq(turn.words.iter().copied()))
            .max_by_key(|turn| turn.words.len())
    }
}
