//! The main job: an article laid against a ledger, every change measured and explained.

mod report;

pub use report::{Checked, ClaimChange, Proposal, Report};
