use crate::article::Lines;
use crate::check::{Checked, Report};
use crate::report::layout::pad;
use crate::report::terminal::change::{COLUMN, look_at, places, reasons};
use crate::report::terminal::mention;
use crate::report::terminal::page::{Ink, Page, WIDTH};
use crate::report::{Desk, words};

/// Returns one suggestion of a report for a person to rule on: the words, the claim, why, and what it does.
pub fn suggestion(
    report: &Report,
    checked: &Checked,
    desk: &Desk<'_>,
    title: &str,
    color: bool,
) -> String {
    let mut page = Page::new(color);
    let lines = Lines::new(&report.article.text);
    let mention = &checked.mention;
    page.blank();
    let title = page.ink(Ink::Bold, &pad(title, WIDTH - 30));
    page.line(&format!("{title}{}, {}", mention.kind, words::stance(mention.stance)));
    places(&mut page, report, &lines, &[checked]);
    page.blank();
    page.entry("  who", COLUMN, &mention::who(mention));
    let statement = |id: &str| match desk.record(id) {
        Some(record) => desk.status(record).statement,
        None => checked.proposed.as_ref().map_or(String::new(), |new| new.statement.clone()),
    };
    if let Some(id) = checked.claim() {
        let label = if checked.matched.is_some() { "  claim" } else { "  new" };
        page.entry_in(Some(Ink::Bold), label, COLUMN, &statement(id));
        page.id(COLUMN, id);
    }
    let change = &checked.change;
    let by = change.by.as_deref().unwrap_or("no source named");
    let moved = match change.from {
        Some(from) if from == change.to => {
            format!("stays {}; {} by {by}", from.name(), change.r#type.name())
        }
        Some(from) => format!("{} -> {}, by {by}", from.name(), change.to.name()),
        None => format!("{}, by {by}", change.to.name()),
    };
    page.entry("  status", COLUMN, &moved);
    reasons(&mut page, report, &lines, checked);
    look_at(&mut page, &[checked]);
    let near = checked.candidates.iter();
    for (number, other) in near.enumerate() {
        if number == 0 {
            page.blank();
        }
        let label = if number == 0 { pad("  others", COLUMN) } else { " ".repeat(COLUMN) };
        let guard = other.kept_apart.as_ref().map_or(String::new(), |guard| format!(" ({guard})"));
        let text = format!("{:.2} {}{guard}", other.score, statement(&other.claim));
        page.entry(&format!("{label}{}. ", number + 1), COLUMN + 3, &text);
        page.id(COLUMN + 3, &other.claim);
    }
    page.finish()
}
