use crate::matching::card::Card;
use crate::matching::query::Query;

/// A statement beside a claim, with what their words share; every feature reads this.
pub(crate) struct Pair<'a> {
    /// The statement.
    pub(crate) query: &'a Query<'a>,
    /// The claim.
    pub(crate) card: &'a Card<'a>,
    /// What their words share.
    pub(crate) words: Overlap,
}

/// A statement's words under the numbers that they have where the claim is kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbered {
    /// The numbers in order; `UNKNOWN` for a word that no claim has.
    pub(crate) terms: Vec<u32>,
    /// Each number once, sorted, with its rarity.
    pub(crate) known: Vec<(u32, f64)>,
    /// The mass of all words, each once.
    pub(crate) mass: f64,
    /// The numbers of words around the statement, sorted, with their rarity.
    pub(crate) around: Vec<(u32, f64)>,
}

/// The number of a word that no claim has.
pub(crate) const UNKNOWN: u32 = u32::MAX;

/// How much more a word counts that a claim repeats: so many times as much in the end.
const REPEATED: f64 = 2.2;
/// How many words a claim has as a rule, with its wordings; the words of a longer one count less.
const USUAL: f64 = 20.0;
/// How much less, from 0 to 1.
const LENGTH: f64 = 0.75;

/// What the words of a statement and of a claim share, each word weighed by its rarity.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlap {
    /// The numbers of the words of both, each once.
    pub(crate) shared: Vec<u32>,
    /// What they weigh.
    pub(crate) mass: f64,
    /// The largest rarity of a shared word.
    pub(crate) rarest: f64,
    /// What the words weigh that the claim shares with the sentences around alone.
    pub(crate) around: f64,
    /// How alike the two are letter by letter.
    pub(crate) letters: f64,
}

impl Overlap {
    /// Measures a pair.
    pub(crate) fn measure(words: &Numbered, fields: &[Vec<u32>]) -> Self {
        let mut out = Self::default();
        let length: usize = fields.iter().map(Vec::len).sum();
        let size = 1.0 - LENGTH + LENGTH * length as f64 / USUAL;
        let find = |list: &[(u32, f64)], number: u32| {
            let at = list.binary_search_by_key(&number, |(number, _)| *number).ok()?;
            Some(list[at].1)
        };
        let asked = |number: &u32| {
            find(&words.known, *number).or_else(|| find(&words.around, *number)).is_some()
        };
        // Only the few that are asked for are put in order.
        let mut numbers: Vec<u32> = fields.iter().flatten().copied().filter(asked).collect();
        numbers.sort_unstable();
        for same in numbers.chunk_by(|a, b| a == b) {
            let times = same.len() as f64;
            let counts = REPEATED * times / (times + (REPEATED - 1.0) * size);
            if let Some(rarity) = find(&words.known, same[0]) {
                out.shared.push(same[0]);
                out.mass += rarity * counts;
                out.rarest = out.rarest.max(rarity);
            } else if let Some(rarity) = find(&words.around, same[0]) {
                out.around += rarity * counts;
            }
        }
        out
    }
}
