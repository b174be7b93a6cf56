use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::claim::{ClaimId, Entry, Kind};

/// A tracked proposition: an id, a plain statement, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Always `claim-1`.
    #[schemars(extend("const" = Claim::SCHEMA))]
    pub schema: String,
    /// Its id, and the name of its folder.
    pub id: ClaimId,
    /// The claim itself, as a positive sentence of at most 300 characters.
    #[schemars(length(min = 1))]
    pub statement: String,
    /// Other ways in which it is put; they help to find it.
    pub wordings: Vec<String>,
    /// What it is about.
    pub kind: Kind,
    /// Who is involved, and how.
    pub parties: Vec<Party>,
    /// What its figures count: killed, price.
    pub measure: Option<String>,
    /// The day for which an event is announced.
    pub planned_for: Option<NaiveDate>,
    /// Free words of the desk.
    pub tags: Vec<String>,
    /// Day of the publication that brought it into the ledger.
    pub created: NaiveDate,
}

impl Claim {
    /// The value of `schema`.
    pub const SCHEMA: &str = "claim-1";
}

/// Somebody involved in a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The id of the actor, or its folded name.
    pub actor: String,
    /// `doer`, `target` or `party`.
    #[schemars(extend("enum" = ["doer", "target", "party"]))]
    pub role: String,
}

/// A claim with everything that was recorded of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The claim.
    pub claim: Claim,
    /// Its entries, in the order of their file names.
    pub entries: Vec<Stored>,
}

/// An entry with its name: the file name, by which other entries refer to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    /// `2022-07-19-republic-world-9f8e7d6c.json`.
    pub name: String,
    /// The entry.
    pub entry: Entry,
}
