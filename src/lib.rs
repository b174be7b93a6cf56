//! A fact-checker's ledger: `claims` reads an article, splits it into attributed claims, finds the
//! ledger claims that each one repeats, denies, confirms or revises, and says what changed.
//!
//! # The flow
//!
//! Bytes become an [`article`] (text, tokens, sentences, quotations); [`extract`] reads it with the
//! words of the [`lexicon`] and the [`slots`] (figures, periods, actors) into mentions;
//! [`matching`] lays each mention against the claims of a [`ledger`]; [`status`] folds the entries
//! before and after; [`check`] puts these together; [`lint`] judges a ledger, [`exchange`] speaks
//! foreign formats, and [`report`] turns any result into bytes. The program in `src/cli` is this
//! library's first customer.
//!
//! # The house
//!
//! A room imports only from floors below it; `tests/suite/house.rs` is the law.

pub mod article;
pub mod check;
pub mod claim;
pub mod exchange;
pub mod extract;
pub mod ledger;
pub mod lexicon;
pub mod lint;
pub mod matching;
pub mod report;
pub mod slots;
pub mod status;

pub use article::Article;
pub use check::Report;
pub use claim::{Claim, Entry, Mention};
pub use lint::Finding;
pub use matching::Match;
pub use status::Change;
