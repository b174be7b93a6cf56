use chrono::{Datelike, NaiveDate};

use crate::claim::Record;
use crate::report::layout::pad;
use crate::report::table::{Window, change_rows};
use crate::report::terminal::change::{COLUMN, look};
use crate::report::terminal::page::{Ink, Page};
use crate::report::{Desk, date, words};
use crate::status::Status;

/// Returns what was recorded in a window and changed something, day by day.
pub fn changes<'a>(desk: &Desk<'a>, records: &[&'a Record], window: Window, color: bool) -> String {
    let mut page = Page::new(color);
    let rows = change_rows(desk, records, window);
    let mut day: Option<NaiveDate> = None;
    for row in &rows {
        let change = &row.step.change;
        let said = row.said.said.as_ref().unwrap_or(&row.said.published).date();
        if day != Some(said) {
            if day.is_some() {
                page.blank();
            }
            let title = page.ink(Ink::Bold, &date::long(said));
            page.line(&title);
            day = Some(said);
        }
        let (sign, ink) = look(change.r#type);
        let label = format!("{sign} {}  ", words::change(change.r#type));
        let column = COLUMN.max(label.len());
        page.entry_in(Some(ink), &label, column, &desk.status(row.record).statement);
        page.id(COLUMN, row.record.claim.id.as_str());
        page.entry("", COLUMN, &words::moved(change, row.said));
        if row.late {
            let recorded = date::long(row.said.recorded.date());
            page.entry("", COLUMN, &format!("late: recorded on {recorded}"));
        }
    }
    if !rows.is_empty() {
        page.blank();
    }
    let late = rows.iter().filter(|row| row.late).count();
    let late = if late == 0 { String::new() } else { format!(", {late} late") };
    page.line(&format!("{}{late}", words::count(rows.len(), "change")));
    page.finish()
}

/// Returns the announced events, the overdue ones first.
pub fn due(desk: &Desk<'_>, rows: &[(&Record, Status)], color: bool) -> String {
    let mut page = Page::new(color);
    let year = Some(desk.today.year());
    for (record, status) in rows {
        let Some(day) = status.planned_for else { continue };
        let (label, ink) = match (day - desk.today).num_days() {
            0 => ("TODAY".to_owned(), Ink::Bold),
            days if days < 0 => ("OVERDUE".to_owned(), Ink::Red),
            _ => (date::near(day, year), Ink::Dim),
        };
        page.entry_in(Some(ink), &pad(&label, 14), 14, &status.statement);
        page.id(14, record.claim.id.as_str());
        let since = if day < desk.today {
            format!("planned for {}; ", date::near(day, year))
        } else {
            String::new()
        };
        page.entry("", 14, &format!("{since}{}", words::status(status)));
    }
    if rows.is_empty() {
        page.line("nothing is due");
    }
    page.finish()
}
