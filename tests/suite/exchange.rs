//! Foreign formats: there and back again, and what others write by mistake.

use std::fs;
use std::path::Path;

use claimbook::claim::{Actors, Entry, Record, Verdict};
use claimbook::exchange::{self, Import, Origin};
use claimbook::lexicon;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::values;

fn origin() -> Origin {
    Origin {
        by: "importer".to_owned(),
        recorded: "2024-06-30T12:00:00Z".parse().unwrap(),
        today: chrono::NaiveDate::from_ymd_opt(2024, 6, 30).unwrap(),
    }
}

fn fixture(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join("tests/fixtures/exchange").join(name)).unwrap()
}

fn feed(text: &str) -> Import {
    exchange::import_claimreview(text, &origin(), &lexicon::is_stop_word)
}

fn sheet(text: &str) -> Import {
    exchange::import_csv(text, &origin(), &Actors::default(), &lexicon::is_stop_word)
}

fn show(import: &Import) -> String {
    let mut out = format!("{} records\n", import.read);
    for record in &import.records {
        let claim = &record.claim;
        out.push_str(&format!("{} {} {:?}\n", claim.created, claim.id, claim.statement));
        for stored in &record.entries {
            out.push_str(&format!("  {} {}\n", stored.name, line(&stored.entry)));
        }
    }
    for (id, entry) in &import.entries {
        out.push_str(&format!("{id}\n  {}\n", line(entry)));
    }
    for (word, faults) in [("refused", &import.faults), ("note", &import.notes)] {
        for fault in faults {
            out.push_str(&format!("{word} {}:{} {}\n", fault.record, fault.line, fault.reason));
        }
    }
    out
}

fn line(entry: &Entry) -> String {
    match entry {
        Entry::Verdict(verdict) => format!(
            "{} by {} on {}: {:?} {:?}",
            verdict.rating,
            verdict.by,
            verdict.recorded,
            verdict.scale.as_ref().map(|scale| (scale.value, scale.best, scale.worst)),
            verdict.note
        ),
        Entry::Appearance(it) => {
            let chain: Vec<_> =
                it.attribution.iter().filter_map(|link| link.source.as_ref()).collect();
            let chain: Vec<_> = chain.iter().map(|source| source.text.as_str()).collect();
            let article = &it.article;
            format!(
                "{} {} {:?} {:?} {:?} [{}]",
                it.published,
                it.stance,
                article.outlet,
                article.title,
                article.url,
                chain.join(" > ")
            )
        }
        other => other.kind().to_owned(),
    }
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({snapshot_path => "../../snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn what_others_break_is_read_or_refused_with_a_reason() {
    snapshot("exchange_claimreview", &show(&feed(&fixture("feed.json"))));
}

#[test]
fn reviews_stand_alone_in_lists_in_graphs_and_one_a_line() {
    let one = r#"{"@type": "ClaimReview", "claimReviewed": "The ferry sank", "url": "https://a.example/1",
        "author": "Ann", "reviewRating": "False", "datePublished": "2024-05-01"}"#;
    let other = one.replace("ferry", "barge").replace('\n', " ");
    let flat = one.replace('\n', " ");
    for text in [
        format!("[{one},{other}]"),
        format!("{{\"@graph\": [{one},{other}]}}"),
        format!("{flat}\n{other}\n"),
        format!("\u{feff}[{one},{other},]"),
        format!("{flat}\n{{\"@type\": \n{other}\n"),
    ] {
        assert_eq!(feed(&text).records.len(), 2, "{text}");
    }
    assert_eq!(feed(&format!("{flat}\n{{\"@type\": \n{other}\n")).faults[0].line, 2);
    let again = feed(&format!("[{one},{}]", one.replace("Ann", "Bob")));
    assert_eq!((again.records.len(), again.records[0].entries.len()), (1, 2));
}

#[test]
fn bad_rows_of_a_table_have_numbers_and_lines() {
    snapshot("exchange_csv", &show(&sheet(&fixture("entries.csv"))));
    for (text, reason) in [
        ("", "the header names neither"),
        ("name,age\n", "the header names neither"),
        ("statement,colour\n", "there is no column `colour`"),
    ] {
        assert!(sheet(text).faults[0].reason.contains(reason), "{text}");
    }
    let claims = sheet(
        "statement,kind,planned_for\nThe port will close,policy,2024-07-01\n,deal,\nX,weather,\n",
    );
    assert_eq!((claims.records.len(), claims.faults.len()), (1, 2), "{claims:?}");
    assert!(claims.records[0].claim.id.as_str().starts_with("2024-06-port-close"));
}

#[test]
fn only_the_verdict_of_a_person_is_published() {
    let mut record = Record { claim: crate::ledger::claim("2024-05-port-1"), entries: Vec::new() };
    let verdict = |by: &str, url: &str, scale: &str| {
        let text = format!(
            r#"{{"schema": "entry-1", "type": "verdict", "recorded": "2024-05-20", "by": "{by}", "rating": "False",
                "scale": {scale}, "note": null, "url": "{url}"}}"#
        );
        let entry = claimbook::ledger::parse_entry(&text).unwrap();
        vec![claimbook::claim::Stored { name: claimbook::ledger::entry_name(&entry), entry }]
    };
    assert!(exchange::export_claimreview("Desk", [&record]).is_empty());
    for (by, url, scale, reason) in [
        ("", "https://a.example", "null", "no person"),
        ("unknown", "https://a.example", "null", "no person"),
        ("Ann", "a.example", "null", "no page"),
        ("Ann", "https://a.example", r#"{"value": 0, "best": 5, "worst": 0}"#, "outside its scale"),
        ("Ann", "https://a.example", r#"{"value": 1, "best": 1, "worst": 5}"#, "outside its scale"),
    ] {
        record.entries = verdict(by, url, scale);
        let feed = exchange::export_claimreview("Desk", [&record]);
        assert!(feed.is_empty() && feed.omitted[0].reason.contains(reason), "{feed:?}");
    }
    record.entries =
        verdict("Ann", "https://a.example/x", r#"{"value": 2, "best": 5, "worst": 1}"#);
    let feed = exchange::export_claimreview("Desk", [&record]);
    assert_eq!((feed.len(), feed.omitted.len()), (1, 0));
    snapshot("exchange_export_claimreview", &serde_json::to_string_pretty(&feed).unwrap());
}

fn verdicts(record: &Record) -> Vec<&Verdict> {
    let mut out = Vec::new();
    for stored in &record.entries {
        if let Entry::Verdict(verdict) = &stored.entry {
            out.push(verdict);
        }
    }
    out
}

/// A record whose one verdict may be published.
fn published() -> BoxedStrategy<Record> {
    let address = "https://[a-z]{1,8}\\.example/[a-z0-9]{1,8}";
    let scale = proptest::option::of((10_u32..50).prop_map(|n| f64::from(n) / 10.0));
    (values::record(), address, "[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", scale)
        .prop_map(|(mut record, url, by, value)| {
            let text = claimbook::ledger::canonical(&Verdict {
                schema: Entry::SCHEMA.to_owned(),
                r#type: "verdict".to_owned(),
                recorded: "2031-01-01".parse().unwrap(),
                by,
                rating: "Half true".to_owned(),
                scale: value.map(|value| claimbook::claim::Scale { value, best: 5.0, worst: 1.0 }),
                note: Some("Two of three".to_owned()),
                url,
            });
            let entry = claimbook::ledger::parse_entry(&text).unwrap();
            let only =
                claimbook::claim::Stored { name: claimbook::ledger::entry_name(&entry), entry };
            let said = |stored: &claimbook::claim::Stored| stored.entry.appearance().is_some();
            record.entries.retain(said);
            record.entries.push(only);
            record.claim.statement =
                record.claim.statement.split_whitespace().collect::<Vec<_>>().join(" ");
            record
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn lines_lose_nothing(mut records in vec(values::record(), 0..5)) {
        records.sort_by(|a, b| a.claim.id.cmp(&b.claim.id));
        records.dedup_by(|a, b| a.claim.id == b.claim.id);
        let mut out = Vec::new();
        exchange::export_ndjson(&records, &mut out).unwrap();
        let import = exchange::import_ndjson(&String::from_utf8(out).unwrap());
        prop_assert_eq!(&import.faults, &[]);
        prop_assert_eq!(import.records, records);
    }

    #[test]
    fn reviews_come_back_with_claim_and_verdict(record in published()) {
        let feed = exchange::export_claimreview("Desk", [&record]);
        prop_assert_eq!(&feed.omitted, &[]);
        let text = serde_json::to_string(&feed).unwrap();
        let import = self::feed(&text);
        prop_assert_eq!(&import.faults, &[]);
        prop_assert_eq!(&import.notes, &[]);
        let back = &import.records[0];
        prop_assert_eq!(&back.claim.id, &record.claim.id);
        prop_assert_eq!(&back.claim.statement, &record.claim.statement);
        prop_assert_eq!(verdicts(back), verdicts(&record));
    }

    #[test]
    fn no_text_breaks_an_import(text in "\\PC{0,200}", tail in "[\\[\\]{}\",:\n a-z@]{0,80}") {
        for document in [&text, &tail, &format!("{{\"claimReviewed\": {tail}"), &format!("statement\n{text}")] {
            let _ = feed(document);
            let _ = sheet(document);
            let _ = exchange::import_ndjson(document);
        }
    }
}
