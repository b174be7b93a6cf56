use chrono::Datelike;

use crate::claim::{Entry, Record};
use crate::report::layout::{pad, wrap};
use crate::report::terminal::page::{Ink, Page, WIDTH};
use crate::report::terminal::{plot, timeline};
use crate::report::{Desk, date, open, visible, words};
use crate::status::{Phase, Point, Position, Series, State, Status};

/// Where the rows under the heading begin.
const COLUMN: usize = 12;

/// Returns all that is known of one claim: verdict, status, who stands where, figures, timeline, what is open.
pub fn show(desk: &Desk<'_>, record: &Record, color: bool) -> String {
    let mut page = Page::new(color);
    let status = desk.status(record);
    let claim = &record.claim;
    let statement = visible(&status.statement);
    let mut lines = wrap(&statement, WIDTH - claim.kind.name().len() - 3).into_iter();
    let first = page
        .ink(Ink::Bold, &pad(&lines.next().unwrap_or_default(), WIDTH - claim.kind.name().len()));
    page.blank();
    page.line(&format!("{first}{}", claim.kind));
    for line in lines {
        let line = page.ink(Ink::Bold, &line);
        page.line(&line);
    }
    page.id(0, claim.id.as_str());
    let ruled = verdict(&mut page, desk, record, &status);
    heading(&mut page, &status, ruled);
    phase(&mut page, desk, &status);
    latest(&mut page, desk, &status);
    side(&mut page, "for", &status, status.supporters());
    side(&mut page, "against", &status, status.deniers());
    let mut articles: Vec<_> =
        status.readings.iter().filter(|row| row.stands() && row.is_for()).collect();
    articles.sort_by(|a, b| a.article.cmp(&b.article));
    articles.dedup_by(|a, b| a.article == b.article);
    if status.sources.len() == 1 && articles.len() > 1 {
        let articles = words::count(articles.len(), "article");
        let text = format!("{articles}, 1 source: {}", words::names(&status.sources));
        page.entry("  rests on", COLUMN, &text);
    }
    plot::add(&mut page, &status);
    timeline::add(&mut page, desk, record, &status);
    remarks(&mut page, desk, record);
    let questions = open::questions(desk, record, &status);
    if !questions.is_empty() {
        page.blank();
        let title = page.ink(Ink::Bold, "OPEN");
        page.line(&title);
        for question in questions {
            page.entry("   ? ", 5, &question);
        }
    }
    page.finish()
}

/// Adds the verdict, which is printed first; tells whether there is one.
fn verdict(page: &mut Page, desk: &Desk<'_>, record: &Record, status: &Status) -> bool {
    let Some(ruling) = &status.verdict else { return false };
    let Some(Entry::Verdict(verdict)) = desk.entry(record.claim.id.as_str(), &ruling.entry) else {
        return false;
    };
    page.blank();
    let mut text = verdict.rating.clone();
    if let Some(scale) = &verdict.scale {
        let [value, best, worst] = [scale.value, scale.best, scale.worst].map(words::number);
        text.push_str(&format!(" ({value}; {best} is true, {worst} is false)"));
    }
    text.push_str(&format!(", {}, {}", verdict.by, date::long(verdict.recorded.date())));
    if ruling.outdated {
        let entries = if ruling.later == 1 { "entry" } else { "entries" };
        text.push_str(&format!("; predates {} {entries}", ruling.later));
    }
    page.entry_in(Some(Ink::Bold), "VERDICT", COLUMN, &text);
    if let Some(note) = &verdict.note {
        page.entry("", COLUMN, note);
    }
    page.id(COLUMN, &verdict.url);
    true
}

fn heading(page: &mut Page, status: &Status, ruled: bool) {
    page.blank();
    let (head, rest) = words::heading(status);
    let mut right = Vec::new();
    if status.at_odds {
        right.push("figures at odds");
    }
    if status.reversed {
        right.push("a voice reversed itself");
    }
    if !ruled {
        right.push("no verdict yet");
    }
    page.sides(&visible(&format!("{head}{rest}")), &right.join(", "));
}

fn phase(page: &mut Page, desk: &Desk<'_>, status: &Status) {
    let day = status.planned_for.map(|day| date::near(day, Some(desk.today.year())));
    let text = match (status.phase, day) {
        (Phase::None, _) => return,
        (phase, None) => words::phase(phase).to_owned(),
        (Phase::Planned, Some(_)) if status.planned_for == Some(desk.today) => {
            "planned for TODAY".to_owned()
        }
        (Phase::Planned | Phase::Rescheduled, Some(day)) if status.overdue(desk.today) => {
            format!("planned for {day}: OVERDUE")
        }
        (Phase::Planned, Some(day)) => format!("planned for {day}"),
        (Phase::Rescheduled, Some(day)) => format!("moved to {day}"),
        (phase, Some(day)) => format!("planned for {day}; {}", words::phase(phase)),
    };
    page.line(&text);
}

/// Adds the figure that was said last, with who said it.
fn latest(page: &mut Page, desk: &Desk<'_>, status: &Status) {
    let last =
        |series: &'_ Series| series.points.iter().max_by(|a, b| a.said.cmp(&b.said)).cloned();
    let points: Vec<(&Series, Point)> =
        status.series.iter().filter_map(|series| Some((series, last(series)?))).collect();
    let Some((series, point)) = points.iter().max_by(|(_, a), (_, b)| a.said.cmp(&b.said)) else {
        return;
    };
    let who = words::names(std::slice::from_ref(&series.voice));
    let day = date::near(point.said.date(), Some(desk.today.year()));
    let measure = series.measure.as_deref().map_or(String::new(), |measure| format!(" {measure}"));
    let articles = words::count(status.articles, "article");
    let text = format!("latest: {}{measure} ({who}, {day}); {articles}", point.figure.text);
    page.entry("", 0, &text);
}

/// Adds who stands on one side, each with its number of articles.
fn side<'a>(
    page: &mut Page,
    label: &str,
    status: &Status,
    positions: impl Iterator<Item = &'a Position>,
) {
    let mut voices: Vec<(&Position, Vec<&str>)> = Vec::new();
    for position in positions {
        let held = voices.iter().position(|(other, _)| other.voice == position.voice);
        let at = held.unwrap_or(voices.len());
        if held.is_none() {
            voices.push((position, Vec::new()));
        }
        for reading in status.readings.iter().filter(|reading| {
            reading.voice == position.voice
                && reading.stands()
                && reading.is_for() == position.is_for()
        }) {
            if !voices[at].1.contains(&reading.article.as_str()) {
                voices[at].1.push(&reading.article);
            }
        }
    }
    let parts: Vec<_> = voices
        .iter()
        .map(|(position, articles)| {
            let name = position.voice.name.as_deref().unwrap_or("no source named");
            let mut more = vec![words::count(articles.len(), "article")];
            if position.denies() && !position.is_against() {
                more.push("neither a party nor an authority".to_owned());
            }
            if position.reversed {
                more.push("reversed itself".to_owned());
            }
            format!("{name} ({})", more.join(", "))
        })
        .collect();
    if parts.is_empty() {
        return;
    }
    let ink =
        if status.state == State::Denied && label == "against" { Some(Ink::Red) } else { None };
    page.entry_in(ink, &format!("  {label}"), COLUMN, &parts.join("; "));
}

/// Adds what is on file beside the appearances: notes, amendments, kin, strikes.
fn remarks(page: &mut Page, desk: &Desk<'_>, record: &Record) {
    let mut rows: Vec<_> = desk
        .entries(record)
        .filter_map(|stored| {
            let entry = &stored.entry;
            let text = match entry {
                Entry::Appearance(_) | Entry::Accept(_) => return None,
                Entry::Verdict(verdict) => format!("verdict: {}", verdict.rating),
                Entry::Strike(strike) => format!("struck {}: {}", strike.entry, strike.why),
                Entry::SameAs(other) => format!("one with {}", other.other),
                Entry::Distinct(other) => format!("not to be confused with {}", other.other),
                Entry::Amendment(amendment) => {
                    let why =
                        amendment.why.as_deref().map_or(String::new(), |why| format!(" ({why})"));
                    format!("now put as \"{}\"{why}", amendment.statement)
                }
                Entry::Note(note) => note.text.clone(),
            };
            Some((entry.recorded(), entry.by(), text))
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    rows.sort();
    page.blank();
    let title = page.ink(Ink::Bold, "DESK");
    page.line(&title);
    let mut former = None;
    for (recorded, by, text) in rows {
        let day = pad(&date::row(recorded, former), 14);
        page.entry(&format!("  {day}{}: ", visible(by)), 16, &text);
        former = Some(recorded);
    }
}
