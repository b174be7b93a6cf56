//! The main job: an article laid against a ledger, every change measured and explained.

mod checker;
mod compiled;
mod draft;
mod lay;
mod parties;
mod question;
mod reader;
mod record;
mod report;
mod sides;
mod since;
mod story;

pub use checker::Checker;
pub use compiled::Compiled;
pub use draft::Hand;
pub use reader::Reader;
pub use record::{Write, record};
pub use report::{Checked, ClaimChange, Proposal, Report};

use draft::{appearance, claim, draft};
use lay::{Laid, Place, lay, near};
use parties::parties;
use question::questions;
use sides::{Side, changes, without};
use since::Since;
use story::{Gist, Stories, Story};
