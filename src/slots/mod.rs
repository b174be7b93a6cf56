//! What a piece of text holds: figures, periods, actors, event classes, stems. Never fails.

mod event;
mod number;
mod stem;

pub use event::{Event, events};
pub use stem::stems;
