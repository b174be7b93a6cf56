//! How long it takes to index claims and to find the ten nearest to each of some statements.
//!
//! `cargo run --release --example speed -- CLAIMS.jsonl QUERIES.jsonl N`; one line of JSON comes out:
//! seconds to build, bytes of the index, milliseconds of every query, one by one, on one core.

#![expect(clippy::print_stdout, reason = "a program that prints what it found")]

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::time::Instant;

use claimbook::claim::{Actors, Claim, Entry, Record, Stored};
use claimbook::matching::{IndexBuilder, Matcher};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [claims, queries, count] = args.as_slice() else { return Err("CLAIMS QUERIES N".into()) };
    let mut builder = IndexBuilder::default();
    let mut build = 0.0;
    for (number, line) in
        BufReader::new(File::open(claims)?).lines().take(count.parse()?).enumerate()
    {
        let record = record(number, &serde_json::from_str(&line?)?)?;
        let start = Instant::now();
        builder.add(&record);
        build += start.elapsed().as_secs_f64();
    }
    let start = Instant::now();
    let index = builder.finish();
    build += start.elapsed().as_secs_f64();
    let bytes: usize = index.sections().iter().map(|section| section.get().len()).sum();
    let matcher = Matcher::from_index(index, &Actors::default());
    let mut took = Vec::new();
    for line in BufReader::new(File::open(queries)?).lines().take(200) {
        let query: Value = serde_json::from_str(&line?)?;
        let text = query["text"].as_str().unwrap_or_default();
        let start = Instant::now();
        let found = matcher.rank(text, None, "", 10);
        took.push(start.elapsed().as_secs_f64() * 1000.0);
        drop(found);
    }
    println!("{}", json!({"build": build, "bytes": bytes, "rank": took}));
    Ok(())
}

/// A claim with its title as a wording and its speaker's appearance as an entry.
fn record(number: usize, line: &Value) -> Result<Record, Box<dyn Error>> {
    let title = line["title"].as_str().filter(|title| !title.is_empty());
    let claim: Claim = serde_json::from_value(json!({"schema": "claim-1",
        "id": format!("c{number}"), "statement": line["statement"],
        "wordings": title.into_iter().collect::<Vec<_>>(), "kind": "other", "parties": [],
        "measure": null, "planned_for": null, "tags": [], "created": "2000-01-01"}))?;
    let mut entries = Vec::new();
    if let Some(speaker) = line["speaker"].as_str() {
        let entry: Entry =
            serde_json::from_value(json!({"schema": "entry-1", "type": "appearance",
            "said": null, "published": "2000-01-01", "recorded": "2000-01-01", "by": "bench",
            "accepted_by": null, "article": {"title": null, "outlet": "bench", "url": null,
            "archive_url": null, "sha256": null}, "span": null, "quote": null,
            "stance": "asserts", "scope": "whole", "modality": "happened", "quotation": "none",
            "confidence": 1.0, "attribution": [{"source": {"text": speaker, "actor": null,
            "class": "person"}, "cue": {"text": "said", "force": "neutral"}}],
            "figure": null, "periods": []}))?;
        entries.push(Stored { name: String::new(), entry });
    }
    Ok(Record { claim, entries })
}
