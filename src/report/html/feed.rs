use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::claim::When;
use crate::report::headline::headline;
use crate::report::html::part;
use crate::report::{Desk, Moved, words};

/// How many changes the feed holds.
const LENGTH: usize = 100;

/// Returns the last changes of a ledger as an Atom feed.
pub(super) fn feed(moves: &[Moved<'_>], desk: &Desk<'_>) -> String {
    let name = &desk.ledger.config.name;
    let updated = moves
        .first()
        .map_or_else(|| When::day(desk.today), |last| last.appearance.recorded.clone());
    html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" {
            title { (part::words(name)) ": changes" }
            id { (urn(&["feed", name])) }
            updated { (stamp(&updated)) }
            author { name { (part::words(name)) } }
            (PreEscaped("<link href=\"index.html\"/>"))
            @for moved in moves.iter().take(LENGTH) { (entry(moved, desk)) }
        }
    }
    .into_string()
}

fn entry(moved: &Moved<'_>, desk: &Desk<'_>) -> Markup {
    let id = moved.record.claim.id.as_str();
    let said = moved.appearance;
    let status = desk.status(moved.record);
    html! {
        entry {
            title { (part::words(&headline(&moved.change))) ": " (part::words(&status.statement)) }
            id { (urn(&[id, &moved.entry])) }
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
