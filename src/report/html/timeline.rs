use maud::{Markup, html};

use crate::claim::{Entry, Strike};
use crate::report::html::part;
use crate::report::{Desk, words};
use crate::status::{Reading, Status, WhyNot};

/// Everything that one voice said, or that nobody named said.
struct Lane<'a> {
    name: Option<&'a str>,
    readings: Vec<&'a Reading>,
}

/// Returns who said what when, by voice: those who reverse themselves first, relays under their source.
pub(super) fn timeline(id: &str, status: &Status, desk: &Desk<'_>) -> Markup {
    last(id, status, desk, usize::MAX)
}

/// Returns no more than so many of the last readings, and says how many are left out.
pub(super) fn last(id: &str, status: &Status, desk: &Desk<'_>, most: usize) -> Markup {
    let strikes = strikes(id, desk);
    let left_out = status.readings.len().saturating_sub(most);
    html! {
        @if left_out > 0 {
            p { (left_out) " before these: " code { "claims show " (id) } }
        }
        @for lane in lanes(&status.readings[left_out..]) {
            section.lane {
                h3 { (part::words(lane.name.unwrap_or("No source named"))) " " small { (counts(&lane)) } }
                ol { @for reading in &lane.readings { (row(id, reading, lane.name, &strikes, desk)) } }
            }
        }
    }
}

fn lanes(readings: &[Reading]) -> Vec<Lane<'_>> {
    let mut out: Vec<Lane<'_>> = Vec::new();
    for reading in readings {
        let name = reading.voice.name.as_deref();
        match out.iter_mut().find(|lane| lane.name == name) {
            Some(lane) => lane.readings.push(reading),
            None => out.push(Lane { name, readings: vec![reading] }),
        }
    }
    // The sort is stable: within each half the order of the first word stays.
    out.sort_by_key(|lane| !lane.readings.iter().any(|reading| reading.reversed));
    out
}

/// Returns how many articles there are to one voice: the same word told often is one source.
fn counts(lane: &Lane<'_>) -> String {
    let standing = lane.readings.iter().filter(|reading| reading.stands());
    let mut articles: Vec<&str> = standing.map(|reading| reading.article.as_str()).collect();
    articles.sort_unstable();
    articles.dedup();
    if articles.is_empty() {
        return "nothing that stands".to_owned();
    }
    let articles = words::count(articles.len(), "article");
    if lane.name.is_some() {
        format!("{articles}, 1 source")
    } else {
        format!("{articles}, no source")
    }
}

fn row(
    id: &str,
    reading: &Reading,
    voice: Option<&str>,
    strikes: &[&Strike],
    desk: &Desk<'_>,
) -> Markup {
    let entry = desk.appearance(id, &reading.entry);
    let struck = strikes.iter().find(|strike| strike.entry == reading.entry);
    let why_not = reading.why_not.filter(|why| *why != WhyNot::Struck).map(WhyNot::name);
    let claimant = reading.claimant.as_deref().filter(|text| Some(*text) != voice);
    let said = html! {
        (part::time(&reading.said)) " "
        @if reading.reversed { b.odds { "! reverses: " } }
        (part::manner(reading.stance, reading.scope, reading.quotation))
        @if let Some(who) = claimant { ", " (part::words(who)) }
        @if !reading.via.is_empty() { ", via " (part::words(&reading.via.join(", "))) }
        @if let Some(entry) = entry {
            ", in " (part::link(entry.article.url.as_deref(), entry.article.outlet.as_deref().unwrap_or("an article")))
            @if let Some(copy) = &entry.article.archive_url { " (" (part::link(Some(copy), "archived")) ")" }
        } @else { ", in the article at hand" }
        @if let Some(why) = why_not { small { ", not counted: " (why) } }
        @if !reading.accepted && entry.is_some() { small { ", not reviewed" } }
        @if let Some(quote) = entry.and_then(|entry| entry.quote.as_ref()) { q { (part::words(quote)) } }
    };
    html! {
        li {
            @if let Some(strike) = struck {
                s { (said) }
                p { "Struck by " (part::words(&strike.by)) ": " (part::words(&strike.why)) }
            } @else { (said) }
        }
    }
}

fn strikes<'a>(id: &str, desk: &Desk<'a>) -> Vec<&'a Strike> {
    let entries = desk.record(id).into_iter().flat_map(|record| desk.entries(record));
    entries
        .filter_map(|stored| match &stored.entry {
            Entry::Strike(strike) => Some(strike),
            _ => None,
        })
        .collect()
}
