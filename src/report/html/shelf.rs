use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::check::Report;
use crate::claim::{Appearance, Record};
use crate::report::html::{part, plot, sides};
use crate::report::{Desk, words};
use crate::status::Status;

/// How many entries of a claim are listed: its last ones.
const ENTRIES: usize = 12;

/// Returns what is on file of the claims that an article touches, so that its page needs no other.
pub(super) fn shelf(report: &Report, folds: &BTreeMap<String, Status>, desk: &Desk<'_>) -> Markup {
    html! {
        @if !folds.is_empty() {
            section.shelf {
                h2 { "On file" }
                @for (id, before) in folds {
                    @let after = report.changes.iter().find(|row| row.claim == *id).map(|row| &row.after);
                    section.filed id={ "c-" (id) } {
                        h3 { (part::words(&before.statement)) }
                        p.id { code { (id) } }
                        p { "Before: " (part::words(&words::status(before))) ". After: "
                            b { (part::words(&words::status(after.unwrap_or(before)))) } "." }
                        (sides::sides(after.unwrap_or(before)))
                        (plot::plots(after.unwrap_or(before)))
                        @if let Some(record) = (desk.find)(id) { (entries(id, record)) }
                    }
                }
            }
        }
    }
}

fn entries(id: &str, record: &Record) -> Markup {
    let rows: Vec<(&str, &Appearance)> = record
        .entries
        .iter()
        .filter_map(|stored| Some((stored.name.as_str(), stored.entry.appearance()?)))
        .collect();
    let skipped = rows.len().saturating_sub(ENTRIES);
    html! {
        ol.entries {
            @if skipped > 0 { li { (words::count(skipped, "earlier entry")) } }
            @for (name, entry) in &rows[skipped..] {
                li {
                    time { (entry.said.as_ref().unwrap_or(&entry.published)) } " "
                    (part::chain(&entry.attribution)) ": "
                    (words::stance(entry.stance)) ", in "
                    (part::link(entry.article.url.as_deref(), entry.article.outlet.as_deref().unwrap_or("an article")))
                    br; code { (part::words(id)) "/" (part::words(name)) }
                }
            }
        }
    }
}
