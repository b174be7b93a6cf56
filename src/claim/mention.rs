use crate::article::Span;
use crate::claim::{Act, Figure, Kind, Link, Modality, Period, Quotation, Scope, Source, Stance};

/// One attributed claim found in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// `m1`, `m2`, ... in text order.
    pub id: String,
    /// Source, cue and content together, or the clause where a sentence holds several claims.
    pub span: Span,
    /// The claim's own words, quotation marks included; may be discontinuous.
    pub content: Vec<Span>,
    /// Who says it, outermost first; empty: the outlet itself.
    pub attribution: Vec<Link>,
    /// Whom or through what the claimant says it: the outlet of "told Reuters", "via Twitter".
    pub channel: Option<Box<Source>>,
    /// What the claimant does.
    pub act: Act,
    /// How the claimant stands to the content.
    pub stance: Stance,
    /// About how much of it.
    pub scope: Scope,
    /// What the claim is about.
    pub kind: Kind,
    /// Whether its event lies behind.
    pub modality: Modality,
    /// How much is quoted.
    pub quotation: Quotation,
    /// The tracked figure first, then others beside it.
    pub figures: Vec<Figure>,
    /// Time expressions.
    pub periods: Vec<Period>,
    /// Ids of the known actors in content and claimant, in text order, each once.
    pub actors: Vec<String>,
    /// The mention that "any such deal", "the report", "it" points to.
    pub antecedent: Option<String>,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// What was guessed and by which rule, where confidence is below 1.
    pub guess: Option<&'static str>,
    /// The claim itself as a positive sentence: pronouns resolved, outer quote marks dropped.
    pub statement: String,
    /// The class of its event, a row of the event lexicon, such as `dismiss`.
    pub event: Option<&'static str>,
    /// Folded names of places and other proper names in the content, for guards.
    pub names: Vec<String>,
}

impl Mention {
    /// Returns the source of the last link: who makes the claim; `None`: the outlet, or nobody named.
    pub fn claimant(&self) -> Option<&Source> {
        self.attribution.last().and_then(|link| link.source.as_ref())
    }

    /// Returns the sources that relay it, outermost first; the channel that the claimant uses comes last.
    pub fn via(&self) -> impl Iterator<Item = &Source> {
        let relays = self.attribution.len().saturating_sub(1);
        let sources = self.attribution[..relays].iter().filter_map(|link| link.source.as_ref());
        sources.chain(self.channel.as_deref())
    }
}
