use serde::Deserialize;

use crate::lexicon::words::rows;
use crate::lexicon::{Column, Lexicon, Vocabulary, WordId};

/// How a number word takes part in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    /// zero to nineteen.
    Unit,
    /// twenty, thirty ... ninety.
    Tens,
    /// hundred.
    Hundred,
    /// thousand, million, mln, billion.
    Scale,
    /// A letter behind digits: 150k, $3bn; `m` counts only behind a currency.
    Letter,
    /// dozen, score.
    Pack,
    /// dozens, hundreds, several: a range of its own.
    Vague,
}

/// A number word: what it is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberWord {
    /// How it takes part.
    pub kind: NumberKind,
    /// Its value; of a vague word the low end.
    pub value: f64,
    /// The high end of a vague word.
    pub high: f64,
}

impl Lexicon {
    /// Returns the number word, if it is one.
    #[inline]
    pub fn number(&self, id: WordId) -> Option<NumberWord> {
        self.numbers.get(id).copied()
    }
}

/// Reads the table.
pub(super) fn table(words: &mut Vocabulary) -> Column<NumberWord> {
    let rows = rows::<Row>(NUMBERS).into_iter().map(|row| {
        let high = row.high.unwrap_or(row.value);
        (row.word, NumberWord { kind: row.kind, value: row.value, high })
    });
    Column::new(words, rows)
}

const NUMBERS: &str = include_str!("../../lexicons/numbers.csv");

#[derive(Deserialize)]
struct Row {
    word: String,
    kind: NumberKind,
    value: f64,
    high: Option<f64>,
}
