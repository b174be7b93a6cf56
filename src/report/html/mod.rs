//! Pages: an article with its claims in the margin, a ledger as a folder of pages.
//!
//! One style sheet, one frame. Every page can be read without a program and asks nothing of a network.

mod article;
mod card;
mod claim;
mod feed;
mod index;
mod ledger;
mod look;
mod page;
mod part;
mod plot;
mod shelf;
mod sides;
mod text;
mod timeline;
mod verdict;

pub use article::article;
pub use ledger::ledger;
