use serde::Serialize;

/// A mention laid against a claim: the score, the relation, and the reasons that add up to the score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Match {
    /// The claim's id.
    pub claim: String,
    /// 0 to 1; the sum of `weight * score` over the reasons. It ranks and decides; it is no probability of truth.
    pub score: f64,
    /// How the mention stands to the claim.
    pub relation: Relation,
    /// What the score is made of, largest part first.
    pub reasons: Vec<Reason>,
    /// The guard that kept the pair apart, if one fired: then it is no match, whatever its score.
    #[serde(skip)]
    pub kept_apart: Option<String>,
}

impl Match {
    /// Returns the match with a score of at most 1: where everything agrees, each reason gives way in proportion.
    pub(crate) fn capped(mut self) -> Self {
        let sum: f64 = self.reasons.iter().map(Reason::part).sum();
        if sum > 1.0 {
            self.reasons.iter_mut().for_each(|reason| reason.weight /= sum);
            self.score = 1.0;
        }
        self
    }
}

/// How a mention stands to a claim; polarity comes from the stance, never from similarity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Says it, too.
    Same,
    /// Says that it is not so.
    Denies,
    /// Says that what others said is so.
    Confirms,
    /// Says that it may not be so.
    Doubts,
    /// Takes it back.
    Retracts,
    /// Says it with another figure or day.
    Revises,
    /// About the same matter; never a match.
    Related,
}

impl Relation {
    /// Returns the name used in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Denies => "denies",
            Self::Confirms => "confirms",
            Self::Doubts => "doubts",
            Self::Retracts => "retracts",
            Self::Revises => "revises",
            Self::Related => "related",
        }
    }
}

/// One feature's part of a score, with the two values that it compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// The feature's name.
    pub feature: &'static str,
    /// Its weight.
    pub weight: f64,
    /// What it found, 0 to 1 (below 0: it speaks against).
    pub score: f64,
    /// The mention's value.
    pub mention: String,
    /// The claim's value.
    pub claim: String,
}

impl Reason {
    /// Returns the part of the match's score that this feature gives.
    pub fn part(&self) -> f64 {
        self.weight * self.score
    }

    /// Returns `=` where the two values are equal and `~` where they are only alike.
    pub fn sign(&self) -> char {
        if self.score >= 0.999 { '=' } else { '~' }
    }
}
