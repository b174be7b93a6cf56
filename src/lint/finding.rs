use serde::{Deserialize, Serialize};

/// One thing that is wrong with the ledger.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// The file, relative to the folder that holds the ledger.
    pub path: String,
    /// Line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// Column in characters, from 1; 0 where the whole line is meant.
    pub column: usize,
    /// The rule's id.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// The offending line, and under it the part that is meant: text, start column, length, label.
    pub excerpt: Option<Excerpt>,
    /// What it does to a status or a figure.
    pub effect: Option<String>,
    /// How to mend it.
    pub mend: String,
    /// Other files that belong to it.
    pub also: Vec<String>,
}

/// The place that a finding underlines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Excerpt {
    /// The line as it was at the base commit, where two versions are compared.
    pub base: Option<String>,
    /// The line as it is now.
    pub now: String,
    /// First underlined column, in characters from 1.
    pub column: usize,
    /// Number of underlined characters.
    pub length: usize,
    /// What is said under it.
    pub label: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The ledger must not be merged like this.
    Error,
    /// Look at it.
    Warning,
    /// Good to know.
    Note,
    /// Switched off.
    Off,
}
