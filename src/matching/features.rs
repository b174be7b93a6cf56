use chrono::NaiveDate;

use crate::matching::card::Count;
use crate::matching::names;
use crate::matching::pair::Pair;
use crate::matching::terms::{Written, surfaces, written};

/// How a feature weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighs {
    /// It adds to the score by itself.
    Main,
    /// It adds in proportion to how far the words agree.
    Qualifier,
}

/// One row of the table: what is compared, and how much it counts.
pub struct Feature {
    /// The name that people read.
    pub name: &'static str,
    /// The weight.
    pub weight: f64,
    /// Whether it stands on its own.
    pub weighs: Weighs,
    /// Compares: 0 to 1, below 0 where it speaks against, `None` where a slot is unknown.
    pub(crate) score: fn(&Pair<'_>) -> Option<f64>,
    /// The values that were compared; `None`: the words that both share.
    pub(crate) values: fn(&Pair<'_>) -> Option<(String, String)>,
}

use Weighs::{Main, Qualifier};

/// Every feature. The weights of words, speaker and surroundings are fitted (docs/matching.md); those
/// of the slots are set on news stories.
#[rustfmt::skip]
pub const FEATURES: &[Feature] = &[
    Feature { name: "what",       weight: 0.46, weighs: Qualifier, score: what,    values: words },
    Feature { name: "rare words", weight: 0.20, weighs: Qualifier, score: rare,    values: words },
    Feature { name: "around",     weight: 0.27, weighs: Qualifier, score: around,  values: beside },
    Feature { name: "spelling",   weight: 0.15, weighs: Qualifier, score: letters, values: words },
    Feature { name: "speaker",    weight: 0.20, weighs: Qualifier, score: |pair| Some(speaker(pair)?.0), values: |pair| Some(speaker(pair)?.1) },
    Feature { name: "parties",    weight: 0.10, weighs: Main,      score: parties, values: |pair| Some((pair.query.facts.actors.join(", "), pair.card.facts.actors.join(", "))) },
    Feature { name: "event",      weight: 0.06, weighs: Main,      score: event,   values: |pair| Some((pair.query.facts.event.clone()?.into(), pair.card.facts.event.clone()?.into())) },
    Feature { name: "figure",     weight: 0.16, weighs: Main,      score: |pair| Some(counts(pair)?.0), values: |pair| counts(pair).map(|(_, ours, theirs)| (ours.text.to_string(), theirs.text.to_string())) },
    Feature { name: "day",        weight: 0.06, weighs: Main,      score: day,     values: |pair| days(pair).map(|(ours, theirs)| (ours.to_string(), theirs.to_string())) },
    Feature { name: "kind",       weight: 0.01, weighs: Main,      score: kind,    values: |pair| Some((pair.query.facts.kind?.to_string(), pair.card.facts.kind?.to_string())) },
];

/// The rows at the top that compare words; how far they agree decides what qualifiers count.
pub(crate) const WORDS: usize = 4;
/// The row of the letters, which is the dearest to compare.
pub(crate) const LETTERS: usize = 3;

/// The words of both.
fn what(pair: &Pair<'_>) -> Option<f64> {
    some(much(pair.words.mass, 4.0))
}

/// The rarest word of both, if it is not alone.
fn rare(pair: &Pair<'_>) -> Option<f64> {
    some(pair.words.rarest * much(pair.words.mass, 4.0))
}

/// The words that only the sentences around share with the claim.
fn around(pair: &Pair<'_>) -> Option<f64> {
    some(much(pair.words.around, 3.0))
}

fn letters(pair: &Pair<'_>) -> Option<f64> {
    some(pair.words.letters)
}

/// How much a mass is, 0 to 1: one half where it weighs `half`.
fn much(mass: f64, half: f64) -> f64 {
    mass / (mass + half)
}

fn words(_: &Pair<'_>) -> Option<(String, String)> {
    None
}

/// The claim's words that stand in the sentences around.
fn beside(pair: &Pair<'_>) -> Option<(String, String)> {
    let texts = pair.card.texts.iter().skip(1);
    let claim: Vec<Written<'_>> = texts.flat_map(|text| written(text)).collect();
    let words = surfaces(&claim, &pair.query.around).join(", ");
    Some((words.clone(), words))
}

fn some(score: f64) -> Option<f64> {
    Some(score).filter(|score| *score != 0.0)
}

fn speaker(pair: &Pair<'_>) -> Option<(f64, (String, String))> {
    let mut best: Option<(f64, &str, &str)> = None;
    for ours in &pair.query.facts.speakers {
        for theirs in &pair.card.facts.speakers {
            let score = names::alike(ours, theirs);
            if score > best.map_or(0.0, |best| best.0) {
                best = Some((score, ours, theirs));
            }
        }
    }
    best.map(|(score, ours, theirs)| (score, (ours.to_owned(), theirs.to_owned())))
}

fn parties(pair: &Pair<'_>) -> Option<f64> {
    let (ours, theirs) = (&pair.query.facts.actors, &pair.card.facts.actors);
    let shared = ours.iter().filter(|actor| theirs.contains(actor)).count();
    some(shared as f64 / ours.len().min(theirs.len()).max(1) as f64)
}

fn event(pair: &Pair<'_>) -> Option<f64> {
    (pair.query.facts.event.as_ref()? == pair.card.facts.event.as_ref()?).then_some(1.0)
}

fn days(pair: &Pair<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let (ours, theirs) = (&pair.query.facts.days, &pair.card.facts.days);
    let meet = |a: &(NaiveDate, NaiveDate), b: &(NaiveDate, NaiveDate)| a.0 <= b.1 && b.0 <= a.1;
    let mut all = ours.iter().flat_map(|a| theirs.iter().map(move |b| (a, b)));
    all.find(|(a, b)| meet(a, b)).map(|(a, b)| (a.0, b.0))
}

fn day(pair: &Pair<'_>) -> Option<f64> {
    days(pair).map(|_| 1.0)
}

fn kind(pair: &Pair<'_>) -> Option<f64> {
    (pair.query.facts.kind? == pair.card.facts.kind?).then_some(1.0)
}

/// The statement's figure and the claim's of the same measure that is nearest to it, with how well they agree.
fn counts<'a>(pair: &'a Pair<'_>) -> Option<(f64, &'a Count<'a>, &'a Count<'a>)> {
    let ours = pair.query.facts.counts.first().filter(|count| count.measure.is_some())?;
    let theirs = pair.card.facts.counts.iter().filter(|count| count.measure == ours.measure);
    let agrees = |theirs: &Count<'_>| -> f64 {
        let meet = ours.likely[0] <= theirs.likely[1] && theirs.likely[0] <= ours.likely[1];
        match (ours.value == theirs.value, meet) {
            (true, _) => 1.0,
            (false, true) => 0.8,
            (false, false) => 0.4,
        }
    };
    // Entries of one moment come in any order, so that of equals the larger one counts.
    theirs
        .map(|theirs| (agrees(theirs), ours, theirs))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(a.2.value.total_cmp(&b.2.value)))
}
