//! The vocabulary: what can be said, by whom, how, and what has been recorded of it.
//!
//! One value type a file; each checks itself when it is parsed. No input or output.

mod actor;
mod attribution;
mod column;
mod entry;
mod figure;
mod id;
mod kind;
mod mention;
mod period;
mod record;
mod when;

pub use actor::{Actor, ActorType, Actors, Authorities, Form};
pub use attribution::{Cue, Link, Source};
pub use column::{
    CHANGE_COLUMNS, CLAIM_COLUMNS, ENTRY_COLUMNS, FIGURE_COLUMNS, FOREIGN_COLUMNS, VERDICT_COLUMNS,
};
pub use entry::{
    Accept, Amendment, Appearance, ArticleRef, Entry, Note, Relation, Scale, Strike, Verdict,
};
pub use figure::Figure;
pub use id::{ClaimId, fold, one_line, slug};
pub use kind::{
    Act, Basis, Bound, Force, Grain, Kind, Modality, Quotation, Role, Scope, SourceClass, Stance,
};
pub use mention::Mention;
pub use period::Period;
pub use record::{Claim, Party, Record, Stored};
pub use when::When;
