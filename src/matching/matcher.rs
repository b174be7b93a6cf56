use std::cell::LazyCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use crate::claim::{Actors, Mention, Record};
use crate::matching::build::IndexBuilder;
use crate::matching::card::{Card, Word};
use crate::matching::guards::kept_apart;
use crate::matching::index::Index;
use crate::matching::letters::{KINDS, Kinds, Letters};
use crate::matching::pair::{Overlap, Pair};
use crate::matching::query::{Query, Setting};
use crate::matching::relation::relation;
use crate::matching::scores::Scores;
use crate::matching::search::{self, List};
use crate::matching::shelf::Shelf;
use crate::matching::sought::{Known, Sought};
use crate::matching::terms::{Term, Written, surfaces, written};
use crate::matching::{Match, Reason};

/// At or above this score a candidate is the match, unless `ledger.toml` says otherwise.
pub const LINK: f64 = 0.4;
/// At or above this score a candidate is shown, unless `ledger.toml` says otherwise.
pub const SUGGEST: f64 = 0.25;

/// How many candidates are weighed.
const POOL: usize = 50;
/// How many claims a mention may belong to.
const NEAR: usize = 10;
/// What a word around the statement counts beside one of its own, when candidates are sought.
const AROUND: f64 = 0.2;
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
    /// Claims of the index in whose place others stand on the shelf.
    replaced: BTreeSet<u32>,
    /// What the index answered, by the lists and factors that it was asked, where that is remembered.
    answers: Option<Arc<Mutex<Answers>>>,
}

type Answers = HashMap<Vec<(u32, u32)>, Vec<u32>>;

/// Where a claim is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Index(u32),
    Shelf(u32),
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
        let mut out = Self {
            index,
            shelf: Shelf::default(),
            letters: Arc::default(),
            replaced: BTreeSet::new(),
            answers: None,
        };
        // Most kinds occur in few claims, or in none.
        let few: Vec<f32> = (0..64).map(|count| out.rarity(count) as f32).collect();
        let rarity =
            |count| few.get(count as usize).copied().unwrap_or_else(|| out.rarity(count) as f32);
        let letters = (0..KINDS).map(|kind| rarity(out.index.letters(kind))).collect();
        out.letters = letters;
        out
    }

    /// Remembers what the index answers, for who asks the same again and again.
    pub fn remembering(mut self) -> Self {
        self.answers = Some(Arc::default());
        self
    }

    /// Adds a claim, such as one proposed earlier in the same article.
    pub fn add(&mut self, record: &Record) {
        self.shelf.add(record);
    }

    /// Adds a claim that stands in the place of one of the index.
    pub fn replace(&mut self, place: u32, record: &Record) {
        self.replaced.insert(place);
        self.shelf.add(record);
    }

    /// Returns the `n` claims nearest to a text, best first; guards have no say.
    pub fn top(&self, text: &str, speaker: Option<&str>, around: &str, n: usize) -> Vec<Match> {
        self.best(&Query::of_text(text, speaker, around), n)
    }

    /// Returns the claims that a mention may belong to, best first, with the guard that keeps one apart.
    pub fn candidates(&self, mention: &Mention, setting: Setting<'_>) -> Vec<Match> {
        self.best(&Query::of_mention(mention, setting), NEAR)
    }

    /// Returns the ids of the claims that `candidates` returns.
    pub fn near(&self, mention: &Mention, setting: Setting<'_>) -> Vec<String> {
        let query = Query::of_mention(mention, setting);
        let ranked = self.ranked(&self.seek(&query), NEAR).into_iter();
        ranked.map(|(_, _, card)| card.id().to_owned()).collect()
    }

    /// Returns ids and scores of the `n` claims nearest to a text, without reasons.
    pub fn rank(
        &self,
        text: &str,
        speaker: Option<&str>,
        around: &str,
        n: usize,
    ) -> Vec<(String, f64)> {
        let query = Query::of_text(text, speaker, around);
        let ranked = self.ranked(&self.seek(&query), n).into_iter();
        let id = |card: &Card<'_>| card.id().to_owned();
        ranked.map(|(score, _, card)| (id(&card), score.min(1.0))).collect()
    }

    fn best(&self, query: &Query<'_>, n: usize) -> Vec<Match> {
        let sought = self.seek(query);
        let ranked = self.ranked(&sought, n);
        let words = if ranked.is_empty() { Vec::new() } else { written(&query.text) };
        let explain =
            |(_, place, card): &(f64, Place, Card<'_>)| self.explain(&sought, &words, *place, card);
        ranked.iter().map(explain).collect()
    }

    /// Weighs the candidates. Letters are the dearest to compare, so that it is only done for those
    /// that would be among the `n` best if their letters were all alike.
    fn ranked(&self, sought: &Sought<'_>, n: usize) -> Vec<(f64, Place, Card<'_>)> {
        let pool = self.pool(sought).into_iter();
        let mut weighed: Vec<(f64, Place, Card<'_>, Scores)> = pool
            .map(|place| {
                let card = self.card(place);
                let scores = Scores::of(&self.pair(sought, place, &card));
                (scores.with_letters(1.0).sum(), place, card, scores)
            })
            .collect();
        weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut room = Kinds::default();
        let mut out: Vec<(f64, Place, Card<'_>)> = Vec::with_capacity(n);
        for (most, place, mut card, scores) in weighed {
            if out.len() == n && out.last().is_none_or(|(worst, ..)| most < *worst) {
                break;
            }
            card.texts = self.texts(place);
            let score = scores.with_letters(self.letters(sought, &card, &mut room)).sum();
            let better = |other: &(f64, Place, Card<'_>)| {
                other.0 > score || other.0 == score && other.1 < place
            };
            let at = out.partition_point(better);
            if score > 0.0 && at < n {
                out.insert(at, (score, place, card));
                out.truncate(n);
            }
        }
        out
    }

    /// Says why a claim is near; `words` are those of the query.
    fn explain(
        &self,
        sought: &Sought<'_>,
        words: &[Written<'_>],
        place: Place,
        card: &Card<'_>,
    ) -> Match {
        let mut pair = self.pair(sought, place, card);
        pair.words.letters = self.letters(sought, card, &mut Kinds::default());
        let on_shelf = matches!(place, Place::Shelf(_));
        let shared: Vec<Term> = sought.shared(on_shelf, &pair.words.shared);
        let list = |words: &[Written<'_>]| surfaces(words, &shared).join(", ");
        let shared = LazyCell::new(|| (list(words), list(&written(card.statement()))));
        let mut reasons: Vec<Reason> = Scores::of(&pair)
            .parts()
            .map(|(feature, weight, score)| {
                let (mention, claim) = (feature.values)(&pair).unwrap_or_else(|| shared.clone());
                Reason { feature: feature.name, weight, score, mention, claim }
            })
            .collect();
        reasons.sort_by(|a, b| b.part().total_cmp(&a.part()));
        Match {
            claim: card.id().to_owned(),
            score: reasons.iter().map(Reason::part).sum(),
            relation: relation(&pair),
            kept_apart: kept_apart(&pair),
            reasons,
        }
        .capped()
    }

    /// Numbers the words of a query.
    fn seek<'a>(&self, query: &'a Query<'a>) -> Sought<'a> {
        let letters = Letters::new(&query.text, |kind| f64::from(self.letters[kind]));
        Sought::new(query, |term| self.known(term), letters)
    }

    fn known(&self, term: Term) -> Known {
        let (index, shelf) = (self.index.find(term), self.shelf.find(term));
        let filed = index.map_or(0, |number| self.index.count(number));
        let added = shelf.map_or(0, |number| self.shelf.list(number).len() as u32);
        Known { index, shelf, rarity: self.rarity(filed + added) }
    }

    /// The claims that share most with the query: the best of the index, and all of the shelf that share anything.
    fn pool(&self, sought: &Sought<'_>) -> Vec<Place> {
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
        let mut pool: Vec<Place> = self.filed(sought).into_iter().map(Place::Index).collect();
        pool.extend(added.into_iter().map(Place::Shelf));
        pool
    }

    /// The claims of the index that share most with the query.
    fn filed(&self, sought: &Sought<'_>) -> Vec<u32> {
        let mut asked: Vec<(u32, u32)> = Vec::with_capacity(64);
        // What was added since is no matter for the index, so that one question has one answer.
        let rarity = |number: u32| rarity(self.index.count(number), self.index.len());
        let mut ask = |number: u32, weight: f64| {
            let factor = (weight * UNIT) as u32;
            asked.extend((factor > 0).then_some((number, factor)));
        };
        for (number, _) in &sought.index.known {
            ask(*number, rarity(*number));
        }
        for (number, _) in &sought.index.around {
            ask(*number, AROUND * rarity(*number));
        }
        for (key, weight) in &sought.keys {
            if let Some(number) = self.index.find(*key) {
                ask(number, *weight);
            }
        }
        let before = self.answers.as_ref().and_then(|answers| {
            let answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
            answers.get(&asked).cloned()
        });
        before.unwrap_or_else(|| {
            let list = |(number, factor): &(u32, u32)| List {
                cursor: self.index.list(*number),
                factor: *factor,
            };
            let lists = asked.iter().map(list).collect();
            let best = search::top(lists, self.index.len(), POOL + self.replaced.len());
            let mut best: Vec<u32> = best.into_iter().map(|(claim, _)| claim).collect();
            best.retain(|claim| !self.replaced.contains(claim));
            best.truncate(POOL);
            if let Some(answers) = &self.answers {
                let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
                answers.insert(asked, best.clone());
            }
            best
        })
    }

    fn card(&self, place: Place) -> Card<'_> {
        match place {
            Place::Index(claim) => self.index.card(claim),
            Place::Shelf(claim) => self.shelf.card(claim),
        }
    }

    fn texts(&self, place: Place) -> Vec<Word<'_>> {
        match place {
            Place::Index(claim) => self.index.texts(claim),
            Place::Shelf(claim) => self.shelf.texts(claim),
        }
    }

    /// How alike a statement and a claim are letter by letter.
    fn letters(&self, sought: &Sought<'_>, card: &Card<'_>, room: &mut Kinds) -> f64 {
        let texts = card.texts.iter().skip(1).map(|text| &**text);
        sought.letters.shared(texts, |kind| f64::from(self.letters[kind]), room)
    }

    /// A pair of which all but the letters is compared.
    fn pair<'a>(&self, sought: &Sought<'a>, place: Place, card: &'a Card<'a>) -> Pair<'a> {
        let numbered = match place {
            Place::Index(_) => &sought.index,
            Place::Shelf(_) => &sought.shelf,
        };
        let words = Overlap::measure(numbered, &card.fields);
        Pair { query: sought.query, card, words }
    }

    fn rarity(&self, claims: u32) -> f64 {
        rarity(claims, self.index.len() + self.shelf.len())
    }
}

/// The weight of a word that occurs in so many of all claims: 1 for one that is in none.
fn rarity(claims: u32, all: u32) -> f64 {
    let all = BACKGROUND + f64::from(all);
    let weight = |with: f64| (1.0 + (all - with + 0.5).max(0.0) / (with + 0.5)).ln();
    weight(f64::from(claims)) / weight(0.0)
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
