use chrono::NaiveDate;

use crate::claim::{ClaimId, Entry, Record, When};

/// What a foreign file brings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// Claims with their entries, in the order of the file.
    pub records: Vec<Record>,
    /// Entries of claims that the file only names.
    pub entries: Vec<(ClaimId, Entry)>,
    /// Records that were refused.
    pub faults: Vec<Fault>,
    /// What was left out of records that were taken.
    pub notes: Vec<Fault>,
    /// How many records the file holds.
    pub read: usize,
}

/// Why a record, or a part of it, was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The record's number, from 1.
    pub record: usize,
    /// The line on which it begins, from 1; 0 where the format has no lines.
    pub line: usize,
    /// The reason.
    pub reason: String,
}

/// Who imports, and when: what foreign records do not say.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// Who records the entries.
    pub by: String,
    /// When they are recorded.
    pub recorded: When,
    /// The day of claims that have none.
    pub today: NaiveDate,
}

impl Import {
    /// Refuses a record.
    pub(crate) fn refuse(&mut self, record: usize, line: usize, reason: impl Into<String>) {
        self.faults.push(Fault { record, line, reason: reason.into() });
    }

    /// Says what was left out of a record.
    pub(crate) fn note(&mut self, record: usize, line: usize, reason: impl Into<String>) {
        self.notes.push(Fault { record, line, reason: reason.into() });
    }
}
