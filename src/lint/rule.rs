use std::fmt;

use crate::lint::{Case, Context, Finding, Severity};

/// A rule of the ledger: what it demands, why, and the function that looks.
pub struct Rule {
    /// Its name: `verdict-unsigned`; the file that holds it has the same one.
    pub id: &'static str,
    /// How bad a breach is, unless `ledger.toml` says otherwise.
    pub severity: Severity,
    /// What a finding says first: "a verdict needs a person and a page".
    pub summary: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// A breach, as it stands in a file.
    pub example: &'static str,
    /// How to mend it.
    pub mend: &'static str,
    /// What a breach does to a status or a figure.
    pub effect: &'static str,
    /// Who looks.
    pub check: Check,
}

/// What a rule looks at.
pub enum Check {
    /// One claim with its entries.
    Claim(fn(&Case<'_>) -> Vec<Finding>),
    /// The whole ledger.
    Ledger(fn(&Context<'_>) -> Vec<Finding>),
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule")
            .field("id", &self.id)
            .field("severity", &self.severity)
            .finish_non_exhaustive()
    }
}
