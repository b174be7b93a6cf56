use chrono::NaiveDate;

use crate::article::Article;
use crate::claim::{
    Appearance, ArticleRef, Claim, ClaimId, Entry, Grain, Link, Mention, Modality, Party, Period,
    Role, Stored, When,
};
use crate::lexicon::is_stop_word;

/// The longest statement that is written for a new claim, in characters.
const STATEMENT: usize = 300;

/// Who records, and when.
#[derive(Clone, Debug)]
pub struct Hand {
    /// Who records.
    pub by: String,
    /// When.
    pub recorded: When,
    /// Who reviewed it, if anybody did.
    pub accepted_by: Option<String>,
}

/// Returns the mention as an entry of the ledger, in an article of this day.
pub(crate) fn appearance(
    article: &Article,
    sha256: &str,
    mention: &Mention,
    day: NaiveDate,
    hand: &Hand,
) -> Appearance {
    let meta = &article.meta;
    Appearance {
        schema: Entry::SCHEMA.to_owned(),
        r#type: "appearance".to_owned(),
        said: said(mention, day),
        published: When::day(day),
        recorded: hand.recorded.clone(),
        by: hand.by.clone(),
        accepted_by: hand.accepted_by.clone(),
        article: ArticleRef {
            title: meta.title.clone(),
            outlet: meta.outlet.clone().or_else(|| meta.agency.clone()),
            url: meta.url.clone(),
            archive_url: None,
            sha256: Some(sha256.to_owned()),
        },
        span: Some(mention.span),
        quote: Some(article.slice(mention.span).to_owned()),
        stance: mention.stance,
        scope: mention.scope,
        modality: mention.modality,
        quotation: mention.quotation,
        confidence: mention.confidence,
        attribution: mention.attribution.iter().cloned().map(Link::without_spans).collect(),
        figure: mention.figures.first().cloned(),
        periods: mention.periods.clone(),
    }
}

/// Returns the draft of an entry, named after the mention, recorded after everything that is on file.
pub(crate) fn draft(article: &Article, sha256: &str, mention: &Mention, day: NaiveDate) -> Stored {
    let hand = Hand {
        by: String::new(),
        recorded: When::day(NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(day)),
        accepted_by: None,
    };
    let entry = appearance(article, sha256, mention, day, &hand);
    Stored { name: mention.id.clone(), entry: Entry::Appearance(Box::new(entry)) }
}

/// Returns the claim that a mention would become; `taken` tells which ids are others'.
pub(crate) fn claim(
    article: &Article,
    mention: &Mention,
    positive: Option<&str>,
    parties: Vec<Party>,
    day: NaiveDate,
    taken: impl Fn(&str) -> bool,
) -> Claim {
    let statement = statement(article, mention, positive);
    Claim {
        schema: Claim::SCHEMA.to_owned(),
        id: free_id(day, &statement, taken),
        statement,
        wordings: Vec::new(),
        kind: mention.kind,
        parties,
        measure: mention.figures.first().and_then(|figure| figure.measure.clone()),
        planned_for: planned_for(mention, day),
        tags: Vec::new(),
        created: day,
    }
}

/// Returns when the mention's claimant said it, where the text resolves that to a day.
fn said(mention: &Mention, day: NaiveDate) -> Option<When> {
    let mut said =
        mention.periods.iter().filter(|period| period.role == Role::Said && is_day(period));
    said.find_map(|period| period.start).filter(|said| *said <= day).map(When::day)
}

/// Returns the day for which the mention announces its event.
fn planned_for(mention: &Mention, day: NaiveDate) -> Option<NaiveDate> {
    if mention.modality != Modality::Planned {
        return None;
    }
    let event = |period: &&Period| period.role == Role::Event && is_day(period);
    mention
        .periods
        .iter()
        .filter(event)
        .filter_map(|period| period.start)
        .find(|start| day <= *start)
}

fn is_day(period: &Period) -> bool {
    matches!(period.grain, Grain::Day | Grain::Hour)
}

/// Returns the claim itself as a positive sentence; never empty where the mention holds a word.
fn statement(article: &Article, mention: &Mention, positive: Option<&str>) -> String {
    let own = positive.unwrap_or(&mention.statement);
    let words = if own.trim().is_empty() { article.slice(mention.span) } else { own };
    let mut out = String::new();
    for word in words.split_whitespace() {
        if out.chars().count() + word.chars().count() + 1 > STATEMENT {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.is_empty() { words.trim().chars().take(STATEMENT).collect() } else { out }
}

/// Returns the id that follows from day and statement; where another claim has it, the next free one.
fn free_id(day: NaiveDate, statement: &str, taken: impl Fn(&str) -> bool) -> ClaimId {
    let first = ClaimId::draft(&day.format("%Y-%m").to_string(), statement, is_stop_word);
    let numbered = (2..).filter_map(|number: u32| format!("{first}-{number}").parse().ok());
    std::iter::once(first.clone())
        .chain(numbered)
        .find(|id: &ClaimId| !taken(id.as_str()))
        .unwrap_or(first)
}
