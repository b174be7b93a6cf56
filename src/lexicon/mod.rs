//! The words we know; the only reader of `lexicons/`.

mod actor;
mod builtin;
mod calendar;
mod class;
mod cue;
mod event;
mod figure;
mod modality;
mod number;
mod rung;
mod statement;
mod stem;
mod turn;
mod unit;
mod vocabulary;
mod when;
mod words;

pub use actor::{actors, is_title, known_name};
pub use builtin::Lexicon;
pub use calendar::{CalendarUnit, CalendarWord, calendar_word};
pub use class::Classes;
pub use cue::{Cue, Cues, Frames, VerbForm};
pub use event::{EventClass, EventForm, EventWord, EventWords};
pub use figure::{
    FigurePhrase, FigureRole, MeasureWord, has_role, measure_words, phrases_ending,
    phrases_starting,
};
pub use modality::{ModalPhrase, modal_phrases, modal_table};
pub use number::{NumberKind, NumberWord, number_word};
pub use rung::{Rung, rung};
pub use statement::{Fault, statement_fault};
pub use stem::{irregular_forms, is_stop_word, synonyms};
pub use turn::{Turn, Turns};
pub use unit::{Unit, convert, is_person, unit};
pub use vocabulary::{Vocabulary, WordId};
pub use when::{WhenRole, has_when};
pub use words::Words;
