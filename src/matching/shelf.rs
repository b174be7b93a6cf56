use std::collections::HashMap;

use crate::claim::Record;
use crate::matching::card::{Card, Facts, Word, event};
use crate::matching::terms::{Term, keys, terms};

/// Claims held as they are: those that are added while an article is checked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf {
    records: Vec<Record>,
    fields: Vec<Vec<Vec<u32>>>,
    /// The class of each claim's event, read once.
    events: Vec<Option<&'static str>>,
    numbers: HashMap<Term, u32>,
    lists: Vec<Vec<u32>>,
}

impl Shelf {
    /// Adds a claim.
    pub(crate) fn add(&mut self, record: &Record) {
        let claim = self.records.len() as u32;
        let texts = std::iter::once(&record.claim.statement).chain(&record.claim.wordings);
        let fields: Vec<Vec<u32>> = texts
            .map(|text| terms(text).into_iter().map(|term| self.post(term, claim)).collect())
            .collect();
        let event = event(&record.claim);
        for key in keys(&Facts::with_event(record, event)) {
            self.post(key, claim);
        }
        self.fields.push(fields);
        self.events.push(event);
        self.records.push(record.clone());
    }

    fn post(&mut self, term: Term, claim: u32) -> u32 {
        let next = self.lists.len() as u32;
        let number = *self.numbers.entry(term).or_insert(next);
        if number == next {
            self.lists.push(Vec::new());
        }
        let list = &mut self.lists[number as usize];
        if list.last() != Some(&claim) {
            list.push(claim);
        }
        number
    }

    /// Returns how many claims it holds.
    pub(crate) fn len(&self) -> u32 {
        self.records.len() as u32
    }

    /// Returns the number of a term.
    pub(crate) fn find(&self, term: Term) -> Option<u32> {
        self.numbers.get(&term).copied()
    }

    /// Returns the claims of a term.
    pub(crate) fn list(&self, number: u32) -> &[u32] {
        &self.lists[number as usize]
    }

    /// Returns the texts of a claim: its id, its statement, its wordings.
    pub(crate) fn texts(&self, claim: u32) -> Vec<Word<'_>> {
        let claim = &self.records[claim as usize].claim;
        let texts = std::iter::once(&claim.statement).chain(&claim.wordings).map(String::as_str);
        std::iter::once(claim.id.as_str()).chain(texts).map(Word::Borrowed).collect()
    }

    /// Returns a claim without its texts.
    pub(crate) fn card(&self, claim: u32) -> Card<'_> {
        let record = &self.records[claim as usize];
        Card {
            texts: Vec::new(),
            fields: self.fields[claim as usize].clone(),
            facts: Facts::with_event(record, self.events[claim as usize]),
        }
    }
}
