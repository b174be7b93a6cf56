//! Plain text for a terminal: 80 columns, readable without colour.

mod change;
mod check;
mod excerpt;
mod matched;
mod mention;
mod page;
mod stands;

pub use check::check;
pub use matched::matches;
