//! Whole articles of ours: what a fact-checker must see, from the bytes to the change.

use std::fmt::Write as _;
use std::path::Path;

use claimbook::article::input::{Format, read};
use claimbook::article::{Article, Lines};
use claimbook::check::{Checker, Hand, Report, record};
use claimbook::claim::{Act, Mention, Stance};
use claimbook::extract::Extractor;
use claimbook::ledger::{Ledger, Writer, init};
use claimbook::lexicon;
use claimbook::status::{ChangeType, State};

fn article(name: &str) -> Article {
    let path = format!("{}/tests/fixtures/articles/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    read(std::fs::read(path).unwrap(), Format::Text).unwrap().remove(0)
}

fn check(folder: &Path, name: &str) -> Report {
    Checker::new(&Ledger::load(folder).unwrap()).check(&article(name))
}

fn mentions(name: &str) -> Vec<Mention> {
    Extractor::new(&lexicon::actors()).mentions(&article(name))
}

fn chain(mention: &Mention) -> Vec<&str> {
    let sources = mention.attribution.iter().filter_map(|link| link.source.as_ref());
    sources.map(|source| source.text.as_str()).collect()
}

/// Whose denial points to whom: the claimants of both mentions.
fn denial(mentions: &[Mention]) -> (&str, &str) {
    let denial = mentions.iter().find(|mention| mention.stance == Stance::Denies).unwrap();
    let target = denial.antecedent.as_deref().unwrap();
    let denied = mentions.iter().find(|mention| mention.id == target).unwrap();
    (*chain(denial).last().unwrap(), *chain(denied).last().unwrap())
}

#[test]
fn a_denial_two_sentences_away_finds_its_claim() {
    assert_eq!(denial(&mentions("denial-two-sentences-away")), ("Tehran", "The United States"));
}

#[test]
fn a_report_dismissed_as_groundless_is_denied() {
    assert_eq!(denial(&mentions("dismissed-as-groundless")), ("Apple", "Bloomberg"));
}

#[test]
fn a_wire_citing_a_broadcaster_citing_a_ministry_is_the_ministrys_claim() {
    let mentions = mentions("wire-citing-broadcaster");
    let toll = mentions.iter().find(|mention| !mention.figures.is_empty()).unwrap();
    assert_eq!(chain(toll), ["Reuters", "state television", "the defence ministry"]);
    assert_eq!(
        (toll.figures[0].value, toll.figures[0].measure.as_deref()),
        (176.0, Some("killed"))
    );
}

/// Records what a check of an article says.
fn keep(folder: &Path, report: &Report, hand: &Hand) {
    let mut writer = Writer::open(folder).unwrap();
    for write in record(report, hand) {
        write.claim.iter().for_each(|claim| drop(writer.create_claim(claim).unwrap()));
        write.entries.iter().for_each(|entry| drop(writer.append(&write.id, entry).unwrap()));
    }
}

fn hand(by: &str, day: &str) -> Hand {
    Hand { by: by.to_owned(), recorded: day.parse().unwrap(), accepted_by: None }
}

#[test]
fn a_recorded_claim_is_denied_by_a_later_article() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path(), "desk").unwrap();
    let first = check(folder.path(), "us-drones-claim");
    keep(folder.path(), &first, &hand("desk", "2022-07-12"));
    let again = check(folder.path(), "us-drones-claim");
    assert_eq!(record(&again, &hand("another", "2022-08-01")), [], "recording again adds nothing");

    let second = check(folder.path(), "tehran-trip");
    let change = second.changes.iter().find(|change| change.r#type == ChangeType::Denied).unwrap();
    assert_eq!((change.from, change.to), (Some(State::Reported), State::Denied));
    assert_eq!(change.by.as_deref(), Some("Russia"));
    assert!(change.claim.contains("iran"));
}

#[test]
fn a_party_that_denies_in_its_own_words_answers_the_claim() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path(), "desk").unwrap();
    let first = check(folder.path(), "bid-rumour");
    keep(folder.path(), &first, &hand("desk", "2024-05-01"));
    let second = check(folder.path(), "bid-denied");
    let change = second.changes.iter().find(|change| change.r#type == ChangeType::Denied).unwrap();
    assert_eq!(change.to, State::Denied);
    assert!(change.claim.contains("acquire"), "{}", change.claim);
}

#[test]
fn our_own_ledger_learns_of_a_second_denial() {
    let claims = concat!(env!("CARGO_MANIFEST_DIR"), "/claims");
    let report = check(claims.as_ref(), "tehran-trip");
    let drones = "2022-07-iran-drones-for-russia-4f1c";
    let change = report.changes.iter().find(|change| change.claim == drones).unwrap();
    assert_eq!((change.from, change.to), (Some(State::Denied), State::Denied));
    assert_eq!(change.by.as_deref(), Some("Russia"));
    let planned = report.mentions.iter().filter_map(|checked| checked.matched.as_ref());
    assert!(planned.into_iter().any(|found| found.claim == "2022-07-putin-tehran-visit-1c9e"));
}

#[test]
fn the_trip_is_split_as_a_fact_checker_would() {
    let article = article("tehran-trip");
    let lines = Lines::new(&article.text);
    let mut out = String::new();
    for mention in mentions("tehran-trip").iter().filter(|mention| mention.act == Act::Says) {
        let place = lines.place(mention.span.start);
        let points = mention.antecedent.as_deref().map_or(String::new(), |id| format!(" -> {id}"));
        let who =
            if mention.attribution.is_empty() { "the outlet" } else { &chain(mention).join(" > ") };
        writeln!(
            out,
            "{} {}:{} {who}: {} {} {} {}{points}",
            mention.id,
            place.line,
            place.column,
            mention.kind,
            mention.stance,
            mention.modality,
            mention.quotation
        )
        .unwrap();
        writeln!(out, "    {}", mention.statement).unwrap();
        for figure in &mention.figures {
            let measure = figure.measure.as_deref().unwrap_or("-");
            let delta = if figure.delta { ", delta" } else { "" };
            writeln!(
                out,
                "    {} = {} {:?}, {measure}{delta}",
                figure.text, figure.bound, figure.low
            )
            .unwrap();
        }
        for period in &mention.periods {
            let day = period.start.map_or("unresolved".to_owned(), |day| day.to_string());
            writeln!(out, "    {} = {day}, {}", period.text, period.role).unwrap();
        }
    }
    insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("mentions@tehran-trip", out);
    });
}
