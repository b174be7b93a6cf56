use std::collections::BTreeSet;

use crate::claim::{Actors, Authorities, Claim, Entry, Stored, When};
use crate::status::{
    Case, Phase, Plan, Positions, Reading, Ruling, State, Status, Turn, Voice, WhyNot, at_odds,
    series, struck, turns,
};

/// Folds the entries of a claim into its status; any entries in any order.
pub fn fold<'a>(
    claim: &Claim,
    entries: impl IntoIterator<Item = &'a Stored>,
    actors: &Actors,
    authorities: &Authorities,
) -> Status {
    fold_kin(&[claim], &entries.into_iter().collect::<Vec<_>>(), actors, authorities)
}

/// Folds the entries of claims that are one; the first is the one asked for.
pub(crate) fn fold_kin(
    claims: &[&Claim],
    entries: &[&Stored],
    actors: &Actors,
    authorities: &Authorities,
) -> Status {
    let mut turns = turns(entries, actors);
    let case = Case::new(claims, &turns, actors, authorities);
    let mut run = Run::new(&case);
    for turn in &mut turns {
        run.take(turn, &case);
    }
    let (state, by) = run.judged;
    let readings = |test: fn(&Reading) -> bool| {
        turns
            .iter()
            .map(|turn| &turn.reading)
            .filter(move |reading| reading.stands() && test(reading))
    };
    let distinct = |test: fn(&Reading) -> bool| {
        readings(test).map(|reading| reading.article.as_str()).collect::<BTreeSet<_>>().len()
    };
    let series = series(&turns, claims);
    Status {
        state,
        by,
        since: run.since,
        phase: run.plan.phase,
        planned_for: run.plan.day,
        sources: run.positions.sources(),
        unnamed: distinct(|reading| !reading.voice.is_named()),
        articles: distinct(|_| true),
        first_said: readings(|_| true).map(|reading| reading.said.clone()).min(),
        last_said: readings(|_| true).map(|reading| reading.said.clone()).max(),
        at_odds: at_odds(&series),
        series,
        reversed: run.positions.held.iter().any(|position| position.reversed),
        positions: run.positions.held,
        statement: statement(claims, entries),
        verdict: ruling(claims, entries, &turns, (state, run.plan.phase), &case),
        readings: turns.into_iter().map(|turn| turn.reading).collect(),
    }
}

/// The fold on its way through the appearances.
struct Run {
    positions: Positions,
    plan: Plan,
    took_place: Option<Voice>,
    judged: (State, Vec<Voice>),
    since: Option<When>,
}

impl Run {
    fn new(case: &Case<'_>) -> Self {
        Self {
            positions: Positions::default(),
            plan: Plan::new(case),
            took_place: None,
            judged: (State::Open, Vec::new()),
            since: None,
        }
    }

    fn take(&mut self, turn: &mut Turn<'_>, case: &Case<'_>) {
        if !turn.reading.stands() {
            return;
        }
        if matches!(turn.reading.why_not, None | Some(WhyNot::Copy)) {
            let key = &turn.reading.voice.key;
            let was_for = self.positions.held.iter().any(|p| p.voice.key == *key && p.is_for());
            let party = case.party(&turn.reading.voice, None);
            let authority = case.is_authority(&turn.reading.actor);
            let before = self.plan.phase;
            self.positions.take(turn, party, authority, case.actors);
            self.plan.take(turn, case, was_for);
            if self.plan.phase != before {
                self.took_place =
                    (self.plan.phase == Phase::TookPlace).then(|| turn.reading.voice.clone());
            }
        }
        let judged = case.judge(&self.positions, self.took_place.as_ref());
        if judged.0 != self.judged.0 {
            self.since = Some(turn.reading.said.clone());
        }
        self.judged = judged;
    }
}

/// Returns the statement as last amended.
fn statement(claims: &[&Claim], entries: &[&Stored]) -> String {
    let gone = struck(entries);
    let amended = entries
        .iter()
        .filter(|stored| !gone.contains(stored.name.as_str()))
        .filter_map(|stored| match &stored.entry {
            Entry::Amendment(amendment) => Some((&amendment.recorded, &stored.name, amendment)),
            _ => None,
        })
        .max_by_key(|(recorded, name, _)| (*recorded, *name));
    match amended {
        Some((_, _, amendment)) => amendment.statement.clone(),
        None => claims.first().map_or_else(String::new, |claim| claim.statement.clone()),
    }
}

/// Returns the last verdict, and whether the fold moved after it.
fn ruling(
    claims: &[&Claim],
    entries: &[&Stored],
    turns: &[Turn<'_>],
    now: (State, Phase),
    case: &Case<'_>,
) -> Option<Ruling> {
    let gone = struck(entries);
    let (recorded, name) = entries
        .iter()
        .filter(|stored| !gone.contains(stored.name.as_str()))
        .filter(|stored| matches!(stored.entry, Entry::Verdict(_)))
        .map(|stored| (stored.entry.recorded(), &stored.name))
        .max()?;
    let later =
        turns.iter().filter(|turn| turn.reading.stands() && turn.reading.recorded > *recorded);
    let then: Vec<&Stored> = entries
        .iter()
        .copied()
        .filter(|stored| {
            stored.entry.recorded() <= recorded && !matches!(stored.entry, Entry::Verdict(_))
        })
        .collect();
    let before = fold_kin(claims, &then, case.actors, case.authorities);
    Some(Ruling {
        entry: name.clone(),
        later: later.count(),
        outdated: (before.state, before.phase) != now,
    })
}
