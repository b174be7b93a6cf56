use serde::{Deserialize, Serialize};

use crate::ledger::{Error, Spot};
use crate::lint::Rule;

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

impl Finding {
    /// Returns a finding of a rule at a place.
    pub fn new(rule: &Rule, spot: Spot, message: impl Into<String>) -> Self {
        let effect = Some(rule.effect).filter(|effect| !effect.is_empty());
        let marked = spot.column > 0;
        Self {
            path: spot.path,
            line: spot.line,
            column: spot.column,
            rule: rule.id,
            severity: rule.severity,
            message: message.into(),
            excerpt: marked.then(|| Excerpt {
                base: None,
                now: spot.text,
                column: spot.column,
                length: spot.length,
                label: String::new(),
            }),
            effect: effect.map(str::to_owned),
            mend: rule.mend.to_owned(),
            also: Vec::new(),
        }
    }

    /// Returns the finding of an error that the ledger met when it was read.
    pub fn of_error(rule: &Rule, error: &Error, line: Option<String>) -> Self {
        let spot = Spot {
            path: error.path.clone(),
            line: error.line,
            column: line.as_ref().map_or(0, |_| error.column),
            length: 1,
            text: line.unwrap_or_default(),
        };
        let mut finding = Self::new(rule, spot, error.message.as_str());
        finding.column = error.column;
        finding.mend.clone_from(&error.mend);
        finding
    }

    /// Returns the finding with what is said under the marked part.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        if let Some(excerpt) = &mut self.excerpt {
            excerpt.label = label.into();
        }
        self
    }

    /// Returns the finding with what it does to a status or a figure.
    pub fn effect(mut self, effect: impl Into<String>) -> Self {
        self.effect = Some(effect.into());
        self
    }

    /// Returns the finding with another way to mend it.
    pub fn mend(mut self, mend: impl Into<String>) -> Self {
        self.mend = mend.into();
        self
    }

    /// Returns the finding with other files that belong to it.
    pub fn also(mut self, paths: impl IntoIterator<Item = String>) -> Self {
        self.also.extend(paths);
        self
    }
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

impl Severity {
    /// Returns the name used in every format and in `ledger.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Off => "off",
        }
    }

    /// Returns the severity of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Error, Self::Warning, Self::Note, Self::Off]
            .into_iter()
            .find(|severity| severity.name() == name)
    }
}
