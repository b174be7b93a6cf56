use chrono::{Days, NaiveDate};

use crate::check::Report;
use crate::claim::{Appearance, CHANGE_COLUMNS, Record, Role};
use crate::report::Desk;
use crate::report::table::{Cell, Table};
use crate::status::{ChangeType, FigureRelation, Step};

/// The days of recording that are asked for; open ends are allowed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Window {
    /// First day.
    pub since: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

impl Window {
    /// Tells whether a day lies in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Tells whether something came late: it was said before the window, or long before it was recorded.
    pub fn late(self, said: NaiveDate, recorded: NaiveDate) -> bool {
        match self.since {
            Some(since) => said < since,
            None => said.checked_add_days(Days::new(1)).is_some_and(|next| next < recorded),
        }
    }
}

/// One change with the entry that made it.
pub(crate) struct Row<'a> {
    pub(crate) record: &'a Record,
    pub(crate) said: &'a Appearance,
    pub(crate) step: Step,
    pub(crate) late: bool,
}

/// Returns what was recorded in a window and changed something, in the order of saying.
pub(crate) fn rows<'a>(desk: &Desk<'a>, records: &[&'a Record], window: Window) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for record in records {
        // A history costs a fold an entry: only where something was recorded in the window.
        let fresh = |said: &Appearance| window.holds(said.recorded.date());
        if !record.entries.iter().any(|stored| stored.entry.appearance().is_some_and(fresh)) {
            continue;
        }
        for step in desk.history(record) {
            if step.change.r#type == ChangeType::Repeated && step.change.figure.is_none() {
                continue;
            }
            // What a kin did stands in its own row.
            let own = record.entries.iter().find(|stored| stored.name == step.entry);
            let Some(said) = own.and_then(|stored| stored.entry.appearance()) else { continue };
            if fresh(said) {
                let day = said.said.as_ref().unwrap_or(&said.published).date();
                let late = window.late(day, said.recorded.date());
                rows.push(Row { record, said, step, late });
            }
        }
    }
    let when = |row: &Row<'_>| row.said.said.clone().unwrap_or_else(|| row.said.published.clone());
    rows.sort_by_key(when);
    rows
}

/// Returns one row a change.
pub fn changes<'a>(desk: &Desk<'a>, records: &[&'a Record], window: Window) -> Table {
    let rows = rows(desk, records, window).iter().map(|row| cells(desk, row)).collect();
    Table { columns: CHANGE_COLUMNS, rows }
}

fn cells(desk: &Desk<'_>, row: &Row<'_>) -> Vec<Cell> {
    let change = &row.step.change;
    let via: Vec<_> = row.said.attribution.iter().rev().skip(1).rev().collect();
    let via: Vec<_> =
        via.iter().filter_map(|link| Some(link.source.as_ref()?.text.as_str())).collect();
    vec![
        row.said.said.as_ref().unwrap_or(&row.said.published).into(),
        (&row.said.recorded).into(),
        row.late.into(),
        desk.status(row.record).statement.into(),
        change.r#type.name().into(),
        change.from.map(|state| state.name()).into(),
        change.to.name().into(),
        change.by.as_ref().into(),
        via.join(" > ").into(),
        row.said.article.outlet.as_ref().into(),
        change.figure.as_ref().map(|figure| figure.from).into(),
        change.figure.as_ref().map(|figure| figure.to).into(),
        change.figure.as_ref().map(|figure| reason(figure.relation)).into(),
        row.said.article.url.as_ref().into(),
        row.record.claim.id.as_str().into(),
        (&row.step.entry).into(),
    ]
}

/// Returns one row a mention of an article: what it does to which claim; nothing is recorded yet.
pub fn checked(report: &Report, desk: &Desk<'_>) -> Table {
    let rows = report.mentions.iter().map(|row| {
        let mention = &row.mention;
        let change = &row.change;
        let said = mention.periods.iter().find(|period| period.role == Role::Said);
        let said = said.and_then(|period| period.start).or(report.article.meta.date);
        let via: Vec<_> = mention.via().map(|source| source.text.as_str()).collect();
        let filed = row.matched.as_ref().and_then(|found| desk.record(&found.claim));
        let statement = match (filed, &row.proposed) {
            (Some(record), _) => desk.status(record).statement,
            (None, Some(proposal)) => proposal.statement.clone(),
            (None, None) => String::new(),
        };
        vec![
            said.into(),
            Cell::Empty,
            Cell::Empty,
            statement.into(),
            change.r#type.name().into(),
            change.from.map(|state| state.name()).into(),
            change.to.name().into(),
            change.by.as_ref().into(),
            via.join(" > ").into(),
            report.article.meta.outlet.as_ref().into(),
            change.figure.as_ref().map(|figure| figure.from).into(),
            change.figure.as_ref().map(|figure| figure.to).into(),
            change.figure.as_ref().map(|figure| reason(figure.relation)).into(),
            report.article.meta.url.as_ref().into(),
            row.claim().into(),
            Cell::Empty,
        ]
    });
    Table { columns: CHANGE_COLUMNS, rows: rows.collect() }
}

fn reason(relation: FigureRelation) -> &'static str {
    match relation {
        FigureRelation::Corrected => "correction",
        FigureRelation::AtOdds => "other source",
        _ => "update",
    }
}
