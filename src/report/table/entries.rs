use std::collections::BTreeMap;

use crate::claim::{Appearance, ENTRY_COLUMNS, Entry, Record, Stored};
use crate::report::Desk;
use crate::report::table::{Cell, Table};
use crate::status::{Status, WhyNot};

/// Returns one row an entry, in the order of claims and file names.
pub fn entries(desk: &Desk<'_>, rows: &[(&Record, Status)]) -> Table {
    let rows = rows
        .iter()
        .flat_map(|(record, status)| {
            record.entries.iter().map(move |stored| (record, status, stored))
        })
        .map(|(record, status, stored)| row(desk, record, status, stored))
        .collect();
    Table { columns: ENTRY_COLUMNS, rows }
}

/// Returns one row an entry, of these entries and in their order.
pub fn log(desk: &Desk<'_>, rows: &[(&Record, &Stored)]) -> Table {
    let mut folds: BTreeMap<&str, Status> = BTreeMap::new();
    let rows = rows.iter().map(|(record, stored)| {
        let id = record.claim.id.as_str();
        let status = folds.entry(id).or_insert_with(|| desk.status(record));
        row(desk, record, status, stored)
    });
    Table { columns: ENTRY_COLUMNS, rows: rows.collect() }
}

fn row(desk: &Desk<'_>, record: &Record, status: &Status, stored: &Stored) -> Vec<Cell> {
    let entry = &stored.entry;
    let reading = status.reading(&stored.name);
    let struck = reading.is_some_and(|row| row.why_not == Some(WhyNot::Struck))
        || record.entries.iter().any(
            |other| matches!(&other.entry, Entry::Strike(strike) if strike.entry == stored.name),
        );
    let said = entry.appearance();
    let link = said.and_then(|said| said.attribution.last());
    let source = link.and_then(|link| link.source.as_ref());
    let voice = reading.and_then(|row| row.voice.name.as_ref());
    let speaks_for = voice.filter(|name| source.is_some_and(|source| source.text != **name));
    vec![
        said.and_then(|said| said.said.as_ref()).into(),
        said.map(|said| &said.published).into(),
        entry.recorded().into(),
        entry.by().into(),
        accepted_by(desk, record, stored, said).into(),
        record.claim.id.as_str().into(),
        entry.kind().into(),
        said.map(|said| said.stance.name()).into(),
        said.map(|said| said.scope.name()).into(),
        source.map(|source| &source.text).into(),
        speaks_for.into(),
        source.map(|source| source.class.name()).into(),
        reading.map(|row| row.via.join(" > ")).into(),
        link.and_then(|link| link.cue.as_ref()).map(|cue| &cue.text).into(),
        said.map(|said| said.quotation.name()).into(),
        said.and_then(|said| said.quote.as_ref()).or(words(entry)).into(),
        said.and_then(|said| said.article.outlet.as_ref()).into(),
        said.and_then(|said| said.article.title.as_ref()).into(),
        url(entry).into(),
        said.and_then(|said| said.article.archive_url.as_ref()).into(),
        reading.map(|row| row.why_not.is_none()).into(),
        reading.and_then(|row| row.why_not).map(WhyNot::name).into(),
        struck.into(),
        (&stored.name).into(),
    ]
}

/// Returns the words of an entry that is no appearance.
fn words(entry: &Entry) -> Option<&String> {
    match entry {
        Entry::Verdict(verdict) => Some(&verdict.rating),
        Entry::Strike(strike) => Some(&strike.why),
        Entry::SameAs(other) | Entry::Distinct(other) => other.why.as_ref(),
        Entry::Amendment(amendment) => Some(&amendment.statement),
        Entry::Note(note) => Some(&note.text),
        Entry::Appearance(_) | Entry::Accept(_) => None,
    }
}

fn url(entry: &Entry) -> Option<&String> {
    match entry {
        Entry::Appearance(said) => said.article.url.as_ref(),
        Entry::Verdict(verdict) => Some(&verdict.url),
        _ => None,
    }
}

/// Returns who reviewed an appearance, before it was written or by an `accept` entry.
fn accepted_by<'a>(
    desk: &Desk<'a>,
    record: &'a Record,
    stored: &Stored,
    said: Option<&'a Appearance>,
) -> Option<&'a String> {
    if let Some(by) = said.and_then(|said| said.accepted_by.as_ref()) {
        return Some(by);
    }
    desk.entries(record).find_map(|other| match &other.entry {
        Entry::Accept(accept) if accept.entry == stored.name => Some(&accept.by),
        _ => None,
    })
}
