//! Pure folds: entries to a status and figure series, before and after to a change.
//!
//! Total and independent of file order: the same set of entries gives the same status everywhere.

mod change;
mod state;

pub use change::{Change, ChangeType, FigureChange, FigureRelation};
pub use state::{Phase, Point, Position, Reading, Series, State, Status, Voice};
