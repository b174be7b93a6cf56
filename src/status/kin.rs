use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Actors, Authorities, Claim, Entry, Record, Stored};
use crate::status::{Status, Step, fold_kin, history_kin, struck};

/// Which claims of a ledger are one, by their `same-as` entries.
#[derive(Clone, Debug, Default)]
pub struct Kin {
    groups: BTreeMap<String, Vec<usize>>,
}

impl Kin {
    /// Returns the kinship of these records; a struck `same-as` joins nothing.
    pub fn new(records: &[Record]) -> Self {
        let mut edges: Vec<(usize, usize)> = Vec::new();
        let mut places: Option<BTreeMap<&str, usize>> = None;
        for (at, record) in records.iter().enumerate() {
            if !record.entries.iter().any(|stored| matches!(stored.entry, Entry::SameAs(_))) {
                continue;
            }
            let places = places.get_or_insert_with(|| {
                records.iter().enumerate().map(|(at, r)| (r.claim.id.as_str(), at)).collect()
            });
            let gone = struck(&record.entries.iter().collect::<Vec<_>>());
            for stored in
                record.entries.iter().filter(|stored| !gone.contains(stored.name.as_str()))
            {
                if let Entry::SameAs(relation) = &stored.entry
                    && let Some(other) = places.get(relation.other.as_str())
                {
                    edges.push((at, *other));
                }
            }
        }
        Self { groups: groups(records, &edges) }
    }

    /// Returns the places of the other claims that are one with this, in the order of the records.
    pub fn of(&self, id: &str) -> &[usize] {
        self.groups.get(id).map_or(&[], Vec::as_slice)
    }

    /// Returns the status of a claim, with the entries of its kin and `drafts` folded in.
    pub fn status(
        &self,
        record: &Record,
        records: &[Record],
        drafts: &[Stored],
        actors: &Actors,
        authorities: &Authorities,
    ) -> Status {
        let (claims, entries) = self.gather(record, records, drafts);
        fold_kin(&claims, &entries, actors, authorities)
    }

    /// Returns what each appearance of a claim and its kin did when it came, in the fold's order.
    pub fn history(
        &self,
        record: &Record,
        records: &[Record],
        actors: &Actors,
        authorities: &Authorities,
    ) -> Vec<Step> {
        let (claims, entries) = self.gather(record, records, &[]);
        history_kin(&claims, &entries, actors, authorities)
    }

    /// Returns the claim and its kin, and all their entries; amendments only of the claim itself.
    fn gather<'a>(
        &self,
        record: &'a Record,
        records: &'a [Record],
        drafts: &'a [Stored],
    ) -> (Vec<&'a Claim>, Vec<&'a Stored>) {
        let kin: Vec<&Record> =
            self.of(record.claim.id.as_str()).iter().map(|at| &records[*at]).collect();
        let claims = [&record.claim].into_iter().chain(kin.iter().map(|kin| &kin.claim)).collect();
        let own = record.entries.iter().chain(drafts);
        let theirs = kin.into_iter().flat_map(|kin| &kin.entries);
        let theirs = theirs.filter(|stored| !matches!(stored.entry, Entry::Amendment(_)));
        (claims, own.chain(theirs).collect())
    }
}

/// Returns for each claim that has any the other members of its group.
fn groups(records: &[Record], edges: &[(usize, usize)]) -> BTreeMap<String, Vec<usize>> {
    let mut near: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (a, b) in edges {
        near.entry(*a).or_default().insert(*b);
        near.entry(*b).or_default().insert(*a);
    }
    let mut out = BTreeMap::new();
    for start in near.keys() {
        let mut found = BTreeSet::from([*start]);
        let mut next = vec![*start];
        while let Some(at) = next.pop() {
            next.extend(near[&at].iter().copied().filter(|other| found.insert(*other)));
        }
        found.remove(start);
        out.insert(records[*start].claim.id.to_string(), found.into_iter().collect());
    }
    out
}
