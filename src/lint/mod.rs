//! What is wrong with a ledger: one rule a file, one registry.

mod finding;

pub use finding::{Excerpt, Finding, Severity};
