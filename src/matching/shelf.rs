use std::collections::HashMap;

use crate::claim::Record;
use crate::matching::card::Facts;
use crate::matching::names;
use crate::matching::terms::{Term, hash, terms};

/// A claim as the matcher knows it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Card {
    /// Its id.
    pub(crate) id: String,
    /// Its statement, for reasons.
    pub(crate) statement: String,
    /// The terms of its statement, then those of each wording, in order.
    pub(crate) fields: Vec<Vec<Term>>,
    /// Its slots.
    pub(crate) facts: Facts,
}

impl Card {
    fn of_record(record: &Record) -> Self {
        let claim = &record.claim;
        let texts = std::iter::once(&claim.statement).chain(&claim.wordings);
        Self {
            id: claim.id.as_str().to_owned(),
            statement: claim.statement.clone(),
            fields: texts.map(|text| terms(text)).collect(),
            facts: Facts::of_record(record),
        }
    }
}

/// Claims held in memory: those that are added while an article is checked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf {
    /// The claims in the order in which they came.
    pub(crate) cards: Vec<Card>,
    postings: HashMap<Term, Vec<u32>>,
}

impl Shelf {
    /// Adds a claim.
    pub(crate) fn add(&mut self, record: &Record) {
        let card = Card::of_record(record);
        let number = self.cards.len() as u32;
        let mut keys: Vec<Term> = card.fields.iter().flatten().copied().collect();
        keys.extend(card.facts.speakers.iter().filter_map(|name| speaker_key(name)));
        keys.extend(card.facts.actors.iter().map(|actor| actor_key(actor)));
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            self.postings.entry(key).or_default().push(number);
        }
        self.cards.push(card);
    }

    /// Returns in how many claims a key occurs.
    pub(crate) fn count(&self, key: Term) -> usize {
        self.postings.get(&key).map_or(0, Vec::len)
    }

    /// Returns the claims in which a key occurs.
    pub(crate) fn with(&self, key: Term) -> &[u32] {
        self.postings.get(&key).map_or(&[], Vec::as_slice)
    }
}

/// The key under which the claims of a speaker are found.
pub(crate) fn speaker_key(name: &str) -> Option<Term> {
    names::last(name).map(|last| hash(&format!("\u{1}{last}")))
}

/// The key under which the claims about an actor are found.
pub(crate) fn actor_key(actor: &str) -> Term {
    hash(&format!("\u{2}{actor}"))
}
