use crate::matching::features::{FEATURES, Feature, LETTERS, WORDS, Weighs};
use crate::matching::pair::Pair;

/// What every feature finds in a pair.
#[derive(Clone, Copy)]
pub(crate) struct Scores([Option<f64>; FEATURES.len()]);

/// Words that agree this far let every qualifier count in full.
const AGREED: f64 = 0.6;

impl Scores {
    /// Compares a pair.
    pub(crate) fn of(pair: &Pair<'_>) -> Self {
        let mut scores = [None; FEATURES.len()];
        for (score, feature) in scores.iter_mut().zip(FEATURES) {
            *score = (feature.score)(pair);
        }
        Self(scores)
    }

    /// Returns the scores with this likeness of letters.
    pub(crate) fn with_letters(mut self, letters: f64) -> Self {
        self.0[LETTERS] = Some(letters).filter(|letters| *letters != 0.0);
        self
    }

    /// Returns what they add up to.
    pub(crate) fn sum(&self) -> f64 {
        self.parts().map(|(_, weight, score)| weight * score).sum()
    }

    /// Returns the features that have something to say, with what each weighs and scores here.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&'static Feature, f64, f64)> {
        let agreement = self.agreement();
        FEATURES.iter().zip(self.0).filter_map(move |(feature, score)| {
            let weight = match feature.weighs {
                Weighs::Main => feature.weight,
                Weighs::Qualifier => feature.weight * agreement,
            };
            Some((feature, weight, score?))
        })
    }

    /// How far the words agree, 0 to 1: so far do qualifiers count.
    ///
    /// It grows with the square of what the words' features add up to, because a little likeness is
    /// no evidence at all.
    fn agreement(&self) -> f64 {
        let words = FEATURES.iter().zip(self.0).take(WORDS);
        let sum: f64 = words.map(|(row, score)| row.weight * score.unwrap_or(0.0)).sum();
        (sum / AGREED).powi(2).min(1.0)
    }
}
