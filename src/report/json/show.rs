use schemars::JsonSchema;
use serde::Serialize;

use crate::claim::{Claim, Entry, Figure, Record, Stance, Stored, When};
use crate::report::{Desk, open};
use crate::status::{Point, Position, Reading, Series, Status, Voice};

/// All that is known of a claim: schema `show-1`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Show")]
pub struct ShowJson<'a> {
    /// Always `show-1`.
    schema: &'static str,
    /// The claim as it is on file.
    claim: &'a Claim,
    /// What its entries, and those of claims that are one with it, come to.
    status: StatusRow,
    /// Who stands where.
    positions: Vec<PositionRow>,
    /// Its figures over time.
    figures: Vec<SeriesRow>,
    /// Its appearances as the fold read them, in the order of saying.
    timeline: Vec<ReadingRow>,
    /// What is still to ask.
    open: Vec<String>,
    /// Its own entries, whole.
    entries: Vec<EntryRow<'a>>,
}

/// Returns the JSON form of a claim.
pub fn show<'a>(desk: &Desk<'_>, record: &'a Record) -> ShowJson<'a> {
    let status = desk.status(record);
    ShowJson {
        schema: "show-1",
        claim: &record.claim,
        positions: status.positions.iter().map(PositionRow::new).collect(),
        figures: status.series.iter().map(SeriesRow::new).collect(),
        timeline: status.readings.iter().map(ReadingRow::new).collect(),
        open: open::questions(desk, record, &status),
        entries: record.entries.iter().map(EntryRow::new).collect(),
        status: StatusRow::new(desk, &status),
    }
}

/// What stands, by whom, since when.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Status")]
struct StatusRow {
    /// The statement as last amended.
    statement: String,
    /// `open`, `reported`, `corroborated`, `confirmed`, `disputed`, `denied` or `retracted`.
    status: &'static str,
    /// Who makes it so.
    by: Vec<String>,
    /// Since when.
    since: Option<When>,
    /// Where a planned event stands.
    phase: &'static str,
    /// The day it is planned for.
    planned_for: Option<chrono::NaiveDate>,
    /// The day has passed, and nobody has said that it took place.
    overdue: bool,
    /// The separate sources for it.
    sources: Vec<String>,
    /// Articles in which nobody is named.
    unnamed: usize,
    /// All articles.
    articles: usize,
    /// The latest figures of two voices contradict each other.
    at_odds: bool,
    /// A voice reversed itself.
    reversed: bool,
    /// The last verdict of a person: the entry that holds it.
    verdict: Option<String>,
    /// The status moved after that verdict.
    verdict_outdated: Option<bool>,
}

impl StatusRow {
    fn new(desk: &Desk<'_>, status: &Status) -> Self {
        Self {
            statement: status.statement.clone(),
            status: status.state.name(),
            by: status.by.iter().map(name).collect(),
            since: status.since.clone(),
            phase: status.phase.name(),
            planned_for: status.planned_for,
            overdue: status.overdue(desk.today),
            sources: status.sources.iter().map(name).collect(),
            unnamed: status.unnamed,
            articles: status.articles,
            at_odds: status.at_odds,
            reversed: status.reversed,
            verdict: status.verdict.as_ref().map(|ruling| ruling.entry.clone()),
            verdict_outdated: status.verdict.as_ref().map(|ruling| ruling.outdated),
        }
    }
}

/// What one actor holds.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Position")]
struct PositionRow {
    /// The actor or claimant itself.
    actor: String,
    /// For whom it speaks.
    voice: String,
    /// Its last stance.
    stance: Stance,
    /// When it took this side.
    since: When,
    /// When it last said so.
    last: When,
    /// It held the opposite before.
    reversed: bool,
    /// It is a party to the claim.
    party: bool,
    /// Its word settles claims of this kind.
    authority: bool,
    /// The entry that took this side.
    entry: String,
}

impl PositionRow {
    fn new(position: &Position) -> Self {
        Self {
            actor: position.actor.clone(),
            voice: name(&position.voice),
            stance: position.stance,
            since: position.since.clone(),
            last: position.last.clone(),
            reversed: position.reversed,
            party: position.party,
            authority: position.authority,
            entry: position.entry.clone(),
        }
    }
}

/// The figures of one measure, basis and voice.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Series")]
struct SeriesRow {
    /// What is counted.
    measure: Option<String>,
    /// How the numbers came about.
    basis: &'static str,
    /// Who says them.
    voice: String,
    /// The figures in the order of saying.
    points: Vec<PointRow>,
}

impl SeriesRow {
    fn new(series: &Series) -> Self {
        Self {
            measure: series.measure.clone(),
            basis: series.basis.name(),
            voice: name(&series.voice),
            points: series.points.iter().map(PointRow::new).collect(),
        }
    }
}

/// One figure of a series.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Point")]
struct PointRow {
    /// When it was said, else published.
    said: When,
    /// The figure.
    figure: Figure,
    /// `first`, `agrees`, `revised_up`, `revised_down`, `corrected` or `at_odds`.
    relation: &'static str,
    /// The entry it was compared with.
    against: Option<String>,
    /// The entry that holds it.
    entry: String,
}

impl PointRow {
    fn new(point: &Point) -> Self {
        Self {
            said: point.said.clone(),
            figure: point.figure.clone(),
            relation: point.relation.name(),
            against: point.against.clone(),
            entry: point.entry.clone(),
        }
    }
}

/// One appearance as the fold read it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Reading")]
struct ReadingRow {
    /// When it was said, else published.
    said: When,
    /// Whose word it is.
    voice: String,
    /// How it stands to the claim.
    stance: Stance,
    /// Why it moves nothing; `null` where it counts.
    why_not: Option<&'static str>,
    /// It reverses what its voice held before.
    reversed: bool,
    /// A person reviewed it.
    accepted: bool,
    /// The entry, here or on a claim that is one with this.
    entry: String,
}

impl ReadingRow {
    fn new(reading: &Reading) -> Self {
        Self {
            said: reading.said.clone(),
            voice: name(&reading.voice),
            stance: reading.stance,
            why_not: reading.why_not.map(|why| why.name()),
            reversed: reading.reversed,
            accepted: reading.accepted,
            entry: reading.entry.clone(),
        }
    }
}

/// An entry under its file name.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EntryRow")]
struct EntryRow<'a> {
    /// Its file name.
    name: &'a str,
    /// The entry: schema `entry-1`.
    #[schemars(with = "serde_json::Value")]
    entry: &'a Entry,
}

impl<'a> EntryRow<'a> {
    fn new(stored: &'a Stored) -> Self {
        Self { name: &stored.name, entry: &stored.entry }
    }
}

/// Returns the name of a voice, or its key where nobody is named.
fn name(voice: &Voice) -> String {
    voice.name.clone().unwrap_or_else(|| voice.key.clone())
}
