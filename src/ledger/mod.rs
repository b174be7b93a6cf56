//! Claims on disk: read, write, lock. Judges nothing and loses nothing.
//!
//! A ledger is a folder of small JSON files. Reading never stops at the first broken file: what is
//! sound is returned, the rest is listed. Writing only ever adds files, each one whole or not at all.

mod actors;
mod archive;
mod base;
mod blob;
mod canonical;
mod config;
mod error;
mod file;
mod folder;
mod git;
mod init;
mod load;
mod lock;
mod packed;
mod parse;
mod place;
mod spot;
mod tidy;
mod write;

pub use actors::{HEADER as ACTORS_HEADER, parse_actors};
pub use archive::{archive_line, parse_archive_line};
pub use base::Base;
pub use blob::{Blob, fingerprint};
pub use canonical::{canonical, entry_name, entry_prefix};
pub use config::{Config, Ignore, Thresholds, parse_config};
pub use error::{Error, ErrorKind};
pub use init::init;
pub use load::{Home, Ledger, Loose, Untidy};
pub use packed::{Packed, Packer};
pub use parse::{parse_claim, parse_entry};
pub use place::locate;
pub use spot::Spot;
pub use tidy::{Tidied, tidy};
pub use write::{Writer, Written};
