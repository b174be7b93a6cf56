use serde::Deserialize;

use crate::lexicon::words::{cell, rows};
use crate::lexicon::{Column, Lexicon, Vocabulary, WordId};

/// A unit with its base name.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its base name: "kilometres".
    pub name: String,
    /// What it measures; units of one dimension convert.
    pub dimension: String,
    /// How many of the dimension's base unit it is.
    pub factor: f64,
}

impl Unit {
    /// Tells whether it is a currency or a part of one.
    pub fn is_money(&self) -> bool {
        self.dimension.starts_with("money:")
    }

    /// Tells whether it measures time.
    pub fn is_time(&self) -> bool {
        self.dimension == "time"
    }
}

/// Returns the unit that a word names, whatever its number.
pub fn unit(word: &str) -> Option<&'static Unit> {
    let lexicon = Lexicon::builtin();
    lexicon.unit(lexicon.id(word))
}

impl Lexicon {
    /// Returns the unit that a word names, whatever its number.
    #[inline]
    pub fn unit(&self, id: WordId) -> Option<&Unit> {
        self.units.get(id)
    }
}

/// Returns a value in another unit; `None` if the two do not measure the same.
pub fn convert(value: f64, from: &str, to: &str) -> Option<f64> {
    if from == to {
        return Some(value);
    }
    let (from, to) = (unit(from)?, unit(to)?);
    (from.dimension == to.dimension).then(|| value * from.factor / to.factor)
}

/// Reads the units.
pub(super) fn table(words: &mut Vocabulary) -> Column<Unit> {
    let mut units = Vec::new();
    for row in rows::<Row>(include_str!("../../lexicons/units.csv")) {
        let unit = Unit { name: row.unit, dimension: row.dimension, factor: row.factor };
        units.extend(cell(&row.forms).map(|form| (form.to_owned(), unit.clone())));
    }
    Column::new(words, units)
}

/// Reads the persons in the singular: "a miner was killed" counts one.
pub(super) fn persons(words: &mut Vocabulary) -> Column<()> {
    let rows = rows::<Person>(include_str!("../../lexicons/persons.csv"));
    Column::new(words, rows.into_iter().map(|row| (row.word, ())))
}

#[derive(Deserialize)]
struct Row {
    unit: String,
    forms: String,
    dimension: String,
    factor: f64,
}

#[derive(Deserialize)]
struct Person {
    word: String,
}

#[cfg(test)]
mod tests {
    use super::convert;

    #[test]
    fn units_of_one_dimension_convert() {
        assert_eq!(convert(40.0, "kilometres", "metres"), Some(40_000.0));
        assert_eq!(convert(2.0, "miles", "miles"), Some(2.0));
        assert_eq!(convert(2.0, "dollars", "euros"), None);
        assert_eq!(convert(2.0, "fighters", "soldiers"), None);
    }
}
