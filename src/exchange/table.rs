use std::collections::BTreeSet;

use crate::claim::{
    Actors, Appearance, ArticleRef, CLAIM_COLUMNS, Claim, ClaimId, Cue, ENTRY_COLUMNS, Entry,
    FOREIGN_COLUMNS, Force, Kind, Link, Modality, Party, Quotation, Record, Scope, Source,
    SourceClass, Stance, VERDICT_COLUMNS, When, fold,
};
use crate::exchange::row::Row;
use crate::exchange::ruling::verdict;
use crate::exchange::{Import, Origin};
use crate::ledger::{canonical, parse_claim, parse_entry};

/// Reads a table of claims, entries or verdicts, told by its header: `statement`, `stance` or `rating`.
///
/// Columns may stand in any order. Those that a ledger works out itself are passed over; `skip` names
/// the words that ids leave out.
pub fn import_csv(
    text: &str,
    origin: &Origin,
    actors: &Actors,
    skip: &dyn Fn(&str) -> bool,
) -> Import {
    let mut import = Import::default();
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let columns: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(|name| name.trim().to_lowercase()).collect(),
        Err(error) => {
            import.refuse(0, 1, error.to_string());
            return import;
        }
    };
    let has = |name: &str| columns.iter().any(|column| column == name);
    let entries = has("stance") && has("claim_id");
    // A table of verdicts shows statements, too; that of claims has no rating.
    let verdicts = has("rating") && has("claim_id");
    if !entries && !verdicts && !has("statement") {
        import.refuse(
            0,
            1,
            "the header names neither `statement` nor `claim_id` and `stance` or `rating`",
        );
        return import;
    }
    if let Some(column) = columns.iter().find(|column| !is_known(column)) {
        import.refuse(0, 1, format!("there is no column `{}`", column.escape_debug()));
        return import;
    }
    let mut ids = BTreeSet::new();
    for record in reader.records() {
        import.read += 1;
        let number = import.read;
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, |at| at.line() as usize);
                import.refuse(number, line, error.to_string());
                continue;
            }
        };
        let line = line(text, record.position());
        if record.len() != columns.len() {
            let reason = format!("{} fields, and {} columns", record.len(), columns.len());
            import.refuse(number, line, reason);
            continue;
        }
        let row = Row::new(&columns, &record);
        if row.cell("struck") == "yes" {
            import.note(number, line, "a struck row is not read");
        } else if verdicts {
            match verdict(&row, origin) {
                Ok(entry) => import.entries.push(entry),
                Err(reason) => import.refuse(number, line, reason),
            }
        } else if entries {
            match entry(&row, origin, actors) {
                Ok(Some(entry)) => import.entries.push(entry),
                Ok(None) => {
                    let reason = format!("a row of type `{}` is not read", row.cell("type"));
                    import.note(number, line, reason);
                }
                Err(reason) => import.refuse(number, line, reason),
            }
        } else {
            match claim(&row, origin, actors, skip) {
                Ok(claim) if ids.insert(claim.id.clone()) => {
                    import.records.push(Record { claim, entries: Vec::new() });
                }
                Ok(claim) => import.refuse(number, line, format!("`{}` stands twice", claim.id)),
                Err(reason) => import.refuse(number, line, reason),
            }
        }
    }
    import
}

/// Tells whether a column is one of our own tables, or one that only others fill.
fn is_known(column: &str) -> bool {
    [CLAIM_COLUMNS, ENTRY_COLUMNS, VERDICT_COLUMNS, FOREIGN_COLUMNS]
        .iter()
        .any(|columns| columns.contains(&column))
}

fn claim(
    row: &Row<'_>,
    origin: &Origin,
    actors: &Actors,
    skip: &dyn Fn(&str) -> bool,
) -> Result<Claim, String> {
    let statement = row.text("statement").ok_or("statement: says nothing")?;
    let first: Option<When> = row.value("first_said")?;
    let created = row.value("created")?.or(first.map(|when| when.date())).unwrap_or(origin.today);
    let id = match row.value::<ClaimId>("claim_id")? {
        Some(id) => id,
        None => ClaimId::draft(&created.format("%Y-%m").to_string(), &statement, skip),
    };
    let parties = row.cell("parties").split([';', ',']).map(str::trim);
    let party = |name: &str| Party { actor: actor(name, actors), role: "party".to_owned() };
    let claim = Claim {
        schema: Claim::SCHEMA.to_owned(),
        id,
        statement,
        wordings: row.list("wordings"),
        kind: row.value("kind")?.unwrap_or(Kind::Other),
        parties: parties.filter(|name| !name.is_empty()).map(party).collect(),
        measure: row.text("measure").or_else(|| row.text("figure_measure")),
        planned_for: row.value("planned_for")?,
        tags: row.list("tags"),
        created,
    };
    parse_claim(&canonical(&claim)).map_err(|error| error.message)?;
    Ok(claim)
}

fn entry(
    row: &Row<'_>,
    origin: &Origin,
    actors: &Actors,
) -> Result<Option<(ClaimId, Entry)>, String> {
    if !matches!(row.cell("type"), "" | "appearance") {
        return Ok(None);
    }
    let id = row.value::<ClaimId>("claim_id")?.ok_or("claim_id: is empty")?;
    let said: Option<When> = row.value("said")?;
    let published = row.value("published")?.or_else(|| said.clone());
    let entry = Entry::Appearance(Box::new(Appearance {
        schema: Entry::SCHEMA.to_owned(),
        r#type: "appearance".to_owned(),
        said,
        published: published.ok_or("published: is empty")?,
        recorded: row.value("recorded")?.unwrap_or_else(|| origin.recorded.clone()),
        by: row.text("recorded_by").unwrap_or_else(|| origin.by.clone()),
        accepted_by: row.text("accepted_by"),
        article: ArticleRef {
            title: row.text("title"),
            outlet: row.text("outlet"),
            url: row.text("url"),
            archive_url: row.text("archive_url"),
            sha256: None,
        },
        span: None,
        quote: row.text("quote"),
        stance: row.value("stance")?.unwrap_or(Stance::Asserts),
        scope: row.value("scope")?.unwrap_or(Scope::Whole),
        modality: row.value("modality")?.unwrap_or(Modality::Possible),
        quotation: row.value("quotation")?.unwrap_or(Quotation::Indirect),
        confidence: 1.0,
        attribution: attribution(row, actors)?,
        figure: None,
        periods: Vec::new(),
    }));
    let entry = parse_entry(&canonical(&entry)).map_err(|error| error.message)?;
    Ok(Some((id, entry)))
}

/// The chain from the columns `via` (outermost first, `A > B`), `source` and `cue`.
fn attribution(row: &Row<'_>, actors: &Actors) -> Result<Vec<Link>, String> {
    let source = |text: &str, class| Source {
        text: text.to_owned(),
        span: None,
        actor: known(text, actors),
        class,
    };
    let mut chain: Vec<Link> = row
        .cell("via")
        .split('>')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| Link { source: Some(source(name, SourceClass::Outlet)), cue: None })
        .collect();
    let class = row.value("source_class")?.unwrap_or(SourceClass::Body);
    let claimant = row.text("source").map(|text| source(&text, class));
    let cue = row.text("cue").map(|text| Cue { text, span: None, force: Force::Neutral });
    if claimant.is_some() || cue.is_some() {
        chain.push(Link { source: claimant, cue });
    }
    Ok(chain)
}

/// Returns the id of an actor named in a cell, else the folded name.
fn actor(name: &str, actors: &Actors) -> String {
    known(name, actors).unwrap_or_else(|| fold(name))
}

fn known(name: &str, actors: &Actors) -> Option<String> {
    if actors.get(name).is_some() {
        return Some(name.to_owned());
    }
    let folded = fold(name);
    let found = actors.iter().find(|actor| fold(&actor.name) == folded);
    found.map(|actor| actor.id.clone())
}

/// Returns the line of a row; the reader's own position stands before the empty lines above it.
fn line(text: &str, position: Option<&csv::Position>) -> usize {
    let Some(at) = position else { return 0 };
    let rest = text.as_bytes().iter().skip(at.byte() as usize);
    let empty = rest.take_while(|b| matches!(b, b'\r' | b'\n')).filter(|b| **b == b'\n').count();
    at.line() as usize + empty
}
