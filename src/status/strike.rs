use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Entry, Stored};

/// Returns the names of the entries that a strike undoes; a struck strike undoes nothing.
///
/// Strikes that would undo each other in a circle have no effect: no order of reading could say which holds.
pub fn struck<'a>(entries: &[&'a Stored]) -> BTreeSet<&'a str> {
    let mut strikers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut open = BTreeSet::new();
    for stored in entries {
        if let Entry::Strike(strike) = &stored.entry {
            strikers.entry(&strike.entry).or_default().push(&stored.name);
            open.insert(stored.name.as_str());
        }
    }
    let mut holds = BTreeSet::new();
    let mut undone = BTreeSet::new();
    loop {
        let settled: Vec<&str> = open
            .iter()
            .copied()
            .filter(|name| match strikers.get(name) {
                None => true,
                Some(by) => {
                    by.iter().any(|by| holds.contains(by))
                        || by.iter().all(|by| undone.contains(by))
                }
            })
            .collect();
        if settled.is_empty() {
            break;
        }
        for name in settled {
            open.remove(name);
            let dead = strikers.get(name).is_some_and(|by| by.iter().any(|by| holds.contains(by)));
            if dead {
                undone.insert(name)
            } else {
                holds.insert(name)
            };
        }
    }
    strikers
        .into_iter()
        .filter(|(_, by)| by.iter().any(|by| holds.contains(by)))
        .map(|(name, _)| name)
        .collect()
}
