//! Fits the weights of words, speaker and surroundings on a benchmark set, and says how well the
//! table that is in use ranks it, whole and without each of these rows.
//!
//! `cargo run --release --example fit_weights -- SET_DIR QUERIES.jsonl SENTENCES.jsonl|- SPLIT QRELS.tsv`

#![expect(clippy::print_stdout, reason = "a program that prints what it found")]

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::fs;

use claimbook::claim::{Actors, Record};
use claimbook::matching::{FEATURES, Match, Matcher, Reason};
use serde_json::{Value, json};

/// The strength with which coefficients are held near 0, as for features of unit variance.
const RIDGE: f64 = 20.0;
const ROUNDS: usize = 400;
/// So many rows of the table are fitted, from the top.
const FITTED: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [set, queries, sentences, split, qrels] = args.as_slice() else {
        return Err("SET_DIR QUERIES SENTENCES|- SPLIT QRELS".into());
    };
    let claims = lines(&format!("{set}/claims.jsonl"))?;
    let ids: Vec<&str> = claims.iter().map(|claim| text(claim, "id")).collect();
    let records: Vec<Record> = claims.iter().enumerate().map(|(n, c)| record(n, c)).collect();
    let matcher = Matcher::new(&records, &Actors::default());
    let around = surroundings(sentences)?;
    let gold = fs::read_to_string(qrels)?;
    let gold: HashSet<(&str, &str)> =
        gold.lines().filter_map(|line| line.split_once('\t')).collect();
    let (mut rows, mut answers, mut asked) = (Vec::new(), Vec::new(), 0);
    // The table as it is, then without its first row, its second, ...
    let mut precision = [0.0; FITTED + 1];
    for query in lines(queries)?.iter().filter(|query| text(query, "split") == split) {
        let id = text(query, "id");
        let wanted = gold.iter().filter(|(query, _)| *query == id).count();
        if wanted == 0 {
            continue;
        }
        asked += 1;
        let near = around.get(text(query, "doc"));
        let near =
            near.map_or(String::new(), |doc| beside(doc, query["line"].as_i64().unwrap_or(0)));
        let found = matcher.top(text(query, "text"), query["speaker"].as_str(), &near, 100);
        for (sum, left_out) in precision.iter_mut().zip(0..) {
            *sum += average_precision(&found, left_out, wanted, |claim| {
                claim[1..].parse().is_ok_and(|at: usize| gold.contains(&(id, ids[at])))
            });
        }
        for found in &found {
            let number: usize = found.claim[1..].parse()?;
            let right = gold.contains(&(id, ids[number]));
            let score = |name: &str| {
                let reason = found.reasons.iter().find(|reason| reason.feature == name);
                reason.map_or(0.0, |reason| reason.score)
            };
            rows.push(FEATURES.iter().take(FITTED).map(|feature| score(feature.name)).collect());
            answers.push(right);
        }
    }
    println!("MAP@5 {:.4} over {asked} queries", precision[0] / f64::from(asked));
    for (feature, sum) in FEATURES.iter().zip(&precision[1..]) {
        println!("MAP@5 {:.4} without {}", sum / f64::from(asked), feature.name);
    }
    let fitted = fit(&rows, &answers);
    let words: f64 = fitted[..2].iter().sum();
    for (feature, coefficient) in FEATURES.iter().zip(&fitted) {
        // The two features of a statement's own words sum to what they have in the table.
        let scaled = coefficient / words * FEATURES[..2].iter().map(|f| f.weight).sum::<f64>();
        println!(
            "{:<12} {coefficient:8.2} {scaled:6.3}  in use {:.2}",
            feature.name, feature.weight
        );
    }
    Ok(())
}

/// The precision at the right ones among the first five, when the row before `left_out` says nothing.
fn average_precision(
    found: &[Match],
    left_out: usize,
    wanted: usize,
    is_right: impl Fn(&str) -> bool,
) -> f64 {
    let silent = left_out.checked_sub(1).map(|row| FEATURES[row].name);
    let score = |found: &Match| -> f64 {
        let heard = found.reasons.iter().filter(|reason| Some(reason.feature) != silent);
        heard.map(Reason::part).sum()
    };
    let mut ranked: Vec<&Match> = found.iter().collect();
    ranked.sort_by(|a, b| score(b).total_cmp(&score(a)));
    let right = (0..).zip(ranked.iter().take(5)).filter(|(_, found)| is_right(&found.claim));
    let parts = right.zip(1..).map(|((rank, _), hits)| f64::from(hits) / f64::from(rank + 1));
    parts.sum::<f64>() / wanted as f64
}

/// Logistic regression by gradient descent over standardised columns; returns the coefficients of the raw ones.
fn fit(rows: &[Vec<f64>], answers: &[bool]) -> Vec<f64> {
    let count = rows.len() as f64;
    let width = rows.first().map_or(0, Vec::len);
    let mean: Vec<f64> =
        (0..width).map(|c| rows.iter().map(|r| r[c]).sum::<f64>() / count).collect();
    let spread =
        |c: usize| (rows.iter().map(|r| (r[c] - mean[c]).powi(2)).sum::<f64>() / count).sqrt();
    let spread: Vec<f64> = (0..width).map(|c| spread(c).max(1e-9)).collect();
    let share = answers.iter().filter(|right| **right).count() as f64 / count;
    let (mut weights, mut bias) = (vec![0.0; width], (share / (1.0 - share)).ln());
    for _ in 0..ROUNDS {
        let (mut slope, mut lift) = (vec![0.0; width], 0.0);
        for (row, right) in rows.iter().zip(answers) {
            let unit = |c: usize| (row[c] - mean[c]) / spread[c];
            let sum = bias + (0..width).map(|c| weights[c] * unit(c)).sum::<f64>();
            let error = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(*right));
            lift += error;
            (0..width).for_each(|c| slope[c] += error * unit(c));
        }
        // A step that a curvature of share * (1 - share) a row bears.
        let step = 1.0 / (4.0 * count * share + RIDGE);
        bias -= step * lift;
        (0..width).for_each(|c| weights[c] -= step * (slope[c] + RIDGE * weights[c]));
    }
    weights.iter().zip(&spread).map(|(weight, spread)| weight / spread).collect()
}

type Document = HashMap<i64, String>;

fn surroundings(path: &str) -> Result<HashMap<String, Document>, Box<dyn Error>> {
    let mut out: HashMap<String, Document> = HashMap::new();
    if path != "-" {
        for line in lines(path)? {
            let doc = out.entry(text(&line, "doc").to_owned()).or_default();
            doc.insert(line["line"].as_i64().unwrap_or(0), text(&line, "text").to_owned());
        }
    }
    Ok(out)
}

/// The four sentences before and the two after.
fn beside(doc: &Document, at: i64) -> String {
    let near = (at - 4..at).chain([at + 1, at + 2]);
    near.filter_map(|n| doc.get(&n)).map(String::as_str).collect::<Vec<_>>().join(" ")
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
