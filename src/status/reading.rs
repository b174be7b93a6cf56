use serde::Serialize;

use crate::claim::{Modality, Quotation, Scope, Stance, When};
use crate::status::Voice;

/// One appearance as the fold read it, in the fold's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The entry's name.
    pub entry: String,
    /// Who holds the stance: an actor's id, a folded name, or the key of an unnamed voice.
    pub actor: String,
    /// Whose word it is.
    pub voice: Voice,
    /// The claimant as written; `None`: the outlet itself or nobody named.
    pub claimant: Option<String>,
    /// The sources that relay it, outermost first, as written.
    pub via: Vec<String>,
    /// What stands for the article: its url, else its hash, else outlet and day.
    pub article: String,
    /// The hash of the text that was read; `None` in hand-written entries.
    pub sha256: Option<String>,
    /// When it was said, else published.
    pub said: When,
    /// It is known when it was said.
    pub dated: bool,
    /// When the article was published.
    pub published: When,
    /// When it was recorded.
    pub recorded: When,
    /// Its stance.
    pub stance: Stance,
    /// About how much.
    pub scope: Scope,
    /// Whether the event lies behind.
    pub modality: Modality,
    /// How much is quoted.
    pub quotation: Quotation,
    /// A person reviewed it, before it was written or later.
    pub accepted: bool,
    /// Why it does not count; `None`: it does.
    pub why_not: Option<WhyNot>,
    /// It reverses what its voice held before.
    pub reversed: bool,
}

impl Reading {
    /// Tells whether it asserts or confirms.
    pub fn is_for(&self) -> bool {
        matches!(self.stance, Stance::Asserts | Stance::Confirms)
    }

    /// Tells whether it is on file for good: neither struck, superseded nor recorded twice.
    pub fn stands(&self) -> bool {
        !matches!(self.why_not, Some(WhyNot::Struck | WhyNot::Superseded | WhyNot::SameArticle))
    }
}

/// Why an appearance moves nothing and adds nothing to the counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// Our own error.
    Struck,
    /// The same address carries a newer text.
    Superseded,
    /// One article, recorded twice.
    SameArticle,
    /// The text is a copy of another voice's.
    Copy,
    /// The same voice says it again.
    SameSource,
    /// Nobody is named, or the outlet speaks for itself.
    Unnamed,
    /// It only doubts.
    Doubt,
    /// It is about a part.
    InPart,
    /// It refuses to say.
    NoComment,
    /// It denies, and is neither a party nor an authority.
    Outsider,
}

impl WhyNot {
    /// Returns the words used in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Struck => "struck",
            Self::Superseded => "superseded",
            Self::SameArticle => "same article",
            Self::Copy => "copy",
            Self::SameSource => "same source",
            Self::Unnamed => "unnamed",
            Self::Doubt => "doubt",
            Self::InPart => "in part",
            Self::NoComment => "no comment",
            Self::Outsider => "no party",
        }
    }
}
