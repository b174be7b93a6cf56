//! What a piece of text holds: figures, periods, actors, event classes, stems. Never fails.

mod acronym;
mod actor;
mod case;
mod event;
mod figure;
mod line;
mod name;
mod number;
mod period;
mod proper;
mod spelling;
mod stem;

pub use acronym::Acronym;
pub use actor::{ActorFinder, Found};
pub use event::{Event, events};
pub use figure::figures;
pub use line::{Line, Tagged};
pub use period::{Anchor, periods};
pub use proper::names;
pub use stem::{Piece, pieces, stems, word_stems};
