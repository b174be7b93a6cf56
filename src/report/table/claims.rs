use crate::claim::{CLAIM_COLUMNS, Entry, Record, Stance};
use crate::report::table::{Cell, Table};
use crate::report::{Desk, open, words};
use crate::status::{Point, Position, Reading, Series, State, Status};

/// Returns one row a claim: what stands, by whom, since when, and what is still to ask.
pub fn claims(desk: &Desk<'_>, rows: &[(&Record, Status)]) -> Table {
    Table {
        columns: CLAIM_COLUMNS,
        rows: rows.iter().map(|(record, status)| row(desk, record, status)).collect(),
    }
}

fn row(desk: &Desk<'_>, record: &Record, status: &Status) -> Vec<Cell> {
    let claim = &record.claim;
    let verdict = status.verdict.as_ref().and_then(|ruling| {
        match desk.entry(claim.id.as_str(), &ruling.entry)? {
            Entry::Verdict(verdict) => Some((verdict, ruling.outdated)),
            _ => None,
        }
    });
    let figure = latest(status);
    let voices = |positions: &mut dyn Iterator<Item = &Position>| {
        let voices: Vec<_> = positions.map(|position| position.voice.clone()).collect();
        words::names(&voices)
    };
    let parties: Vec<_> =
        claim.parties.iter().map(|party| desk.actors.name(&party.actor)).collect();
    vec![
        (&status.statement).into(),
        status.state.name().into(),
        words::names(&status.by).into(),
        basis(status).into(),
        status.since.as_ref().into(),
        status.phase.name().into(),
        verdict.map(|(verdict, _)| &verdict.rating).into(),
        verdict.map(|(verdict, _)| &verdict.by).into(),
        verdict.map(|(verdict, _)| verdict.recorded.date()).into(),
        verdict.map(|(_, outdated)| outdated).into(),
        voices(&mut status.supporters()).into(),
        voices(&mut status.deniers()).into(),
        status.sources.len().into(),
        status.unnamed.into(),
        status.articles.into(),
        status.first_said.as_ref().into(),
        status.last_said.as_ref().into(),
        status.planned_for.into(),
        status.overdue(desk.today).into(),
        figure.map(|(_, point)| &point.figure.text).into(),
        figure.and_then(|(series, _)| series.measure.as_ref()).into(),
        figure.map(|(series, _)| words::names(std::slice::from_ref(&series.voice))).into(),
        open::questions(desk, record, status).join("; ").into(),
        claim.kind.name().into(),
        parties.join(", ").into(),
        claim.id.as_str().into(),
    ]
}

/// Returns what the status rests on: `1 article, indirect`.
fn basis(status: &Status) -> String {
    let against = matches!(status.state, State::Denied | State::Disputed);
    let gives = |row: &&Reading| {
        row.stands()
            && status.by.contains(&row.voice)
            && if against { row.stance == Stance::Denies } else { row.is_for() }
    };
    let rows: Vec<_> = status.readings.iter().filter(gives).collect();
    let mut articles: Vec<_> = rows.iter().map(|row| &row.article).collect();
    articles.sort();
    articles.dedup();
    let Some(best) = rows.iter().map(|row| row.quotation).min() else { return String::new() };
    let quoted = words::quoted(best);
    let articles = words::count(articles.len(), "article");
    if quoted.is_empty() { articles } else { format!("{articles}, {quoted}") }
}

fn latest(status: &Status) -> Option<(&Series, &Point)> {
    let points = status.series.iter().flat_map(|row| row.points.iter().map(move |at| (row, at)));
    points.max_by(|(_, a), (_, b)| a.said.cmp(&b.said))
}
