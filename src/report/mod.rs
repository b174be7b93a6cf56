//! Results to bytes, one file a format. Decides nothing.

mod date;
mod desk;
pub mod json;
mod layout;
mod open;
pub mod terminal;
mod visible;
mod words;

pub use desk::Desk;
pub use visible::{visible, visible_lines};
