//! What a piece of text holds: figures, periods, actors, event classes, stems. Never fails.

mod acronym;
mod actor;
mod event;
mod name;
mod number;
mod stem;

pub use acronym::Acronym;
pub use actor::{ActorFinder, Found};
pub use event::{Event, events};
pub use stem::stems;
