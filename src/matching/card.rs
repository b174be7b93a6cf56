use chrono::NaiveDate;

use crate::claim::{Entry, Figure, Grain, Kind, Mention, Period, Record, Role};
use crate::matching::names;

/// What the slots of a mention or a claim hold; an empty slot is unknown and equals nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Facts {
    /// What it is about; `None` where it is `other`.
    pub(crate) kind: Option<Kind>,
    /// The class of its event.
    pub(crate) event: Option<String>,
    /// Ids of known actors, or folded names of parties.
    pub(crate) actors: Vec<String>,
    /// Folded proper names, places among them.
    pub(crate) names: Vec<String>,
    /// Who says it: actor ids and names as written.
    pub(crate) speakers: Vec<String>,
    /// What is counted, with its likely range.
    pub(crate) counts: Vec<Count>,
    /// Days on which its event falls, first and last.
    pub(crate) days: Vec<(NaiveDate, NaiveDate)>,
    /// First and last day on which it was told.
    pub(crate) told: Option<(NaiveDate, NaiveDate)>,
    /// The day for which the event is announced.
    pub(crate) planned_for: Option<NaiveDate>,
}

/// A figure as far as matching needs it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Count {
    /// The words.
    pub(crate) text: String,
    /// The number that is written.
    pub(crate) value: f64,
    /// The range in which it most likely lies.
    pub(crate) likely: [f64; 2],
    /// What is counted.
    pub(crate) measure: Option<String>,
    /// In which unit.
    pub(crate) unit: Option<String>,
    /// A former value that the text names.
    pub(crate) former: Option<f64>,
}

impl Count {
    fn new(figure: &Figure) -> Self {
        Self {
            text: figure.text.clone(),
            value: figure.value,
            likely: figure.likely,
            measure: figure.measure.clone(),
            unit: figure.unit.clone(),
            former: figure.former,
        }
    }
}

impl Facts {
    /// Returns what a ledger knows of a claim.
    pub(crate) fn of_record(record: &Record) -> Self {
        let claim = &record.claim;
        let mut facts = Self {
            kind: known(claim.kind),
            actors: claim.parties.iter().map(|party| party.actor.clone()).collect(),
            names: names::proper(&claim.statement),
            days: claim.planned_for.map(|day| (day, day)).into_iter().collect(),
            planned_for: claim.planned_for,
            ..Self::default()
        };
        for stored in &record.entries {
            let Entry::Appearance(entry) = &stored.entry else { continue };
            for source in entry.attribution.iter().filter_map(|link| link.source.as_ref()) {
                facts.add_speaker(source.actor.as_deref());
                facts.add_speaker(Some(&source.text));
            }
            facts.counts.extend(entry.figure.as_ref().map(Count::new));
            facts.add_days(&entry.periods);
            let day = entry.published.date();
            facts.told = match facts.told {
                Some((first, last)) => Some((first.min(day), last.max(day))),
                None => Some((day, day)),
            };
        }
        facts
    }

    /// Returns what the slots of a mention hold, told on `date`.
    pub(crate) fn of_mention(mention: &Mention, date: Option<NaiveDate>) -> Self {
        let mut facts = Self {
            kind: known(mention.kind),
            event: mention.event.clone(),
            actors: mention.actors.clone(),
            names: mention.names.clone(),
            counts: mention.figures.iter().take(1).map(Count::new).collect(),
            told: date.map(|date| (date, date)),
            ..Self::default()
        };
        for name in names::proper(&mention.statement) {
            if !facts.names.contains(&name) {
                facts.names.push(name);
            }
        }
        if let Some(source) = mention.claimant() {
            facts.add_speaker(source.actor.as_deref());
            facts.add_speaker(Some(&source.text));
        }
        facts.add_days(&mention.periods);
        facts
    }

    /// Fills empty slots from the mention that this one points back to, and joins who is named in both.
    pub(crate) fn point_back(&mut self, before: &Self) {
        self.kind = before.kind.or(self.kind);
        self.event = before.event.clone().or(self.event.take());
        if self.counts.is_empty() {
            self.counts.clone_from(&before.counts);
        }
        if self.days.is_empty() {
            self.days.clone_from(&before.days);
        }
        for (own, others) in [(&mut self.actors, &before.actors), (&mut self.names, &before.names)]
        {
            for other in others {
                if !own.contains(other) {
                    own.push(other.clone());
                }
            }
        }
    }

    fn add_speaker(&mut self, name: Option<&str>) {
        if let Some(name) = name.filter(|name| !self.speakers.iter().any(|known| known == name)) {
            self.speakers.push(name.to_owned());
        }
    }

    fn add_days(&mut self, periods: &[Period]) {
        for period in periods.iter().filter(|period| period.role == Role::Event) {
            if let (Some(start), Some(end)) = (period.start, period.end)
                && !self.days.contains(&(start, end))
                && matches!(period.grain, Grain::Day | Grain::Hour)
            {
                self.days.push((start, end));
            }
        }
    }
}

fn known(kind: Kind) -> Option<Kind> {
    Some(kind).filter(|kind| *kind != Kind::Other)
}
