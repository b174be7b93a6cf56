use std::collections::BTreeMap;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::lint::{Finding, RULES, Severity};
use crate::report::lint::Judgement;

/// Returns the findings as SARIF 2.1.0, with fingerprints that survive moved lines.
pub fn sarif(judged: &Judgement<'_>, version: &str) -> Value {
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.id,
                "shortDescription": {"text": rule.summary},
                "fullDescription": {"text": rule.why},
                "help": {"text": rule.mend},
                "defaultConfiguration": {"level": level(rule.severity)},
            })
        })
        .collect();
    // Two findings that look alike are told apart by their order, not by their line.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let results: Vec<Value> = judged
        .findings
        .iter()
        .map(|finding| {
            let text = finding.excerpt.as_ref().map_or("", |excerpt| excerpt.now.trim());
            let key = format!("{}\n{}\n{text}", finding.rule, finding.path);
            let nth = seen.entry(key.clone()).or_default();
            *nth += 1;
            result(judged, finding, &fingerprint(&format!("{key}\n{nth}")))
        })
        .collect();
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "claims",
                "version": version,
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(judged: &Judgement<'_>, finding: &Finding, fingerprint: &str) -> Value {
    let mut text = finding.message.clone();
    if let Some(effect) = &finding.effect {
        text.push_str(&format!("\nEffect: {effect}"));
    }
    text.push_str(&format!("\nMend: {}", finding.mend));
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": text},
        "locations": [location(judged, &finding.path, finding.line.max(1), finding)],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    });
    if let Some(at) = RULES.iter().position(|rule| rule.id == finding.rule) {
        result["ruleIndex"] = at.into();
    }
    if !finding.also.is_empty() {
        let also: Vec<Value> = finding
            .also
            .iter()
            .map(|path| json!({"physicalLocation": {"artifactLocation": {"uri": uri(&judged.path(path))}}}))
            .collect();
        result["relatedLocations"] = also.into();
    }
    result
}

fn location(judged: &Judgement<'_>, path: &str, line: usize, finding: &Finding) -> Value {
    let mut region = json!({"startLine": line});
    if finding.column > 0 {
        region["startColumn"] = finding.column.into();
        if let Some(excerpt) = &finding.excerpt {
            region["endColumn"] = (excerpt.column + excerpt.length.max(1)).into();
        }
    }
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(&judged.path(path))},
        "region": region,
    }})
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
        Severity::Off => "none",
    }
}

fn fingerprint(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Returns a path as a relative reference.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
