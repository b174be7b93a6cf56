use std::collections::BTreeSet;

use crate::claim::Actor;
use crate::ledger::error::place;
use crate::ledger::{Error, ErrorKind};

/// The first line of every `actors.csv`.
pub const HEADER: &str = "id,name,aliases,type,speaks_for,example";

/// Reads the text of an `actors.csv`; each bad row gives an error without a path, the others count.
pub fn parse_actors(text: &str) -> (Vec<Actor>, Vec<Error>) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let (mut rows, mut broken) = (Vec::new(), Vec::new());
    let header = reader.headers().map(|header| header.iter().collect::<Vec<_>>().join(","));
    match header {
        Ok(header) if header.trim_start_matches('\u{feff}') == HEADER => {}
        _ => {
            broken.push(schema(1, format!("the first line is not `{HEADER}`")));
            return (rows, broken);
        }
    }
    let mut seen = BTreeSet::new();
    for record in reader.records() {
        let row = match record {
            Ok(record) => {
                let row = read(&record).map_err(|message| schema(0, message)).and_then(|row| {
                    if seen.insert(row.id.clone()) {
                        return Ok(row);
                    }
                    let message = format!("the id `{}` stands twice", row.id);
                    Err(Error::new(ErrorKind::Twice, message, "merge the two rows"))
                });
                row.map_err(|error| error.on(line(text, record.position()), 1))
            }
            Err(error) => Err(Error::new(ErrorKind::Syntax, error.to_string(), "mend the row")
                .on(line(text, error.position()), 1)),
        };
        match row {
            Ok(row) => rows.push(row),
            Err(error) => broken.push(error),
        }
    }
    (rows, broken)
}

fn read(record: &csv::StringRecord) -> Result<Actor, String> {
    let fields: Vec<&str> = record.iter().map(str::trim).collect();
    let [id, name, aliases, r#type, speaks_for, _example] = fields[..] else {
        return Err(format!("{} fields where 6 belong", fields.len()));
    };
    if id.is_empty()
        || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b))
    {
        return Err(format!("`{}` is no actor id: use a-z, 0-9, _ and -", id.escape_debug()));
    }
    if name.is_empty() {
        return Err(format!("`{id}` has no name"));
    }
    if r#type.is_empty() {
        return Err(format!("`{id}` has no type"));
    }
    if speaks_for == id {
        return Err(format!("`{id}` speaks for itself: leave the field empty"));
    }
    let aliases = aliases.split(';').map(str::trim).filter(|alias| !alias.is_empty());
    Ok(Actor {
        id: id.to_owned(),
        name: name.to_owned(),
        aliases: aliases.map(str::to_owned).collect(),
        r#type: r#type.to_owned(),
        speaks_for: (!speaks_for.is_empty()).then(|| speaks_for.to_owned()),
    })
}

/// Returns the line of a row; the reader's own position stands before the empty lines above it.
fn line(text: &str, position: Option<&csv::Position>) -> usize {
    let Some(byte) = position.map(|at| at.byte() as usize) else { return 0 };
    let empty =
        text.as_bytes().iter().skip(byte).take_while(|b| matches!(b, b'\r' | b'\n')).count();
    place(text, byte + empty).0
}

fn schema(line: usize, message: String) -> Error {
    Error::new(ErrorKind::Schema, message, "mend the row, or take it out").on(line, 1)
}

#[cfg(test)]
mod tests {
    use crate::ledger::{ACTORS_HEADER, ErrorKind, parse_actors};

    #[test]
    fn reads_rows_and_lists_bad_ones() {
        let text = format!(
            "{ACTORS_HEADER}\nport,Port of Varna,the port;@Varna,body,,x\n\nBad Id,x,,body,,\n\
             port,Again,,body,,\nshort,row\nown,Own,,body,own,\n"
        );
        let (rows, broken) = parse_actors(&text);
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].aliases, ["the port", "@Varna"]);
        let lines: Vec<_> = broken.iter().map(|error| (error.line, error.kind)).collect();
        assert_eq!(
            lines,
            [
                (4, ErrorKind::Schema),
                (5, ErrorKind::Twice),
                (6, ErrorKind::Schema),
                (7, ErrorKind::Schema)
            ]
        );
    }

    #[test]
    fn another_header_is_refused() {
        assert_eq!(parse_actors("id,name\n").1.len(), 1);
        assert_eq!(parse_actors("").1.len(), 1);
    }
}
