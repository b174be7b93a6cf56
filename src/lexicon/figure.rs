use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lexicon::words::{cell, rows};
use crate::lexicon::{Column, Lexicon, Lists, Vocabulary, WordId};

/// What words around a number say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureRole {
    /// "at least" before it.
    AtLeast,
    /// "more than" before it.
    MoreThan,
    /// "up to" before it.
    AtMost,
    /// "fewer than" before it.
    LessThan,
    /// "about" before it.
    About,
    /// "nearly" before it.
    Nearly,
    /// "or more" behind it.
    AtLeastAfter,
    /// "or fewer" behind it.
    AtMostAfter,
    /// "or so" behind it.
    AboutAfter,
    /// "estimated ... at": a verb that makes the number behind "at" an estimate.
    AboutAt,
    /// "another" before it.
    Delta,
    /// "more" behind it.
    DeltaAfter,
    /// "previously reported" before it.
    Former,
    /// A verb of change: what stands behind its "from" is a former value.
    Change,
    /// Somebody counted.
    Counted,
    /// Somebody fears.
    Feared,
    /// Somebody presumes.
    Presumed,
    /// The number behind it is a name: "Flight 12".
    Label,
    /// The number behind it is an age.
    Age,
    /// Numbers near it are points or votes: "won 3-2".
    Score,
    /// The number before it is a clock time.
    Clock,
    /// The number before it and a name is a house number.
    Street,
    /// The number of days, weeks, years before it says when, not how many: "ago".
    NotNow,
    /// The number of days behind it says when: "the last 9 days".
    SpanBefore,
    /// What it stands before is known: "the two men".
    Definite,
    /// The "one" behind it is a pronoun: "this one".
    OneBehind,
    /// The "one" before it is no count: "one day".
    OneBefore,
    /// Four digits behind it are a year: "the 2016 elections".
    YearBehind,
    /// No verb governs a number across it.
    Break,
    /// It makes the participle behind it passive: "were killed".
    Auxiliary,
    /// It ties a number to a noun far before: "the toll rose to 9".
    Link,
    /// It counts none of what follows: "no injuries".
    Nothing,
    /// It counts no person: "nobody was killed".
    Nobody,
    /// It counts one of what follows where that is hurt: "a miner was killed".
    Single,
    /// It halves the scale behind it: "half a million".
    Half,
}

/// A phrase and what it says about a number.
#[derive(Clone, Debug)]
pub struct FigurePhrase {
    /// Its words.
    pub words: Vec<WordId>,
    /// What it says.
    pub role: FigureRole,
}

/// The phrases, found by their first and by their last word.
#[derive(Debug)]
pub(super) struct Figures {
    starting: Lists<FigurePhrase>,
    ending: Lists<FigurePhrase>,
    /// For each word the set of the roles that it has by itself.
    single: Column<u64>,
}

impl Figures {
    /// Reads the table.
    pub(super) fn read(words: &mut Vocabulary) -> Self {
        let mut single: BTreeMap<String, u64> = BTreeMap::new();
        let (mut starting, mut ending) = (Vec::new(), Vec::new());
        for row in rows::<Phrase>(include_str!("../../lexicons/figures.csv")) {
            let parts: Vec<&str> = row.phrase.split(' ').collect();
            let phrase = FigurePhrase {
                words: parts.iter().map(|word| words.intern(word)).collect(),
                role: row.role,
            };
            if let [word] = parts[..] {
                *single.entry(word.to_owned()).or_default() |= row.role.bit();
            }
            starting.push((parts[0].to_owned(), phrase.clone()));
            ending.push((parts[parts.len() - 1].to_owned(), phrase));
        }
        let mut table = |mut rows: Vec<(String, FigurePhrase)>| {
            rows.sort_by_key(|(_, phrase)| Reverse(phrase.words.len()));
            Lists::new(words, rows)
        };
        let (starting, ending) = (table(starting), table(ending));
        Self { starting, ending, single: Column::new(words, single) }
    }

    /// Iterates over the words that may start a figure without being numbers.
    pub(super) fn leads(&self) -> impl Iterator<Item = usize> {
        let leads = [FigureRole::Nothing, FigureRole::Nobody, FigureRole::Single, FigureRole::Half];
        let leads = leads.into_iter().fold(0, |leads, role| leads | role.bit());
        self.single.words_where(move |roles| roles & leads != 0)
    }
}

impl FigureRole {
    fn bit(self) -> u64 {
        1 << self as u64
    }
}

impl Lexicon {
    /// Returns the phrases that end with this word, longest first.
    #[inline]
    pub fn phrases_ending(&self, id: WordId) -> &[FigurePhrase] {
        self.figures.ending.get(id)
    }

    /// Returns the phrases that start with this word, longest first.
    #[inline]
    pub fn phrases_starting(&self, id: WordId) -> &[FigurePhrase] {
        self.figures.starting.get(id)
    }

    /// Tells whether a word has this role by itself.
    #[inline]
    pub fn has_role(&self, id: WordId, role: FigureRole) -> bool {
        self.figures.single.get(id).is_some_and(|roles| roles & role.bit() != 0)
    }

    /// Returns what a word says about what is counted.
    #[inline]
    pub fn measures(&self, id: WordId) -> &[MeasureWord] {
        self.measures.get(id)
    }
}

#[derive(Deserialize)]
struct Phrase {
    phrase: String,
    role: FigureRole,
}

/// What a word near a number says about what is counted.
#[derive(Clone, Debug)]
pub struct MeasureWord {
    /// The measure: killed, price.
    pub measure: String,
    /// It may govern the number: "killed 9 miners".
    pub left: bool,
    /// It may follow the number: "9 miners were killed".
    pub right: bool,
    /// It may be the unit itself: "9 deaths".
    pub unit: bool,
    /// As a unit it says so only if nothing else does: "9 passengers".
    pub noun: bool,
    /// What it counts is people.
    pub human: bool,
    /// It may stand farther to the left: "the toll in the valley rose to 9".
    pub head: bool,
}

/// Reads what words say about what is counted.
pub(super) fn measures(words: &mut Vocabulary) -> Lists<MeasureWord> {
    let mut table = Vec::new();
    for row in rows::<Measure>(include_str!("../../lexicons/measures.csv")) {
        let has = |place: &str| cell(&row.place).any(|own| own == place);
        let measure = MeasureWord {
            measure: row.measure.clone(),
            left: has("left"),
            right: has("right"),
            unit: has("unit"),
            noun: has("noun"),
            human: has("human"),
            head: has("head"),
        };
        table.extend(cell(&row.words).map(|word| (word.to_owned(), measure.clone())));
    }
    Lists::new(words, table)
}

#[derive(Deserialize)]
struct Measure {
    measure: String,
    words: String,
    place: String,
}
