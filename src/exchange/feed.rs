use std::collections::BTreeSet;

use serde_json::Value;

use crate::claim::{
    Appearance, ArticleRef, Claim, ClaimId, Entry, Kind, Link, Modality, Quotation, Record, Scale,
    Scope, Source, SourceClass, Stance, Stored, Verdict, When,
};
use crate::exchange::claimreview::fits;
use crate::exchange::loose::{
    field, host, number_of, several, text, text_of, url, url_of, when_of,
};
use crate::exchange::{Import, Origin, lenient};
use crate::ledger::{canonical, entry_name, parse_claim, parse_entry};

/// Reads ClaimReviews: one, a list, a `@graph`, a DataFeed, or one a line.
///
/// `skip` names the words that ids leave out.
pub fn import_claimreview(document: &str, origin: &Origin, skip: &dyn Fn(&str) -> bool) -> Import {
    let mut import = Import::default();
    let mut ids = BTreeSet::new();
    for (line, part) in parts(document) {
        match serde_json::from_str::<Value>(&lenient(part)) {
            Ok(value) => {
                for item in reviews(&value) {
                    import.read += 1;
                    let number = import.read;
                    take(&mut import, number, line, item, origin, skip, &mut ids);
                }
            }
            Err(error) => {
                import.read += 1;
                let number = import.read;
                let line = if line == 0 { error.line() } else { line };
                import.refuse(number, line, format!("no JSON: {error}"));
            }
        }
    }
    import
}

/// A document is one value; where it is not, each of its lines is one.
fn parts(document: &str) -> Vec<(usize, &str)> {
    let whole = serde_json::from_str::<serde::de::IgnoredAny>(&lenient(document)).is_ok();
    let lines: Vec<(usize, &str)> = document
        .lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line))
        .filter(|(_, line)| !line.trim().is_empty())
        .collect();
    let per_line = lines.len() > 1
        && lines
            .iter()
            .any(|(_, line)| line.trim_start().starts_with('{') && line.trim_end().ends_with('}'));
    if whole || !per_line { vec![(0, document)] } else { lines }
}

/// Finds the reviews in whatever wraps them; what is no review is returned, too, to be refused.
fn reviews(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().flat_map(reviews).collect(),
        Value::Null => Vec::new(),
        _ => {
            for wrap in ["dataFeedElement", "item", "@graph", "claimReview"] {
                // `item` may be null, which is an element without a review.
                if let Some(inner) = value.get(wrap) {
                    return reviews(inner);
                }
            }
            vec![value]
        }
    }
}

fn take(
    import: &mut Import,
    number: usize,
    line: usize,
    item: &Value,
    origin: &Origin,
    skip: &dyn Fn(&str) -> bool,
    ids: &mut BTreeSet<ClaimId>,
) {
    let mut notes = Vec::new();
    match read(item, origin, skip, &mut notes) {
        Ok(record) if ids.contains(&record.claim.id) => {
            let known = import.records.iter_mut().find(|old| old.claim.id == record.claim.id);
            if let Some(old) = known {
                // Two desks reviewed one claim: both verdicts belong to it.
                old.entries.extend(record.entries);
                old.entries.sort_by(|a, b| a.name.cmp(&b.name));
                old.entries.dedup_by(|a, b| a.name == b.name);
            }
        }
        Ok(record) => {
            ids.insert(record.claim.id.clone());
            import.records.push(record);
        }
        Err(reason) => import.refuse(number, line, reason),
    }
    for note in notes {
        import.note(number, line, note);
    }
}

fn read(
    item: &Value,
    origin: &Origin,
    skip: &dyn Fn(&str) -> bool,
    notes: &mut Vec<String>,
) -> Result<Record, String> {
    if !item.is_object() {
        return Err("no object".to_owned());
    }
    let kinds = several(item, "@type").into_iter().filter_map(text);
    let kinds: Vec<String> = kinds.collect();
    if !kinds.is_empty() && !kinds.iter().any(|kind| kind == "ClaimReview") {
        return Err(format!("a {}, not a ClaimReview", kinds.join(", ")));
    }
    let statement = text_of(item, "claimReviewed").ok_or("claimReviewed is empty")?;
    let nothing = Value::Null;
    let claim = field(item, "itemReviewed").unwrap_or(&nothing);
    let reviewed = when_of(item, "datePublished");
    let said = when_of(claim, "datePublished");
    let mut entries = Vec::new();
    let created = said.as_ref().or(reviewed.as_ref()).map_or(origin.today, When::date);
    match verdict(item, origin, reviewed.as_ref(), notes) {
        Ok(verdict) => entries.push(Entry::Verdict(verdict)),
        Err(reason) => return Err(reason),
    }
    for appearance in appearances(claim, said.as_ref(), reviewed.as_ref(), origin) {
        entries.push(Entry::Appearance(Box::new(appearance)));
    }
    let own = text_of(claim, "identifier").and_then(|id| id.parse().ok());
    let id = own
        .unwrap_or_else(|| ClaimId::draft(&created.format("%Y-%m").to_string(), &statement, skip));
    let claim = Claim {
        schema: Claim::SCHEMA.to_owned(),
        id,
        statement,
        wordings: Vec::new(),
        kind: Kind::Other,
        parties: Vec::new(),
        measure: None,
        planned_for: None,
        tags: Vec::new(),
        created,
    };
    parse_claim(&canonical(&claim)).map_err(|error| error.message)?;
    let mut stored = Vec::new();
    for entry in entries {
        let entry = parse_entry(&canonical(&entry)).map_err(|error| error.message)?;
        stored.push(Stored { name: entry_name(&entry), entry });
    }
    stored.sort_by(|a, b| a.name.cmp(&b.name));
    stored.dedup_by(|a, b| a.name == b.name);
    Ok(Record { claim, entries: stored })
}

fn verdict(
    item: &Value,
    origin: &Origin,
    reviewed: Option<&When>,
    notes: &mut Vec<String>,
) -> Result<Verdict, String> {
    let rating = field(item, "reviewRating").ok_or("it has no reviewRating")?;
    let rating = match rating {
        Value::Array(items) => items.first().ok_or("its reviewRating is an empty list")?,
        one => one,
    };
    let words = match rating {
        Value::Object(_) => text_of(rating, "alternateName").or_else(|| text_of(rating, "name")),
        other => text(other),
    };
    let scale = scale(rating, notes);
    let words = words.or_else(|| {
        let scale = scale.as_ref()?;
        Some(format!("{} of {}", scale.value, scale.best))
    });
    Ok(Verdict {
        schema: Entry::SCHEMA.to_owned(),
        r#type: "verdict".to_owned(),
        recorded: reviewed.unwrap_or(&origin.recorded).clone(),
        by: text_of(item, "author")
            .ok_or("it has no author: a verdict is a person's or a desk's")?,
        rating: words.ok_or("its rating has no words")?,
        scale,
        note: text_of(rating, "ratingExplanation"),
        url: url_of(item, "url").ok_or("it has no url")?,
    })
}

/// Returns the number with its ends; one that breaks the rules is left out, and that is said.
fn scale(rating: &Value, notes: &mut Vec<String>) -> Option<Scale> {
    let value = number_of(rating, "ratingValue")?;
    let best = number_of(rating, "bestRating").unwrap_or(5.0);
    let worst = number_of(rating, "worstRating").unwrap_or(1.0);
    let scale = Scale { value, best, worst };
    if fits(&scale) {
        return Some(scale);
    }
    // -1 everywhere is how some tools say that there is no number.
    if !(value == -1.0 && best == -1.0 && worst == -1.0) {
        notes.push(format!("the rating {value} is left out: not within {worst} to {best}"));
    }
    None
}

fn appearances(
    claim: &Value,
    said: Option<&When>,
    reviewed: Option<&When>,
    origin: &Origin,
) -> Vec<Appearance> {
    let mut out: Vec<Appearance> = Vec::new();
    let works = several(claim, "firstAppearance").into_iter().chain(several(claim, "appearance"));
    for work in works {
        let address = url(work);
        let title = work
            .is_object()
            .then(|| text_of(work, "headline").or_else(|| text_of(work, "name")))
            .flatten();
        let outlet = field(work, "publisher").and_then(text).or_else(|| host(address.as_deref()?));
        if address.is_none() && title.is_none() && outlet.is_none() {
            continue;
        }
        let Some(published) = when_of(work, "datePublished").or_else(|| said.or(reviewed).cloned())
        else {
            continue;
        };
        let article = ArticleRef {
            title,
            outlet,
            url: address,
            archive_url: url_of(work, "archivedAt"),
            sha256: None,
        };
        let appearance = Appearance {
            schema: Entry::SCHEMA.to_owned(),
            r#type: "appearance".to_owned(),
            said: said.cloned(),
            published,
            recorded: origin.recorded.clone(),
            by: origin.by.clone(),
            accepted_by: None,
            article,
            span: None,
            quote: None,
            stance: Stance::Asserts,
            scope: Scope::Whole,
            modality: Modality::Possible,
            quotation: Quotation::Indirect,
            confidence: 1.0,
            attribution: claimants(claim),
            figure: None,
            periods: Vec::new(),
        };
        if !out.iter().any(|old| old.same_as(&appearance)) {
            out.push(appearance);
        }
    }
    out
}

/// A claim may have several authors, and then any of them made it; the ledger keeps the first.
fn claimants(claim: &Value) -> Vec<Link> {
    let source = several(claim, "author").into_iter().find_map(|author| {
        let class = match text_of(author, "@type").as_deref() {
            Some("Person") => SourceClass::Person,
            _ => SourceClass::Body,
        };
        Some(Source { text: text(author)?, span: None, actor: None, class })
    });
    source.map(|source| vec![Link { source: Some(source), cue: None }]).unwrap_or_default()
}
