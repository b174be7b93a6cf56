use std::borrow::Cow;

use crate::matching::card::{Card, Facts};
use crate::matching::pack::{Bytes, Column, Reader, u32_at, u64_at};
use crate::matching::postings::Cursor;
use crate::matching::terms::Term;

/// The layout of the sections; another one is another number.
pub(crate) const VERSION: u32 = 2;
/// How many sections an index has.
pub(crate) const SECTIONS: usize = 11;
/// The bytes of one term in the dictionary: its hash, then its number.
pub(crate) const ENTRY: usize = 12;

/// The claims of a ledger as bytes that are read where they lie.
///
/// Whatever the bytes are, reading them never panics.
#[derive(Clone, Debug)]
pub struct Index {
    sections: [Bytes; SECTIONS],
    cards: Column,
    texts: Column,
    names: Column,
    claims: u32,
}

impl Index {
    /// Returns the index of these sections; `None` if they are not those of an index of this version.
    pub fn from_sections(sections: Vec<Bytes>) -> Option<Self> {
        let sections: [Bytes; SECTIONS] = sections.try_into().ok()?;
        let [head, _, _, _, card_ends, cards, text_ends, texts, name_ends, names, _] = &sections;
        if u32_at(head.get(), 0) != VERSION {
            return None;
        }
        let names = Column::new(name_ends.clone(), names.clone());
        let cards = Column::new(card_ends.clone(), cards.clone());
        let texts = Column::new(text_ends.clone(), texts.clone());
        let claims = u32_at(head.get(), 4);
        (claims as usize == cards.len() && cards.len() == texts.len()).then_some(Self {
            sections,
            cards,
            texts,
            names,
            claims,
        })
    }

    /// Returns its sections, to be written down.
    pub fn sections(&self) -> &[Bytes] {
        &self.sections
    }

    /// Returns how many claims it holds.
    pub fn len(&self) -> u32 {
        self.claims
    }

    /// Tells whether it holds no claim.
    pub fn is_empty(&self) -> bool {
        self.claims == 0
    }

    /// Returns the number of a term.
    pub(crate) fn find(&self, term: Term) -> Option<u32> {
        let entries = self.sections[1].get();
        let (mut low, mut high) = (0, entries.len() / ENTRY);
        while low < high {
            let middle = usize::midpoint(low, high);
            match u64_at(entries, middle * ENTRY).cmp(&term) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(u32_at(entries, middle * ENTRY + 8)),
            }
        }
        None
    }

    /// Returns in how many claims a term occurs.
    pub(crate) fn count(&self, number: u32) -> u32 {
        u32_at(self.sections[2].get(), number as usize * 8)
    }

    /// Returns the claims of a term.
    pub(crate) fn list(&self, number: u32) -> Cursor<'_> {
        let start = u32_at(self.sections[2].get(), number as usize * 8 + 4) as usize;
        Cursor::new(self.sections[3].get().get(start..).unwrap_or(&[]))
    }

    /// Returns a claim without its texts, which `texts` fetches.
    pub(crate) fn card(&self, claim: u32) -> Card<'_> {
        let mut card = Reader::new(self.cards.get(claim as usize));
        let fields = (0..card.count())
            .map(|_| (0..card.count()).map(|_| card.number() as u32).collect())
            .collect();
        let name =
            |number: u64| std::str::from_utf8(self.names.get(number as usize)).unwrap_or_default();
        Card { texts: Vec::new(), fields, facts: Facts::read(&mut card, name) }
    }

    /// Returns in how many claims a kind of letter group occurs.
    pub(crate) fn letters(&self, kind: usize) -> u32 {
        u32_at(self.sections[10].get(), kind * 4)
    }

    /// Returns the texts of a claim: its id, its statement, its wordings; none if there is no such claim.
    pub fn texts(&self, claim: u32) -> Vec<Cow<'_, str>> {
        fn read(bytes: &[u8]) -> impl Iterator<Item = &str> {
            let mut reader = Reader::new(bytes);
            std::iter::from_fn(move || (!reader.rest().is_empty()).then(|| reader.text()))
        }
        match self.texts.fetch(claim as usize) {
            Cow::Borrowed(bytes) => read(bytes).map(Cow::Borrowed).collect(),
            Cow::Owned(bytes) => read(&bytes).map(|text| Cow::Owned(text.to_owned())).collect(),
        }
    }
}
