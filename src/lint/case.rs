use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::claim::{Appearance, Record, Stored};
use crate::lint::{Context, Finding, Rule};
use crate::status::{Status, struck};

/// One claim before the rules; what several of them ask for is worked out once.
#[derive(Debug)]
pub struct Case<'a> {
    /// Everything around it.
    pub context: &'a Context<'a>,
    /// The claim with its entries.
    pub record: &'a Record,
    struck: OnceCell<BTreeSet<&'a str>>,
    status: OnceCell<Status>,
}

impl<'a> Case<'a> {
    /// Returns the case of a claim.
    pub fn new(context: &'a Context<'a>, record: &'a Record) -> Self {
        Self { context, record, struck: OnceCell::new(), status: OnceCell::new() }
    }

    /// Returns the claim's id.
    pub fn id(&self) -> &'a str {
        self.record.claim.id.as_str()
    }

    /// Returns the claim's status; rules ask for it only where the entries give a reason to.
    pub fn status(&self) -> &Status {
        self.status.get_or_init(|| self.context.status(self.record))
    }

    /// Tells whether an entry was struck.
    pub fn is_struck(&self, stored: &Stored) -> bool {
        let all = || struck(&self.record.entries.iter().collect::<Vec<_>>());
        self.struck.get_or_init(all).contains(stored.name.as_str())
    }

    /// Iterates over the appearances that were not struck.
    pub fn appearances(&self) -> impl Iterator<Item = (&'a Stored, &'a Appearance)> {
        let of = |stored: &'a Stored| Some((stored, stored.entry.appearance()?));
        self.record.entries.iter().filter_map(of).filter(|(stored, _)| !self.is_struck(stored))
    }

    /// Returns a finding at a value of the claim; without a route it means the file.
    pub fn claim(&self, rule: &Rule, route: &[&str], message: impl Into<String>) -> Finding {
        Finding::new(rule, self.context.ledger.spot(self.id(), None, route), message)
    }

    /// Returns a finding at a value of an entry; without a route it means the file.
    pub fn entry(
        &self,
        rule: &Rule,
        stored: &Stored,
        route: &[&str],
        message: impl Into<String>,
    ) -> Finding {
        let spot = self.context.ledger.spot(self.id(), Some(&stored.name), route);
        Finding::new(rule, spot, message)
    }

    /// Returns the path of an entry, for people.
    pub fn path(&self, stored: &Stored) -> String {
        self.context.ledger.spot(self.id(), Some(&stored.name), &[]).path
    }
}
