use chrono::NaiveDate;
use serde::Serialize;

use crate::claim::{Figure, Scope, Stance, When};
use crate::status::FigureRelation;

/// The status of a claim (DESIGN 4.2): the first row that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// No appearance yet.
    Open,
    /// Everybody who said it took it back.
    Retracted,
    /// A party or an authority denies it, and at most one source stood for it.
    Denied,
    /// Denied, while others stand by it.
    Disputed,
    /// Confirmed by somebody whose word settles it.
    Confirmed,
    /// Two or more separate sources.
    Corroborated,
    /// Otherwise.
    Reported,
}

impl State {
    /// Returns the name used in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Retracted => "retracted",
            Self::Denied => "denied",
            Self::Disputed => "disputed",
            Self::Confirmed => "confirmed",
            Self::Corroborated => "corroborated",
            Self::Reported => "reported",
        }
    }
}

/// Where a planned event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Nothing was planned.
    None,
    /// Announced.
    Planned,
    /// It took place.
    TookPlace,
    /// It was called off.
    CalledOff,
    /// It was moved to another day.
    Rescheduled,
}

impl Phase {
    /// Returns the name used in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Planned => "planned",
            Self::TookPlace => "took_place",
            Self::CalledOff => "called_off",
            Self::Rescheduled => "rescheduled",
        }
    }
}

/// Whose word an appearance is: the roll-up of its claimant (DESIGN 4.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Voice {
    /// The id of the roll-up, the claimant's folded name, or a key of the article for an outlet's own voice.
    pub key: String,
    /// Its display name; `None` for unnamed sources and an outlet's own voice.
    pub name: Option<String>,
}

/// What one actor holds, after leaving out what moves nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The actor or claimant itself.
    pub actor: String,
    /// Its roll-up.
    pub voice: Voice,
    /// Its last stance.
    pub stance: Stance,
    /// When it took it.
    pub since: When,
    /// The entry that holds it.
    pub entry: String,
    /// It held the opposite before.
    pub reversed: bool,
    /// It is a party to the claim.
    pub party: bool,
}

/// One appearance as the fold read it, in the fold's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The entry's name.
    pub entry: String,
    /// Whose word it is.
    pub voice: Voice,
    /// The claimant as written; `None`: the outlet itself or nobody named.
    pub claimant: Option<String>,
    /// When it was said, else published.
    pub said: When,
    /// Its stance.
    pub stance: Stance,
    /// About how much.
    pub scope: Scope,
    /// It counts; else the reason why not: `struck`, `same source`, `copy`, `no comment`, `unnamed`, `superseded` ...
    pub why_not: Option<&'static str>,
    /// It reverses what the voice held before.
    pub reversed: bool,
}

/// The figures of one measure, basis and voice over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What is counted.
    pub measure: Option<String>,
    /// How it came about.
    pub basis: crate::claim::Basis,
    /// Who says it.
    pub voice: Voice,
    /// The points in order: when, which figure, what it is to the one before, in which entry, and compared with which.
    pub points: Vec<Point>,
}

/// One figure of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// When it was said, else published.
    pub said: When,
    /// The figure.
    pub figure: Figure,
    /// What it is to the one before.
    pub relation: FigureRelation,
    /// The entry that holds it.
    pub entry: String,
    /// The entry it was compared with.
    pub against: Option<String>,
}

/// Everything that follows from a claim's entries; nothing of it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// The row of the table that holds.
    pub state: State,
    /// The voices that give it: for `denied` those against, else those for.
    pub by: Vec<Voice>,
    /// Since when it holds: the reading that last moved it.
    pub since: Option<When>,
    /// Where a planned event stands.
    pub phase: Phase,
    /// For which day the event is planned now.
    pub planned_for: Option<NaiveDate>,
    /// Who holds what, in the order in which they took it.
    pub positions: Vec<Position>,
    /// The separate sources for it.
    pub sources: Vec<Voice>,
    /// Appearances of unnamed sources and of outlets' own voices.
    pub unnamed: usize,
    /// Articles that count, each once.
    pub articles: usize,
    /// First day it was said.
    pub first_said: Option<When>,
    /// Last day it was said.
    pub last_said: Option<When>,
    /// All appearances in order.
    pub readings: Vec<Reading>,
    /// Figure series.
    pub series: Vec<Series>,
    /// Two voices' latest figures are at odds.
    pub at_odds: bool,
    /// Some voice reversed itself.
    pub reversed: bool,
    /// The statement as last amended.
    pub statement: String,
    /// The last verdict: its entry's name, and how many counted appearances came after it.
    pub verdict: Option<(String, usize)>,
}
