use std::sync::OnceLock;

use serde::Deserialize;

use crate::lexicon::words::{cell, rows};
use crate::lexicon::{Column, Lexicon, Tags, Vocabulary};

/// Tells whether a word carries no content of its own: "the", "would", "said".
pub fn is_stop_word(word: &str) -> bool {
    let lexicon = Lexicon::builtin();
    lexicon.tags(lexicon.id(word)).any(Tags::STOP)
}

/// Reads the words without content of their own.
pub(super) fn stops(words: &mut Vocabulary) -> Column<()> {
    let rows = rows::<Stop>(include_str!("../../lexicons/stop.csv"));
    Column::new(words, rows.iter().flat_map(|row| cell(&row.words).map(|word| (word, ()))))
}

/// Iterates over the forms that no stemmer joins, each with its base: ("sold", "sell").
pub fn irregular_forms() -> impl Iterator<Item = (&'static str, &'static str)> {
    static TABLE: OnceLock<Vec<Irregular>> = OnceLock::new();
    TABLE
        .get_or_init(|| rows(include_str!("../../lexicons/irregular.csv")))
        .iter()
        .flat_map(|row| cell(&row.forms).map(|form| (form, row.base.as_str())))
}

/// Iterates over words that count as another word in retrieval: ("truce", "ceasefire").
///
/// A word with capitals is meant in this case only: "US" is not "us".
pub fn synonyms() -> impl Iterator<Item = (&'static str, &'static str)> {
    static TABLE: OnceLock<Vec<Synonym>> = OnceLock::new();
    TABLE
        .get_or_init(|| rows(include_str!("../../lexicons/synonyms.csv")))
        .iter()
        .flat_map(|row| cell(&row.same).map(|same| (same, row.word.as_str())))
}

#[derive(Deserialize)]
struct Stop {
    words: String,
}

#[derive(Deserialize)]
struct Irregular {
    base: String,
    forms: String,
}

#[derive(Deserialize)]
struct Synonym {
    word: String,
    same: String,
}
