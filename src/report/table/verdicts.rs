use std::collections::BTreeSet;

use crate::claim::{Entry, Record, Stored, VERDICT_COLUMNS};
use crate::report::Desk;
use crate::report::table::{Cell, Table};
use crate::status::{Status, struck};

/// Returns one row a verdict, in the order of claims and file names, with what stands beside it.
pub fn verdicts(desk: &Desk<'_>, rows: &[(&Record, Status)]) -> Table {
    let mut out = Vec::new();
    for (record, status) in rows {
        let gone = struck(&desk.entries(record).collect::<Vec<_>>());
        let own = record.entries.iter().filter_map(|stored| row(record, status, &gone, stored));
        out.extend(own);
    }
    Table { columns: VERDICT_COLUMNS, rows: out }
}

fn row(
    record: &Record,
    status: &Status,
    gone: &BTreeSet<&str>,
    stored: &Stored,
) -> Option<Vec<Cell>> {
    let Entry::Verdict(verdict) = &stored.entry else { return None };
    let scale = verdict.scale.as_ref();
    // A verdict that a later one followed is as outdated as one that the facts overtook.
    let current = status.verdict.as_ref().filter(|ruling| ruling.entry == stored.name);
    Some(vec![
        (&verdict.recorded).into(),
        (&verdict.by).into(),
        record.claim.id.as_str().into(),
        (&status.statement).into(),
        status.state.name().into(),
        (&verdict.rating).into(),
        scale.map(|scale| scale.value).into(),
        scale.map(|scale| scale.best).into(),
        scale.map(|scale| scale.worst).into(),
        verdict.note.as_ref().into(),
        (&verdict.url).into(),
        current.is_none_or(|ruling| ruling.outdated).into(),
        gone.contains(stored.name.as_str()).into(),
        (&stored.name).into(),
    ])
}
