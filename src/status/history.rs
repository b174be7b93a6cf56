use crate::claim::{Actors, Authorities, Claim, Stored};
use crate::status::{Change, WhyNot, change, fold_kin};

/// What one appearance did when it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The entry's name.
    pub entry: String,
    /// What it did, measured against everything before its article.
    pub change: Change,
}

/// Returns what each appearance of a claim did when it came, in the fold's order; struck ones and doubles left out.
pub fn history<'a>(
    claim: &Claim,
    entries: impl IntoIterator<Item = &'a Stored>,
    actors: &Actors,
    authorities: &Authorities,
) -> Vec<Step> {
    history_kin(&[claim], &entries.into_iter().collect::<Vec<_>>(), actors, authorities)
}

/// Returns the history of claims that are one; the first is the one asked for.
pub(crate) fn history_kin(
    claims: &[&Claim],
    entries: &[&Stored],
    actors: &Actors,
    authorities: &Authorities,
) -> Vec<Step> {
    let whole = fold_kin(claims, entries, actors, authorities);
    let stored = |name: &str| entries.iter().copied().find(|stored| stored.name == name);
    let standing: Vec<_> = whole
        .readings
        .iter()
        .filter(|reading| reading.stands() || reading.why_not == Some(WhyNot::Superseded))
        .collect();
    let mut steps = Vec::new();
    for (at, reading) in standing.iter().enumerate() {
        let earlier = standing[..at]
            .iter()
            .filter(|old| (&old.article, &old.sha256) != (&reading.article, &reading.sha256));
        let mut known: Vec<&Stored> = earlier.filter_map(|old| stored(&old.entry)).collect();
        let before = (!known.is_empty()).then(|| fold_kin(claims, &known, actors, authorities));
        known.extend(stored(&reading.entry));
        let after = fold_kin(claims, &known, actors, authorities);
        let change = change(before.as_ref(), &after, &reading.entry);
        steps.push(Step { entry: reading.entry.clone(), change });
    }
    steps
}
