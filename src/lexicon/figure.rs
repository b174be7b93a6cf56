use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::lexicon::words::{Words, cell, rows};

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
}

/// A phrase and what it says about a number.
#[derive(Clone, Debug)]
pub struct FigurePhrase {
    /// Its words.
    pub words: Vec<String>,
    /// What it says.
    pub role: FigureRole,
}

/// Returns the phrases that end with this word, longest first.
pub fn phrases_ending(word: &str) -> &'static [FigurePhrase] {
    static TABLE: OnceLock<Words<Vec<FigurePhrase>>> = OnceLock::new();
    let key = |phrase: &FigurePhrase| phrase.words.last().cloned();
    TABLE.get_or_init(|| phrases(key)).get(word).map_or(&[], Vec::as_slice)
}

/// Returns the phrases that start with this word, longest first.
pub fn phrases_starting(word: &str) -> &'static [FigurePhrase] {
    static TABLE: OnceLock<Words<Vec<FigurePhrase>>> = OnceLock::new();
    let key = |phrase: &FigurePhrase| phrase.words.first().cloned();
    TABLE.get_or_init(|| phrases(key)).get(word).map_or(&[], Vec::as_slice)
}

/// Tells whether a single word has this role.
pub fn has_role(word: &str, role: FigureRole) -> bool {
    phrases_ending(word).iter().any(|phrase| phrase.role == role && phrase.words.len() == 1)
}

fn phrases(key: impl Fn(&FigurePhrase) -> Option<String>) -> Words<Vec<FigurePhrase>> {
    let mut table: BTreeMap<String, Vec<FigurePhrase>> = BTreeMap::new();
    for row in rows::<Phrase>(include_str!("../../lexicons/figures.csv")) {
        let words = row.phrase.split(' ').map(str::to_owned).collect();
        let phrase = FigurePhrase { words, role: row.role };
        if let Some(key) = key(&phrase) {
            table.entry(key).or_default().push(phrase);
        }
    }
    for list in table.values_mut() {
        list.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    }
    Words::new(table)
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

/// Returns what a word says about what is counted.
pub fn measure_words(word: &str) -> &'static [MeasureWord] {
    static TABLE: OnceLock<Words<Vec<MeasureWord>>> = OnceLock::new();
    TABLE
        .get_or_init(|| {
            let mut table: BTreeMap<String, Vec<MeasureWord>> = BTreeMap::new();
            for row in rows::<Measure>(include_str!("../../lexicons/measures.csv")) {
                let has = |place: &str| cell(&row.place).any(|own| own == place);
                for word in cell(&row.words) {
                    table.entry(word.to_owned()).or_default().push(MeasureWord {
                        measure: row.measure.clone(),
                        left: has("left"),
                        right: has("right"),
                        unit: has("unit"),
                        noun: has("noun"),
                        human: has("human"),
                        head: has("head"),
                    });
                }
            }
            Words::new(table)
        })
        .get(word)
        .map_or(&[], Vec::as_slice)
}

#[derive(Deserialize)]
struct Measure {
    measure: String,
    words: String,
    place: String,
}
