use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::check::{Checked, ClaimChange, Laid, Place};
use crate::claim::{Record, Stored};
use crate::status::{Change, ChangeType, FigureRelation, Status};

/// A claim before and after the article.
pub(crate) struct Side<'a> {
    /// The claim with what was on file before the article.
    pub(crate) base: Cow<'a, Record>,
    /// The fold of that; `None` for a claim that the article brings.
    pub(crate) before: Option<Status>,
    /// The fold with all of the article's mentions.
    pub(crate) after: Status,
}

/// Returns the record without what was recorded of this article before: the ledger as the article found it.
pub(crate) fn without<'a>(record: &'a Record, sha256: &str) -> Cow<'a, Record> {
    let mine = |entry: &Stored| {
        entry.entry.appearance().is_some_and(|e| e.article.sha256.as_deref() == Some(sha256))
    };
    if !record.entries.iter().any(mine) {
        return Cow::Borrowed(record);
    }
    let entries = record.entries.iter().filter(|stored| !mine(stored)).cloned().collect();
    Cow::Owned(Record { claim: record.claim.clone(), entries })
}

/// Returns a line for each claim of the ledger on which the article does more than repeat, in text order.
pub(crate) fn changes(
    laid: &Laid,
    sides: &BTreeMap<Place, Side<'_>>,
    checked: &[Checked],
) -> Vec<ClaimChange> {
    let mut out: Vec<ClaimChange> = Vec::new();
    for (placed, row) in laid.places.iter().zip(checked) {
        let Some(found) = &row.matched else { continue };
        if out.iter().any(|change| change.claim == found.claim) {
            continue;
        }
        let here = || {
            let rows = laid.places.iter().zip(checked);
            rows.filter(|(other, _)| other.claim == placed.claim).map(|(_, row)| row)
        };
        let Some(strongest) = here().map(|row| row.change.r#type).min() else { continue };
        if matches!(strongest, ChangeType::New | ChangeType::Repeated) {
            continue;
        }
        let does = |row: &&Checked| row.change.r#type == strongest || revises(&row.change);
        let Some(Side { before, after, .. }) = sides.get(&placed.claim) else { continue };
        let by = here()
            .filter(|row| row.change.r#type == strongest)
            .find_map(|row| row.change.by.clone());
        out.push(ClaimChange {
            claim: found.claim.clone(),
            statement: after.statement.clone(),
            r#type: strongest,
            from: before.as_ref().map(|before| before.state),
            to: after.state,
            by,
            mentions: here().filter(does).map(|row| row.mention.id.clone()).collect(),
            before: before.clone(),
            after: after.clone(),
        });
    }
    out
}

/// Tells whether a figure is revised, whatever else happens.
fn revises(change: &Change) -> bool {
    let relation = change.figure.as_ref().map(|figure| figure.relation);
    relation.is_some_and(FigureRelation::is_revision)
}
