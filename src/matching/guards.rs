use chrono::NaiveDate;

use crate::claim::{Kind, fold};
use crate::matching::card::Count;
use crate::matching::names;
use crate::matching::pair::Pair;

/// A reason to keep a pair apart whatever its score.
pub(crate) struct Guard {
    /// Its name, as people read it.
    pub(crate) name: &'static str,
    /// The two values that differ, if they do. An unknown slot never speaks.
    pub(crate) apart: fn(&Pair<'_>) -> Option<(String, String)>,
}

/// Every guard; the first that speaks is told.
pub(crate) const GUARDS: &[Guard] = &[
    Guard { name: "other parties or place", apart: other_names },
    Guard { name: "other measure", apart: other_measure },
    Guard { name: "other day", apart: other_day },
    Guard { name: "months between", apart: long_between },
];

/// Returns what keeps a pair apart: the guard's name with both values.
pub(crate) fn kept_apart(pair: &Pair<'_>) -> Option<String> {
    GUARDS.iter().find_map(|guard| {
        let (ours, theirs) = (guard.apart)(pair)?;
        Some(format!("{} ({ours}, {theirs})", guard.name))
    })
}

/// Both name somebody or some place, and none of these is the same, nor told in the other's words.
fn other_names(pair: &Pair<'_>) -> Option<(String, String)> {
    let (query, card) = (&pair.query.facts, &pair.card.facts);
    if query.actors.iter().any(|actor| card.actors.contains(actor)) {
        return None;
    }
    let theirs = names::proper(pair.card.statement());
    let (ours, first) = (query.names.first()?, theirs.first()?);
    let meet = |a: &str| theirs.iter().any(|b| names::alike(a, b) > 0.0 || shares_part(a, b));
    // "Rivera was sworn in": a name that opens a sentence is known only by the other side.
    let (our_words, their_words) = (fold(&pair.query.text), fold(pair.card.statement()));
    let told = |name: &str, text: &str| {
        let mut parts = name.split(' ').filter(|part| part.len() > 3);
        parts.any(|part| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == part))
    };
    let apart = !query.names.iter().any(|name| meet(name) || told(name, &their_words))
        && !theirs.iter().any(|name| told(name, &our_words));
    apart.then(|| (ours.to_string(), first.clone()))
}

fn shares_part(a: &str, b: &str) -> bool {
    a.split(' ').any(|part| part.len() > 3 && b.split(' ').any(|other| other == part))
}

/// Both count something, and not the same; "drones" and "sold, in drones" may be the same.
fn other_measure(pair: &Pair<'_>) -> Option<(String, String)> {
    let count = pair.query.facts.counts.first()?;
    let ours = count.measure.as_deref()?;
    let mut theirs = pair.card.facts.counts.iter().filter(|count| count.measure.is_some());
    let first = theirs.next()?;
    let same = |other: &Count<'_>| {
        let theirs = other.measure.as_deref();
        theirs == Some(ours)
            || theirs == count.unit.as_deref()
            || other.unit.as_deref() == Some(ours)
    };
    let apart = !same(first) && !theirs.any(same);
    apart.then(|| (ours.to_owned(), first.measure.as_deref().unwrap_or_default().to_owned()))
}

/// Both fall on known days, and on none together; a plan may move.
fn other_day(pair: &Pair<'_>) -> Option<(String, String)> {
    let (query, card) = (&pair.query.facts, &pair.card.facts);
    let (ours, theirs) = (query.days.first()?, card.days.first()?);
    let meet = |a: &(NaiveDate, NaiveDate), b: &(NaiveDate, NaiveDate)| a.0 <= b.1 && b.0 <= a.1;
    let apart = !query.days.iter().any(|a| card.days.iter().any(|b| meet(a, b)));
    (apart && card.planned_for.is_none()).then(|| (ours.0.to_string(), theirs.0.to_string()))
}

/// Sudden events told of months apart are two events.
fn long_between(pair: &Pair<'_>) -> Option<(String, String)> {
    let (query, card) = (&pair.query.facts, &pair.card.facts);
    let sudden = matches!(query.kind?, Kind::Casualty | Kind::Disaster | Kind::Military);
    let ((ours, _), (_, last)) = (query.told?, card.told?);
    (sudden && (ours - last).num_days() > 45).then(|| (ours.to_string(), last.to_string()))
}

#[cfg(test)]
mod tests {
    use super::{GUARDS, kept_apart};
    use crate::claim::Kind;
    use crate::matching::card::{Card, Count, Facts};
    use crate::matching::names;
    use crate::matching::pair::{Overlap, Pair};
    use crate::matching::query::Query;

    /// A statement or a claim of the table below.
    #[derive(Clone, Copy, Default)]
    struct Said {
        text: &'static str,
        measure: &'static str,
        day: &'static str,
        kind: Option<Kind>,
        told: &'static str,
        actor: &'static str,
    }

    const SAID: Said = Said { text: "", measure: "", day: "", kind: None, told: "", actor: "" };

    fn facts(said: Said) -> Facts<'static> {
        let day = |text: &str| text.parse().ok().map(|day| (day, day));
        let count = Count {
            text: "9".into(),
            value: 9.0,
            likely: [9.0, 9.0],
            measure: Some(said.measure.into()),
            unit: None,
            former: None,
        };
        Facts {
            kind: said.kind,
            names: names::proper(said.text).into_iter().map(Into::into).collect(),
            actors: Some(said.actor.into())
                .filter(|_| !said.actor.is_empty())
                .into_iter()
                .collect(),
            counts: Some(count).filter(|_| !said.measure.is_empty()).into_iter().collect(),
            days: day(said.day).into_iter().collect(),
            told: day(said.told),
            ..Facts::default()
        }
    }

    fn guard(said: Said, claim: Said) -> Option<String> {
        let facts_of_query = facts(said);
        let query = Query { facts: facts_of_query, text: said.text.into(), ..Query::default() };
        let texts = vec!["x".into(), claim.text.into()];
        let card = Card { texts, fields: Vec::new(), facts: facts(claim) };
        kept_apart(&Pair { query: &query, card: &card, words: Overlap::default() })
    }

    #[test]
    fn each_keeps_its_own_apart_and_lets_the_near_one_pass() {
        let sea = Said { text: "A ship sank off the coast", ..SAID };
        let rows = [
            // The guard, a statement, a claim of something else, a claim of the same.
            (
                "other parties or place",
                Said { text: "The mine near Tarnow collapsed", ..SAID },
                Said { text: "The mine near Lublin collapsed", ..SAID },
                Said { text: "The mine at Tarnow has collapsed", ..SAID },
            ),
            (
                "other parties or place",
                Said { text: "The board of Harlow Brothers sold its mills", ..SAID },
                Said { text: "The board of Denby Foods sold its mills", ..SAID },
                Said { text: "The board of Harlow sold its mills", ..SAID },
            ),
            (
                "other parties or place",
                Said { text: "Later the army left Osk", actor: "norland", ..SAID },
                Said { text: "Later the army left Ulm", actor: "sudland", ..SAID },
                Said { text: "Later the army left Ulm", actor: "norland", ..SAID },
            ),
            (
                "other measure",
                Said { measure: "killed", ..sea },
                Said { measure: "missing", ..sea },
                Said { measure: "killed", ..sea },
            ),
            (
                "other day",
                Said { day: "2024-05-06", ..sea },
                Said { day: "2024-05-09", ..sea },
                Said { day: "2024-05-06", ..sea },
            ),
            (
                "months between",
                Said { told: "2024-05-06", kind: Some(Kind::Disaster), ..sea },
                Said { told: "2023-01-06", kind: Some(Kind::Disaster), ..sea },
                Said { told: "2024-04-20", kind: Some(Kind::Disaster), ..sea },
            ),
        ];
        for (name, said, other, same) in rows {
            let apart = guard(said, other).unwrap_or_default();
            assert!(
                apart.starts_with(name),
                "{name}: {:?} and {:?}: {apart:?}",
                said.text,
                other.text
            );
            assert_eq!(guard(said, same), None, "{name}: {:?} and {:?}", said.text, same.text);
        }
        for guard in GUARDS {
            assert!(
                rows.iter().any(|(name, ..)| *name == guard.name),
                "{} is not shown",
                guard.name
            );
        }
    }

    #[test]
    fn what_is_unknown_keeps_nothing_apart() {
        let sea = Said { text: "A ship sank off the coast", ..SAID };
        let full = Said {
            measure: "killed",
            day: "2024-05-06",
            told: "2024-05-06",
            kind: Some(Kind::Disaster),
            ..sea
        };
        assert_eq!(guard(full, sea), None);
        assert_eq!(guard(sea, full), None);
        assert_eq!(guard(Said { text: "The mine near Tarnow collapsed", ..SAID }, sea), None);
    }
}
