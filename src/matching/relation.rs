use crate::claim::Stance;
use crate::matching::Relation;
use crate::matching::pair::Pair;

/// Tells how the statement stands to the claim: the stance decides, then figures and days.
pub(crate) fn relation(pair: &Pair<'_>) -> Relation {
    match pair.query.stance.unwrap_or(Stance::Asserts) {
        Stance::Denies => Relation::Denies,
        Stance::Confirms => Relation::Confirms,
        Stance::Doubts => Relation::Doubts,
        Stance::Retracts => Relation::Retracts,
        Stance::NoComment => Relation::Related,
        Stance::Asserts if revises(pair) => Relation::Revises,
        Stance::Asserts => Relation::Same,
    }
}

/// Tells whether the statement gives another figure for the same measure, or another day for a plan.
fn revises(pair: &Pair<'_>) -> bool {
    let (query, card) = (&pair.query.facts, &pair.card.facts);
    let moved = card.planned_for.is_some_and(|day| {
        !query.days.is_empty() && query.days.iter().all(|(start, end)| day < *start || *end < day)
    });
    let measured = query.counts.iter().any(|count| {
        let same = |other: &&crate::matching::card::Count| {
            count.measure.is_some() && other.measure == count.measure
        };
        let mut known = card.counts.iter().filter(same).peekable();
        known.peek().is_some()
            && known
                .all(|other| count.likely[1] < other.likely[0] || other.likely[1] < count.likely[0])
    });
    moved || measured
}
