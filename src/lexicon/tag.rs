use crate::lexicon::{Lexicon, WordId};

/// Which tables know a word: a set, so that a token that none needs costs one look.
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

impl Lexicon {
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
    }
}
