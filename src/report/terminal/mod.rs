//! Plain text for a terminal: 80 columns, readable without colour.

mod change;
mod check;
mod digest;
mod excerpt;
mod list;
mod log;
mod matched;
mod mention;
mod page;
mod plot;
mod show;
mod split;
mod stands;
mod suggestion;
mod timeline;

pub use check::{check, fate};
pub use digest::{changes, due};
pub use list::list;
pub use log::log;
pub use matched::matches;
pub(super) use page::{Ink, Page, WIDTH};
pub use show::show;
pub use split::{Show, split};
pub use suggestion::suggestion;
