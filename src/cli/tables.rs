//! How tables are written: as CSV or as JSON.

use claimbook::report::table::Table;
use claimbook::report::{json, sheet};

use crate::cli::{Failure, Format, Out};

/// Writes a table in a format that is not for people.
pub(crate) fn write(out: &mut Out, format: Format, table: &Table) -> Result<(), Failure> {
    match format {
        Format::Csv => sheet::write(out, sheet::Profile::Plain, table)?,
        Format::Ndjson => {
            for row in table.objects() {
                json::write(out, json::Layout::Line, &row)?;
            }
        }
        _ => json::write(out, json::Layout::Pretty, &table.objects().collect::<Vec<_>>())?,
    }
    Ok(())
}
