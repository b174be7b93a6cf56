//! Tables: the same rows for a spreadsheet and for a script.

mod changes;
mod claims;
mod entries;
mod figures;
mod verdicts;

pub(super) use changes::{Row, rows as change_rows};
pub use changes::{Window, changes, checked};
pub use claims::claims;
pub use entries::{entries, log};
pub use figures::figures;
pub use verdicts::verdicts;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::claim::When;

/// Rows under named columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The names of the columns.
    pub columns: &'static [&'static str],
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
}

/// One value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words of any origin.
    Text(String),
    /// A number of ours.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

impl Table {
    /// Iterates over the rows as objects for JSON: an empty cell is null.
    pub fn objects(&self) -> impl Iterator<Item = Object<'_>> {
        self.rows.iter().map(|row| Object { columns: self.columns, row })
    }
}

/// A row as a JSON object.
#[derive(Clone, Copy, Debug)]
pub struct Object<'a> {
    columns: &'static [&'static str],
    row: &'a [Cell],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.row.len()))?;
        for (column, cell) in self.columns.iter().zip(self.row) {
            map.serialize_entry(column, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(value) if value.fract() == 0.0 && value.abs() < 9.0e15 => {
                serializer.serialize_i64(*value as i64)
            }
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Flag(value) => serializer.serialize_bool(*value),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<&When> for Cell {
    fn from(when: &When) -> Self {
        when.to_string().into()
    }
}

impl From<chrono::NaiveDate> for Cell {
    fn from(day: chrono::NaiveDate) -> Self {
        day.to_string().into()
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
