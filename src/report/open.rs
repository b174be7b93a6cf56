//! What is still to ask about a claim.

use chrono::Datelike;

use crate::claim::{Record, fold};
use crate::report::{Desk, date, words};
use crate::status::{Phase, Point, Series, State, Status};

/// Returns what is still to ask about a claim, each a line.
pub(super) fn questions(desk: &Desk<'_>, record: &Record, status: &Status) -> Vec<String> {
    let mut out = Vec::new();
    let year = Some(desk.today.year());
    if let Some(day) = status.planned_for.filter(|_| status.overdue(desk.today)) {
        let day = date::near(day, year);
        out.push(format!("planned for {day}; nobody has said that it took place"));
    }
    if status.at_odds {
        out.extend(at_odds(status, year));
    }
    if matches!(status.state, State::Denied | State::Disputed | State::Reported) {
        let silent: Vec<_> = silent(desk, record, status).collect();
        if !silent.is_empty() && status.phase != Phase::TookPlace {
            out.push(format!("nothing on file of {}", silent.join(", ")));
        }
    }
    if status.sources.is_empty() && status.articles > 0 && status.state == State::Reported {
        let articles = words::count(status.articles, "article");
        out.push(format!("{articles}, no source named: who says so?"));
    }
    let unreviewed = status.readings.iter().filter(|row| row.stands() && !row.accepted).count();
    if unreviewed > 0 {
        let verb = if unreviewed == 1 { "was" } else { "were" };
        let entries = if unreviewed == 1 { "entry" } else { "entries" };
        out.push(format!("{unreviewed} {entries} {verb} not reviewed by a person"));
    }
    out
}

/// Returns the parties of whom nothing is on file, by their names.
pub(super) fn silent<'a>(
    desk: &'a Desk<'_>,
    record: &'a Record,
    status: &'a Status,
) -> impl Iterator<Item = &'a str> {
    record.claim.parties.iter().filter_map(move |party| {
        let top = desk.actors.roll_up(&party.actor);
        let name = desk.actors.name(top);
        let same = |key: &str, shown: Option<&str>| {
            key == top || shown.is_some_and(|shown| fold(shown) == fold(name))
        };
        let spoke = status.readings.iter().any(|reading| {
            reading.stands() && same(&reading.voice.key, reading.voice.name.as_deref())
        });
        (!spoke).then_some(name)
    })
}

/// Asks every voice whose latest figure another contradicts.
fn at_odds(status: &Status, year: Option<i32>) -> Vec<String> {
    let latest: Vec<(&Series, &Point)> =
        status.series.iter().filter_map(|row| Some((row, row.points.last()?))).collect();
    let mut out = Vec::new();
    for (number, (series, point)) in latest.iter().enumerate() {
        let against = latest.iter().enumerate().any(|(other, (rival, last))| {
            other != number
                && (&rival.measure, rival.basis) == (&series.measure, series.basis)
                && rival.voice != series.voice
                && last.said > point.said
                && last.figure.disjoint(&point.figure)
        });
        if against {
            let day = date::near(point.said.date(), year);
            let words = &point.figure.text;
            out.push(match &series.voice.name {
                Some(who) => format!("{who} has not withdrawn \"{words}\" ({day}): ask"),
                None => format!("\"{words}\" ({day}, no source named) still stands: who said so?"),
            });
        }
    }
    out
}
