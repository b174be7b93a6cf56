use serde::Serialize;

use crate::claim::{Appearance, Entry, Record, Scale, SourceClass, Stored, Verdict};
use crate::status::struck;

/// A feed of ClaimReviews: one document that search tools and other desks read.
#[derive(Clone, Debug, Serialize)]
pub struct Feed {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    r#type: &'static str,
    name: String,
    #[serde(rename = "dataFeedElement")]
    elements: Vec<Element>,
    /// The claims that are not in it although they have a verdict, and why.
    #[serde(skip)]
    pub omitted: Vec<Omitted>,
}

/// A claim whose verdict cannot be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omitted {
    /// The claim's id.
    pub claim: String,
    /// Why.
    pub reason: String,
}

impl Feed {
    /// Returns the number of reviews.
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }
}

/// Returns the verdicts of a ledger as ClaimReviews; only what a person ruled becomes one.
pub fn export_claimreview<'a>(name: &str, records: impl IntoIterator<Item = &'a Record>) -> Feed {
    let mut feed = Feed {
        context: "https://schema.org",
        r#type: "DataFeed",
        name: name.to_owned(),
        elements: Vec::new(),
        omitted: Vec::new(),
    };
    for record in records {
        let gone = struck(&record.entries.iter().collect::<Vec<_>>());
        let held: Vec<&Stored> =
            record.entries.iter().filter(|stored| !gone.contains(stored.name.as_str())).collect();
        let verdict = held.iter().filter_map(|stored| match &stored.entry {
            Entry::Verdict(verdict) => Some(verdict),
            _ => None,
        });
        let Some(verdict) = verdict.max_by(|a, b| a.recorded.cmp(&b.recorded)) else { continue };
        match fault(verdict) {
            Some(reason) => {
                let claim = record.claim.id.to_string();
                feed.omitted.push(Omitted { claim, reason: reason.to_owned() });
            }
            None => feed.elements.push(Element {
                r#type: "DataFeedItem",
                item: vec![review(record, &held, verdict)],
            }),
        }
    }
    feed
}

/// Why a verdict cannot stand on a page.
fn fault(verdict: &Verdict) -> Option<&'static str> {
    if matches!(verdict.by.trim(), "" | "unknown") {
        Some("no person is named")
    } else if !verdict.url.starts_with("https://") && !verdict.url.starts_with("http://") {
        Some("no page shows the work")
    } else if verdict.rating.trim().is_empty() {
        Some("the rating says nothing")
    } else if verdict.scale.as_ref().is_some_and(|scale| !fits(scale)) {
        Some("the number lies outside its scale: worst from 1, best above it, the value between")
    } else {
        None
    }
}

/// Google's rules for a number: higher is truer, and the scale begins at 1 or above.
pub(super) fn fits(scale: &Scale) -> bool {
    scale.worst >= 1.0
        && scale.best > scale.worst
        && (scale.worst..=scale.best).contains(&scale.value)
}

fn review(record: &Record, held: &[&Stored], verdict: &Verdict) -> Review {
    let mut works: Vec<&Appearance> = held
        .iter()
        .filter_map(|stored| stored.entry.appearance())
        .filter(|appearance| appearance.stance == crate::claim::Stance::Asserts)
        .collect();
    works.sort_by(|a, b| day(a).cmp(day(b)));
    let statement = held.iter().rev().find_map(|stored| match &stored.entry {
        Entry::Amendment(amendment) => Some(&amendment.statement),
        _ => None,
    });
    let claimant = works.first().and_then(|first| first.attribution.last()?.source.as_ref());
    let author = claimant.map(|source| Agent {
        r#type: if source.class == SourceClass::Person { "Person" } else { "Organization" },
        name: source.text.clone(),
    });
    let mut seen = std::collections::BTreeSet::new();
    let mut works = works.into_iter().filter(|it| seen.insert(it.article.url.clone()));
    Review {
        r#type: "ClaimReview",
        id: format!("{}#{}", verdict.url.split('#').next().unwrap_or_default(), record.claim.id),
        url: verdict.url.clone(),
        date_published: verdict.recorded.to_string(),
        claim_reviewed: statement.unwrap_or(&record.claim.statement).clone(),
        author: Agent { r#type: "Person", name: verdict.by.clone() },
        item_reviewed: Claim {
            r#type: "Claim",
            identifier: record.claim.id.to_string(),
            author,
            date_published: held
                .iter()
                .filter_map(|stored| stored.entry.appearance())
                .map(|appearance| day(appearance).to_string())
                .min(),
            first_appearance: works.next().map(Work::of),
            appearance: works.map(Work::of).collect(),
        },
        review_rating: Rating {
            r#type: "Rating",
            alternate_name: verdict.rating.clone(),
            rating_value: verdict.scale.as_ref().map(|scale| scale.value),
            best_rating: verdict.scale.as_ref().map(|scale| scale.best),
            worst_rating: verdict.scale.as_ref().map(|scale| scale.worst),
            rating_explanation: verdict.note.clone(),
        },
    }
}

fn day(appearance: &Appearance) -> &crate::claim::When {
    appearance.said.as_ref().unwrap_or(&appearance.published)
}

#[derive(Clone, Debug, Serialize)]
struct Element {
    #[serde(rename = "@type")]
    r#type: &'static str,
    item: Vec<Review>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Review {
    #[serde(rename = "@type")]
    r#type: &'static str,
    #[serde(rename = "@id")]
    id: String,
    url: String,
    date_published: String,
    claim_reviewed: String,
    author: Agent,
    item_reviewed: Claim,
    review_rating: Rating,
}

#[derive(Clone, Debug, Serialize)]
struct Agent {
    #[serde(rename = "@type")]
    r#type: &'static str,
    name: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Claim {
    #[serde(rename = "@type")]
    r#type: &'static str,
    identifier: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Agent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_appearance: Option<Work>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    appearance: Vec<Work>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Work {
    #[serde(rename = "@type")]
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Agent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archived_at: Option<String>,
}

impl Work {
    fn of(appearance: &Appearance) -> Self {
        let article = &appearance.article;
        let publisher = article.outlet.clone();
        Self {
            r#type: "CreativeWork",
            url: article.url.clone(),
            headline: article.title.clone(),
            date_published: appearance.published.to_string(),
            publisher: publisher.map(|name| Agent { r#type: "Organization", name }),
            archived_at: article.archive_url.clone(),
        }
    }
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Rating {
    #[serde(rename = "@type")]
    r#type: &'static str,
    alternate_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    rating_value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    best_rating: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    worst_rating: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rating_explanation: Option<String>,
}
