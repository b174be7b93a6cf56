//! Pure folds: entries to a status and figure series, before and after to a change.
//!
//! Total and independent of file order: the same set of entries gives the same status everywhere.

mod case;
mod change;
mod copies;
mod fold;
mod history;
mod kin;
mod order;
mod phase;
mod position;
mod reading;
mod series;
mod state;
mod strike;
mod voice;

pub use change::{Change, ChangeType, FigureChange, change};
pub use fold::fold;
pub use history::{Step, history};
pub use kin::Kin;
pub use position::Position;
pub use reading::{Reading, WhyNot};
pub use series::{FigureRelation, Point, Series};
pub use state::{Phase, Ruling, State, Status};
pub use strike::struck;
pub use voice::Voice;

use case::Case;
use copies::Copies;
use fold::fold_kin;
use history::history_kin;
use order::{Turn, turns};
use phase::Plan;
use position::Positions;
use series::{at_odds, series};
use voice::{Speaker, is_party};
