//! A mention or a text laid against the claims of a ledger: scored candidates with reasons.
//!
//! Similarity only retrieves; slots decide. A score is the sum of its reasons. Never fails.

mod build;
mod card;
mod features;
mod guards;
mod index;
mod letters;
mod matched;
mod matcher;
mod names;
mod numbers;
mod pack;
mod pair;
mod postings;
mod query;
mod relation;
mod scores;
mod search;
mod shelf;
mod sought;
mod terms;
mod tidy;

pub use build::IndexBuilder;
pub use features::{FEATURES, Feature, Weighs};
pub use index::Index;
pub use matched::{Match, Reason, Relation};
pub use matcher::{LINK, Matcher, SUGGEST};
pub use pack::Bytes;
pub use query::Setting;
