use crate::matching::query::Query;
use crate::matching::shelf::Card;
use crate::matching::terms::Term;

/// A statement beside a claim, with what their words share; every feature reads this.
pub(crate) struct Pair<'a> {
    /// The statement.
    pub(crate) query: &'a Query,
    /// The claim.
    pub(crate) card: &'a Card,
    /// What their words share.
    pub(crate) words: Overlap,
}

/// What the words of a statement and of a claim share, each word weighed by its rarity.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlap {
    /// The terms of both, each once, in the statement's order.
    pub(crate) shared: Vec<Term>,
    /// Their mass.
    pub(crate) mass: f64,
    /// The mass of the statement's terms.
    pub(crate) query_mass: f64,
    /// The share of the claim that the statement covers, in the wording that it covers best.
    pub(crate) claim_cover: f64,
    /// The mass of that wording.
    pub(crate) claim_mass: f64,
    /// The share of the statement that the claim covers.
    pub(crate) query_cover: f64,
    /// The mass of pairs of neighbouring terms in both, over that of the claim's pairs.
    pub(crate) phrases: f64,
    /// The largest rarity of a shared term.
    pub(crate) rarest: f64,
    /// The share of the claim that only the words around the statement cover.
    pub(crate) around: f64,
}

impl Overlap {
    /// Measures a pair; `rarity` is the weight of a term.
    pub(crate) fn measure(query: &Query, card: &Card, rarity: impl Fn(Term) -> f64) -> Self {
        let mut out = Self::default();
        let mut seen: Vec<Term> = Vec::with_capacity(query.terms.len());
        for term in &query.terms {
            if seen.contains(term) {
                continue;
            }
            seen.push(*term);
            let weight = rarity(*term);
            out.query_mass += weight;
            if card.fields.iter().any(|field| field.contains(term)) {
                out.shared.push(*term);
                out.mass += weight;
                out.rarest = out.rarest.max(weight);
            }
        }
        out.query_cover = ratio(out.mass, out.query_mass);
        for field in &card.fields {
            let (mut mass, mut shared, mut around) = (0.0, 0.0, 0.0);
            for (at, term) in field.iter().enumerate() {
                if field[..at].contains(term) {
                    continue;
                }
                let weight = rarity(*term);
                mass += weight;
                if out.shared.contains(term) {
                    shared += weight;
                } else if query.around.binary_search(term).is_ok() {
                    around += weight;
                }
            }
            let cover = ratio(shared, mass);
            if cover > out.claim_cover {
                (out.claim_cover, out.claim_mass) = (cover, mass);
            }
            out.around = out.around.max(ratio(around, mass));
            out.phrases = out.phrases.max(phrases(&query.terms, field, &rarity));
        }
        out
    }
}

/// The mass of the field's neighbouring pairs that the statement has, too, over that of all of them.
fn phrases(query: &[Term], field: &[Term], rarity: &impl Fn(Term) -> f64) -> f64 {
    let (mut all, mut shared) = (0.0, 0.0);
    for pair in field.windows(2) {
        let weight = rarity(pair[0]).min(rarity(pair[1]));
        all += weight;
        if query.windows(2).any(|other| other == pair) {
            shared += weight;
        }
    }
    ratio(shared, all)
}

pub(crate) fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
