use serde::Serialize;

use crate::claim::{Scope, Stance};
use crate::status::{FigureRelation, Phase, Position, Reading, State, Status, Voice, WhyNot};

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
    /// Where a planned event stands now, if that moved.
    pub phase: Option<Phase>,
}

/// The kinds of change, in the order of precedence; `new` and `repeated` frame them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeType {
    /// First seen in this article.
    New,
    /// Somebody who said it takes it back.
    Retracted,
    /// The planned event will not take place.
    CalledOff,
    /// Somebody denies it.
    Denied,
    /// Denied, while others stand by it; or it is doubted, or denied in part.
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
    /// Every type, `new` first, then in the order of precedence.
    pub const ALL: &[Self] = &[
        Self::New,
        Self::Retracted,
        Self::CalledOff,
        Self::Denied,
        Self::Disputed,
        Self::Confirmed,
        Self::Revised,
        Self::Corroborated,
        Self::Repeated,
    ];

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

/// What a new figure is to the one it is compared with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureChange {
    /// The value before.
    pub from: f64,
    /// The value now.
    pub to: f64,
    /// The relation: a revision, or at odds.
    pub relation: FigureRelation,
    /// The name of the entry it was compared with.
    pub against: Option<String>,
}

/// Returns what the entry of this name does to a claim that stood at `before` and stands at `after` with it.
///
/// `before` is `None` where the claim was first seen in the entry's own article.
pub fn change(before: Option<&Status>, after: &Status, entry: &str) -> Change {
    let reading = after.reading(entry);
    let by = reading.and_then(|reading| reading.voice.name.clone());
    let Some(before) =
        before.filter(|before| before.state != State::Open || before.phase != Phase::None)
    else {
        return Change {
            r#type: ChangeType::New,
            from: None,
            to: after.state,
            by,
            figure: None,
            reversed: false,
            phase: None,
        };
    };
    let figure = figure(after, entry);
    let phase = (before.phase != after.phase || before.planned_for != after.planned_for)
        .then_some(after.phase);
    let kind = reading.map_or(ChangeType::Repeated, |reading| {
        classify(before, after, reading, phase, figure.as_ref())
    });
    Change {
        r#type: kind,
        from: Some(before.state),
        to: after.state,
        by,
        figure,
        reversed: reading.is_some_and(|reading| reading.reversed),
        phase,
    }
}

/// Returns the first type that holds, in the order of precedence.
fn classify(
    before: &Status,
    after: &Status,
    reading: &Reading,
    phase: Option<Phase>,
    figure: Option<&FigureChange>,
) -> ChangeType {
    let became = |state| after.state == state && before.state != state;
    let moves =
        matches!(reading.why_not, None | Some(WhyNot::Unnamed | WhyNot::Copy | WhyNot::Outsider))
            || reading.reversed;
    let denies = reading.stance == Stance::Denies;
    let first_of_its_voice = !before.readings.iter().any(|old| says_the_same(old, reading));
    let in_part = reading.scope == Scope::Part && denies;
    let counts = |position: &Position| position.voice == reading.voice && position.is_against();
    let settles = |voice: &Voice| *voice == reading.voice;
    match () {
        () if became(State::Retracted) => ChangeType::Retracted,
        () if reading.stance == Stance::Retracts && moves => ChangeType::Retracted,
        () if phase == Some(Phase::CalledOff) => ChangeType::CalledOff,
        () if (reading.stance == Stance::Doubts || in_part) && first_of_its_voice => {
            ChangeType::Disputed
        }
        () if became(State::Disputed) => ChangeType::Disputed,
        () if became(State::Denied) => ChangeType::Denied,
        () if denies && moves && first_of_its_voice => {
            let disputed = after.state == State::Disputed && after.positions.iter().any(counts);
            if disputed { ChangeType::Disputed } else { ChangeType::Denied }
        }
        () if became(State::Confirmed) || phase == Some(Phase::TookPlace) => ChangeType::Confirmed,
        () if after.state == State::Confirmed
            && after.by.iter().any(settles)
            && !before.by.iter().any(settles) =>
        {
            ChangeType::Confirmed
        }
        () if figure.is_some_and(|figure| figure.relation.is_revision()) => ChangeType::Revised,
        () if phase.is_some() => ChangeType::Revised,
        () if after.sources.len() > before.sources.len() && reading.is_for() => {
            ChangeType::Corroborated
        }
        () => ChangeType::Repeated,
    }
}

/// Tells whether an older reading already held this stance of this voice.
fn says_the_same(old: &Reading, new: &Reading) -> bool {
    old.stands() && old.voice == new.voice && old.stance == new.stance && old.scope == new.scope
}

/// Returns what the figure of an entry does, where it does anything.
fn figure(after: &Status, entry: &str) -> Option<FigureChange> {
    let point = after.series.iter().flat_map(|series| &series.points).find(|p| p.entry == entry)?;
    let tells = point.relation.is_revision() || point.relation == FigureRelation::AtOdds;
    tells.then(|| FigureChange {
        from: point.former.unwrap_or(point.figure.value),
        to: point.figure.value,
        relation: point.relation,
        against: point.against.clone(),
    })
}
