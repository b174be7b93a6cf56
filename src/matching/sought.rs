use crate::matching::letters::Letters;
use crate::matching::pair::{Numbered, UNKNOWN};
use crate::matching::query::Query;
use crate::matching::terms::{Term, actor_key, speaker_key};

/// What the speaker counts, as a share of the statement's words, when candidates are sought.
const SPEAKER: f64 = 0.15;
/// What an actor counts, as a share of the statement's words, when candidates are sought.
const ACTOR: f64 = 0.1;

/// A statement with its words numbered as the index and as the shelf number them.
pub(crate) struct Sought<'a> {
    pub(crate) query: &'a Query<'a>,
    pub(crate) index: Numbered,
    pub(crate) shelf: Numbered,
    pub(crate) letters: Letters,
    /// The keys beside the words, and what each counts.
    pub(crate) keys: Vec<(Term, f64)>,
}

/// A word as it is known: its numbers in index and shelf, and its rarity.
pub(crate) struct Known {
    /// Its number in the index.
    pub(crate) index: Option<u32>,
    /// Its number on the shelf.
    pub(crate) shelf: Option<u32>,
    /// Its weight: 1 for one that is in no claim.
    pub(crate) rarity: f64,
}

impl<'a> Sought<'a> {
    /// Numbers the words of a query; `known` looks one up.
    pub(crate) fn new(
        query: &'a Query<'a>,
        known: impl Fn(Term) -> Known,
        letters: Letters,
    ) -> Self {
        let (mut index, mut shelf) = (Numbered::default(), Numbered::default());
        for (at, term) in query.terms.iter().enumerate() {
            if let Some(first) = query.terms[..at].iter().position(|other| other == term) {
                index.terms.push(index.terms[first]);
                shelf.terms.push(shelf.terms[first]);
                continue;
            }
            let word = known(*term);
            for (numbered, number) in [(&mut index, word.index), (&mut shelf, word.shelf)] {
                numbered.terms.push(number.unwrap_or(UNKNOWN));
                numbered.mass += word.rarity;
                numbered.known.extend(number.map(|number| (number, word.rarity)));
            }
        }
        for term in &query.around {
            let word = known(*term);
            for (numbered, number) in [(&mut index, word.index), (&mut shelf, word.shelf)] {
                numbered.around.extend(number.map(|number| (number, word.rarity)));
            }
        }
        for numbered in [&mut index, &mut shelf] {
            numbered.known.sort_unstable_by_key(|(number, _)| *number);
            numbered.around.sort_unstable_by_key(|(number, _)| *number);
        }
        let speakers = query.facts.speakers.iter().filter_map(|name| speaker_key(name));
        let actors = query.facts.actors.iter().map(|actor| actor_key(actor));
        let keys = speakers.map(|key| (key, SPEAKER)).chain(actors.map(|key| (key, ACTOR)));
        let keys = keys.map(|(key, share)| (key, share * index.mass)).collect();
        Self { query, keys, index, shelf, letters }
    }

    /// Returns the terms behind numbers of the index, or of the shelf.
    pub(crate) fn shared(&self, on_shelf: bool, numbers: &[u32]) -> Vec<Term> {
        let numbered = if on_shelf { &self.shelf } else { &self.index };
        let all = numbered.terms.iter().zip(&self.query.terms);
        all.filter(|(number, _)| numbers.contains(number)).map(|(_, term)| *term).collect()
    }
}
