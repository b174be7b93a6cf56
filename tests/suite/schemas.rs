//! The JSON Schemas: made from the types, kept in `schemas/`, fresh, and true of every ledger file.
//!
//! `UPDATE_SCHEMAS=1 cargo test --test suite schemas` writes them anew.

use std::fs;
use std::path::{Path, PathBuf};

use claimbook::claim::{
    Accept, Amendment, Appearance, Claim, Entry, Note, Relation, Strike, Verdict,
};
use claimbook::ledger::{self, Config};
use claimbook::report::json::{Mentions, ReportJson, ShowJson};
use claimbook::report::lint::LintJson;
use proptest::prelude::*;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use crate::values;

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().into_generator()
}

fn of<T: JsonSchema>() -> Value {
    generator().into_root_schema_for::<T>().to_value()
}

/// An entry is one of its types; `type` tells which.
fn entry(generator: &mut SchemaGenerator) -> Value {
    let types: [Schema; 7] = [
        generator.subschema_for::<Appearance>(),
        generator.subschema_for::<Accept>(),
        generator.subschema_for::<Verdict>(),
        generator.subschema_for::<Strike>(),
        generator.subschema_for::<Relation>(),
        generator.subschema_for::<Amendment>(),
        generator.subschema_for::<Note>(),
    ];
    json!({ "title": "Entry", "description": "One dated, append-only fact about a claim.", "oneOf": types })
}

fn root(mut schema: Value, generator: SchemaGenerator) -> Value {
    let mut out = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema" });
    let fields = schema.as_object_mut().unwrap();
    out.as_object_mut().unwrap().append(fields);
    let mut generator = generator;
    out["$defs"] = Value::Object(generator.take_definitions(true));
    out
}

/// Every schema with its name.
fn all() -> Vec<(&'static str, Value)> {
    let mut entries = generator();
    let one = entry(&mut entries);
    let mut lines = generator();
    let line = json!({
        "title": "Line",
        "description": "One line of archive/*.jsonl and of `claims export ndjson`: a claim with its entries.",
        "type": "object",
        "properties": {
            "claim": lines.subschema_for::<Claim>(),
            "entries": { "type": "array", "items": entry(&mut lines) }
        },
        "required": ["claim", "entries"],
        "additionalProperties": false
    });
    vec![
        ("claim-1", of::<Claim>()),
        ("entry-1", root(one, entries)),
        ("archive-1", root(line, lines)),
        ("ledger-1", of::<Config>()),
        ("mentions-1", of::<Mentions<'static>>()),
        ("report-1", of::<ReportJson<'static>>()),
        ("show-1", of::<ShowJson<'static>>()),
        ("lint-1", of::<LintJson<'static>>()),
    ]
}

#[test]
fn schemas_are_fresh() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    for (name, schema) in all() {
        let path = dir.join(format!("{name}.json"));
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            fs::write(&path, &text).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == text, "schemas/{name}.json is stale: run with UPDATE_SCHEMAS=1");
    }
}

fn validator(name: &str) -> jsonschema::Validator {
    let all = all();
    let (_, schema) = all.iter().find(|(found, _)| *found == name).unwrap();
    jsonschema::validator_for(schema).unwrap()
}

#[test]
fn every_sound_file_of_every_ledger_validates() {
    let (claims, entries, lines) =
        (validator("claim-1"), validator("entry-1"), validator("archive-1"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["claims", "tests/fixtures"] {
        walk(&root.join(folder), &mut files);
    }
    for path in files {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let sound = |schema: &jsonschema::Validator, text: &str| {
            let value: Value = serde_json::from_str(text).unwrap();
            let first = schema.iter_errors(&value).next().map(|error| error.to_string());
            assert_eq!(first, None, "{}", path.display());
        };
        if path.ends_with("claim.json") {
            if ledger::parse_claim(&text).is_ok() {
                sound(&claims, &text);
            }
        } else if path.extension().is_some_and(|end| end == "json") {
            if ledger::parse_entry(&text).is_ok() {
                sound(&entries, &text);
            }
        } else if path.extension().is_some_and(|end| end == "jsonl") {
            for line in text.lines().filter(|line| ledger::parse_archive_line(line).is_ok()) {
                sound(&lines, line);
            }
        }
    }
}

fn walk(dir: &Path, files: &mut Vec<PathBuf>) {
    let Ok(items) = fs::read_dir(dir) else { return };
    for item in items {
        let path = item.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_written_validates_and_is_read_again(
        claim in values::claim(), entry in values::entry(),
    ) {
        thread_local! {
            static SCHEMAS: (jsonschema::Validator, jsonschema::Validator) =
                (validator("claim-1"), validator("entry-1"));
        }
        let (first, second) = (ledger::canonical(&claim), ledger::canonical(&entry));
        SCHEMAS.with(|(claims, entries)| {
            assert!(claims.is_valid(&serde_json::from_str(&first).unwrap()), "{first}");
            assert!(entries.is_valid(&serde_json::from_str(&second).unwrap()), "{second}");
        });
        prop_assert_eq!(&ledger::parse_claim(&first).unwrap(), &claim);
        let again: Entry = ledger::parse_entry(&second).unwrap();
        prop_assert_eq!(ledger::canonical(&again), second);
        prop_assert_eq!(again, entry);
    }
}
