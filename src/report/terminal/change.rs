use crate::article::{Lines, Span};
use crate::check::{Checked, ClaimChange, Report};
use crate::report::layout::{cut, pad, width};
use crate::report::terminal::excerpt::{self, Mark};
use crate::report::terminal::page::{Ink, Page, WIDTH};
use crate::report::terminal::{matched, mention, stands};
use crate::report::{Desk, visible, words};
use crate::status::{ChangeType, FigureRelation};

/// Where everything stands that has a label.
pub(super) const COLUMN: usize = 11;
/// How many places of one change are shown.
const PLACES: usize = 2;

/// Adds a change of a status: from what to what, by which words, who stands where, and what is open.
pub(super) fn status(
    page: &mut Page,
    report: &Report,
    lines: &Lines<'_>,
    change: &ClaimChange,
    desk: &Desk<'_>,
) {
    let (sign, ink) = look(change.r#type);
    title(page, sign, words::change(change.r#type), ink, change);
    let before = change.before.as_ref().map_or("not on file".to_owned(), words::status);
    let after = words::status(&change.after);
    let rows = mentions(report, change);
    moved(page, &visible(&before), &visible(&after), &stands::basis(change, &rows));
    for checked in &rows {
        if let Some(phase) = checked.change.phase {
            page.entry("", COLUMN, words::phase(phase));
            break;
        }
    }
    if change.after.reversed && !change.before.as_ref().is_some_and(|before| before.reversed) {
        let by = change.by.as_deref().unwrap_or("the source");
        page.entry("", COLUMN, &format!("! {by} takes back its own former position"));
    }
    places(page, report, lines, &rows);
    stands::add(page, change, &rows, desk);
    if let Some(checked) = rows.first() {
        reasons(page, report, lines, checked);
    }
    look_at(page, &rows);
}

/// Adds a revised figure: from what to what, by which words.
pub(super) fn figure(page: &mut Page, report: &Report, lines: &Lines<'_>, change: &ClaimChange) {
    let rows = mentions(report, change);
    let moved = rows.iter().find_map(|row| row.change.figure.as_ref().map(|figure| (row, figure)));
    let label = match moved.map(|(_, figure)| figure.relation) {
        Some(FigureRelation::RevisedUp) => "UP",
        Some(FigureRelation::RevisedDown) => "DOWN",
        Some(FigureRelation::Corrected) => "CORRECTED",
        _ => "REVISED",
    };
    title(page, '^', label, Ink::Cyan, change);
    if let Some((row, figure)) = moved {
        let (from, to) = (words::number(figure.from), words::number(figure.to));
        let now = row.mention.figures.first().map_or(to, |figure| figure.text.clone());
        let measure = row.mention.figures.first().and_then(|figure| figure.measure.as_deref());
        let measure = measure.map_or(String::new(), |measure| format!("{measure}  "));
        let who = mention::who(&row.mention);
        let by = change.by.as_deref().unwrap_or(&who);
        page.entry("", COLUMN, &format!("{measure}{from}  ->  {now}, {by}"));
    }
    places(page, report, lines, &rows);
    look_at(page, &rows);
}

pub(super) fn look(change: ChangeType) -> (char, Ink) {
    match change {
        ChangeType::Denied | ChangeType::Retracted | ChangeType::CalledOff => ('!', Ink::Red),
        ChangeType::Disputed => ('?', Ink::Yellow),
        ChangeType::Confirmed => ('*', Ink::Green),
        ChangeType::Revised => ('^', Ink::Cyan),
        ChangeType::New | ChangeType::Corroborated => ('+', Ink::Bold),
        ChangeType::Repeated => ('=', Ink::Dim),
    }
}

fn title(page: &mut Page, sign: char, label: &str, ink: Ink, change: &ClaimChange) {
    let label = format!("{sign} {label}  ");
    let column = COLUMN.max(label.len());
    page.entry_in(Some(ink), &label, column, &change.statement);
    page.id(COLUMN, &change.claim);
}

/// Adds `before -> after (basis)`, in as few lines as it takes.
fn moved(page: &mut Page, before: &str, after: &str, basis: &str) {
    let start = COLUMN + width(before) + 6;
    if start + width(after) + 1 + width(basis) <= WIDTH {
        page.line(&format!("{:COLUMN$}{before}  ->  {after} {basis}", ""));
    } else if start + width(after) <= WIDTH && start + width(basis) <= WIDTH {
        page.line(&format!("{:COLUMN$}{before}  ->  {after}", ""));
        page.line(&format!("{:start$}{basis}", ""));
    } else {
        page.entry("", COLUMN, before);
        page.entry(&format!("{:COLUMN$}->  ", ""), COLUMN + 4, &format!("{after} {basis}"));
    }
}

/// Returns the mentions of a change, those that make it what it is first.
fn mentions<'a>(report: &'a Report, change: &ClaimChange) -> Vec<&'a Checked> {
    let of_it = |row: &&Checked| change.mentions.contains(&row.mention.id);
    let mut rows: Vec<_> = report.mentions.iter().filter(of_it).collect();
    rows.sort_by_key(|row| row.change.r#type != change.r#type);
    rows
}

/// Adds the words themselves, with source, cue and claim underlined.
pub(super) fn places(page: &mut Page, report: &Report, lines: &Lines<'_>, rows: &[&Checked]) {
    let shown = |row: &&&Checked| {
        // What another mention points back to is shown with that one.
        !rows.iter().any(|other| other.mention.antecedent.as_ref() == Some(&row.mention.id))
    };
    for checked in rows.iter().filter(shown).take(PLACES) {
        page.blank();
        let mention = &checked.mention;
        let antecedent = mention
            .antecedent
            .as_ref()
            .and_then(|id| report.mentions.iter().find(|row| row.mention.id == *id))
            .map(|row| &row.mention);
        let mut span = mention.span;
        let mut marks = Vec::new();
        // Words far above are named in the line `match`, not shown.
        if let Some(before) = antecedent
            .filter(|before| before.span.start < span.start && span.start - before.span.start < 600)
        {
            span = before.span.cover(span);
            marks.extend(before.content.iter().map(|span| Mark {
                span: *span,
                sign: '~',
                label: "",
            }));
        }
        let link = mention.attribution.last();
        if let Some(at) = link.and_then(|link| link.source.as_ref()?.span) {
            marks.push(Mark { span: at, sign: '^', label: "source" });
        }
        if let Some(at) = link.and_then(|link| link.cue.as_ref()?.span) {
            marks.push(Mark { span: at, sign: '=', label: "cue" });
        }
        let label = match antecedent {
            Some(_) => "points back to the words marked ~",
            None => "what is said",
        };
        for (number, at) in mention.content.iter().enumerate() {
            let label = if number == 0 { label } else { "" };
            marks.push(Mark { span: *at, sign: '~', label });
        }
        let label = format!("  line {}", lines.place(mention.span.start).line);
        let column = COLUMN.max(label.len() + 1);
        excerpt::add(
            page,
            &label,
            column,
            &report.article.text,
            whole(&report.article.text, span),
            &marks,
        );
    }
    let more = rows.iter().filter(shown).skip(PLACES).count();
    if more > 0 {
        page.line(&format!("{:COLUMN$}and in {}", "", words::count(more, "more place")));
    }
}

/// Takes in the full stop or closing quotation mark behind a span.
fn whole(text: &str, span: Span) -> Span {
    let rest = text.get(span.end..).unwrap_or_default();
    let tail = rest.find(|c: char| !matches!(c, '.' | '"' | '”' | '’' | '\'' | '!' | '?' | ')'));
    Span::new(span.start, span.end + tail.unwrap_or(rest.len()))
}

pub(super) fn reasons(page: &mut Page, report: &Report, lines: &Lines<'_>, checked: &Checked) {
    let Some(found) = &checked.matched else { return };
    page.blank();
    let before = checked.mention.antecedent.as_ref();
    let before = before.and_then(|id| report.mentions.iter().find(|row| row.mention.id == *id));
    let through = before.map_or(String::new(), |row| {
        let words = cut(&visible(&mention::content(&report.article, &checked.mention)), 40);
        format!(", through \"{words}\" -> {}", mention::place(lines, &row.mention))
    });
    page.line(&format!("{}{:.2}{through}", pad("  match", COLUMN), found.score));
    matched::reasons(page, COLUMN, &found.reasons);
}

pub(super) fn look_at(page: &mut Page, rows: &[&Checked]) {
    let mut asked: Vec<&str> = Vec::new();
    for question in rows.iter().flat_map(|row| &row.look_at) {
        if asked.contains(&question.as_str()) {
            continue;
        }
        if asked.is_empty() {
            page.blank();
        }
        let label = if asked.is_empty() { "  look at  ? " } else { "           ? " };
        page.entry(label, COLUMN + 2, question);
        asked.push(question);
    }
}
