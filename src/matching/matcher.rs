use std::collections::HashMap;

use crate::claim::{Actors, Mention, Record};
use crate::matching::features::{FEATURES, Weighs, evidence, written};
use crate::matching::guards::kept_apart;
use crate::matching::pair::{Overlap, Pair};
use crate::matching::query::{Query, Setting};
use crate::matching::relation::relation;
use crate::matching::shelf::{Shelf, actor_key, speaker_key};
use crate::matching::terms::Term;
use crate::matching::{Match, Reason};

/// At or above this score a candidate is the match, unless `ledger.toml` says otherwise.
pub const LINK: f64 = 0.5;
/// At or above this score a candidate is shown, unless `ledger.toml` says otherwise.
pub const SUGGEST: f64 = 0.3;

/// How many candidates are weighed.
const POOL: usize = 100;

/// The claims of a ledger, ready to be found.
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    shelf: Shelf,
}

impl Matcher {
    /// Returns a matcher over these claims.
    pub fn new(records: &[Record], _actors: &Actors) -> Self {
        let mut out = Self::default();
        for record in records {
            out.add(record);
        }
        out
    }

    /// Adds a claim, such as one proposed earlier in the same article.
    pub fn add(&mut self, record: &Record) {
        self.shelf.add(record);
    }

    /// Returns the `n` claims nearest to a text, best first; guards have no say.
    pub fn top(&self, text: &str, speaker: Option<&str>, around: &str, n: usize) -> Vec<Match> {
        let mut out = self.weigh(&Query::of_text(text, speaker, around));
        out.truncate(n);
        out
    }

    /// Returns the claims that a mention may belong to, best first, with the guard that keeps one apart.
    pub fn candidates(&self, mention: &Mention, setting: Setting<'_>) -> Vec<Match> {
        self.weigh(&Query::of_mention(mention, setting))
    }

    fn weigh(&self, query: &Query) -> Vec<Match> {
        let mut out: Vec<Match> =
            self.pool(query).into_iter().map(|number| self.lay(query, number)).collect();
        out.retain(|found| found.score > 0.0);
        out.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.claim.cmp(&b.claim)));
        out
    }

    /// Lays the query against one claim.
    fn lay(&self, query: &Query, number: u32) -> Match {
        let card = &self.shelf.cards[number as usize];
        let words = Overlap::measure(query, card, |term| self.rarity(term));
        let pair = Pair { query, card, words };
        let evidence = evidence(&pair);
        let mut reasons = Vec::new();
        for feature in FEATURES {
            let Some(found) = (feature.compare)(&pair) else { continue };
            let weight = match feature.weighs {
                Weighs::Main => feature.weight,
                Weighs::Qualifier => feature.weight * evidence,
            };
            let (mention, claim) = written(&pair, found.values);
            reasons.push(Reason {
                feature: feature.name,
                weight,
                score: found.score,
                mention,
                claim,
            });
        }
        reasons.sort_by(|a, b| b.part().total_cmp(&a.part()));
        Match {
            claim: card.id.clone(),
            score: reasons.iter().map(Reason::part).sum(),
            relation: relation(&pair),
            kept_apart: kept_apart(&pair),
            reasons,
        }
    }

    /// The claims that share most with the query.
    fn pool(&self, query: &Query) -> Vec<u32> {
        let mut scores: HashMap<u32, f64> = HashMap::new();
        let mut add = |key: Term, factor: f64| {
            let weight = factor * self.rarity(key);
            for number in self.shelf.with(key) {
                *scores.entry(*number).or_default() += weight;
            }
        };
        let mut terms = query.terms.clone();
        terms.sort_unstable();
        terms.dedup();
        terms.into_iter().for_each(|term| add(term, 1.0));
        query.around.iter().for_each(|term| add(*term, 0.2));
        query.facts.actors.iter().for_each(|actor| add(actor_key(actor), 1.0));
        for key in query.facts.speakers.iter().filter_map(|name| speaker_key(name)) {
            add(key, 1.0);
        }
        let mut pool: Vec<(u32, f64)> = scores.into_iter().collect();
        pool.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        pool.truncate(POOL);
        pool.into_iter().map(|(number, _)| number).collect()
    }

    fn rarity(&self, key: Term) -> f64 {
        let (all, with) = (self.shelf.cards.len() as f64, self.shelf.count(key) as f64);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::Matcher;
    use crate::claim::{Actors, Claim, Kind, Record};

    fn record(id: &str, statement: &str) -> Record {
        let claim = Claim {
            schema: Claim::SCHEMA.to_owned(),
            id: id.parse().unwrap(),
            statement: statement.to_owned(),
            wordings: Vec::new(),
            kind: Kind::Other,
            parties: Vec::new(),
            measure: None,
            planned_for: None,
            tags: Vec::new(),
            created: "2024-05-01".parse().unwrap(),
        };
        Record { claim, entries: Vec::new() }
    }

    #[test]
    fn finds_the_nearest_claim_and_adds_up() {
        let ledger = [
            record("harbour", "The harbour bridge was closed after a barge struck it"),
            record("school", "The council will close two village schools in autumn"),
        ];
        let mut matcher = Matcher::new(&ledger, &Actors::default());
        let text = "A barge hit the harbour bridge, which was closed";
        let found = matcher.top(text, None, "", 5);
        assert_eq!(found[0].claim, "harbour");
        let sum: f64 = found[0].reasons.iter().map(|reason| reason.part()).sum();
        assert!((sum - found[0].score).abs() < 1e-9);
        matcher.add(&record("copy", text));
        assert_eq!(matcher.top(text, None, "", 1)[0].claim, "copy");
    }
}
