//! Lays the statements of a benchmark set against its claims and writes what every feature found.
//!
//! `cargo run --release --example fit_weights -- dump SET_DIR QUERIES.jsonl SENTENCES.jsonl|- SPLIT > rows.tsv`

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program of ours")]

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::fs;

use claimbook::claim::{Actors, Record};
use claimbook::matching::{FEATURES, Matcher};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [set, queries, sentences, split] = args.as_slice() else {
        return Err("SET_DIR QUERIES SENTENCES|- SPLIT".into());
    };
    let claims = lines(&format!("{set}/claims.jsonl"))?;
    let ids: Vec<String> = claims.iter().map(|claim| text(claim, "id").to_owned()).collect();
    let records: Vec<Record> = claims.iter().enumerate().map(|(n, c)| record(n, c)).collect();
    let start = std::time::Instant::now();
    let matcher = Matcher::new(&records, &Actors::default());
    eprintln!("built in {:?}", start.elapsed());
    let mut docs: HashMap<String, HashMap<i64, String>> = HashMap::new();
    if sentences != "-" {
        for line in lines(sentences)? {
            let doc = docs.entry(text(&line, "doc").to_owned()).or_default();
            doc.insert(line["line"].as_i64().unwrap_or(0), text(&line, "text").to_owned());
        }
    }
    let mut took = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    println!(
        "query\tclaim\tscore\t{}",
        FEATURES.iter().map(|f| f.name).collect::<Vec<_>>().join("\t")
    );
    for query in lines(queries)? {
        if text(&query, "split") != split || !seen.insert(text(&query, "id").to_owned()) {
            continue;
        }
        let around = docs.get(text(&query, "doc")).map_or(String::new(), |doc| {
            let at = query["line"].as_i64().unwrap_or(0);
            let near = (at - 4..at).chain([at + 1, at + 2]);
            near.filter_map(|n| doc.get(&n)).cloned().collect::<Vec<_>>().join(" ")
        });
        let speaker = query["speaker"].as_str();
        let start = std::time::Instant::now();
        let ranked = matcher.rank(text(&query, "text"), speaker, &around, 10);
        took.push(start.elapsed());
        drop(ranked);
        for found in matcher.top(text(&query, "text"), speaker, &around, 100) {
            let number: usize = found.claim[1..].parse()?;
            print!("{}\t{}\t{:.4}", text(&query, "id"), ids[number], found.score);
            for feature in FEATURES {
                let reason = found.reasons.iter().find(|r| r.feature == feature.name);
                let value = reason.map_or(0.0, |r| r.part() / feature.weight);
                print!("\t{value:.5}");
            }
            println!();
        }
    }
    took.sort();
    eprintln!(
        "{} queries, p50 {:?}, p99 {:?}",
        took.len(),
        took[took.len() / 2],
        took[took.len() * 99 / 100]
    );
    Ok(())
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or("")
}

fn lines(path: &str) -> Result<Vec<Value>, Box<dyn Error>> {
    let all = fs::read_to_string(path)?;
    all.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// A benchmark claim as a record: its title as a wording, its speaker as an appearance.
fn record(number: usize, claim: &Value) -> Record {
    let title = claim["title"].as_str().filter(|title| !title.is_empty());
    let entries = match claim["speaker"].as_str() {
        None => json!([]),
        Some(speaker) => json!([{"name": "a", "entry": {
            "schema": "entry-1", "type": "appearance", "said": "2000-01-01",
            "published": "2000-01-01", "recorded": "2000-01-01", "by": "bench", "accepted_by": null,
            "article": {"title": null, "outlet": "bench", "url": null, "archive_url": null, "sha256": null},
            "span": null, "quote": null, "stance": "asserts", "scope": "whole",
            "modality": "happened", "quotation": "none", "confidence": 1.0,
            "attribution": [{"source": {"text": speaker, "actor": null, "class": "person"},
                             "cue": {"text": "said", "force": "neutral"}}],
            "figure": null, "periods": []}}]),
    };
    let claim = json!({"schema": "claim-1", "id": format!("c{number}"), "statement": claim["statement"],
        "wordings": title.into_iter().collect::<Vec<_>>(), "kind": "other", "parties": [],
        "measure": null, "planned_for": null, "tags": [], "created": "2000-01-01"});
    serde_json::from_value(json!({"claim": claim, "entries": entries}))
        .expect("the record is of the right form")
}
