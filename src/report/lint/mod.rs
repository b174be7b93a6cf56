//! Findings for people and for continuous integration, one file a format.

mod github;
mod json;
mod junit;
mod sarif;
mod terminal;

pub use github::{annotations, summary};
pub use json::{LintJson, json};
pub use junit::junit;
pub use sarif::sarif;
pub use terminal::{explain, terminal};

use crate::ledger::{Base, Ledger};
use crate::lint::{Finding, Severity};

/// What was judged, and what was found.
pub struct Judgement<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// The commit that it was compared with.
    pub base: Option<&'a Base>,
    /// What is wrong with it.
    pub findings: &'a [Finding],
    /// What stands before the paths of findings, so that they hold from where the program runs.
    pub prefix: &'a str,
}

impl Judgement<'_> {
    /// Returns how many findings are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    fn path(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// Returns the findings, the worst first.
    fn worst_first(&self) -> Vec<&Finding> {
        let mut out: Vec<&Finding> = self.findings.iter().collect();
        out.sort_by_key(|finding| (finding.severity, finding.rule));
        out
    }

    /// Returns `3 errors, 1 warning`.
    fn counts(&self) -> String {
        let parts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Note]
            .into_iter()
            .map(|severity| (self.count(severity), severity))
            .filter(|(number, _)| *number > 0)
            .map(|(number, severity)| crate::report::words::count(number, severity.name()))
            .collect();
        if parts.is_empty() { "nothing to complain about".to_owned() } else { parts.join(", ") }
    }
}
