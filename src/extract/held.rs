use std::ops::Range;

use chrono::NaiveDate;

use crate::claim::{Figure, Period};
use crate::extract::{Reading, Stretch, modality};
use crate::slots::{self, ActorFinder, Anchor, Event, Found};

/// What the slots found in one sentence; the indexes of events are those of the reading.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    /// Words for events, in text order.
    pub(super) events: Vec<Event>,
    /// Numbers that count something, in text order.
    pub(super) figures: Vec<Figure>,
    /// Time expressions, in text order.
    pub(super) periods: Vec<Period>,
    /// Known actors, in text order.
    pub(super) actors: Vec<Found>,
}

impl Held {
    /// Reads the words for events of a sentence, given as the range of its tokens.
    pub(super) fn of(reading: &Reading<'_>, sentence: Range<usize>) -> Self {
        let mut events = slots::events(reading.line(Stretch::from(sentence.clone())));
        for event in &mut events {
            event.index += sentence.start;
        }
        Self { events, ..Self::default() }
    }

    /// Reads its figures and times, too: only where it may make a claim.
    ///
    /// `last` is the day last spoken of before the sentence.
    pub(super) fn measured(
        mut self,
        reading: &Reading<'_>,
        sentence: Range<usize>,
        last: Option<NaiveDate>,
    ) -> Self {
        let line = reading.line(Stretch::from(sentence.clone()));
        self.figures = slots::figures(line);
        let date = reading.article.meta.date;
        self.periods = slots::periods(line, &Anchor { date, last, future: false });
        if !self.periods.is_empty() && modality::announces(reading, Stretch::from(sentence)) {
            let ahead = slots::periods(line, &Anchor { date, last, future: true });
            for (period, ahead) in self.periods.iter_mut().zip(ahead) {
                if modality::announced_at(reading, reading.tokens_in(period.span)) {
                    *period = ahead;
                }
            }
        }
        self
    }

    /// Reads its actors, too: only where it does make one.
    pub(super) fn peopled(
        mut self,
        reading: &Reading<'_>,
        finder: &ActorFinder,
        sentence: Range<usize>,
    ) -> Self {
        self.actors = finder.find(reading.line(Stretch::from(sentence)));
        self
    }

    /// Returns the events whose first word lies in a stretch.
    pub(super) fn events_in(&self, tokens: Stretch) -> impl Iterator<Item = &Event> {
        let start = self.events.partition_point(|event| event.index < tokens.start);
        self.events[start..].iter().take_while(move |event| event.index < tokens.end)
    }

    /// Returns the events whose first word is this token.
    pub(super) fn events_at(&self, at: usize) -> impl Iterator<Item = &Event> {
        self.events_in(Stretch::new(at, at + 1))
    }

    /// Returns the figures that lie in a stretch.
    pub(super) fn figures_in<'a>(
        &'a self,
        reading: &Reading<'_>,
        tokens: Stretch,
    ) -> impl Iterator<Item = &'a Figure> {
        let span = reading.span(tokens);
        self.figures.iter().filter(move |figure| span.contains(figure.span))
    }

    /// Returns the time expressions that lie in a stretch.
    pub(super) fn periods_in<'a>(
        &'a self,
        reading: &Reading<'_>,
        tokens: Stretch,
    ) -> impl Iterator<Item = &'a Period> {
        let span = reading.span(tokens);
        self.periods.iter().filter(move |period| span.contains(period.span))
    }
}
