//! Tables for spreadsheets: RFC 4180, with cells that cannot compute.

use std::io::{self, Write};

use crate::report::table::{Cell, Table};

/// For whom a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// For programs: UTF-8, line ends as RFC 4180 has them.
    Plain,
    /// For a spreadsheet on a desk: a byte order mark, and nothing that looks like a date becomes one.
    Excel,
}

/// Writes a table with its header.
pub fn write(out: &mut dyn Write, profile: Profile, table: &Table) -> io::Result<()> {
    if profile == Profile::Excel {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let terminator = match profile {
        Profile::Plain => csv::Terminator::Any(b'\n'),
        Profile::Excel => csv::Terminator::CRLF,
    };
    let mut writer = csv::WriterBuilder::new().terminator(terminator).from_writer(out);
    writer.write_record(table.columns)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| shown(cell, profile)))?;
    }
    writer.flush()
}

fn shown(cell: &Cell, profile: Profile) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text, profile),
        Cell::Number(value) => format!("{value}"),
        Cell::Flag(true) => "yes".to_owned(),
        Cell::Flag(false) => "no".to_owned(),
    }
}

/// Puts an apostrophe before what a spreadsheet would take for a formula or, for Excel, for a date.
fn guarded(text: &str, profile: Profile) -> String {
    let text = text.replace('\0', "\u{fffd}");
    let odd = profile == Profile::Excel && (is_like_a_date(&text) || is_like_a_code(&text));
    // An apostrophe of the text's own is doubled, so that a reader can take one off.
    if computes(&text) || odd || text.starts_with('\'') { format!("'{text}") } else { text }
}

/// Tells whether a cell would compute: OWASP's list, also behind blanks and in full-width forms.
fn computes(text: &str) -> bool {
    let first =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    let inner =
        text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{fffd}');
    text.starts_with(first) || inner.starts_with(first) || text.starts_with(['\u{fffd}', '\n'])
}

/// Tells whether a spreadsheet would turn a range into a day: `10-12`, `3/4`, `May 5`.
fn is_like_a_date(text: &str) -> bool {
    let parts: Vec<&str> =
        text.trim().split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let number = |part: &&str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let month = |part: &&str| {
        let head = part.get(..3).unwrap_or("").to_ascii_lowercase();
        part.len() <= 9
            && part.bytes().all(|b| b.is_ascii_alphabetic())
            && ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
                .contains(&head.as_str())
    };
    // A whole date as we write it is one, and may be read as one.
    let whole = text.len() == 10 && text.parse::<chrono::NaiveDate>().is_ok();
    (2..=3).contains(&parts.len())
        && !whole
        && parts.iter().all(|part| number(part) || month(part))
        && parts.iter().any(number)
}

/// Tells whether a spreadsheet would cut or round it: leading zeros, long numbers, `4e10`.
fn is_like_a_code(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let numeric = !text.is_empty() && text.parse::<f64>().is_ok();
    numeric
        && (text.starts_with('0') && text.len() > 1 && !text.starts_with("0.")
            || digits > 15
            || text.contains(['e', 'E']))
}

#[cfg(test)]
mod tests {
    use super::{Profile, guarded, write};
    use crate::report::table::Table;

    #[test]
    fn formulas_are_guarded() {
        for bad in
            ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "\u{a0}@x", "＝1", "\0=1", "\n=1"]
        {
            assert!(guarded(bad, Profile::Plain).starts_with('\''), "{bad:?}");
        }
        for good in ["a=b", "10-12", "it's", "О погибших", "👩 1"] {
            assert_eq!(guarded(good, Profile::Plain), good);
        }
    }

    #[test]
    fn excel_makes_no_dates_of_ranges() {
        for bad in ["10-12", "3/4", "May 5", "1-2-3", "007", "12345678901234567", "4e10"] {
            assert!(guarded(bad, Profile::Excel).starts_with('\''), "{bad}");
        }
        for good in ["2026-03-02", "at least 11", "12", "Mayor 5 times"] {
            assert_eq!(guarded(good, Profile::Excel), good);
        }
    }

    #[test]
    fn cells_with_lines_and_quotes_survive() {
        let table = Table {
            columns: &["a", "b"],
            rows: vec![
                vec!["one\n\"two\", three".into(), (-3.5).into()],
                vec![true.into(), "".into()],
            ],
        };
        let mut out = Vec::new();
        write(&mut out, Profile::Excel, &table).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text, "\u{feff}a,b\r\n\"one\n\"\"two\"\", three\",-3.5\r\nyes,\r\n");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(&reader.records().next().unwrap().unwrap()[0], "one\n\"two\", three");
    }
}
