//! `cargo bench --bench lint`: how long a ledger takes to read and to judge, beside `git status` on the same folder.

#![allow(clippy::print_stdout)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use claimbook::claim::{Record, Stored};
use claimbook::ledger::{self, Ledger, Writer};
use claimbook::lint::{self, Context};

fn main() {
    let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).expect("a day");
    let dir = tempfile::tempdir().expect("a folder");
    for (what, claims, make) in [
        ("100,000 claims in an archive", dir.path().join("archive/claims"), archive as fn(&Path)),
        ("10,000 folders, 40,000 entries", dir.path().join("folders/claims"), folders),
    ] {
        ledger::init(&claims, "bench").expect("a ledger");
        make(&claims);
        git(&claims, &["init", "-q"]);
        git(&claims, &["add", "-A"]);
        git(
            &claims,
            &["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-q", "-m", "x"],
        );
        let load = best(|| {
            Ledger::load(&claims).expect("a ledger");
        });
        let lint = best(|| {
            let ledger = Ledger::load(&claims).expect("a ledger");
            let findings = lint::check(&Context::new(&ledger, today, None));
            assert_eq!(findings, [], "the ledger is sound");
        });
        let status = best(|| git(&claims, &["status", "--porcelain"]));
        println!(
            "{what}: read {load:.2?}, lint {lint:.2?}, git status {status:.2?}, peak {}",
            peak()
        );
    }
}

/// The shortest of five runs: the others say what else the machine did.
fn best(mut run: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..5).map(time).min().unwrap_or_default()
}

fn record(at: usize, entries: usize) -> Record {
    const WHO: [&str; 7] = ["port", "mill", "ferry", "bridge", "dam", "school", "market"];
    let place = format!("{} {} of district {}", WHO[at % 7], at / 7, at % 101);
    let claim = format!(
        r#"{{"schema": "claim-1", "id": "2024-05-claim-{at:06}", "statement": "The {place} will close for a week",
            "wordings": [], "kind": "policy", "parties": [], "measure": null, "planned_for": null, "tags": [],
            "created": "2024-05-02"}}"#
    );
    // Each in its own words: a copy of another's text would be no source of its own.
    let quotes = [
        format!("the {place} will close, the council said"),
        "a week without work lies ahead, according to the council".to_owned(),
        "councillors voted last night to shut it from Monday on".to_owned(),
        "nobody will be let in before the repairs are done".to_owned(),
    ];
    let entry = |number: usize| {
        let hash = at * 10 + number;
        let text = format!(
            r#"{{"schema": "entry-1", "type": "appearance", "said": "2024-05-02", "published": "2024-05-03",
            "recorded": "2024-05-03T10:00:00Z", "by": "ann", "accepted_by": "ann",
            "article": {{"title": "The {place} to close", "outlet": "Post {number}", "url": "https://post-{number}.example/{at}",
                         "archive_url": null, "sha256": "{hash:064x}"}},
            "span": {{"start": 0, "end": 40}}, "quote": "{}",
            "stance": "asserts", "scope": "whole", "modality": "happened", "quotation": "indirect",
            "confidence": 0.8, "attribution": [{{"source": {{"text": "council {number}", "actor": null, "class": "body"}},
            "cue": {{"text": "said", "force": "neutral"}}}}], "figure": null, "periods": []}}"#,
            quotes[number % quotes.len()]
        );
        let entry = ledger::parse_entry(&text).expect("an entry");
        Stored { name: ledger::entry_name(&entry), entry }
    };
    let mut entries: Vec<Stored> = (0..entries).map(entry).collect();
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Record { claim: ledger::parse_claim(&claim).expect("a claim"), entries }
}

fn archive(claims: &Path) {
    let records: Vec<Record> = (0..100_000).map(|at| record(at, 1)).collect();
    Writer::open(claims)
        .and_then(|mut writer| writer.archive("2024", &records))
        .expect("an archive");
}

fn folders(claims: &Path) {
    // Not through the writer: 50,000 files that each wait for the disk would take minutes.
    for at in 0..10_000 {
        let record = record(at, 4);
        let dir: PathBuf = claims.join(record.claim.id.as_str());
        fs::create_dir(&dir).expect("a folder");
        fs::write(dir.join("claim.json"), ledger::canonical(&record.claim)).expect("a file");
        for stored in &record.entries {
            fs::write(dir.join(&stored.name), ledger::canonical(&stored.entry)).expect("a file");
        }
    }
}

fn git(dir: &Path, arguments: &[&str]) {
    let done = Command::new("git").arg("-C").arg(dir).args(arguments).output().expect("git");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// The most memory that this process ever held, where the system tells.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.map_or("unknown".to_owned(), |line| line.trim_start_matches("VmHWM:").trim().to_owned())
}
