use std::collections::BTreeSet;
use std::io;

use crate::claim::Record;
use crate::exchange::Import;
use crate::ledger::{archive_line, parse_archive_line};

/// Writes one line a claim, with its entries: the form of the archives, and nothing is lost.
pub fn export_ndjson<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    for record in records {
        out.write_all(archive_line(record).as_bytes())?;
    }
    Ok(())
}

/// Reads lines of claims with their entries; empty lines are passed over.
pub fn import_ndjson(text: &str) -> Import {
    let mut import = Import::default();
    let mut seen = BTreeSet::new();
    let text = text.trim_start_matches('\u{feff}');
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        import.read += 1;
        let (number, line_number) = (import.read, at + 1);
        match parse_archive_line(line) {
            Ok(record) if seen.insert(record.claim.id.clone()) => import.records.push(record),
            Ok(record) => {
                let reason = format!("the claim `{}` stands twice", record.claim.id);
                import.refuse(number, line_number, reason);
            }
            Err(error) => {
                let reason = format!("column {}: {}", error.column, error.message);
                import.refuse(number, line_number, reason);
            }
        }
    }
    import
}
