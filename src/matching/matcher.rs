use std::sync::Arc;

use crate::claim::{Actors, Mention, Record};
use crate::matching::build::IndexBuilder;
use crate::matching::card::Card;
use crate::matching::features::{FEATURES, Feature, Weighs, agreement};
use crate::matching::guards::kept_apart;
use crate::matching::index::Index;
use crate::matching::letters::{KINDS, Letters};
use crate::matching::pair::{Numbered, Overlap, Pair, UNKNOWN};
use crate::matching::query::{Query, Setting};
use crate::matching::relation::relation;
use crate::matching::search::{self, List};
use crate::matching::shelf::Shelf;
use crate::matching::terms::{Term, actor_key, speaker_key, surfaces};
use crate::matching::{Match, Reason};

/// At or above this score a candidate is the match, unless `ledger.toml` says otherwise.
pub const LINK: f64 = 0.4;
/// At or above this score a candidate is shown, unless `ledger.toml` says otherwise.
pub const SUGGEST: f64 = 0.25;

/// How many candidates are weighed.
const POOL: usize = 100;
/// What a word around the statement counts beside one of its own, when candidates are sought.
const AROUND: f64 = 0.2;
/// What the speaker counts, as a share of the statement's words, when candidates are sought.
const SPEAKER: f64 = 0.15;
/// What an actor counts, as a share of the statement's words, when candidates are sought.
const ACTOR: f64 = 0.1;
/// Claims that are thought to be there beside those of the ledger: in a small one a word is not
/// common because the only claim has it.
const BACKGROUND: f64 = 1000.0;
/// Weights are whole numbers while candidates are sought: this many to the rarest.
const UNIT: f64 = 256.0;

/// The claims of a ledger, ready to be found.
#[derive(Clone, Debug)]
pub struct Matcher {
    index: Index,
    shelf: Shelf,
    /// The weight of each kind of letter group.
    letters: Arc<[f32]>,
}

/// Where a claim is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Index(u32),
    Shelf(u32),
}

/// A statement with its words numbered as the index and as the shelf number them.
struct Sought<'a> {
    query: &'a Query<'a>,
    index: Numbered,
    shelf: Numbered,
    letters: Letters,
    /// The keys beside the words, and what each counts.
    keys: Vec<(Term, f64)>,
}

impl Matcher {
    /// Returns a matcher over these claims.
    pub fn new(records: &[Record], actors: &Actors) -> Self {
        let mut builder = IndexBuilder::default();
        for record in records {
            builder.add(record);
        }
        Self::from_index(builder.finish(), actors)
    }

    /// Returns a matcher over an index that was built before.
    pub fn from_index(index: Index, _actors: &Actors) -> Self {
        let mut out = Self { index, shelf: Shelf::default(), letters: Arc::default() };
        out.letters = (0..KINDS).map(|kind| out.rarity(out.index.letters(kind)) as f32).collect();
        out
    }

    /// Adds a claim, such as one proposed earlier in the same article.
    pub fn add(&mut self, record: &Record) {
        self.shelf.add(record);
    }

    /// Returns the `n` claims nearest to a text, best first; guards have no say.
    pub fn top(&self, text: &str, speaker: Option<&str>, around: &str, n: usize) -> Vec<Match> {
        self.best(&Query::of_text(text, speaker, around), n)
    }

    /// Returns the claims that a mention may belong to, best first, with the guard that keeps one apart.
    pub fn candidates(&self, mention: &Mention, setting: Setting<'_>) -> Vec<Match> {
        self.best(&Query::of_mention(mention, setting), 10)
    }

    /// Returns ids and scores of the `n` claims nearest to a text, without reasons.
    pub fn rank(
        &self,
        text: &str,
        speaker: Option<&str>,
        around: &str,
        n: usize,
    ) -> Vec<(&str, f64)> {
        let query = Query::of_text(text, speaker, around);
        let ranked = self.ranked(&self.seek(&query), n).into_iter();
        ranked.map(|(score, place)| (self.card(place).id, score.min(1.0))).collect()
    }

    fn best(&self, query: &Query<'_>, n: usize) -> Vec<Match> {
        let sought = self.seek(query);
        let ranked = self.ranked(&sought, n).into_iter();
        ranked.map(|(_, place)| self.explain(&sought, place)).collect()
    }

    fn ranked(&self, sought: &Sought<'_>, n: usize) -> Vec<(f64, Place)> {
        let pool = self.pool(sought).into_iter();
        let mut seen = Vec::new();
        let mut out: Vec<(f64, Place)> = pool
            .map(|place| {
                let card = self.card(place);
                let pair = self.pair(sought, place, &card, &mut seen);
                (parts(&pair).map(|(_, weight, score)| weight * score).sum(), place)
            })
            .filter(|(score, _)| *score > 0.0)
            .collect();
        out.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        out.truncate(n);
        out
    }

    fn explain(&self, sought: &Sought<'_>, place: Place) -> Match {
        let card = self.card(place);
        let pair = self.pair(sought, place, &card, &mut Vec::new());
        let shared: Vec<Term> = sought.shared(place, &pair.words.shared);
        let mut reasons: Vec<Reason> = parts(&pair)
            .map(|(feature, weight, score)| {
                let (mention, claim) = (feature.values)(&pair).unwrap_or_else(|| {
                    let list = |text: &str| surfaces(text, &shared).join(", ");
                    (list(&sought.query.text), list(card.statement))
                });
                Reason { feature: feature.name, weight, score, mention, claim }
            })
            .collect();
        reasons.sort_by(|a, b| b.part().total_cmp(&a.part()));
        Match {
            claim: card.id.to_owned(),
            score: reasons.iter().map(Reason::part).sum(),
            relation: relation(&pair),
            kept_apart: kept_apart(&pair),
            reasons,
        }
        .capped()
    }

    /// Numbers the words of a query.
    fn seek<'a>(&self, query: &'a Query<'a>) -> Sought<'a> {
        let number = |find: &dyn Fn(Term) -> Option<u32>| {
            let mut out = Numbered::default();
            let mut seen: Vec<Term> = Vec::new();
            for term in &query.terms {
                let number = find(*term).unwrap_or(UNKNOWN);
                out.terms.push(number);
                if seen.contains(term) {
                    continue;
                }
                seen.push(*term);
                let weight = self.rarity(self.frequency(*term));
                out.mass += weight;
                if number != UNKNOWN {
                    out.known.push((number, weight));
                }
            }
            out.known.sort_unstable_by_key(|(number, _)| *number);
            out.around = query.around.iter().filter_map(|term| find(*term)).collect();
            out.around.sort_unstable();
            out
        };
        let index = number(&|term| self.index.find(term));
        let speakers = query.facts.speakers.iter().filter_map(|name| speaker_key(name));
        let actors = query.facts.actors.iter().map(|actor| actor_key(actor));
        let keys = speakers.map(|key| (key, SPEAKER)).chain(actors.map(|key| (key, ACTOR)));
        Sought {
            query,
            keys: keys.map(|(key, share)| (key, share * index.mass)).collect(),
            shelf: number(&|term| self.shelf.find(term)),
            letters: Letters::new(&query.text, |kind| f64::from(self.letters[kind])),
            index,
        }
    }

    /// The claims that share most with the query: the best of the index, and all of the shelf that share anything.
    fn pool(&self, sought: &Sought<'_>) -> Vec<Place> {
        let mut lists = Vec::with_capacity(sought.index.known.len() + sought.index.around.len());
        let mut ask = |number: u32, weight: f64| {
            let factor = (weight * UNIT) as u32;
            if factor > 0 {
                lists.push(List { cursor: self.index.list(number), factor });
            }
        };
        for (number, weight) in &sought.index.known {
            ask(*number, *weight);
        }
        for number in &sought.index.around {
            ask(*number, AROUND * self.rarity(self.index.count(*number)));
        }
        for (key, weight) in &sought.keys {
            if let Some(number) = self.index.find(*key) {
                ask(number, *weight);
            }
        }
        let best = search::top(lists, self.index.len(), POOL).into_iter();
        let mut pool: Vec<Place> = best.map(|(claim, _)| Place::Index(claim)).collect();
        let keys = sought.keys.iter().filter_map(|(key, _)| self.shelf.find(*key));
        let mut added: Vec<u32> = sought
            .shelf
            .known
            .iter()
            .map(|(number, _)| *number)
            .chain(keys)
            .flat_map(|number| self.shelf.list(number).iter().copied())
            .collect();
        added.sort_unstable();
        added.dedup();
        pool.extend(added.into_iter().map(Place::Shelf));
        pool
    }

    fn card(&self, place: Place) -> Card<'_> {
        match place {
            Place::Index(claim) => self.index.card(claim),
            Place::Shelf(claim) => self.shelf.card(claim),
        }
    }

    fn pair<'a>(
        &self,
        sought: &Sought<'a>,
        place: Place,
        card: &'a Card<'a>,
        seen: &mut Vec<u64>,
    ) -> Pair<'a> {
        let rarity = |kind: usize| f64::from(self.letters[kind]);
        let letters = match place {
            Place::Index(claim) => sought.letters.shared(self.index.wordings(claim), rarity, seen),
            Place::Shelf(claim) => sought.letters.shared(self.shelf.wordings(claim), rarity, seen),
        };
        let words = match place {
            Place::Index(_) => Overlap::measure(&sought.index, &card.fields, |number| {
                self.rarity(self.index.count(number))
            }),
            Place::Shelf(_) => Overlap::measure(&sought.shelf, &card.fields, |number| {
                self.rarity(self.frequency(self.shelf.term(number)))
            }),
        };
        Pair { query: sought.query, card, words: Overlap { letters, ..words } }
    }

    /// In how many claims a term occurs.
    fn frequency(&self, term: Term) -> u32 {
        let index = self.index.find(term).map_or(0, |number| self.index.count(number));
        index + self.shelf.find(term).map_or(0, |number| self.shelf.list(number).len() as u32)
    }

    /// The weight of a word that occurs in so many claims: 1 for one that is in none.
    fn rarity(&self, claims: u32) -> f64 {
        let all = BACKGROUND + f64::from(self.index.len() + self.shelf.len());
        let weight = |with: f64| (1.0 + (all - with + 0.5).max(0.0) / (with + 0.5)).ln();
        weight(f64::from(claims)) / weight(0.0)
    }
}

impl Sought<'_> {
    /// The terms behind numbers.
    fn shared(&self, place: Place, numbers: &[u32]) -> Vec<Term> {
        let numbered = match place {
            Place::Index(_) => &self.index,
            Place::Shelf(_) => &self.shelf,
        };
        let all = numbered.terms.iter().zip(&self.query.terms);
        all.filter(|(number, _)| numbers.contains(number)).map(|(_, term)| *term).collect()
    }
}

/// The features that have something to say, with what each weighs and scores here.
fn parts(pair: &Pair<'_>) -> impl Iterator<Item = (&'static Feature, f64, f64)> {
    let agreement = agreement(pair);
    FEATURES.iter().filter_map(move |feature| {
        let score = (feature.score)(pair)?;
        let weight = match feature.weighs {
            Weighs::Main => feature.weight,
            Weighs::Qualifier => feature.weight * agreement,
        };
        Some((feature, weight, score))
    })
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
