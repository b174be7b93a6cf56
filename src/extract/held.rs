use std::ops::Range;

use crate::claim::{Figure, Period};
use crate::extract::{Reading, Stretch};
use crate::slots::{self, ActorFinder, Event, Found};

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
    /// Reads a sentence, given as the range of its tokens.
    pub(super) fn of(reading: &Reading<'_>, finder: &ActorFinder, sentence: Range<usize>) -> Self {
        let text = reading.article.text.as_str();
        let tokens = &reading.layout.tokens[sentence.clone()];
        let mut events = slots::events(text, tokens);
        for event in &mut events {
            event.index += sentence.start;
        }
        Self {
            events,
            figures: slots::figures(text, tokens),
            periods: Vec::new(),
            actors: finder.find(text, tokens),
        }
    }

    /// Returns the events whose first word lies in a stretch.
    pub(super) fn events_in(&self, tokens: Stretch) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| tokens.holds(event.index))
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
}
