use schemars::JsonSchema;
use serde::Serialize;

use crate::matching::{Match, Reason};

/// A mention or a text laid against a claim.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Match")]
pub struct MatchRow<'a> {
    /// The claim's id.
    claim: &'a str,
    /// 0 to 1, the sum of its reasons.
    score: f64,
    /// How the mention stands to the claim.
    relation: &'static str,
    /// The guard that kept the pair apart, if one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept_apart: Option<&'a str>,
    /// What the score is made of.
    reasons: Vec<ReasonRow<'a>>,
}

/// Returns the JSON form of matches.
pub fn matches(found: &[Match]) -> Vec<MatchRow<'_>> {
    found.iter().map(MatchRow::new).collect()
}

impl<'a> MatchRow<'a> {
    pub(super) fn new(found: &'a Match) -> Self {
        Self {
            claim: &found.claim,
            score: rounded(found.score),
            relation: found.relation.name(),
            kept_apart: found.kept_apart.as_deref(),
            reasons: found.reasons.iter().map(ReasonRow::new).collect(),
        }
    }
}

/// One feature's part of a score.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Reason")]
struct ReasonRow<'a> {
    /// The feature's name.
    feature: &'a str,
    /// Its weight.
    weight: f64,
    /// What it found, -1 to 1.
    score: f64,
    /// The mention's value.
    mention: &'a str,
    /// The claim's value.
    claim: &'a str,
}

impl<'a> ReasonRow<'a> {
    fn new(reason: &'a Reason) -> Self {
        Self {
            feature: reason.feature,
            weight: rounded(reason.weight),
            score: rounded(reason.score),
            mention: &reason.mention,
            claim: &reason.claim,
        }
    }
}

/// The answer to one query of a batch.
#[derive(Debug, Serialize)]
pub struct Answer<'a> {
    /// The query's id, as it came.
    id: &'a serde_json::Value,
    /// The nearest claims, best first.
    matches: Vec<Short<'a>>,
}

/// Returns the JSON form of the answer to one query.
pub fn answer<'a>(id: &'a serde_json::Value, found: &'a [Match]) -> Answer<'a> {
    let short = |found: &'a Match| Short {
        claim: &found.claim,
        score: rounded(found.score),
        relation: found.relation.name(),
    };
    Answer { id, matches: found.iter().map(short).collect() }
}

/// A match without its reasons.
#[derive(Debug, Serialize)]
struct Short<'a> {
    claim: &'a str,
    score: f64,
    relation: &'static str,
}

/// Cuts the noise of floating point: four places.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
