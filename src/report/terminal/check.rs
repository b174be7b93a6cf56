use crate::article::Lines;
use crate::check::{Checked, Report};
use crate::claim::Stance;
use crate::report::terminal::page::{Ink, Page, WIDTH};
use crate::report::terminal::{change, mention};
use crate::report::{Desk, Fate, date, layout, visible, words};
use crate::status::{ChangeType, Phase};

/// Returns what one article does to a ledger: status changes first, then figures, repeats, new claims.
pub fn check(report: &Report, desk: &Desk<'_>, color: bool) -> String {
    let mut page = Page::new(color);
    let lines = Lines::new(&report.article.text);
    let sorted = Sorted::new(report);
    header(&mut page, report, &sorted);
    if report.mentions.is_empty() {
        return page.finish();
    }
    page.heading("STATUS CHANGES", sorted.status.len());
    for (number, index) in sorted.status.iter().enumerate() {
        if number > 0 {
            page.blank();
            page.blank();
        }
        change::status(&mut page, report, &lines, &report.changes[*index], desk);
    }
    page.heading("FIGURES REVISED", sorted.figures.len());
    for (number, index) in sorted.figures.iter().enumerate() {
        if number > 0 {
            page.blank();
        }
        change::figure(&mut page, report, &lines, &report.changes[*index]);
    }
    for checked in &report.mentions {
        mention::kept_apart(&mut page, report, &lines, checked);
    }
    if !sorted.repeats.is_empty() {
        page.heading("REPEATS", sorted.repeats.len());
        for checked in &sorted.repeats {
            repeat(&mut page, &lines, checked, desk);
        }
    }
    new(&mut page, report, &lines, &sorted);
    page.finish()
}

/// Returns the last lines under a page: what became of the suggestions, and what to do next.
pub fn fate(report: &Report, fate: Fate) -> String {
    let mut page = Page::new(false);
    page.blank();
    page.line(&fate.words());
    let meta = &report.article.meta;
    let path = meta.path.as_deref().unwrap_or("-");
    if fate == Fate::Proposed && path != "-" && !report.mentions.is_empty() {
        let mut next = format!("next: claims review {}", visible(path));
        for (missing, option) in [
            (meta.date.is_none(), " --date DATE"),
            (meta.outlet.is_none(), " --outlet NAME"),
            (meta.url.is_none(), " --url URL"),
        ] {
            if missing {
                next.push_str(option);
            }
        }
        page.line(&next);
    }
    page.finish()
}

/// The mentions and changes of a report by what they do.
struct Sorted<'a> {
    /// Indexes of changes of a status.
    status: Vec<usize>,
    /// Indexes of changes that are only revisions of a figure.
    figures: Vec<usize>,
    repeats: Vec<&'a Checked>,
    /// New claims with a figure or a date, those without a source first.
    dated: Vec<&'a Checked>,
    /// The other new claims.
    other: Vec<&'a Checked>,
}

impl<'a> Sorted<'a> {
    fn new(report: &'a Report) -> Self {
        let is_figure = |index: &usize| {
            let change = &report.changes[*index];
            let phase = report.mentions.iter().any(|row| {
                change.mentions.contains(&row.mention.id)
                    && row.change.phase.is_some_and(|phase| phase != Phase::None)
            });
            change.r#type == ChangeType::Revised && !phase
        };
        let (figures, status) = (0..report.changes.len()).partition(is_figure);
        let of = |wanted: ChangeType| {
            report.mentions.iter().filter(move |row| row.change.r#type == wanted)
        };
        let (mut dated, other): (Vec<_>, Vec<_>) = of(ChangeType::New)
            .partition(|row| !row.mention.figures.is_empty() || !row.mention.periods.is_empty());
        dated.sort_by_key(|row| !row.mention.attribution.is_empty());
        Self { status, figures, repeats: of(ChangeType::Repeated).collect(), dated, other }
    }
}

fn header(page: &mut Page, report: &Report, sorted: &Sorted<'_>) {
    let meta = &report.article.meta;
    let path = meta.path.as_deref().unwrap_or("-");
    let date = meta.date.map_or("date not stated".to_owned(), date::long);
    let outlet = meta.outlet.as_deref().unwrap_or("outlet not stated");
    page.blank();
    let path = visible(path);
    let rest = format!("{date}    {}", visible(outlet));
    if layout::width(&path) + 4 + layout::width(&rest) <= WIDTH {
        let path = page.ink(Ink::Bold, &path);
        page.line(&format!("{path}    {rest}"));
    } else {
        let path = page.ink(Ink::Bold, &path);
        page.line(&path);
        page.line(&rest);
    }
    if let Some(title) = &meta.title {
        page.entry("", 0, title);
    }
    if report.mentions.is_empty() {
        page.line("no claim found");
        return;
    }
    let moving = report.changes.iter().filter(|row| row.from != Some(row.to)).count();
    let moving = sorted.status.len().min(moving);
    let verb = |number: usize, one: &str, more: &str| {
        format!("{number} {}", if number == 1 { one } else { more })
    };
    let mut parts = vec![verb(moving, "changes a status", "change a status")];
    if sorted.status.len() > moving {
        parts.push(verb(sorted.status.len() - moving, "bears on one", "bear on one"));
    }
    parts.push(verb(sorted.figures.len(), "figure revised", "figures revised"));
    parts.push(verb(sorted.repeats.len(), "repeat", "repeats"));
    parts.push(format!("{} new", sorted.dated.len() + sorted.other.len()));
    page.line(&format!("{}: {}", words::count(report.mentions.len(), "claim"), parts.join(", ")));
}

fn repeat(page: &mut Page, lines: &Lines<'_>, checked: &Checked, desk: &Desk<'_>) {
    let Some(found) = &checked.matched else { return };
    let place = mention::place(lines, &checked.mention);
    let mut note = Vec::new();
    if checked.on_file {
        note.push("on file already".to_owned());
    }
    if let Some(record) = desk.record(&found.claim) {
        let status = desk.status(record);
        if status.phase == Phase::Planned && status.planned_for == Some(desk.today) {
            note.push("planned for TODAY".to_owned());
        }
        note.push(match (checked.mention.stance, status.sources.len()) {
            (Stance::NoComment, _) => "no comment".to_owned(),
            (Stance::Denies, _) => words::status(&status),
            (_, 0) => "still no source named".to_owned(),
            (_, number) => format!(
                "still {}: {}",
                words::count(number, "source"),
                words::names(&status.sources)
            ),
        });
    }
    let note = note.join("; ");
    let start = format!("=  {place:<8}{}", found.claim);
    if layout::width(&start) + 2 + layout::width(&note) <= WIDTH {
        page.line(&format!("{start}  {note}"));
    } else {
        page.line(&start);
        page.entry("", 11, &note);
    }
}

fn new(page: &mut Page, report: &Report, lines: &Lines<'_>, sorted: &Sorted<'_>) {
    let groups = [("NEW, WITH A FIGURE OR A DATE", &sorted.dated), ("NEW, OTHER", &sorted.other)];
    for (number, (title, rows)) in
        groups.into_iter().filter(|(_, rows)| !rows.is_empty()).enumerate()
    {
        let title = format!("{title} ({})", rows.len());
        let legend = if number == 0 { "kind, who says so, the words" } else { "" };
        if number == 0 {
            page.blank();
        }
        page.blank();
        let title = page.ink(Ink::Bold, &layout::pad(&title, 48));
        page.line(&format!("{title}{legend}"));
        page.blank();
        for row in rows {
            mention::row(page, &report.article, lines, row);
        }
    }
}
