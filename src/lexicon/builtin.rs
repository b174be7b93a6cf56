use std::sync::OnceLock;

use serde::Deserialize;

use crate::claim::Form;
use crate::lexicon::figure::Figures;
use crate::lexicon::modality::Modal;
use crate::lexicon::unit::Unit;
use crate::lexicon::{
    CalendarWord, Classes, Column, Cues, EventWords, Lists, MeasureWord, NumberWord, Tags, Turns,
    Vocabulary, WordId, actor, calendar, figure, modality, number, stem, unit, when,
};

/// The words we know, with one look-up a token.
///
/// The number of a word is its row in every table: classes here, cues in [`Cues`]; a table of
/// another file gets its words into the vocabulary in [`Lexicon::builtin`] and keeps a [`Column`]
/// over it.
#[derive(Debug)]
pub struct Lexicon {
    pub(super) vocabulary: Vocabulary,
    pub(super) tags: Vec<Tags>,
    pub(super) calendar: Column<CalendarWord>,
    pub(super) events: EventWords,
    pub(super) figures: Figures,
    pub(super) known: Column<Form>,
    pub(super) measures: Lists<MeasureWord>,
    pub(super) modals: Lists<Modal>,
    pub(super) numbers: Column<NumberWord>,
    pub(super) persons: Column<()>,
    pub(super) stops: Column<()>,
    pub(super) titles: Column<()>,
    pub(super) units: Column<Unit>,
    pub(super) when: Column<u32>,
    classes: Vec<Classes>,
    pub(super) cues: Cues,
    pub(super) turns: Turns,
}

/// A row of `lexicons/words.csv`.
#[derive(Deserialize)]
struct Row {
    class: String,
    words: String,
    #[serde(rename = "example")]
    _example: String,
}

const WORDS: &str = include_str!("../../lexicons/words.csv");

impl Lexicon {
    /// Returns the built-in words, read once.
    pub fn builtin() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let mut vocabulary = Vocabulary::default();
            let mut classes = vec![Classes::none()];
            for row in rows() {
                let class = Classes::named(&row.class).unwrap_or_default();
                for word in row.words.split_ascii_whitespace() {
                    let id = vocabulary.intern(word);
                    classes.resize(vocabulary.len(), Classes::none());
                    classes[id.index()] |= class;
                }
            }
            let cues = Cues::builtin(&mut vocabulary);
            let turns = Turns::builtin(&mut vocabulary);
            let words = &mut vocabulary;
            let mut lexicon = Self {
                calendar: calendar::table(words),
                events: EventWords::read(words),
                figures: Figures::read(words),
                known: actor::known(words),
                measures: figure::measures(words),
                modals: modality::table(words),
                numbers: number::table(words),
                persons: unit::persons(words),
                stops: stem::stops(words),
                titles: actor::titles(words),
                units: unit::table(words),
                when: when::table(words),
                tags: Vec::new(),
                classes,
                cues,
                turns,
                vocabulary,
            };
            lexicon.classes.resize(lexicon.vocabulary.len(), Classes::none());
            lexicon.tag();
            lexicon
        })
    }

    /// Returns how many rows a table over the numbers of words needs.
    pub fn rows(&self) -> usize {
        self.vocabulary.len()
    }

    /// Returns the number of a word.
    #[inline]
    pub fn id(&self, word: &str) -> WordId {
        self.vocabulary.id(word)
    }

    /// Returns the classes of a word of the list, without its shape.
    #[inline]
    pub fn classes(&self, id: WordId) -> Classes {
        self.classes[id.index()]
    }

    /// Tells whether a word takes over an infinitive of saying; `Some(true)` where it refuses one.
    pub fn raising(&self, id: WordId) -> Option<bool> {
        let classes = self.classes(id);
        let refuses = classes.any(Classes::REFUSING);
        (refuses || classes.any(Classes::RAISING)).then_some(refuses)
    }

    /// Tells whether a verb form is as often a noun.
    pub fn is_noun_too(&self, id: WordId) -> bool {
        self.classes(id).any(Classes::NOUN_TOO)
    }

    /// Returns the phrases that turn what a neutral cue says.
    pub fn turns(&self) -> &Turns {
        &self.turns
    }

    /// Returns the cues.
    pub fn cues(&self) -> &Cues {
        &self.cues
    }
}

fn rows() -> impl Iterator<Item = Row> {
    csv::Reader::from_reader(WORDS.as_bytes())
        .into_deserialize()
        .map(|row| row.expect("the embedded word list is read by a test"))
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, rows};
    use crate::lexicon::Classes;

    #[test]
    fn every_class_has_a_row_whose_example_holds_one_of_its_words() {
        let lexicon = Lexicon::builtin();
        let listed: Vec<_> = rows().collect();
        for (_, name) in Classes::NAMES.iter().filter(|(_, name)| !name.is_empty()) {
            assert!(listed.iter().any(|row| row.class == *name), "{name} has no row");
        }
        for row in listed {
            let class = Classes::named(&row.class).expect(&row.class);
            let mut words = row._example.split([' ', '.']);
            assert!(
                words.any(|word| lexicon.classes(lexicon.id(word)).any(class)),
                "{}",
                row.class
            );
        }
    }
}
