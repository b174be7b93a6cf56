//! The words we know; the only reader of `lexicons/`.

mod event;

pub use event::{EventClass, EventForm, EventWord, EventWords, Makes};
