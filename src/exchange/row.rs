use std::collections::BTreeMap;
use std::str::FromStr;

/// A row of a foreign table by the names of its columns.
pub(super) struct Row<'a> {
    cells: BTreeMap<&'a str, &'a str>,
}

impl<'a> Row<'a> {
    /// Returns a row of these cells under these columns.
    pub(super) fn new(columns: &'a [String], record: &'a csv::StringRecord) -> Self {
        let cells = record.iter().map(unguarded);
        Self { cells: columns.iter().map(String::as_str).zip(cells).collect() }
    }

    /// Returns a cell without the blanks around it; empty where there is none.
    pub(super) fn cell(&self, name: &str) -> &str {
        self.cells.get(name).map_or("", |cell| cell.trim())
    }

    /// Returns the words of a cell.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        Some(self.cell(name)).filter(|cell| !cell.is_empty()).map(str::to_owned)
    }

    /// Parses a cell; an empty one has no value.
    pub(super) fn value<T: FromStr<Err: std::fmt::Display>>(
        &self,
        name: &str,
    ) -> Result<Option<T>, String> {
        let cell = self.cell(name);
        if cell.is_empty() {
            return Ok(None);
        }
        cell.parse().map(Some).map_err(|error| format!("{name}: {error}"))
    }

    /// Returns the parts of a cell between semicolons.
    pub(super) fn list(&self, name: &str) -> Vec<String> {
        let parts = self.cell(name).split(';').map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    }
}

/// Takes off the apostrophe with which our own tables keep a spreadsheet from computing a cell.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}
