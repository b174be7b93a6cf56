use crate::claim::{Quotation, Record, Scope, SourceClass};
use crate::report::layout::{cut, pad, width};
use crate::report::terminal::page::{Ink, Page};
use crate::report::{Desk, date, visible, words};
use crate::status::{FigureRelation, Phase, Point, Reading, Status, WhyNot};

/// The widest name that keeps its column.
const NAME: usize = 18;

/// Adds the appearances in their order; those of one voice that add nothing are one row.
pub(super) fn add(page: &mut Page, desk: &Desk<'_>, record: &Record, status: &Status) {
    if status.readings.is_empty() {
        return;
    }
    page.blank();
    let title = page.ink(Ink::Bold, "TIMELINE");
    page.line(&title);
    let name = |reading: &Reading| name(reading);
    let names = status.readings.iter().map(|row| width(&name(row))).max().unwrap_or(0).min(NAME);
    let times = status.readings.iter().any(|reading| reading.said.has_time());
    let mut former = None;
    let mut rest = status.readings.as_slice();
    while let Some((first, more)) = rest.split_first() {
        let same = |row: &&Reading| adds_nothing(row, status) && tells_the_same(first, row);
        let echoes = more.iter().take_while(same).count();
        let (echoes, after) = more.split_at(echoes);
        rest = after;
        let day = pad(&date::row(&first.said, former), if times { 18 } else { 12 });
        former = Some(&first.said);
        let revision =
            point(status, first).map(|point| point.relation).filter(|how| how.is_revision());
        let label = format!(
            "  {day}{} {} {}   ",
            sign(first, revision),
            pad(stance(first, revision), 12),
            pad(&cut(&name(first), names), names)
        );
        let column = width(&label);
        let ink = match first.why_not {
            Some(WhyNot::Struck | WhyNot::Superseded | WhyNot::SameArticle) => Some(Ink::Dim),
            _ if first.reversed => Some(Ink::Yellow),
            _ => None,
        };
        page.entry_in(ink, &label, column, &detail(desk, record, status, first));
        if !echoes.is_empty() {
            let outlets: Vec<_> = echoes.iter().map(|row| outlet(desk, record, row)).collect();
            let what = if echoes.iter().all(|row| row.why_not == Some(WhyNot::Copy)) {
                "same text in"
            } else {
                "again in"
            };
            page.entry(&" ".repeat(column), column, &format!("{what} {}", outlets.join(", ")));
        }
    }
}

fn adds_nothing(reading: &Reading, status: &Status) -> bool {
    matches!(reading.why_not, Some(WhyNot::SameSource | WhyNot::Copy))
        && !reading.reversed
        && point(status, reading).is_none_or(|point| !point.relation.is_revision())
}

/// Returns the figure of a reading.
fn point<'a>(status: &'a Status, reading: &Reading) -> Option<&'a Point> {
    let mut points = status.series.iter().flat_map(|series| &series.points);
    points.find(|point| point.entry == reading.entry)
}

fn tells_the_same(first: &Reading, row: &Reading) -> bool {
    row.voice == first.voice
        && row.stance == first.stance
        && row.said.date() == first.said.date()
        && first.stands()
}

fn sign(reading: &Reading, revision: Option<FigureRelation>) -> char {
    match reading.why_not {
        _ if reading.reversed => '!',
        _ if revision.is_some() => '^',
        Some(WhyNot::Struck) => 'x',
        Some(WhyNot::SameSource | WhyNot::Copy | WhyNot::SameArticle | WhyNot::Superseded) => '=',
        Some(_) => '-',
        None => ' ',
    }
}

fn stance(reading: &Reading, revision: Option<FigureRelation>) -> &'static str {
    match revision {
        _ if reading.reversed => "reverses",
        Some(FigureRelation::Corrected) => "corrects it",
        Some(_) => "revises it",
        None => words::stance(reading.stance),
    }
}

fn name(reading: &Reading) -> String {
    match (&reading.voice.name, &reading.claimant) {
        (Some(name), _) => visible(name).into_owned(),
        (None, Some(text)) => visible(text).into_owned(),
        (None, None) => "no source named".to_owned(),
    }
}

fn outlet(desk: &Desk<'_>, record: &Record, reading: &Reading) -> String {
    let appearance = desk.appearance(record.claim.id.as_str(), &reading.entry);
    let outlet = appearance.and_then(|entry| entry.article.outlet.clone());
    outlet.unwrap_or_else(|| "outlet not stated".to_owned())
}

/// Returns the figure, who in person, how quoted, through whom, where, and why it does not count.
fn detail(desk: &Desk<'_>, record: &Record, status: &Status, reading: &Reading) -> String {
    let mut parts = Vec::new();
    if let Some(point) = point(status, reading) {
        parts.push(match point.former {
            Some(former) if point.relation.is_revision() => {
                format!("{} -> {}", words::number(former), point.figure.text)
            }
            _ => point.figure.text.clone(),
        });
    }
    let appearance = desk.appearance(record.claim.id.as_str(), &reading.entry);
    let source = appearance.and_then(|entry| entry.attribution.last()?.source.as_ref());
    if let Some(source) = source
        && reading.voice.name.as_ref().is_some_and(|name| *name != source.text)
        && source.actor.as_ref() != Some(&reading.voice.key)
    {
        let quotes = matches!(source.class, SourceClass::Person | SourceClass::Body);
        let text = &source.text;
        parts.push(if quotes { text.clone() } else { format!("\"{text}\"") });
    }
    if reading.quotation != Quotation::None {
        parts.push(words::quoted(reading.quotation).to_owned());
    }
    if reading.scope == Scope::Part {
        parts.push("in part".to_owned());
    }
    if status.phase != Phase::None && reading.modality != crate::claim::Modality::Happened {
        parts.push(reading.modality.name().to_owned());
    }
    parts.extend(reading.via.iter().map(|relay| format!("via {relay}")));
    parts.push(outlet(desk, record, reading));
    // What revises a figure adds something, also from the same source.
    let revises = point(status, reading).is_some_and(|point| point.relation.is_revision());
    let said = |why: &WhyNot| *why == WhyNot::InPart || *why == WhyNot::SameSource && revises;
    if let Some(why) = reading.why_not.filter(|why| !said(why)) {
        parts.push(why.name().to_owned());
    }
    parts.join(", ")
}
