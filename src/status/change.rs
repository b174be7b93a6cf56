use serde::Serialize;

use crate::status::State;

/// What a mention does to a claim, measured against the ledger before the article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What happens.
    pub r#type: ChangeType,
    /// The status before; `None` for a new claim.
    pub from: Option<State>,
    /// The status after.
    pub to: State,
    /// The voice that does it; `None` where nobody is named.
    pub by: Option<String>,
    /// What it does to a figure; rides on any type.
    pub figure: Option<FigureChange>,
    /// The voice took back its own former position.
    pub reversed: bool,
    /// A planned event that moves or is called off, or took place.
    pub phase: Option<crate::status::Phase>,
}

/// The kinds of change, in the order of precedence; `new` and `repeated` frame them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeType {
    /// First seen in this article.
    New,
    /// Its only claimant takes it back.
    Retracted,
    /// The planned event will not take place.
    CalledOff,
    /// A party or an authority denies it.
    Denied,
    /// Denied, while others stand by it.
    Disputed,
    /// Somebody whose word settles it says so, or the planned event took place.
    Confirmed,
    /// A figure or a date moved.
    Revised,
    /// A further separate source.
    Corroborated,
    /// Nothing new.
    Repeated,
}

impl ChangeType {
    /// Returns the name used in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Retracted => "retracted",
            Self::CalledOff => "called_off",
            Self::Denied => "denied",
            Self::Disputed => "disputed",
            Self::Confirmed => "confirmed",
            Self::Revised => "revised",
            Self::Corroborated => "corroborated",
            Self::Repeated => "repeated",
        }
    }
}

/// What a new figure is to the series before it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureChange {
    /// The value before.
    pub from: f64,
    /// The value now.
    pub to: f64,
    /// The relation; `revised_up`, `revised_down`, `corrected` are revisions.
    pub relation: FigureRelation,
    /// The name of the entry it was compared with.
    pub against: Option<String>,
}

/// How a figure stands to the one before it (MOCKUPS, figures table).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureRelation {
    /// The first of its series.
    First,
    /// The intervals agree.
    Agrees,
    /// Later and higher.
    RevisedUp,
    /// Later and lower, within a series.
    RevisedDown,
    /// Lower, and the text says that the former one was wrong.
    Corrected,
    /// Another voice commits to something else.
    AtOdds,
}

impl FigureRelation {
    /// Returns the name used in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Agrees => "agrees",
            Self::RevisedUp => "revised_up",
            Self::RevisedDown => "revised_down",
            Self::Corrected => "corrected",
            Self::AtOdds => "at_odds",
        }
    }

    /// Tells whether it is a revision.
    pub fn is_revision(self) -> bool {
        matches!(self, Self::RevisedUp | Self::RevisedDown | Self::Corrected)
    }
}
