//! The words we know; the only reader of `lexicons/`.

mod event;
mod grammar;
mod number;
mod stem;
mod words;

pub use event::{EventClass, EventForm, EventWord, EventWords};
pub use grammar::{Role, Roles};
pub use number::{NumberKind, NumberWord, number_word};
pub use stem::{irregular_forms, is_stop_word, synonyms};
pub use words::Words;
