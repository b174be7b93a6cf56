//! A mention or a text laid against the claims of a ledger: scored candidates with reasons.
//!
//! Similarity only retrieves; slots decide. A score is the sum of its reasons. Never fails.

mod matched;

pub use matched::{Match, Reason, Relation};
