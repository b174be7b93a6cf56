use crate::claim::{ClaimId, Entry, Scale, Verdict};
use crate::exchange::Origin;
use crate::exchange::row::Row;
use crate::ledger::{canonical, parse_entry};

/// Reads a verdict from a row; nobody but a person rules, so a row without a name is refused.
pub(super) fn verdict(row: &Row<'_>, origin: &Origin) -> Result<(ClaimId, Entry), String> {
    let id = row.value::<ClaimId>("claim_id")?.ok_or("claim_id: is empty")?;
    let ends =
        [row.value::<f64>("rating_value")?, row.value("rating_best")?, row.value("rating_worst")?];
    let scale = match ends {
        [Some(value), Some(best), Some(worst)] => {
            if !(best.min(worst)..=best.max(worst)).contains(&value) {
                return Err(format!("rating_value: {value} lies outside {worst} to {best}"));
            }
            Some(Scale { value, best, worst })
        }
        [None, None, None] => None,
        _ => return Err("rating_value, rating_best, rating_worst: all three or none".to_owned()),
    };
    let entry = Entry::Verdict(Verdict {
        schema: Entry::SCHEMA.to_owned(),
        r#type: "verdict".to_owned(),
        recorded: row.value("recorded")?.unwrap_or_else(|| origin.recorded.clone()),
        by: row.text("recorded_by").ok_or("recorded_by: who ruled?")?,
        rating: row.text("rating").ok_or("rating: is empty")?,
        scale,
        note: row.text("note"),
        url: row.text("url").ok_or("url: where is the work shown?")?,
    });
    let entry = parse_entry(&canonical(&entry)).map_err(|error| error.message)?;
    Ok((id, entry))
}
