use schemars::JsonSchema;
use serde::Serialize;

use crate::article::Lines;
use crate::check::{Checked, ClaimChange, Proposal, Report};
use crate::report::json::{ArticleRow, MatchRow, MentionRow};
use crate::status::{Change, ChangeType, FigureChange};

/// The result of checking one article: schema `report-1`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Report")]
pub struct ReportJson<'a> {
    /// Always `report-1`.
    schema: &'static str,
    /// The article.
    article: ArticleRow<'a>,
    /// Its mentions in text order.
    mentions: Vec<CheckedRow<'a>>,
    /// What it changes, a row a claim; nothing new or repeated.
    changes: Vec<ClaimChangeRow<'a>>,
    /// Counts.
    summary: Summary,
}

/// Returns the JSON form of a report.
pub fn report(report: &Report) -> ReportJson<'_> {
    let lines = Lines::new(&report.article.text);
    let row = |checked| CheckedRow::new(report, &lines, checked);
    ReportJson {
        schema: "report-1",
        article: ArticleRow::new(&report.article),
        mentions: report.mentions.iter().map(row).collect(),
        changes: report.changes.iter().map(ClaimChangeRow::new).collect(),
        summary: Summary {
            mentions: report.mentions.len(),
            matched: report.mentions.iter().filter(|row| row.matched.is_some()).count(),
            new: report.mentions.iter().filter(|row| row.matched.is_none()).count(),
            changed: report.changes.len(),
        },
    }
}

/// A mention with what the ledger says to it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckedMention")]
struct CheckedRow<'a> {
    #[serde(flatten)]
    mention: MentionRow<'a>,
    /// The claim that it belongs to.
    r#match: Option<MatchRow<'a>>,
    /// Claims that come near, best first.
    candidates: Vec<MatchRow<'a>>,
    /// The claim that it would become.
    proposed: Option<ProposalRow<'a>>,
    /// What it does.
    change: ChangeRow<'a>,
    /// Open questions for a person.
    look_at: &'a [String],
}

impl<'a> CheckedRow<'a> {
    fn new(report: &'a Report, lines: &Lines<'_>, checked: &'a Checked) -> Self {
        Self {
            mention: MentionRow::new(&report.article, lines, &checked.mention),
            r#match: checked.matched.as_ref().map(MatchRow::new),
            candidates: checked.candidates.iter().map(MatchRow::new).collect(),
            proposed: checked.proposed.as_ref().map(ProposalRow::new),
            change: ChangeRow::new(&checked.change),
            look_at: &checked.look_at,
        }
    }
}

/// A claim that would be new.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Proposal")]
struct ProposalRow<'a> {
    /// Its id.
    id: &'a str,
    /// Its statement.
    statement: &'a str,
}

impl<'a> ProposalRow<'a> {
    fn new(proposal: &'a Proposal) -> Self {
        Self { id: proposal.id.as_str(), statement: &proposal.statement }
    }
}

/// What a mention does to a claim.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Change")]
struct ChangeRow<'a> {
    /// The name of the change.
    r#type: &'static str,
    /// The status before; `null` for a new claim.
    from: Option<&'static str>,
    /// The status after.
    to: &'static str,
    /// The voice that does it.
    by: Option<&'a str>,
    /// What it does to a figure.
    figure: Option<FigureRow>,
    /// The voice takes back its own former position.
    #[serde(skip_serializing_if = "is_false")]
    reversed: bool,
    /// What becomes of a planned event.
    #[serde(skip_serializing_if = "Option::is_none")]
    phase: Option<&'static str>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

impl<'a> ChangeRow<'a> {
    fn new(change: &'a Change) -> Self {
        Self {
            r#type: change.r#type.name(),
            from: change.from.map(|state| state.name()),
            to: change.to.name(),
            by: change.by.as_deref(),
            figure: change.figure.as_ref().map(FigureRow::new),
            reversed: change.reversed,
            phase: change.phase.map(|phase| phase.name()),
        }
    }
}

/// A figure before and after.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FigureChange")]
struct FigureRow {
    /// Before.
    from: serde_json::Number,
    /// Now.
    to: serde_json::Number,
    /// `up` or `down`; `null` if it did not move.
    direction: Option<&'static str>,
    /// What the figure is to the one before.
    relation: &'static str,
}

impl FigureRow {
    fn new(change: &FigureChange) -> Self {
        let direction = match change.to.total_cmp(&change.from) {
            std::cmp::Ordering::Less => Some("down"),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some("up"),
        };
        Self {
            from: number(change.from),
            to: number(change.to),
            direction,
            relation: change.relation.name(),
        }
    }
}

/// A whole number without a fraction, as people write it.
fn number(value: f64) -> serde_json::Number {
    if value.fract() == 0.0 && value.abs() < 9.0e15 {
        (value as i64).into()
    } else {
        serde_json::Number::from_f64(value).unwrap_or_else(|| 0.into())
    }
}

/// What the article does to one claim.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ClaimChange")]
struct ClaimChangeRow<'a> {
    /// The claim's id.
    claim: &'a str,
    /// The strongest change of its mentions.
    r#type: &'static str,
    /// The status before.
    from: Option<&'static str>,
    /// The status after.
    to: &'static str,
    /// The voice that does it.
    by: Option<&'a str>,
    /// The mentions that do it.
    mentions: &'a [String],
}

impl<'a> ClaimChangeRow<'a> {
    fn new(change: &'a ClaimChange) -> Self {
        Self {
            claim: &change.claim,
            r#type: ChangeType::name(change.r#type),
            from: change.from.map(|state| state.name()),
            to: change.to.name(),
            by: change.by.as_deref(),
            mentions: &change.mentions,
        }
    }
}

/// Counts of a report.
#[derive(Debug, Serialize, JsonSchema)]
struct Summary {
    /// Mentions.
    mentions: usize,
    /// Mentions that belong to a claim of the ledger.
    matched: usize,
    /// Mentions that would become claims.
    new: usize,
    /// Claims that change.
    changed: usize,
}
