use crate::claim::Record;
use crate::report::layout::cut;
use crate::report::terminal::page::{Ink, Page, WIDTH};
use crate::report::{Desk, date, visible, words};
use crate::status::{State, Status};

/// Returns claims, two lines each: the statement, then id and status.
pub fn list(desk: &Desk<'_>, rows: &[(&Record, Status)], color: bool) -> String {
    let mut page = Page::new(color);
    for (record, status) in rows {
        let mut right = visible(&words::status(status)).into_owned();
        if status.overdue(desk.today) {
            right.push_str(", OVERDUE");
        }
        if let Some(since) = &status.since {
            right.push_str(&format!(", {}", date::row(since, None).trim()));
        }
        let statement = cut(&visible(&status.statement), WIDTH);
        let statement = page.ink(ink(status.state), &statement);
        page.line(&statement);
        page.sides(&format!("  {}", record.claim.id), &cut(&right, WIDTH));
    }
    if !rows.is_empty() {
        page.blank();
    }
    let mut counts = Vec::new();
    for state in [
        State::Denied,
        State::Retracted,
        State::Disputed,
        State::Confirmed,
        State::Corroborated,
        State::Reported,
        State::Open,
    ] {
        let number = rows.iter().filter(|(_, status)| status.state == state).count();
        if number > 0 {
            counts.push(format!("{number} {}", state.name()));
        }
    }
    let total = words::count(rows.len(), "claim");
    let counts = if counts.is_empty() { total } else { format!("{total}: {}", counts.join(", ")) };
    page.line(&counts);
    page.finish()
}

fn ink(state: State) -> Ink {
    match state {
        State::Denied | State::Retracted => Ink::Red,
        State::Disputed => Ink::Yellow,
        State::Confirmed => Ink::Green,
        State::Corroborated => Ink::Bold,
        State::Reported | State::Open => Ink::Dim,
    }
}
