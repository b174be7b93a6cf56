use chrono::NaiveDate;

use crate::claim::{Actors, Appearance, Entry, Record, Stored};
use crate::ledger::Ledger;
use crate::status::{Kin, Status, Step};

/// What a page needs to know beside the result itself: the ledger, who is who, and the day.
pub struct Desk<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// Which of its claims are one.
    pub kin: &'a Kin,
    /// Everybody who is known.
    pub actors: &'a Actors,
    /// The day that counts as today.
    pub today: NaiveDate,
}

impl<'a> Desk<'a> {
    /// Returns the claim with this id.
    pub fn record(&self, id: &str) -> Option<&'a Record> {
        self.ledger.record(id)
    }

    /// Folds a claim with what is the same as it.
    pub fn status(&self, record: &Record) -> Status {
        let authorities = &self.ledger.config.authorities;
        self.kin.status(record, &self.ledger.records, &[], self.actors, authorities)
    }

    /// Returns what each appearance did when it came.
    pub fn history(&self, record: &Record) -> Vec<Step> {
        let authorities = &self.ledger.config.authorities;
        self.kin.history(record, &self.ledger.records, self.actors, authorities)
    }

    /// Returns the entries of a claim and of those that are one with it.
    pub fn entries(&self, record: &'a Record) -> impl Iterator<Item = &'a Stored> {
        let kin = self.kin.of(record.claim.id.as_str());
        let theirs = kin.iter().flat_map(|at| &self.ledger.records[*at].entries);
        record.entries.iter().chain(theirs)
    }

    /// Returns the entry with this file name among those of a claim and its kin.
    pub fn entry(&self, claim: &str, name: &str) -> Option<&'a Entry> {
        let record = self.record(claim)?;
        self.entries(record).find(|stored| stored.name == name).map(|stored| &stored.entry)
    }

    /// Returns the appearance with this file name among the entries of a claim and its kin.
    pub fn appearance(&self, claim: &str, name: &str) -> Option<&'a Appearance> {
        self.entry(claim, name)?.appearance()
    }
}
