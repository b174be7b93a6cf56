use maud::{Markup, PreEscaped, html};
use serde_json::Value;

use crate::claim::{Entry, Record, Relation, Stored};
use crate::report::html::page::{Page, Style};
use crate::report::html::{look, part, plot, sides, timeline, verdict};
use crate::report::{Desk, date, open, words};
use crate::status::Status;

/// Returns the page of one claim.
pub(super) fn claim(
    record: &Record,
    status: &Status,
    review: Option<&Value>,
    desk: &Desk<'_>,
) -> String {
    let id = record.claim.id.as_str();
    let main = html! {
        (head(record, status, desk))
        section.standing {
            (sides::sides(status))
            (plot::plots(status))
            @let open = open::questions(desk, record, status);
            @if !open.is_empty() { h2 { "Open" } ul.ask { @for question in &open { li { (part::words(question)) } } } }
        }
        section {
            h2 { "Timeline, by voice" }
            @if status.readings.is_empty() { p { "Nothing on file." } }
            (timeline::timeline(id, status, desk))
        }
        (desk_work(record, desk))
    };
    Page {
        title: &part::words(&format!("{}: {}", words::status(status), status.statement)),
        style: Style::File("../style.css"),
        script: None,
        head: html! {
            link rel="alternate" type="application/atom+xml" href="../feed.xml" title="Status changes";
            @if let Some(review) = review { (data("application/ld+json", review)) }
        },
        banner: html! { p { a href="../index.html" { (part::words(&desk.ledger.config.name)) } " \u{b7} a claim" } },
        footer: html! {
            p { "The status follows from the entries by rule; a verdict is a person's. claims " (env!("CARGO_PKG_VERSION")) }
        },
    }
    .render(&main)
}

/// Returns data in a script element: no text in it can close the element.
pub(super) fn data(kind: &str, value: &Value) -> Markup {
    let text = value.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028");
    html! { script type=(kind) { (PreEscaped(text)) } }
}

fn head(record: &Record, status: &Status, desk: &Desk<'_>) -> Markup {
    let claim = &record.claim;
    let look = look::state(status.state);
    html! {
        header.head.(look.class) {
            p.kicker {
                (claim.kind.name())
                @for tag in &claim.tags { " \u{b7} " (part::words(tag)) }
            }
            h1 { (part::words(&status.statement)) }
            p.id { code { (claim.id) } }
            (verdict::verdict(claim.id.as_str(), status, desk))
            p.status { b.sign { (look.sign) } " " b.verb { (part::words(&words::status(status))) }
                @if let Some(since) = &status.since { small { " since " (part::time(since)) } }
            }
            p.rule { (look::rule(status)) }
            p.facts {
                (words::count(status.articles, "article")) ", " (words::count(status.sources.len(), "separate source"))
                @if !status.sources.is_empty() { ": " (part::words(&words::names(&status.sources))) }
                @if status.unnamed > 0 { "; " (words::count(status.unnamed, "article")) " with no source named" }
                "."
                @if status.at_odds { b.odds { " ! Figures are at odds." } }
                @if status.reversed { b.odds { " ! A source reversed itself." } }
            }
            @if let Some(day) = status.planned_for {
                p { "Planned for " (date::long(day)) ": " (words::phase(status.phase))
                    @if status.overdue(desk.today) { b.odds { " ! overdue, nobody has said that it took place" } } }
            }
            @if !claim.parties.is_empty() {
                p.facts { "Parties: " @for (at, party) in claim.parties.iter().enumerate() {
                    @if at > 0 { ", " } (part::words(desk.actors.name(&party.actor)))
                } "." }
            }
        }
    }
}

/// Returns what the desk itself did: earlier statements, notes, relations.
fn desk_work(record: &Record, desk: &Desk<'_>) -> Markup {
    let work: Vec<&Stored> = record
        .entries
        .iter()
        .filter(|stored| {
            matches!(
                stored.entry,
                Entry::Amendment(_) | Entry::Note(_) | Entry::SameAs(_) | Entry::Distinct(_)
            )
        })
        .collect();
    html! {
        @if !work.is_empty() {
            section.desk {
                h2 { "From the desk" }
                ol.entries {
                    @for stored in work {
                        li { (part::time(stored.entry.recorded())) " " (part::words(stored.entry.by())) ": "
                            @match &stored.entry {
                                Entry::Amendment(entry) => {
                                    "puts it as " q { (part::words(&entry.statement)) }
                                    @if let Some(why) = &entry.why { " (" (part::words(why)) ")" }
                                }
                                Entry::Note(entry) => (part::words(&entry.text)),
                                Entry::SameAs(entry) => { "the same claim as " (other(entry, desk)) }
                                Entry::Distinct(entry) => { "not the same claim as " (other(entry, desk)) }
                                _ => {}
                            }
                        }
                    }
                }
            }
        }
    }
}

fn other(relation: &Relation, desk: &Desk<'_>) -> Markup {
    let id = relation.other.as_str();
    html! {
        @match desk.record(id) {
            Some(record) => a href={ (id) ".html" } { (part::words(&record.claim.statement)) },
            None => code { (id) },
        }
        @if let Some(why) = &relation.why { " (" (part::words(why)) ")" }
    }
}
