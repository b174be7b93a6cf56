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
    /// The numbers of words around the statement, sorted.
    pub(crate) around: Vec<u32>,
}

/// The number of a word that no claim has.
pub(crate) const UNKNOWN: u32 = u32::MAX;

/// What the words of a statement and of a claim share, each word weighed by its rarity.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlap {
    /// The numbers of the words of both, each once.
    pub(crate) shared: Vec<u32>,
    /// Their mass.
    pub(crate) mass: f64,
    /// The share of the statement that the claim covers.
    pub(crate) query_cover: f64,
    /// The share of the claim that the statement covers, in the wording that it covers best.
    pub(crate) claim_cover: f64,
    /// The largest rarity of a shared word.
    pub(crate) rarest: f64,
    /// The share of the claim that only the words around the statement cover.
    pub(crate) around: f64,
    /// How alike the two are letter by letter.
    pub(crate) letters: f64,
}

impl Overlap {
    /// Measures a pair; `rarity` is the weight of a word.
    pub(crate) fn measure(
        words: &Numbered,
        fields: &[Vec<u32>],
        rarity: impl Fn(u32) -> f64,
    ) -> Self {
        let mut out = Self::default();
        for field in fields {
            let (mut mass, mut shared, mut around) = (0.0, 0.0, 0.0);
            for (at, number) in field.iter().enumerate() {
                let found = words.known.binary_search_by_key(number, |(number, _)| *number);
                let weight = found.map_or_else(|_| rarity(*number), |at| words.known[at].1);
                if !field[..at].contains(number) {
                    mass += weight;
                    if found.is_ok() {
                        shared += weight;
                        if !out.shared.contains(number) {
                            out.shared.push(*number);
                            out.mass += weight;
                            out.rarest = out.rarest.max(weight);
                        }
                    } else if words.around.binary_search(number).is_ok() {
                        around += weight;
                    }
                }
            }
            out.claim_cover = out.claim_cover.max(ratio(shared, mass));
            out.around = out.around.max(ratio(around, mass));
        }
        out.query_cover = ratio(out.mass, words.mass);
        out
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
