use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::claim::{Appearance, Claim, Entry, Figure};
use crate::ledger::error::place;
use crate::ledger::{Error, ErrorKind, locate};

/// Reads the text of a `claim.json`; the error has a line and a column, and no path yet.
pub fn parse_claim(text: &str) -> Result<Claim, Error> {
    let claim: Claim = strict(text)?;
    claim_faults(&claim).map_or(Ok(()), |fault| Err(fault.error(text)))?;
    Ok(claim)
}

/// Reads the text of an entry file; the error has a line and a column, and no path yet.
///
/// The type is read first and then the concrete struct: serde's own choice among alternatives
/// forgets where the mistake was.
pub fn parse_entry(text: &str) -> Result<Entry, Error> {
    #[derive(Deserialize)]
    struct Peek {
        r#type: String,
    }
    let Peek { r#type } = strict(text)?;
    let entry = match r#type.as_str() {
        "appearance" => Entry::Appearance(strict(text)?),
        "accept" => Entry::Accept(strict(text)?),
        "verdict" => Entry::Verdict(strict(text)?),
        "strike" => Entry::Strike(strict(text)?),
        "same-as" => Entry::SameAs(strict(text)?),
        "distinct" => Entry::Distinct(strict(text)?),
        "amendment" => Entry::Amendment(strict(text)?),
        "note" => Entry::Note(strict(text)?),
        other => {
            let message = format!("`{}` is no type of entry", other.escape_debug());
            return Err(Fault { route: vec!["type"], message }.error(text));
        }
    };
    entry_faults(&entry).map_or(Ok(()), |fault| Err(fault.error(text)))?;
    Ok(entry)
}

/// A value that JSON can say and a ledger may not hold.
struct Fault {
    route: Vec<&'static str>,
    message: String,
}

impl Fault {
    fn error(&self, text: &str) -> Error {
        let at = locate(text, &self.route).map_or(0, |range| range.start);
        let (line, column) = place(text, at);
        let message = format!("{}: {}", self.route.join("."), self.message);
        Error::new(ErrorKind::Schema, message, MEND).on(line, column)
    }
}

const MEND: &str = "mend the field; `claims schema claim` and `claims schema entry` name them all";

fn claim_faults(claim: &Claim) -> Option<Fault> {
    let fault = |route: &[&'static str], message: &str| {
        Some(Fault { route: route.to_vec(), message: message.to_owned() })
    };
    if claim.schema != Claim::SCHEMA {
        return fault(&["schema"], "must be \"claim-1\"");
    }
    if claim.statement.trim().is_empty() {
        return fault(&["statement"], "says nothing");
    }
    if claim.parties.iter().any(|party| !["doer", "target", "party"].contains(&party.role.as_str()))
    {
        return fault(&["parties"], "a role is doer, target or party");
    }
    None
}

fn entry_faults(entry: &Entry) -> Option<Fault> {
    let schema = match entry {
        Entry::Appearance(entry) => &entry.schema,
        Entry::Accept(entry) => &entry.schema,
        Entry::Verdict(entry) => &entry.schema,
        Entry::Strike(entry) => &entry.schema,
        Entry::SameAs(entry) | Entry::Distinct(entry) => &entry.schema,
        Entry::Amendment(entry) => &entry.schema,
        Entry::Note(entry) => &entry.schema,
    };
    if schema != Entry::SCHEMA {
        return Some(Fault { route: vec!["schema"], message: "must be \"entry-1\"".to_owned() });
    }
    match entry {
        Entry::Appearance(appearance) => appearance_faults(appearance),
        Entry::Amendment(amendment) if amendment.statement.trim().is_empty() => {
            Some(Fault { route: vec!["statement"], message: "says nothing".to_owned() })
        }
        _ => None,
    }
}

fn appearance_faults(appearance: &Appearance) -> Option<Fault> {
    let fault = |route: &[&'static str], message: &str| {
        Some(Fault { route: route.to_vec(), message: message.to_owned() })
    };
    let backwards = |start: usize, end: usize| end < start;
    if !(0.0..=1.0).contains(&appearance.confidence) {
        return fault(&["confidence"], "must lie between 0 and 1");
    }
    if appearance.span.is_some_and(|span| backwards(span.start, span.end)) {
        return fault(&["span"], "ends before it starts");
    }
    if let Some(hash) = &appearance.article.sha256
        && !(hash.len() == 64 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')))
    {
        return fault(&["article", "sha256"], "must be 64 lower-case hex digits");
    }
    if appearance.periods.iter().any(|period| {
        backwards(period.span.start, period.span.end)
            || period.start.zip(period.end).is_some_and(|(a, b)| b < a)
    }) {
        return fault(&["periods"], "one ends before it starts");
    }
    let figure = appearance.figure.as_ref()?;
    if backwards(figure.span.start, figure.span.end) {
        return fault(&["figure", "span"], "ends before it starts");
    }
    figure_fault(figure).and_then(|(field, message)| fault(&["figure", field], message))
}

fn figure_fault(figure: &Figure) -> Option<(&'static str, &'static str)> {
    if figure.low.zip(figure.high).is_some_and(|(low, high)| high < low) {
        Some(("high", "lies below `low`"))
    } else if figure.likely[1] < figure.likely[0] {
        Some(("likely", "ends before it starts"))
    } else {
        None
    }
}

/// Parses a concrete type and points at the token that broke it, not behind it.
fn strict<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| {
        let start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len);
        let offset = start.sum::<usize>() + error.column();
        let schema = error.classify() == serde_json::error::Category::Data;
        let at = if schema { token_start(text, offset) } else { offset.saturating_sub(1) };
        let (line, column) = place(text, at);
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(head, _)| head);
        let (kind, mend) = if schema {
            (ErrorKind::Schema, MEND)
        } else {
            (ErrorKind::Syntax, "mend the JSON, or take the file back from git")
        };
        Error::new(kind, message, mend).on(line, column)
    })
}

/// Returns where the string, number or word begins that ends at an offset.
fn token_start(text: &str, offset: usize) -> usize {
    let bytes = text.as_bytes();
    let end = offset.min(bytes.len());
    let Some(last) = end.checked_sub(1) else { return 0 };
    if bytes[last] == b'"' {
        let quote =
            (0..last).rev().find(|at| bytes[*at] == b'"' && (*at == 0 || bytes[at - 1] != b'\\'));
        return quote.unwrap_or(last);
    }
    let word = |b: &u8| b.is_ascii_alphanumeric() || b"+-._".contains(b);
    (0..end).rev().find(|at| !word(&bytes[*at])).map_or(0, |at| (at + 1).min(last))
}
