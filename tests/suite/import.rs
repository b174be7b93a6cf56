//! `claims export` and `claims import`: from one ledger into another, all or none.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use claimbook::claim::Appearance;
use claimbook::ledger::{self, Ledger};
use tempfile::TempDir;

const HARBOUR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/harbour/claims");

fn claims(ledger: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_claims"))
        .args(arguments)
        .args(["--by", "importer", "--today", "2026-04-01", "--ledger"])
        .arg(ledger)
        .stdin(Stdio::null())
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

fn exports(form: &[&str]) -> String {
    let out = claims(Path::new(HARBOUR), &[&["export"], form].concat());
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// An empty ledger, and a file with this text beside it.
struct Desk {
    dir: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { dir: crate::ledger::empty() }
    }

    fn ledger(&self) -> PathBuf {
        self.dir.path().join("claims")
    }

    /// Imports a text and returns exit code, output and complaints.
    fn import(&self, form: &str, text: &str, more: &[&str]) -> (i32, String, String) {
        let file = self.dir.path().join("file");
        fs::write(&file, text).unwrap();
        let out =
            claims(&self.ledger(), &[&["import", form, file.to_str().unwrap()], more].concat());
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (out.status.code().unwrap(), text(out.stdout), text(out.stderr))
    }

    fn load(&self) -> Ledger {
        let ledger = Ledger::load(&self.ledger()).unwrap();
        assert_eq!((&ledger.broken, &ledger.untidy), (&Vec::new(), &Vec::new()));
        ledger
    }
}

#[test]
fn lines_carry_a_ledger_over_and_add_nothing_the_second_time() {
    let text = exports(&["ndjson"]);
    let desk = Desk::new();
    assert_eq!(desk.import("ndjson", &text, &["--dry-run"]).0, 0);
    assert!(desk.load().records.is_empty());
    assert_eq!(desk.import("ndjson", &text, &[]).0, 0);
    let harbour = Ledger::load(Path::new(HARBOUR)).unwrap();
    assert_eq!(desk.load().records, harbour.records);
    let again = desk.import("ndjson", &text, &[]);
    assert!(again.1.starts_with("imported 0 claims and 0 entries"), "{again:?}");
}

#[test]
fn tables_carry_claims_and_appearances_over() {
    for profile in [&[][..], &["--for", "excel"][..]] {
        let desk = Desk::new();
        let table = |name| exports(&[&["csv", "--table", name], profile].concat());
        assert_eq!(desk.import("csv", &table("claims"), &[]).0, 0);
        let entries = desk.import("csv", &table("entries"), &[]);
        assert_eq!(entries.0, 0, "{entries:?}");
        let (here, there) = (desk.load(), Ledger::load(Path::new(HARBOUR)).unwrap());
        assert_eq!(here.records.len(), there.records.len());
        for (new, old) in here.records.iter().zip(&there.records) {
            let facts = |record: &claimbook::claim::Record| {
                let claim = &record.claim;
                (claim.id.clone(), claim.kind, claim.planned_for, claim.parties.len())
            };
            assert_eq!(facts(new), facts(old));
            let said = |record: &claimbook::claim::Record| {
                let mut said: Vec<_> = record
                    .entries
                    .iter()
                    .filter_map(|stored| stored.entry.appearance())
                    .map(|it: &Appearance| {
                        let article = &it.article;
                        let published = it.published.to_string();
                        (published, article.outlet.clone(), it.stance, it.quote.clone())
                    })
                    .collect();
                said.sort();
                said.dedup();
                said
            };
            assert_eq!(said(new), said(old));
        }
    }
}

#[test]
fn reviews_carry_verdicts_over() {
    let feed = exports(&["claimreview"]);
    let desk = Desk::new();
    let done = desk.import("claimreview", &feed, &[]);
    assert_eq!(done.0, 0, "{done:?}");
    let rulings = |ledger: &Ledger| {
        let entries = ledger.records.iter().flat_map(|record| &record.entries);
        let verdicts = entries.filter(|stored| stored.entry.kind() == "verdict");
        verdicts.map(|stored| ledger::canonical(&stored.entry)).collect::<Vec<_>>()
    };
    assert_eq!(rulings(&desk.load()), rulings(&Ledger::load(Path::new(HARBOUR)).unwrap()));
}

#[test]
fn all_or_none_unless_a_part_will_do() {
    let text = "statement,kind\nThe port will close,policy\nThe mill burned down,weather\n";
    let desk = Desk::new();
    let (code, _, complaints) = desk.import("csv", text, &[]);
    assert_eq!(code, 2);
    assert!(complaints.contains("file:3: kind: `weather`"), "{complaints}");
    assert!(complaints.contains("nothing is imported: 1 of 2"), "{complaints}");
    assert!(desk.load().records.is_empty());
    assert_eq!(desk.import("csv", text, &["--partial"]).0, 1);
    assert_eq!(desk.load().records.len(), 1);
    let stray = "claim_id,published,stance\n2024-05-nowhere,2024-05-02,denies\n";
    let (code, _, complaints) = desk.import("csv", stray, &[]);
    assert_eq!(code, 2);
    assert!(complaints.contains("no claim `2024-05-nowhere`"), "{complaints}");
    for (form, text) in [("ndjson", ""), ("csv", "statement\n"), ("claimreview", "{")] {
        assert_eq!(desk.import(form, text, &[]).0, 2, "{form}");
    }
}

#[test]
fn large_imports_go_to_archives() {
    let mut text = "statement,kind,created\n".to_owned();
    for at in 0..1200 {
        let year = 2023 + at % 2;
        text.push_str(&format!("Pier {at} will close,policy,{year}-05-02\n"));
    }
    let desk = Desk::new();
    let (code, out, _) = desk.import("csv", &text, &[]);
    assert_eq!(code, 0);
    assert!(out.contains("archive/2023.jsonl, archive/2024.jsonl"), "{out}");
    assert_eq!(desk.load().records.len(), 1200);
    let again = desk.import("csv", &text, &[]);
    assert!(again.1.starts_with("imported 0 claims"), "{again:?}");
}

#[test]
fn a_line_of_fifty_megabytes_is_refused_and_stops_nobody() {
    let desk = Desk::new();
    let sound = exports(&["ndjson"]);
    let text = format!("{}\n{sound}", "x".repeat(50_000_000));
    let (code, _, said) = desk.import("ndjson", &text, &[]);
    assert_eq!(code, 2);
    assert!(said.contains("file:1: column 1: ") && said.len() < 1000, "{}", said.len());
    assert_eq!(desk.import("ndjson", &text, &["--partial"]).0, 1);
    assert_eq!(desk.load().records.len(), sound.lines().count());
}
