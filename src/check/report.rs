use crate::article::Article;
use crate::claim::{Claim, ClaimId, Mention};
use crate::matching::Match;
use crate::status::{Change, ChangeType, State, Status};

/// The result of checking one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The article.
    pub article: Article,
    /// Its mentions in text order, each with what was found for it.
    pub mentions: Vec<Checked>,
    /// The claims that it would bring into the ledger, in text order.
    pub proposals: Vec<Claim>,
    /// What the article changes, a line a claim; only what is not new or repeated.
    pub changes: Vec<ClaimChange>,
}

/// A mention with what the ledger says to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The mention.
    pub mention: Mention,
    /// The claim it belongs to, if one scores at or above `link`.
    pub matched: Option<Match>,
    /// Claims between `suggest` and `link`, and those above `link` that a guard kept apart, best first.
    pub candidates: Vec<Match>,
    /// The claim that it would become, where none matched; mentions of one article may share it.
    pub proposed: Option<Proposal>,
    /// What it does.
    pub change: Change,
    /// Open questions for a person ("look at" lines of MOCKUPS), generated.
    pub look_at: Vec<String>,
    /// This very appearance is in the ledger already.
    pub on_file: bool,
}

impl Checked {
    /// Returns the id of the claim that the mention belongs to, in the ledger or proposed.
    pub fn claim(&self) -> Option<&str> {
        let proposed = || self.proposed.as_ref().map(|proposal| proposal.id.as_str());
        self.matched.as_ref().map(|found| found.claim.as_str()).or_else(proposed)
    }
}

/// A claim that would be new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: ClaimId,
    /// Its statement.
    pub statement: String,
}

/// What one article does to one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimChange {
    /// The claim's id.
    pub claim: String,
    /// Its statement as it stands in the ledger.
    pub statement: String,
    /// The strongest of its mentions' changes.
    pub r#type: ChangeType,
    /// The status before.
    pub from: Option<State>,
    /// The status after.
    pub to: State,
    /// The voice that does it.
    pub by: Option<String>,
    /// The ids of the mentions that do it.
    pub mentions: Vec<String>,
    /// The fold before the article; `None` for a new claim.
    pub before: Option<Status>,
    /// The fold after it.
    pub after: Status,
}
