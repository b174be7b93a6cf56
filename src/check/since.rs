use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Entry, Record};
use crate::ledger::Loose;

/// What was written since a ledger was compiled: claims in the order of their ids, numbered on from
/// the compiled ones, of which some stand in the place of compiled ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Since {
    /// How many claims were compiled.
    first: u32,
    pub(crate) records: Vec<Record>,
    /// From the place of a compiled claim to that among these records.
    replaced: BTreeMap<u32, u32>,
    articles: BTreeSet<(u64, u32)>,
    /// Claims that are joined by `same-as`.
    pub(crate) kin: Vec<[u32; 2]>,
}

impl Since {
    /// Returns what was written since: claims of their own, and entries of compiled ones.
    ///
    /// `find` and `read` know the compiled claims. `None` where a claim stands twice, or entries have no claim.
    pub(crate) fn new(
        first: u32,
        claims: Vec<Record>,
        entries: Vec<Loose>,
        find: impl Fn(&str) -> Option<u32>,
        read: impl Fn(u32) -> Option<Record>,
        article_key: impl Fn(&str) -> u64,
    ) -> Option<Self> {
        if claims.iter().any(|record| find(record.claim.id.as_str()).is_some()) {
            return None;
        }
        let mut all: Vec<(Option<u32>, Record)> =
            claims.into_iter().map(|record| (None, record)).collect();
        for (id, entries) in entries {
            let place = find(id.as_str())?;
            let mut record = read(place)?;
            record.entries.extend(entries);
            record.entries.sort_by(|a, b| a.name.cmp(&b.name));
            record.entries.dedup_by(|a, b| a.name == b.name);
            all.push((Some(place), record));
        }
        all.sort_by(|a, b| a.1.claim.id.cmp(&b.1.claim.id));
        let mut out = Self { first, ..Self::default() };
        for (at, (place, record)) in (first..).zip(all) {
            out.replaced.extend(place.map(|place| (place, at)));
            out.records.push(record);
        }
        let mut kin = Vec::new();
        for (at, record) in (first..).zip(&out.records) {
            for stored in &record.entries {
                match &stored.entry {
                    Entry::Appearance(entry) => {
                        let key = entry.article.sha256.as_deref().map(&article_key);
                        out.articles.extend(key.map(|key| (key, at)));
                    }
                    Entry::SameAs(other) => {
                        let id = other.other.as_str();
                        let other = out.find(id).or_else(|| find(id));
                        kin.extend(other.map(|other| [at, other]));
                    }
                    _ => {}
                }
            }
        }
        out.kin = kin;
        Some(out)
    }

    /// Returns where a claim stands, if it was written since.
    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        let place = self.records.binary_search_by(|record| record.claim.id.as_str().cmp(id));
        place.ok().map(|at| self.first + at as u32)
    }

    /// Returns where a claim stands now that stood there when it was compiled.
    pub(crate) fn current(&self, at: u32) -> u32 {
        self.replaced.get(&at).copied().unwrap_or(at)
    }

    /// Returns a claim, if it was written since.
    pub(crate) fn record(&self, at: u32) -> Option<&Record> {
        self.records.get(at.checked_sub(self.first)? as usize)
    }

    /// Returns the claims in which an article appears.
    pub(crate) fn of_article(&self, key: u64) -> impl Iterator<Item = u32> {
        self.articles.range((key, 0)..=(key, u32::MAX)).map(|(_, at)| *at)
    }

    /// Returns the claims with the place of the compiled one that each stands for.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (Option<u32>, &Record)> {
        let old: BTreeMap<u32, u32> = self.replaced.iter().map(|(old, new)| (*new, *old)).collect();
        (self.first..).zip(&self.records).map(move |(at, record)| (old.get(&at).copied(), record))
    }
}
