use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use crate::claim::{Claim, Entry, Figure, Grain, Kind, Mention, Period, Record, Role};
use crate::matching::names;
use crate::matching::pack::{Reader, put, put_signed};
use crate::slots::{Tagged, events};

/// A claim as the matcher knows it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Card<'a> {
    /// Its id, its statement, its wordings; none before somebody asks for them.
    pub(crate) texts: Vec<Word<'a>>,
    /// The numbers of the terms of its statement, then of each wording, in order.
    pub(crate) fields: Vec<Vec<u32>>,
    /// Its slots.
    pub(crate) facts: Facts<'a>,
}

impl Card<'_> {
    /// Returns its id.
    pub(crate) fn id(&self) -> &str {
        self.texts.first().map_or("", |text| text)
    }

    /// Returns its statement.
    pub(crate) fn statement(&self) -> &str {
        self.texts.get(1).map_or("", |text| text)
    }
}

/// A word of a slot.
pub(crate) type Word<'a> = Cow<'a, str>;

/// What the slots of a mention or a claim hold; an empty slot is unknown and equals nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Facts<'a> {
    /// What it is about; `None` where it is `other`.
    pub(crate) kind: Option<Kind>,
    /// The class of its event.
    pub(crate) event: Option<Word<'a>>,
    /// Ids of known actors, or folded names of parties.
    pub(crate) actors: Vec<Word<'a>>,
    /// Folded proper names, places among them; a claim's follow from its statement.
    pub(crate) names: Vec<Word<'a>>,
    /// Who says it: actor ids and names as written.
    pub(crate) speakers: Vec<Word<'a>>,
    /// What is counted, with its likely range.
    pub(crate) counts: Vec<Count<'a>>,
    /// Days on which its event falls, first and last.
    pub(crate) days: Vec<(NaiveDate, NaiveDate)>,
    /// First and last day on which it was told.
    pub(crate) told: Option<(NaiveDate, NaiveDate)>,
    /// The day for which the event is announced.
    pub(crate) planned_for: Option<NaiveDate>,
}

/// A figure as far as matching needs it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Count<'a> {
    /// The words.
    pub(crate) text: Word<'a>,
    /// The number that is written.
    pub(crate) value: f64,
    /// The range in which it most likely lies.
    pub(crate) likely: [f64; 2],
    /// What is counted.
    pub(crate) measure: Option<Word<'a>>,
    /// In which unit.
    pub(crate) unit: Option<Word<'a>>,
    /// A former value that the text names.
    pub(crate) former: Option<f64>,
}

impl<'a> Count<'a> {
    fn new(figure: &'a Figure) -> Self {
        Self {
            text: Cow::Borrowed(&figure.text),
            value: figure.value,
            likely: figure.likely,
            measure: figure.measure.as_deref().map(Cow::Borrowed),
            unit: figure.unit.as_deref().map(Cow::Borrowed),
            former: figure.former,
        }
    }
}

impl<'a> Facts<'a> {
    /// Returns what a ledger knows of a claim.
    pub(crate) fn of_record(record: &'a Record) -> Self {
        Self::with_event(record, event(&record.claim))
    }

    /// Returns what a ledger knows of a claim whose event is known.
    pub(crate) fn with_event(record: &'a Record, event: Option<&'static str>) -> Self {
        let claim = &record.claim;
        let mut facts = Self {
            kind: known(claim.kind),
            actors: claim.parties.iter().map(|party| Cow::Borrowed(party.actor.as_str())).collect(),
            days: claim.planned_for.map(|day| (day, day)).into_iter().collect(),
            planned_for: claim.planned_for,
            event: event.map(Cow::Borrowed),
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
    pub(crate) fn of_mention(mention: &'a Mention, date: Option<NaiveDate>) -> Self {
        let mut facts = Self {
            kind: known(mention.kind),
            event: mention.event.map(Cow::Borrowed),
            actors: mention.actors.iter().map(|id| Cow::Borrowed(id.as_str())).collect(),
            names: mention.names.iter().map(|name| Cow::Borrowed(name.as_str())).collect(),
            counts: mention.figures.iter().take(1).map(Count::new).collect(),
            told: date.map(|date| (date, date)),
            ..Self::default()
        };
        for name in names::proper(&mention.statement) {
            if !facts.names.iter().any(|known| *known == name) {
                facts.names.push(Cow::Owned(name));
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
    pub(crate) fn point_back(&mut self, before: &Facts<'a>) {
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

    fn add_speaker(&mut self, name: Option<&'a str>) {
        if let Some(name) = name.filter(|name| !self.speakers.iter().any(|known| known == name)) {
            self.speakers.push(Cow::Borrowed(name));
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

/// The first day that is written as a number.
const DAY_0: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day of the calendar");

impl<'a> Facts<'a> {
    /// Appends the slots; `intern` gives the number of a word.
    pub(crate) fn write(&self, out: &mut Vec<u8>, intern: &mut dyn FnMut(&str) -> u64) {
        put(out, self.kind.map_or(0, |kind| kind as u64 + 1));
        put_word(out, self.event.as_deref(), intern);
        for list in [&self.actors, &self.speakers] {
            put(out, list.len() as u64);
            for word in list {
                put(out, intern(word));
            }
        }
        put(out, self.counts.len() as u64);
        for count in &self.counts {
            put(out, intern(&count.text));
            put_word(out, count.measure.as_deref(), intern);
            put_word(out, count.unit.as_deref(), intern);
            for value in [count.value, count.likely[0], count.likely[1]] {
                out.extend_from_slice(&value.to_le_bytes());
            }
            put(out, u64::from(count.former.is_some()));
            if let Some(former) = count.former {
                out.extend_from_slice(&former.to_le_bytes());
            }
        }
        for days in [&self.days[..], self.told.as_slice()] {
            put(out, days.len() as u64);
            for (first, last) in days {
                put_signed(out, (*first - DAY_0).num_days());
                put_signed(out, (*last - *first).num_days());
            }
        }
        put(out, self.planned_for.is_some().into());
        if let Some(day) = self.planned_for {
            put_signed(out, (day - DAY_0).num_days());
        }
    }

    /// Reads what `write` wrote, but for the names, which follow from the statement.
    pub(crate) fn read(reader: &mut Reader<'a>, name: impl Fn(u64) -> &'a str) -> Self {
        let word = |number: u64| Cow::Borrowed(name(number));
        let maybe = |number: u64| number.checked_sub(1).map(word);
        let mut facts = Self {
            kind: (reader.number() as usize)
                .checked_sub(1)
                .and_then(|at| Kind::ALL.get(at).copied()),
            event: maybe(reader.number()),
            ..Self::default()
        };
        facts.actors = (0..reader.count()).map(|_| word(reader.number())).collect();
        facts.speakers = (0..reader.count()).map(|_| word(reader.number())).collect();
        facts.counts = (0..reader.count())
            .map(|_| Count {
                text: word(reader.number()),
                measure: maybe(reader.number()),
                unit: maybe(reader.number()),
                value: reader.float(),
                likely: [reader.float(), reader.float()],
                former: (reader.number() > 0).then(|| reader.float()),
            })
            .collect();
        facts.days = (0..reader.count()).filter_map(|_| read_days(reader)).collect();
        facts.told = (0..reader.count()).filter_map(|_| read_days(reader)).last();
        facts.planned_for = (reader.number() > 0).then(|| day(reader.signed())).flatten();
        facts
    }
}

fn put_word(out: &mut Vec<u8>, word: Option<&str>, intern: &mut dyn FnMut(&str) -> u64) {
    put(out, word.map_or(0, |word| intern(word) + 1));
}

fn read_days(reader: &mut Reader<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let (first, length) = (reader.signed(), reader.signed());
    Some((day(first)?, day(first.checked_add(length)?)?))
}

fn day(number: i64) -> Option<NaiveDate> {
    let days = Days::new(number.unsigned_abs());
    if number < 0 { DAY_0.checked_sub_days(days) } else { DAY_0.checked_add_days(days) }
}

/// The class of the first event of a claim's statement, if its kind is known.
pub(crate) fn event(claim: &Claim) -> Option<&'static str> {
    known(claim.kind)?;
    events(Tagged::new(&claim.statement).line()).first().map(|event| event.class)
}

fn known(kind: Kind) -> Option<Kind> {
    Some(kind).filter(|kind| *kind != Kind::Other)
}
