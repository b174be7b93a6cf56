//! Results to bytes, one file a format. Decides nothing.

mod date;
mod desk;
mod fate;
mod headline;
pub mod html;
pub mod json;
mod layout;
pub mod lint;
pub mod markdown;
mod open;
pub mod sheet;
pub mod table;
pub mod terminal;
mod visible;
mod web;
mod words;

pub use desk::Desk;
pub use fate::Fate;
pub use visible::{visible, visible_lines};
