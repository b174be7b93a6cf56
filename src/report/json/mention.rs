use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::article::{Article, Lines, Span};
use crate::claim::{
    Act, Figure, Kind, Link, Mention, Modality, Period, Quotation, Scope, Source, Stance,
};
use crate::report::json::ArticleRow;

/// The split of one article: schema `mentions-1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Mentions<'a> {
    /// Always `mentions-1`.
    schema: &'static str,
    /// The article.
    article: ArticleRow<'a>,
    /// Its mentions in text order.
    #[schemars(with = "Vec<MentionRow<'a>>")]
    mentions: Rows<'a>,
}

/// The rows of an article's mentions, each made when it is written: there may be many.
#[derive(Debug)]
struct Rows<'a> {
    article: &'a Article,
    mentions: &'a [Mention],
}

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let lines = Lines::new(&self.article.text);
        to.collect_seq(self.mentions.iter().map(|row| MentionRow::new(self.article, &lines, row)))
    }
}

/// Returns the JSON form of an article's mentions.
pub fn mentions<'a>(article: &'a Article, mentions: &'a [Mention]) -> Mentions<'a> {
    let rows = Rows { article, mentions };
    Mentions { schema: "mentions-1", article: ArticleRow::new(article), mentions: rows }
}

/// One attributed claim of an article.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Mention")]
pub struct MentionRow<'a> {
    /// `m1`, `m2`, ... in text order.
    pub(super) id: &'a str,
    /// Source, cue and content together.
    span: SpanRow,
    /// The words of the span.
    text: &'a str,
    /// The claim's own words.
    content: &'a [Span],
    /// Who says it, outermost first.
    attribution: &'a [Link],
    /// Who makes the claim, as written, pronouns resolved; `null`: the outlet, or nobody named.
    claimant: Option<&'a str>,
    /// Who relays it, outermost first.
    via: Vec<&'a str>,
    /// What the claimant does.
    act: Act,
    /// How the claimant stands to the content.
    stance: Stance,
    /// About how much of it.
    scope: Scope,
    /// What the claim is about.
    kind: Kind,
    /// Whether its event lies behind.
    modality: Modality,
    /// How much is quoted.
    quotation: Quotation,
    /// The tracked figure first.
    figures: &'a [Figure],
    /// Time expressions.
    periods: &'a [Period],
    /// Ids of the known actors.
    actors: &'a [String],
    /// The mention that it points to.
    antecedent: Option<&'a str>,
    /// How sure the reading is, 0 to 1.
    confidence: f64,
    /// What was guessed, by which rule.
    guess: Option<&'a str>,
}

/// A span with its place for people.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PlacedSpan")]
struct SpanRow {
    /// First byte.
    start: usize,
    /// After the last byte.
    end: usize,
    /// Line, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
}

impl<'a> MentionRow<'a> {
    pub(super) fn new(article: &'a Article, lines: &Lines<'_>, mention: &'a Mention) -> Self {
        let place = lines.place(mention.span.start);
        Self {
            id: &mention.id,
            span: SpanRow {
                start: mention.span.start,
                end: mention.span.end,
                line: place.line,
                column: place.column,
            },
            text: article.slice(mention.span),
            content: &mention.content,
            attribution: &mention.attribution,
            claimant: mention.claimant().map(name),
            via: mention.via().map(name).collect(),
            act: mention.act,
            stance: mention.stance,
            scope: mention.scope,
            kind: mention.kind,
            modality: mention.modality,
            quotation: mention.quotation,
            figures: &mention.figures,
            periods: &mention.periods,
            actors: &mention.actors,
            antecedent: mention.antecedent.as_deref(),
            confidence: mention.confidence,
            guess: mention.guess,
        }
    }
}

fn name(source: &Source) -> &str {
    &source.text
}
