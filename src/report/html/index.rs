use maud::{Markup, html};
use serde_json::{Value, json};

use crate::claim::{Kind, Record};
use crate::report::html::claim::data;
use crate::report::html::page::{Page, Style};
use crate::report::html::{look, part};
use crate::report::{Desk, words};
use crate::status::{State, Status};

/// How many claims a plain list holds.
const LENGTH: usize = 200;
/// What the first page does when its reader searches.
const SCRIPT: &str = include_str!("index.js");

/// One claim in the lists.
pub(super) struct Item<'a> {
    /// The claim.
    pub(super) record: &'a Record,
    /// Its fold.
    pub(super) status: &'a Status,
}

/// Returns the lists of all claims, last said first, as paths and pages; the first one can be searched.
///
/// `items` stand in the order in which they are listed.
pub(super) fn lists(items: &[Item<'_>], desk: &Desk<'_>) -> Vec<(String, String)> {
    let pages = items.len().div_ceil(LENGTH).max(1);
    let part = |page: usize| items.chunks(LENGTH).nth(page).unwrap_or(&[]);
    let mut out = vec![("index.html".to_owned(), first(items, part(0), pages, desk))];
    for page in 1..pages {
        out.push((
            format!("list/{}.html", page + 1),
            further(items, part(page), page, pages, desk),
        ));
    }
    out
}

fn first(items: &[Item<'_>], shown: &[Item<'_>], pages: usize, desk: &Desk<'_>) -> String {
    let main = html! {
        (head(items, desk))
        (search(items, desk))
        ol #list.list { @for item in shown { (row(item, "", desk)) } }
        p #none hidden { "No claim is like this." }
        button #more type="button" hidden { "Show more" }
        (links(0, pages))
        template #row { (blank()) }
        (data("application/json", &table(items, desk)))
    };
    frame(
        "style.css",
        "feed.xml",
        Some(SCRIPT),
        &desk.ledger.config.name,
        html! { b { "claims" } },
        &main,
    )
}

fn further(
    items: &[Item<'_>],
    shown: &[Item<'_>],
    page: usize,
    pages: usize,
    desk: &Desk<'_>,
) -> String {
    let main = html! {
        (head(items, desk))
        ol.list { @for item in shown { (row(item, "../", desk)) } }
        (links(page, pages))
    };
    let title = format!("{}, page {}", desk.ledger.config.name, page + 1);
    let banner = html! { a href="../index.html" { (part::words(&desk.ledger.config.name)) } " \u{b7} page " (page + 1) };
    frame("../style.css", "../feed.xml", None, &title, banner, &main)
}

fn frame(
    style: &'static str,
    feed: &str,
    script: Option<&'static str>,
    title: &str,
    banner: Markup,
    main: &Markup,
) -> String {
    Page {
        title: &part::words(title),
        style: Style::File(style),
        script,
        head: html! { link rel="alternate" type="application/atom+xml" href=(feed) title="Status changes"; },
        banner: html! { p { (banner) " \u{b7} a ledger of claims \u{b7} " a href=(feed) { "changes as a feed" } } },
        footer: html! { p { "The status of a claim follows from its entries by rule; it is no verdict. claims " (env!("CARGO_PKG_VERSION")) } },
    }
    .render(main)
}

fn head(items: &[Item<'_>], desk: &Desk<'_>) -> Markup {
    let overdue = items.iter().filter(|item| item.status.overdue(desk.today)).count();
    html! {
        header.head {
            h1 { (part::words(&desk.ledger.config.name)) }
            p.sum {
                b { (words::count(items.len(), "claim")) }
                @for state in State::ALL {
                    @let number = items.iter().filter(|item| item.status.state == *state).count();
                    @if number > 0 { ", " (number) " " (name(*state)) }
                }
                @if overdue > 0 { "; " (overdue) " overdue" }
                "."
            }
        }
    }
}

/// Returns a status as a group of claims, where no one stands for all.
fn name(state: State) -> &'static str {
    match state {
        State::Open => "with nothing on file",
        State::Retracted => "taken back",
        State::Denied => "denied by a party or an authority",
        State::Disputed => "disputed between sources",
        State::Confirmed => "confirmed by a party or an authority",
        State::Corroborated => "with several sources",
        State::Reported => "reported",
    }
}

/// Returns a claim in a list.
fn row(item: &Item<'_>, up: &str, desk: &Desk<'_>) -> Markup {
    let (claim, status) = (&item.record.claim, item.status);
    let look = look::state(status.state);
    html! {
        li.item.(look.class) {
            b.sign { (look.sign) }
            div {
                a href={ (up) "claim/" (claim.id) ".html" } { (part::words(&status.statement)) }
                p { b.verb { (part::words(&words::status(status))) } " \u{b7} " span { (facts(item, desk)) } }
            }
        }
    }
}

/// Returns the same without a claim, for the page's program to fill in.
fn blank() -> Markup {
    html! { li.item { b.sign {} div { a href="index.html" { "\u{2026}" } p { b.verb {} " \u{b7} " span {} } } } }
}

/// Returns kind, articles, days.
fn facts(item: &Item<'_>, desk: &Desk<'_>) -> String {
    let status = item.status;
    let mut parts =
        vec![item.record.claim.kind.name().to_owned(), words::count(status.articles, "article")];
    if let Some(last) = &status.last_said {
        parts.push(format!("last said {}", last.date().format("%-d %b %Y")));
    }
    if let Some(day) = status.planned_for {
        let late = if status.overdue(desk.today) { ", OVERDUE" } else { "" };
        parts.push(format!("planned for {}{late}", day.format("%-d %b %Y")));
    }
    parts.join(" \u{b7} ")
}

fn search(items: &[Item<'_>], desk: &Desk<'_>) -> Markup {
    let states =
        State::ALL.iter().filter(|state| items.iter().any(|item| item.status.state == **state));
    let kinds =
        Kind::ALL.iter().filter(|kind| items.iter().any(|item| item.record.claim.kind == **kind));
    let actors = names(items, |item| parties(item, desk));
    let voices = names(items, voices);
    html! {
        form.filter #filter role="search" hidden {
            label.wide { "Search " input type="search" name="q" autocomplete="off" spellcheck="false"; }
            label { "Status " select name="state" { option value="" { "all" }
                @for state in states { option value=(state.name()) { (name(*state)) } } } }
            label { "Kind " select name="kind" { option value="" { "all" } @for kind in kinds { option { (kind.name()) } } } }
            label { "Party " input name="actor" list="actors" autocomplete="off"; }
            label { "Voice " input name="voice" list="voices" autocomplete="off"; }
            label.chip { input type="checkbox" name="overdue"; " overdue" }
            label { "Sort " select name="sort" {
                option value="last" { "last said" } option value="first" { "first said" } option value="articles" { "articles" }
                option value="planned" { "planned day" } option value="text" { "statement" } } }
            button type="reset" { "Show all" }
            output {}
            datalist #actors { @for name in actors { option value=(part::words(&name)) {} } }
            datalist #voices { @for name in voices { option value=(part::words(&name)) {} } }
        }
    }
}

/// Returns the claims as rows of a table for the page's program, as short as can be.
fn table(items: &[Item<'_>], desk: &Desk<'_>) -> Value {
    let day = |when: Option<&crate::claim::When>| {
        when.map_or(String::new(), |when| when.date().to_string())
    };
    let rows: Vec<Value> = items
        .iter()
        .map(|item| {
            let (claim, status) = (&item.record.claim, item.status);
            let look = look::state(status.state);
            json!([
                claim.id,
                part::words(&status.statement),
                status.state.name(),
                look.class,
                look.sign,
                part::words(&words::status(status)),
                claim.kind,
                facts(item, desk),
                parties(item, desk).join("|"),
                voices(item).join("|"),
                day(status.first_said.as_ref()),
                day(status.last_said.as_ref()),
                status.articles,
                status.planned_for,
                u8::from(status.overdue(desk.today)),
            ])
        })
        .collect();
    Value::Array(rows)
}

fn parties(item: &Item<'_>, desk: &Desk<'_>) -> Vec<String> {
    item.record
        .claim
        .parties
        .iter()
        .map(|party| desk.actors.name(&party.actor).to_owned())
        .collect()
}

fn voices(item: &Item<'_>) -> Vec<String> {
    item.status.positions.iter().filter_map(|position| position.voice.name.clone()).collect()
}

fn names(items: &[Item<'_>], of: impl Fn(&Item<'_>) -> Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = items.iter().flat_map(of).collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn links(page: usize, pages: usize) -> Markup {
    let path = |to: usize| match (page, to) {
        (0, 0) => "index.html".to_owned(),
        (_, 0) => "../index.html".to_owned(),
        (0, to) => format!("list/{}.html", to + 1),
        (_, to) => format!("{}.html", to + 1),
    };
    html! {
        @if pages > 1 {
            nav #pages aria-label="Pages" {
                @for to in 0..pages {
                    @if to == page { b aria-current="page" { (to + 1) } } @else { a href=(path(to)) { (to + 1) } }
                    " "
                }
            }
        }
    }
}
