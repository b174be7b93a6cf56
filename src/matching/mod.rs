//! A mention or a text laid against the claims of a ledger: scored candidates with reasons.
//!
//! Similarity only retrieves; slots decide. A score is the sum of its reasons. Never fails.

mod card;
mod features;
mod guards;
mod matched;
mod matcher;
mod names;
mod pair;
mod query;
mod relation;
mod shelf;
mod terms;

pub use features::{FEATURES, Feature, Weighs};
pub use matched::{Match, Reason, Relation};
pub use matcher::{LINK, Matcher, SUGGEST};
pub use query::Setting;
