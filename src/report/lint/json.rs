use schemars::JsonSchema;
use serde::Serialize;

use crate::lint::{Finding, Severity};
use crate::report::lint::Judgement;

/// What is wrong with a ledger: schema `lint-1`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Lint")]
pub struct LintJson<'a> {
    /// Always `lint-1`.
    schema: &'static str,
    /// The commit that the ledger was compared with.
    base: Option<BaseRow<'a>>,
    /// The findings in the order of paths.
    findings: Vec<FindingRow<'a>>,
    /// Counts.
    summary: Summary,
}

/// The commit that a ledger was compared with.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Base")]
struct BaseRow<'a> {
    /// What was asked for.
    name: &'a str,
    /// The full id of the commit.
    commit: &'a str,
    /// How many entries it holds.
    entries: usize,
}

/// One thing that is wrong.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct FindingRow<'a> {
    /// The rule.
    rule: &'a str,
    /// `error`, `warning` or `note`.
    severity: &'static str,
    /// The file.
    path: String,
    /// Line, from 1; `null` where the whole file is meant.
    line: Option<usize>,
    /// Column in characters, from 1.
    column: Option<usize>,
    /// What is wrong.
    message: &'a str,
    /// What it does to a status or a figure.
    effect: Option<&'a str>,
    /// How to mend it.
    mend: &'a str,
    /// Other files that belong to it.
    also: Vec<String>,
}

/// Counts of findings.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "LintSummary")]
struct Summary {
    /// Claims that were judged.
    claims: usize,
    /// Errors.
    errors: usize,
    /// Warnings.
    warnings: usize,
    /// Notes.
    notes: usize,
}

/// Returns the JSON form of a judgement.
pub fn json<'a>(judged: &'a Judgement<'_>) -> LintJson<'a> {
    let row = |finding: &'a Finding| FindingRow {
        rule: finding.rule,
        severity: finding.severity.name(),
        path: judged.path(&finding.path),
        line: (finding.line > 0).then_some(finding.line),
        column: (finding.column > 0).then_some(finding.column),
        message: &finding.message,
        effect: finding.effect.as_deref(),
        mend: &finding.mend,
        also: finding.also.iter().map(|path| judged.path(path)).collect(),
    };
    LintJson {
        schema: "lint-1",
        base: judged.base.map(|base| BaseRow {
            name: &base.name,
            commit: &base.commit,
            entries: base.count(),
        }),
        findings: judged.findings.iter().map(row).collect(),
        summary: Summary {
            claims: judged.ledger.records.len(),
            errors: judged.count(Severity::Error),
            warnings: judged.count(Severity::Warning),
            notes: judged.count(Severity::Note),
        },
    }
}
