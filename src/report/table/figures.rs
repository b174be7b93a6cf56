use crate::claim::{FIGURE_COLUMNS, Record};
use crate::report::table::{Cell, Table};
use crate::report::{Desk, words};
use crate::status::Status;

/// Returns one row a figure: its committed bounds, who says it, and what it is to the one before.
pub fn figures(desk: &Desk<'_>, rows: &[(&Record, Status)]) -> Table {
    let mut out: Vec<Vec<Cell>> = Vec::new();
    for (record, status) in rows {
        for series in &status.series {
            for point in &series.points {
                let said = desk.appearance(record.claim.id.as_str(), &point.entry);
                out.push(vec![
                    record.claim.id.as_str().into(),
                    series.measure.as_ref().into(),
                    series.basis.name().into(),
                    (&point.said).into(),
                    point.figure.low.into(),
                    point.figure.high.into(),
                    point.figure.soft.into(),
                    (&point.figure.text).into(),
                    words::names(std::slice::from_ref(&series.voice)).into(),
                    said.and_then(|said| said.article.outlet.as_ref()).into(),
                    point.relation.name().into(),
                    point.against.as_ref().into(),
                    (&point.entry).into(),
                ]);
            }
        }
    }
    Table { columns: FIGURE_COLUMNS, rows: out }
}
