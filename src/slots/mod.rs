//! What a piece of text holds: figures, periods, actors, event classes, stems. Never fails.

mod event;

pub use event::{Event, events};
