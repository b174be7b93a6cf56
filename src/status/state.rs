use chrono::NaiveDate;
use serde::Serialize;

use crate::claim::When;
use crate::status::{Position, Reading, Series, Voice};

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
    /// Every value, in the order of the table.
    pub const ALL: &[Self] = &[
        Self::Open,
        Self::Retracted,
        Self::Denied,
        Self::Disputed,
        Self::Confirmed,
        Self::Corroborated,
        Self::Reported,
    ];

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

    /// Tells whether the event still lies ahead, as far as anybody said.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::Rescheduled)
    }
}

/// Everything that follows from a claim's entries; nothing of it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// The row of the table that holds.
    pub state: State,
    /// The voices that give it: those against for `denied` and `disputed`, those who took it back
    /// for `retracted`, those whose word counts for `confirmed`, else the separate sources.
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
    /// Appearances of unnamed sources and of outlets' own voices, each article once.
    pub unnamed: usize,
    /// Articles that count, each once.
    pub articles: usize,
    /// First day it was said.
    pub first_said: Option<When>,
    /// Last day it was said.
    pub last_said: Option<When>,
    /// All appearances in order, those that do not count among them.
    pub readings: Vec<Reading>,
    /// Figure series, in the order of their first points.
    pub series: Vec<Series>,
    /// Two voices' latest figures are at odds.
    pub at_odds: bool,
    /// Some voice's present position reverses its former one.
    pub reversed: bool,
    /// The statement as last amended.
    pub statement: String,
    /// The last verdict.
    pub verdict: Option<Ruling>,
}

/// A person's ruling laid against the fold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The name of the verdict's entry.
    pub entry: String,
    /// Appearances recorded after it that count.
    pub later: usize,
    /// Status or phase moved after it: then it "predates N entries".
    pub outdated: bool,
}

impl Status {
    /// Tells whether a planned event should have taken place before `today`, and nobody said that it did.
    pub fn overdue(&self, today: NaiveDate) -> bool {
        self.phase.is_ahead() && self.planned_for.is_some_and(|day| day < today)
    }

    /// Iterates over the positions that assert or confirm.
    pub fn supporters(&self) -> impl Iterator<Item = &Position> {
        self.positions.iter().filter(|position| position.is_for())
    }

    /// Iterates over the positions that deny, whoever holds them.
    pub fn deniers(&self) -> impl Iterator<Item = &Position> {
        self.positions.iter().filter(|position| position.denies())
    }

    /// Returns the reading of an entry.
    pub fn reading(&self, entry: &str) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.entry == entry)
    }
}
