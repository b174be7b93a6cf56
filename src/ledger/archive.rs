use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::claim::{Claim, Entry, Record, Stored};
use crate::ledger::error::place;
use crate::ledger::load::share;
use crate::ledger::{Error, ErrorKind, Untidy, entry_name, file, parse_claim, parse_entry};

/// The longest line of an archive: a claim with thousands of entries.
const LINE: u64 = 64 << 20;

/// Returns the line of an archive that holds a claim with its entries, with its line end.
pub fn archive_line(record: &Record) -> String {
    line_of(&record.claim, &record.entries)
}

/// Returns the line that holds this claim with these entries.
pub(super) fn line_of(claim: &Claim, entries: &[Stored]) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        claim: &'a Claim,
        entries: Vec<&'a Entry>,
    }
    let entries = entries.iter().map(|stored| &stored.entry).collect();
    let mut line = serde_json::to_string(&Line { claim, entries }).unwrap_or_default();
    line.push('\n');
    line
}

/// Reads a line of an archive; the error's column is that of the mistake, its line is 1.
pub fn parse_archive_line(text: &str) -> Result<Record, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Line<'a> {
        #[serde(borrow)]
        claim: &'a RawValue,
        #[serde(borrow)]
        entries: Vec<&'a RawValue>,
    }
    let line: Line<'_> = serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(head, _)| head);
        let kind = if error.is_data() { ErrorKind::Schema } else { ErrorKind::Syntax };
        let (_, column) = place(text, error.column().saturating_sub(1));
        Error::new(kind, message, "mend the line, or take the file back from git").on(1, column)
    })?;
    let moved = |part: &RawValue, error: Error| {
        let offset = part.get().as_ptr() as usize - text.as_ptr() as usize;
        let (_, before) = place(text, offset);
        let column = before + error.column.saturating_sub(1);
        error.on(1, column)
    };
    let claim = parse_claim(line.claim.get()).map_err(|error| moved(line.claim, error))?;
    let mut entries = Vec::with_capacity(line.entries.len());
    for part in line.entries {
        let entry = parse_entry(part.get()).map_err(|error| moved(part, error))?;
        entries.push(Stored { name: entry_name(&entry), entry });
    }
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries.dedup_by(|a, b| a.name == b.name);
    Ok(Record { claim, entries })
}

/// Where a line of an archive begins.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) line: usize,
    pub(super) offset: u64,
}

/// The lines of one archive file that were read, each with its place.
#[derive(Default)]
pub(super) struct Archive {
    pub(super) records: Vec<(Mark, Record)>,
    pub(super) broken: Vec<Error>,
    pub(super) untidy: Vec<Untidy>,
}

impl Archive {
    /// Reads an archive file block by block, each block on all threads, so that memory holds only the result.
    pub(super) fn read(path: &Path, shown: &str, threads: usize) -> Self {
        let mut archive = Self::default();
        let mut reader = match File::open(path) {
            Ok(file) => BufReader::with_capacity(1 << 20, file),
            Err(error) => {
                archive.broken.push(Error::io(path, &error).at(shown));
                return archive;
            }
        };
        let mut next = Mark { line: 1, offset: 0 };
        loop {
            let mut block = Vec::new();
            let mut size = 0;
            while size < 8 << 20 {
                let mut line = Vec::new();
                match reader.by_ref().take(LINE).read_until(b'\n', &mut line) {
                    Ok(0) => break,
                    Ok(read) => size += read,
                    Err(error) => {
                        archive.broken.push(Error::io(path, &error).at(shown));
                        return archive;
                    }
                }
                let length = line.len() as u64;
                block.push((next, line));
                next = Mark { line: next.line + 1, offset: next.offset + length };
            }
            if block.is_empty() {
                return archive;
            }
            for part in share(block, threads, |lines| Self::lines(lines, shown)) {
                archive.records.extend(part.records);
                archive.broken.extend(part.broken);
                archive.untidy.extend(part.untidy);
            }
        }
    }

    fn lines(lines: Vec<(Mark, Vec<u8>)>, shown: &str) -> Self {
        let mut part = Self::default();
        for (mark, bytes) in lines {
            let read = file::utf8(bytes).and_then(|text| Ok((parse_archive_line(&text)?, text)));
            match read {
                Ok((record, text)) => {
                    if archive_line(&record) != text {
                        part.untidy.push(Untidy { path: shown.to_owned(), line: mark.line });
                    }
                    part.records.push((mark, record));
                }
                Err(error) => {
                    let column = error.column;
                    part.broken.push(error.at(shown).on(mark.line, column));
                }
            }
        }
        part
    }
}
