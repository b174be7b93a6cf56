use crate::claim::Kind;
use crate::matching::names;
use crate::matching::pair::Pair;
use crate::matching::terms::surfaces;

/// Whether a feature stands on its own.
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
    /// The weight; positive ones sum to 1.
    pub weight: f64,
    /// Whether it stands on its own.
    pub weighs: Weighs,
    /// Compares; `None` where a slot is unknown, which neither helps nor hurts.
    pub(crate) compare: fn(&Pair<'_>) -> Option<Compared>,
}

/// What a feature found: a score from 0 to 1 (below 0: it speaks against) and the two values.
pub(crate) struct Compared {
    /// The score.
    pub(crate) score: f64,
    /// The statement's value and the claim's, written out only for people.
    pub(crate) values: Values,
}

/// The two values that a feature compared.
pub(crate) enum Values {
    /// The words that both share, as each writes them.
    Words,
    /// As they stand.
    Given(String, String),
}

use Weighs::{Main, Qualifier};

/// Every feature.
pub const FEATURES: &[Feature] = &[
    Feature { name: "what", weight: 0.40, weighs: Main, compare: what },
    Feature { name: "phrases", weight: 0.10, weighs: Qualifier, compare: phrases },
    Feature { name: "speaker", weight: 0.15, weighs: Qualifier, compare: speaker },
    Feature { name: "around", weight: 0.05, weighs: Qualifier, compare: around },
    Feature { name: "parties", weight: 0.12, weighs: Main, compare: parties },
    Feature { name: "kind", weight: 0.06, weighs: Main, compare: kind },
    Feature { name: "figure", weight: 0.12, weighs: Main, compare: figure },
];

/// How far the words agree, 0 to 1: what both cover of each other.
pub(crate) fn evidence(pair: &Pair<'_>) -> f64 {
    (pair.words.claim_cover * pair.words.query_cover).sqrt()
}

fn what(pair: &Pair<'_>) -> Option<Compared> {
    words(evidence(pair))
}

fn phrases(pair: &Pair<'_>) -> Option<Compared> {
    words(pair.words.phrases)
}

fn around(pair: &Pair<'_>) -> Option<Compared> {
    words(pair.words.around)
}

fn words(score: f64) -> Option<Compared> {
    (score > 0.0).then_some(Compared { score, values: Values::Words })
}

fn given(score: f64, ours: &str, theirs: &str) -> Option<Compared> {
    Some(Compared { score, values: Values::Given(ours.to_owned(), theirs.to_owned()) })
}

fn speaker(pair: &Pair<'_>) -> Option<Compared> {
    best_name(&pair.query.facts.speakers, &pair.card.facts.speakers)
}

fn best_name(ours: &[String], theirs: &[String]) -> Option<Compared> {
    let mut best = (0.0, "", "");
    for a in ours {
        for b in theirs {
            let score = names::alike(a, b);
            if score > best.0 {
                best = (score, a, b);
            }
        }
    }
    if best.0 > 0.0 { given(best.0, best.1, best.2) } else { None }
}

fn parties(pair: &Pair<'_>) -> Option<Compared> {
    let (ours, theirs) = (&pair.query.facts.actors, &pair.card.facts.actors);
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    let shared = ours.iter().filter(|actor| theirs.contains(actor)).count();
    let score = shared as f64 / ours.len().min(theirs.len()) as f64;
    if shared == 0 { None } else { given(score, &ours.join(", "), &theirs.join(", ")) }
}

fn kind(pair: &Pair<'_>) -> Option<Compared> {
    let (ours, theirs): (Kind, Kind) = (pair.query.facts.kind?, pair.card.facts.kind?);
    (ours == theirs).then(|| given(1.0, ours.name(), theirs.name())).flatten()
}

fn figure(pair: &Pair<'_>) -> Option<Compared> {
    let ours = pair.query.facts.counts.first()?;
    let same = |theirs: &&crate::matching::card::Count| {
        theirs.measure.is_some() && theirs.measure == ours.measure
    };
    let theirs = pair.card.facts.counts.iter().rfind(same)?;
    let meet = ours.likely[0] <= theirs.likely[1] && theirs.likely[0] <= ours.likely[1];
    let score = if ours.value == theirs.value {
        1.0
    } else if meet {
        0.8
    } else {
        0.4
    };
    given(score, &ours.text, &theirs.text)
}

/// Writes out the two values of a comparison.
pub(crate) fn written(pair: &Pair<'_>, values: Values) -> (String, String) {
    match values {
        Values::Given(ours, theirs) => (ours, theirs),
        Values::Words => {
            let list = |text: &str| surfaces(text, &pair.words.shared).join(", ");
            (list(&pair.query.text), list(&pair.card.statement))
        }
    }
}
