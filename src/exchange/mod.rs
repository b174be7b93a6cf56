//! Foreign formats both ways: NDJSON, tables, and schema.org's ClaimReview.
//!
//! What is read here is not trusted: a record is taken whole or refused with its number and a reason,
//! and one bad record never stops the others. Nothing is written; the caller decides what to keep.

mod claimreview;
mod feed;
mod import;
mod lenient;
mod loose;
mod ndjson;
mod row;
mod ruling;
mod table;

pub use claimreview::{Feed, Omitted, export_claimreview};
pub use feed::import_claimreview;
pub use import::{Fault, Import, Origin};
pub use lenient::lenient;
pub use ndjson::{export_ndjson, import_ndjson};
pub use table::import_csv;
