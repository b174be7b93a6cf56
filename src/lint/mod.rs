//! What is wrong with a ledger: one rule a file, one registry.
//!
//! A rule only looks. It names a value of a claim or an entry; the ledger turns that into file, line
//! and column. What `ledger.toml` says about severities and accepted findings is applied here, once.

mod append_only;
mod case;
mod check;
mod context;
mod finding;
mod rule;
mod rules;

pub use case::Case;
pub use check::{check, fixable};
pub use context::Context;
pub use finding::{Excerpt, Finding, Severity};
pub use rule::{Check, Rule};
pub use rules::{RULES, rule};
