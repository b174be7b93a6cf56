use chrono::NaiveDate;

use crate::claim::{Appearance, Grain, Modality, Role};
use crate::status::{Case, Phase, Turn};

/// A planned event as the appearances tell it, one after the other.
pub(crate) struct Plan {
    pub(crate) phase: Phase,
    pub(crate) day: Option<NaiveDate>,
}

impl Plan {
    /// Returns the plan before anybody spoke: that of the claim itself.
    pub(crate) fn new(case: &Case<'_>) -> Self {
        let day = case.claims.iter().find_map(|claim| claim.planned_for);
        Self { phase: if day.is_some() { Phase::Planned } else { Phase::None }, day }
    }

    /// Takes an appearance; `was_for`: its voice announced or supported the event before.
    pub(crate) fn take(&mut self, turn: &Turn<'_>, case: &Case<'_>, was_for: bool) {
        let reading = &turn.reading;
        match (self.phase, reading.is_for(), reading.modality) {
            (Phase::None, true, Modality::Planned) if case.opened_by(reading) => {
                self.phase = Phase::Planned;
                self.day = event_day(turn.entry);
            }
            (Phase::Planned | Phase::Rescheduled, true, Modality::Planned) => {
                self.moved(turn, case);
            }
            (Phase::Planned | Phase::Rescheduled, true, Modality::Happened)
                if self.is_due(turn) && case.may_tell(turn) =>
            {
                self.phase = Phase::TookPlace;
            }
            // A doer calls off what has a day; what others only say it plans, it denies.
            (Phase::Planned | Phase::Rescheduled, false, _)
                if was_for || (self.day.is_some() && case.is_doer(turn)) =>
            {
                self.phase = Phase::CalledOff;
            }
            _ => {}
        }
    }

    /// Moves the event when somebody who may tell names another single day for it, still ahead.
    fn moved(&mut self, turn: &Turn<'_>, case: &Case<'_>) {
        let Some(day) = event_day(turn.entry) else { return };
        if case.may_move(turn) && turn.reading.published.date() <= day && self.day != Some(day) {
            if self.day.is_some() {
                self.phase = Phase::Rescheduled;
            }
            self.day = Some(day);
        }
    }

    /// Tells whether the event can have taken place: nobody tells it before its day.
    fn is_due(&self, turn: &Turn<'_>) -> bool {
        self.day.is_none_or(|day| day <= turn.reading.published.date())
    }
}

/// Returns the one day that an appearance names for the event.
fn event_day(entry: &Appearance) -> Option<NaiveDate> {
    let mut days = entry
        .periods
        .iter()
        .filter(|period| {
            period.role == Role::Event && matches!(period.grain, Grain::Day | Grain::Hour)
        })
        .filter_map(|period| period.start);
    let day = days.next()?;
    days.all(|other| other == day).then_some(day)
}
