use chrono::NaiveDate;

use crate::claim::{Actors, Appearance, Record};
use crate::status::Status;

/// What a page needs to know beside the result itself.
pub struct Desk<'a> {
    /// Finds a claim of the ledger by its id.
    pub find: &'a dyn Fn(&str) -> Option<&'a Record>,
    /// Folds a claim of the ledger, with what is the same as it.
    pub status: &'a dyn Fn(&str) -> Option<Status>,
    /// Everybody who is known.
    pub actors: &'a Actors,
    /// The day that counts as today.
    pub today: NaiveDate,
}

impl<'a> Desk<'a> {
    /// Returns the appearance with this file name among a claim's entries.
    pub(super) fn appearance(&self, claim: &str, entry: &str) -> Option<&'a Appearance> {
        let record = (self.find)(claim)?;
        record.entries.iter().find(|stored| stored.name == entry)?.entry.appearance()
    }
}
