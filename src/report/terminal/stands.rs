use chrono::{Datelike, NaiveDate};

use crate::check::{Checked, ClaimChange};
use crate::claim::{Quotation, Role, Stance};
use crate::report::layout::{cut, pad};
use crate::report::terminal::change::COLUMN;
use crate::report::terminal::page::Page;
use crate::report::{Desk, date, visible, words};
use crate::status::Position;

/// Adds who stands where: one row an actor, and the parties of whom nothing is on file.
pub(super) fn add(page: &mut Page, change: &ClaimChange, rows: &[&Checked], desk: &Desk<'_>) {
    let mut table = Vec::new();
    for position in &change.after.positions {
        let name = match &position.voice.name {
            Some(name) => name.clone(),
            None => "no source named".to_owned(),
        };
        let what = if position.reversed { "reverses" } else { words::stance(position.stance) };
        table.push((name, what, detail(position, change, rows, desk)));
    }
    let record = desk.record(&change.claim);
    for party in record.iter().flat_map(|record| &record.claim.parties) {
        let top = desk.actors.name(desk.actors.roll_up(&party.actor));
        if !table.iter().any(|(name, ..)| name == top) {
            table.push((top.to_owned(), "", "nothing on file".to_owned()));
        }
    }
    let names = table.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0).min(24);
    for (number, (name, what, detail)) in table.iter().enumerate() {
        if number == 0 {
            page.blank();
        }
        let label = if number == 0 { pad("  stands", COLUMN) } else { " ".repeat(COLUMN) };
        let name = pad(&cut(&visible(name), names), names);
        let column = COLUMN + names + 3;
        if what.is_empty() {
            page.entry(&format!("{label}{name}   "), column, detail);
        } else {
            page.entry(&format!("{label}{name}   {} ", pad(what, 12)), column + 13, detail);
        }
    }
}

/// Returns what a change rests on: `, a party to it (indirect, 1 article)`.
pub(super) fn basis(change: &ClaimChange, rows: &[&Checked]) -> String {
    let by = change.by.as_deref();
    let position =
        change.after.positions.iter().find(|position| position.voice.name.as_deref() == by);
    let mut parts = Vec::new();
    if position.is_some_and(|position| position.party && position.stance == Stance::Denies) {
        parts.push("a party to it".to_owned());
    }
    if let Some(row) = rows.first() {
        let quoted = words::quoted(row.mention.quotation);
        parts.extend((!quoted.is_empty()).then(|| quoted.to_owned()));
    }
    if let Some(position) = position {
        let mut articles: Vec<_> = change
            .after
            .readings
            .iter()
            .filter(|reading| reading.voice == position.voice && reading.stance == position.stance)
            .map(|reading| &reading.article)
            .collect();
        articles.sort();
        articles.dedup();
        if !articles.is_empty() {
            parts.push(words::count(articles.len(), "article"));
        }
    }
    if parts.is_empty() { String::new() } else { format!("({})", parts.join(", ")) }
}

/// Returns when, who in person, and whether quoted: `11 July, security adviser, quoted`.
fn detail(position: &Position, change: &ClaimChange, rows: &[&Checked], desk: &Desk<'_>) -> String {
    let year = Some(desk.today.year());
    let day = |known: bool, day: NaiveDate| {
        let day = date::near(day, year);
        if known { day } else { format!("by {day}") }
    };
    let mut parts = Vec::new();
    let (who, quotation) = match desk.appearance(&change.claim, &position.entry) {
        Some(appearance) => {
            parts.push(day(appearance.said.is_some(), position.since.date()));
            let source = appearance.attribution.last().and_then(|link| link.source.as_ref());
            (source.map(|source| source.text.clone()), Some(appearance.quotation))
        }
        None => {
            let row = rows.iter().find(|row| row.change.by == position.voice.name);
            let said = row.is_some_and(|row| {
                row.mention
                    .periods
                    .iter()
                    .any(|period| period.role == Role::Said && period.start.is_some())
            });
            parts.push(day(said, position.since.date()));
            let source = row.and_then(|row| row.mention.claimant());
            (source.map(|source| source.text.clone()), row.map(|row| row.mention.quotation))
        }
    };
    if let Some(who) = who.filter(|who| position.voice.name.as_ref() != Some(who)) {
        parts.push(who);
    }
    if let Some(quotation) = quotation {
        parts.push(if quotation == Quotation::Direct || quotation == Quotation::Mixed {
            "quoted".to_owned()
        } else {
            "not quoted".to_owned()
        });
    }
    parts.join(", ")
}
