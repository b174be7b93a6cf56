use std::cell::OnceCell;

use chrono::NaiveDate;

use crate::claim::{Actors, Record};
use crate::ledger::{Base, Error, ErrorKind, Ledger};
use crate::lexicon;
use crate::lint::{Finding, Rule};
use crate::status::{Kin, Status};

/// What the rules look at: a ledger, a day, and the state to compare with, if one was named.
#[derive(Debug)]
pub struct Context<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// The day on which it is judged.
    pub today: NaiveDate,
    /// The ledger at the base commit.
    pub base: Option<&'a Base>,
    /// The built-in actors and the desk's own.
    pub actors: Actors,
    /// The built-in ones alone.
    pub built_in: Actors,
    kin: OnceCell<Kin>,
}

impl<'a> Context<'a> {
    /// Returns the context of a ledger.
    pub fn new(ledger: &'a Ledger, today: NaiveDate, base: Option<&'a Base>) -> Self {
        let built_in = lexicon::actors();
        let mut actors = built_in.clone();
        actors.extend(ledger.actors.iter().cloned());
        Self { ledger, today, base, actors, built_in, kin: OnceCell::new() }
    }

    /// Returns the status of a claim, its kin folded in.
    pub fn status(&self, record: &Record) -> Status {
        let records = &self.ledger.records;
        let kin = self.kin.get_or_init(|| Kin::new(records));
        kin.status(record, records, &[], &self.actors, &self.ledger.config.authorities)
    }

    /// Tells whether the ledger holds a claim with this id.
    pub fn holds(&self, id: &str) -> bool {
        self.ledger.record(id).is_some()
    }

    /// Returns the findings of everything that the ledger could not read for a reason of this kind.
    pub fn unread(&self, rule: &Rule, kind: ErrorKind) -> Vec<Finding> {
        let of_kind = |error: &&Error| error.kind == kind;
        let finding = |error: &Error| {
            let line = self.ledger.line(&error.path, error.line);
            Finding::of_error(rule, error, line)
        };
        self.ledger.broken.iter().filter(of_kind).map(finding).collect()
    }
}
