use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::article::Span;
use crate::claim::figure::number;
use crate::claim::{ClaimId, Figure, Link, Modality, Period, Quotation, Scope, Stance, When};

/// One dated, append-only fact about a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Entry {
    /// Somebody says it somewhere.
    Appearance(Box<Appearance>),
    /// A person takes over an entry that was recorded unreviewed.
    Accept(Accept),
    /// A person's ruling.
    Verdict(Verdict),
    /// An entry of ours was an error.
    Strike(Strike),
    /// Two ids are one claim.
    SameAs(Relation),
    /// Two claims only look alike.
    Distinct(Relation),
    /// The statement is put differently from now on.
    Amendment(Amendment),
    /// A remark of the desk.
    Note(Note),
}

impl Entry {
    /// The value of `schema`.
    pub const SCHEMA: &str = "entry-1";

    /// Returns the value of `type`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Appearance(_) => "appearance",
            Self::Accept(_) => "accept",
            Self::Verdict(_) => "verdict",
            Self::Strike(_) => "strike",
            Self::SameAs(_) => "same-as",
            Self::Distinct(_) => "distinct",
            Self::Amendment(_) => "amendment",
            Self::Note(_) => "note",
        }
    }

    /// Returns when it was recorded.
    pub fn recorded(&self) -> &When {
        match self {
            Self::Appearance(entry) => &entry.recorded,
            Self::Accept(entry) => &entry.recorded,
            Self::Verdict(entry) => &entry.recorded,
            Self::Strike(entry) => &entry.recorded,
            Self::SameAs(entry) | Self::Distinct(entry) => &entry.recorded,
            Self::Amendment(entry) => &entry.recorded,
            Self::Note(entry) => &entry.recorded,
        }
    }

    /// Returns who recorded it.
    pub fn by(&self) -> &str {
        match self {
            Self::Appearance(entry) => &entry.by,
            Self::Accept(entry) => &entry.by,
            Self::Verdict(entry) => &entry.by,
            Self::Strike(entry) => &entry.by,
            Self::SameAs(entry) | Self::Distinct(entry) => &entry.by,
            Self::Amendment(entry) => &entry.by,
            Self::Note(entry) => &entry.by,
        }
    }

    /// Returns the appearance, if it is one.
    pub fn appearance(&self) -> Option<&Appearance> {
        match self {
            Self::Appearance(entry) => Some(entry),
            _ => None,
        }
    }
}

/// Somebody says it in an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Appearance {
    /// Always `entry-1`.
    #[schemars(extend("const" = Entry::SCHEMA))]
    pub schema: String,
    /// Always `appearance`.
    #[schemars(extend("const" = "appearance"))]
    pub r#type: String,
    /// When it was said, if known.
    pub said: Option<When>,
    /// When the article was published.
    pub published: When,
    /// When it was recorded: an instant; a bare date is read.
    pub recorded: When,
    /// Who recorded it.
    pub by: String,
    /// Who reviewed it before it was written; `null` if nobody did.
    pub accepted_by: Option<String>,
    /// The article.
    pub article: ArticleRef,
    /// Where in the article; `null` in hand-written entries.
    pub span: Option<Span>,
    /// The words, verbatim; `null` in hand-written entries.
    pub quote: Option<String>,
    /// How the claimant stands to the claim.
    pub stance: Stance,
    /// About how much of it.
    pub scope: Scope,
    /// Whether the event lies behind.
    pub modality: Modality,
    /// How much is quoted.
    pub quotation: Quotation,
    /// How sure the reading is, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub confidence: f64,
    /// Who says it, outermost first; empty: the outlet itself.
    pub attribution: Vec<Link>,
    /// The figure.
    pub figure: Option<Figure>,
    /// The time expressions.
    pub periods: Vec<Period>,
}

impl Appearance {
    /// Tells whether both record one stance at one place of one article, whoever recorded it and when.
    ///
    /// An article is known by its address and its text; what only one of the two names is no difference.
    pub fn same_as(&self, other: &Self) -> bool {
        let (a, b) = (&self.article, &other.article);
        let alike = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
        let known =
            (a.url.is_some() && a.url == b.url) || (a.sha256.is_some() && a.sha256 == b.sha256);
        let article = alike(&a.url, &b.url)
            && alike(&a.sha256, &b.sha256)
            && alike(&a.outlet, &b.outlet)
            && (known || (a.title == b.title && self.published == other.published));
        let place = match (self.span, other.span) {
            (Some(a), Some(b)) => a == b,
            (None, None) => self.quote == other.quote && self.attribution == other.attribution,
            _ => false,
        };
        article && place && self.stance == other.stance
    }
}

/// What an entry keeps of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArticleRef {
    /// Headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where.
    pub url: Option<String>,
    /// Where it was archived.
    pub archive_url: Option<String>,
    /// SHA-256 of its text, in hex.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    pub sha256: Option<String>,
}

/// A person takes over an entry that was recorded unreviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// Always `entry-1`.
    #[schemars(extend("const" = Entry::SCHEMA))]
    pub schema: String,
    /// Always `accept`.
    #[schemars(extend("const" = "accept"))]
    pub r#type: String,
    /// When.
    pub recorded: When,
    /// Who.
    pub by: String,
    /// The entry's file name.
    pub entry: String,
}

/// A person's ruling; it never alters the status.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Always `entry-1`.
    #[schemars(extend("const" = Entry::SCHEMA))]
    pub schema: String,
    /// Always `verdict`.
    #[schemars(extend("const" = "verdict"))]
    pub r#type: String,
    /// When.
    pub recorded: When,
    /// The person who rules.
    pub by: String,
    /// The rating in words: "Half true".
    pub rating: String,
    /// The rating as a number on a scale.
    pub scale: Option<Scale>,
    /// Why.
    pub note: Option<String>,
    /// The page that shows the work.
    pub url: String,
}

/// A rating as a number between two ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The rating.
    #[serde(serialize_with = "number")]
    pub value: f64,
    /// The value that means true.
    #[serde(serialize_with = "number")]
    pub best: f64,
    /// The value that means false.
    #[serde(serialize_with = "number")]
    pub worst: f64,
}

/// An entry of ours was an error; it counts no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Strike {
    /// Always `entry-1`.
    #[schemars(extend("const" = Entry::SCHEMA))]
    pub schema: String,
    /// Always `strike`.
    #[schemars(extend("const" = "strike"))]
    pub r#type: String,
    /// When.
    pub recorded: When,
    /// Who.
    pub by: String,
    /// The struck entry's file name.
    pub entry: String,
    /// Why.
    pub why: String,
}

/// This claim and another are one (`same-as`), or only look alike (`distinct`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Always `entry-1`.
    #[schemars(extend("const" = Entry::SCHEMA))]
    pub schema: String,
    /// `same-as` or `distinct`.
    #[schemars(extend("enum" = ["same-as", "distinct"]))]
    pub r#type: String,
    /// When.
    pub recorded: When,
    /// Who.
    pub by: String,
    /// The other claim.
    pub other: ClaimId,
    /// Why.
    pub why: Option<String>,
}

/// The statement is put differently from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// Always `entry-1`.
    #[schemars(extend("const" = Entry::SCHEMA))]
    pub schema: String,
    /// Always `amendment`.
    #[schemars(extend("const" = "amendment"))]
    pub r#type: String,
    /// When.
    pub recorded: When,
    /// Who.
    pub by: String,
    /// The new statement.
    #[schemars(length(min = 1))]
    pub statement: String,
    /// Why.
    pub why: Option<String>,
}

/// A remark of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Always `entry-1`.
    #[schemars(extend("const" = Entry::SCHEMA))]
    pub schema: String,
    /// Always `note`.
    #[schemars(extend("const" = "note"))]
    pub r#type: String,
    /// When.
    pub recorded: When,
    /// Who.
    pub by: String,
    /// The remark.
    pub text: String,
}
