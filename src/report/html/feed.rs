use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::claim::{Record, When};
use crate::report::headline::headline;
use crate::report::html::part;
use crate::report::table::{self, Window};
use crate::report::{Desk, words};
use crate::status::ChangeType;

/// How many changes the feed holds.
const LENGTH: usize = 100;

/// Returns the last changes of a ledger as an Atom feed; new claims are no change.
pub(super) fn feed(desk: &Desk<'_>) -> String {
    let records: Vec<&Record> =
        desk.ledger.records.iter().filter(|row| row.entries.len() > 1).collect();
    let mut rows = table::change_rows(desk, &records, Window::default());
    rows.retain(|row| row.step.change.r#type != ChangeType::New);
    rows.sort_by(|a, b| b.said.recorded.cmp(&a.said.recorded));
    let name = &desk.ledger.config.name;
    let updated =
        rows.first().map_or_else(|| When::day(desk.today), |row| row.said.recorded.clone());
    html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" {
            title { (part::words(name)) ": changes" }
            id { (urn(&["feed", name])) }
            updated { (stamp(&updated)) }
            author { name { (part::words(name)) } }
            (PreEscaped("<link href=\"index.html\"/>"))
            @for row in rows.iter().take(LENGTH) { (entry(row, desk)) }
        }
    }
    .into_string()
}

fn entry(row: &table::Row<'_>, desk: &Desk<'_>) -> Markup {
    let id = row.record.claim.id.as_str();
    let said = row.said;
    let status = desk.status(row.record);
    let entry = &row.step.entry;
    html! {
        entry {
            title { (part::words(&headline(&row.step.change))) ": " (part::words(&status.statement)) }
            id { (urn(&[id, entry])) }
            updated { (stamp(&said.recorded)) }
            (PreEscaped(format!("<link href=\"claim/{id}.html\"/>")))
            summary {
                "Said " (said.said.as_ref().unwrap_or(&said.published))
                @if let Some(outlet) = &said.article.outlet { ", in " (part::words(outlet)) }
                ". The claim now stands: " (part::words(&words::status(&status))) "."
            }
        }
    }
}

fn stamp(when: &When) -> String {
    when.moment().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Returns a name for good, made from what is named.
fn urn(parts: &[&str]) -> String {
    let hash = Sha256::digest(parts.join("\n").as_bytes());
    let mut bytes: Vec<u8> = hash.iter().copied().take(16).collect();
    // The two marks of a UUID of version 8: made by a rule of its maker's own.
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let of = |from: usize, to: usize| hex[from..to].concat();
    format!("urn:uuid:{}-{}-{}-{}-{}", of(0, 4), of(4, 6), of(6, 8), of(8, 10), of(10, 16))
}
