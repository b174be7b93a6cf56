use std::ops::Range;

use crate::lexicon::{Lexicon, WordId};

/// Which tables know a word, and what it looks like: a set, so that a token that none needs costs one look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags(u16);

impl Tags {
    /// It may start a number or a figure: "nine", "a", "no", "nobody".
    pub const FIGURE: Self = Self(1);
    /// A number word.
    pub const NUMBER: Self = Self(2);
    /// A word of the calendar: "Monday", "week".
    pub const CALENDAR: Self = Self(4);
    /// A small word of time expressions: "last", "since".
    pub const WHEN: Self = Self(8);
    /// It starts the words of an event.
    pub const EVENT: Self = Self(16);
    /// It starts a modal phrase.
    pub const MODAL: Self = Self(32);
    /// It carries no content of its own: "the", "said".
    pub const STOP: Self = Self(64);
    /// A title or an office before a name.
    pub const TITLE: Self = Self(128);
    /// A person in the singular: "miner".
    pub const PERSON: Self = Self(256);
    /// A verb or noun that may be a cue: "said", "claim".
    pub const CUE: Self = Self(512);
    /// It starts with a capital where it stands.
    pub const CAPITAL: Self = Self(1024);

    /// No table knows it, and it has a hyphen: "forty-six", "mid-July".
    pub const JOINED: Self = Self(2048);

    /// It starts a phrase that turns a statement: "no truth".
    pub const TURN: Self = Self(4096);

    /// Tells whether the two sets share a tag.
    #[inline]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns both sets in one.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What is looked up once for a token: its number, and the tables that know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The number of the word.
    pub id: WordId,
    /// The tables that know it.
    pub tags: Tags,
}

impl Lexicon {
    /// Returns the entries of the words that stand at these places of a text.
    pub fn entries_in(
        &self,
        text: &str,
        places: impl ExactSizeIterator<Item = Range<usize>>,
    ) -> Vec<Entry> {
        let mut out = Vec::with_capacity(places.len());
        self.vocabulary.ids_in(text, places, |place, id| {
            let capital = match text.as_bytes().get(place.start) {
                Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
                _ => text[place.clone()].starts_with(char::is_uppercase),
            };
            let mut shape = if capital { Tags::CAPITAL } else { Tags::default() };
            if id == WordId::UNKNOWN && text.as_bytes()[place].contains(&b'-') {
                shape = shape.with(Tags::JOINED);
            }
            out.push(Entry { id, tags: self.tags(id).with(shape) });
        });
        out
    }

    /// Returns the tables that know a word.
    #[inline]
    pub fn tags(&self, id: WordId) -> Tags {
        self.tags[id.index()]
    }

    /// Marks the words of each table.
    pub(super) fn tag(&mut self) {
        self.tags = vec![Tags::default(); self.vocabulary.len()];
        let tags = &mut self.tags;
        let mut mark = |words: &mut dyn Iterator<Item = usize>, tag: Tags| {
            for word in words {
                tags[word] = tags[word].with(tag);
            }
        };
        mark(&mut self.numbers.words(), Tags::NUMBER.with(Tags::FIGURE));
        mark(&mut self.figures.leads(), Tags::FIGURE);
        mark(&mut self.calendar.words(), Tags::CALENDAR);
        mark(&mut self.when.words(), Tags::WHEN);
        mark(&mut self.events.words(), Tags::EVENT);
        mark(&mut self.modals.words(), Tags::MODAL);
        mark(&mut self.stops.words(), Tags::STOP);
        mark(&mut self.titles.words(), Tags::TITLE);
        mark(&mut self.persons.words(), Tags::PERSON);
        mark(&mut self.cues.words(), Tags::CUE);
        mark(&mut self.turns.words(), Tags::TURN);
    }
}
