use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::article::{Lines, Span};
use crate::check::{Checked, ClaimChange, Report};
use crate::claim::Kind;
use crate::report::headline::{headline, headline_by};
use crate::report::html::page::{Page, Style};
use crate::report::html::text::{Mark, Part, Run, paragraphs, runs};
use crate::report::html::{card, look, part, shelf};
use crate::report::web::is_web;
use crate::report::{Desk, date, visible_lines, words};
use crate::status::{ChangeType, Status};

/// What the page does when its reader filters.
const SCRIPT: &str = include_str!("article.js");

/// Returns an article as one page that needs nothing else: its text, every claim marked by what it
/// does, and in the margin what the ledger says to it.
pub fn article(report: &Report, desk: &Desk<'_>) -> String {
    let folds = folds(report, desk);
    let meta = &report.article.meta;
    let file = meta.path.as_deref().and_then(|path| path.rsplit('/').next());
    let title = meta.title.as_deref().or(file).unwrap_or("Article");
    let main = html! {
        (head(report, title))
        (changes(report))
        (filter(report))
        (body(report, &folds, desk))
        (shelf::shelf(report, &folds, desk))
    };
    Page {
        title: &format!("{}: claims", part::words(title)),
        style: Style::Inside,
        script: Some(SCRIPT),
        head: html! {},
        banner: html! { p { b { "claims" } " \u{b7} an article against the ledger" } },
        footer: footer(report),
    }
    .render(&main)
}

/// Returns the folds, before the article, of the claims that it touches.
fn folds(report: &Report, desk: &Desk<'_>) -> BTreeMap<String, Status> {
    let mut out = BTreeMap::new();
    for found in report.mentions.iter().filter_map(|row| row.matched.as_ref()) {
        if out.contains_key(&found.claim) {
            continue;
        }
        let change = report.changes.iter().find(|row| row.claim == found.claim);
        let fold = change
            .and_then(|row| row.before.clone())
            .or_else(|| Some(desk.status(desk.record(&found.claim)?)));
        if let Some(fold) = fold {
            out.insert(found.claim.clone(), fold);
        }
    }
    out
}

fn head(report: &Report, title: &str) -> Markup {
    let meta = &report.article.meta;
    let day = meta.date.map_or("date not stated".to_owned(), date::long);
    let of = |wanted| report.mentions.iter().filter(|row| row.change.r#type == wanted).count();
    let number = report.mentions.len();
    html! {
        header.head {
            p.kicker {
                (part::words(meta.outlet.as_deref().unwrap_or("outlet not stated")))
                @if let Some(agency) = &meta.agency { " (" (part::words(agency)) ")" }
                " \u{b7} " (day)
                @if let Some(url) = meta.url.as_deref().filter(|url| is_web(url)) { " \u{b7} " (part::link(Some(url), "original")) }
            }
            h1 { (part::words(title)) }
            p.sum {
                @if number == 0 { "No claim found." } @else {
                    b { (words::count(number, "claim")) } ": "
                    (words::count(report.changes.len(), "change")) " to the ledger, "
                    (words::count(of(ChangeType::Repeated), "repeat")) ", "
                    (of(ChangeType::New)) " new. Proposals only; nothing is recorded."
                }
            }
        }
    }
}

/// Returns the changes, those of a status before those of a figure alone.
fn changes(report: &Report) -> Markup {
    let lines = Lines::new(&report.article.text);
    let (figures, status): (Vec<_>, Vec<_>) =
        report.changes.iter().partition(|change| change.r#type == ChangeType::Revised);
    html! {
        section.changes {
            h2 { "What changes" }
            @if report.changes.is_empty() { p { "Nothing: no claim of the ledger is denied, confirmed or revised." } }
            ol { @for change in status.into_iter().chain(figures) { (line(report, &lines, change)) } }
        }
    }
}

fn line(report: &Report, lines: &Lines<'_>, change: &ClaimChange) -> Markup {
    let look = look::change(change.r#type);
    let rows: Vec<(usize, &Checked)> = change
        .mentions
        .iter()
        .filter_map(|id| card::number(report, id))
        .map(|number| (number, &report.mentions[number - 1]))
        .collect();
    let first = rows.iter().find(|(_, row)| row.change.r#type == change.r#type);
    let what = match first {
        Some((_, row)) => headline(&row.change),
        None => headline_by(change.r#type, change.by.as_deref()),
    };
    let from = change.before.as_ref().map_or("not on file".to_owned(), words::status);
    html! {
        li.change.(look.class) {
            p.verb { b.sign { (look.sign) } " " (part::words(&what)) }
            p.claim { a href={ "#c-" (change.claim) } { (part::words(&change.statement)) } }
            p.move { (part::words(&from)) " \u{2192} " b { (part::words(&words::status(&change.after))) } }
            p.places {
                @for (number, row) in &rows {
                    a href={ "#m" (number) } { "line " (lines.place(row.mention.span.start).line) ", claim " (number) } " "
                }
            }
        }
    }
}

/// Returns the filters; the page's program shows them.
fn filter(report: &Report) -> Markup {
    let kinds: Vec<Kind> = Kind::ALL
        .iter()
        .copied()
        .filter(|kind| report.mentions.iter().any(|row| row.mention.kind == *kind))
        .collect();
    let mut types: Vec<ChangeType> = report.mentions.iter().map(|row| row.change.r#type).collect();
    types.sort_unstable();
    types.dedup();
    html! {
        form.filter id="filter" hidden {
            fieldset {
                legend { "Show" }
                @for kind in types {
                    @let look = look::change(kind);
                    label.chip.(look.class) {
                        input type="checkbox" name="t" value=(kind.name()) checked;
                        b.sign { (look.sign) } " " (words::change(kind).to_lowercase())
                    }
                }
            }
            label { "Kind " select name="kind" {
                option value="" { "all" }
                @for kind in kinds { option { (kind.name()) } }
            } }
            button type="reset" { "Show all" }
            button #unfold type="button" aria-pressed="false" { "Unfold notes" }
            output {}
        }
    }
}

/// Returns the text, a row a paragraph, each with the notes to its claims beside it.
fn body(report: &Report, folds: &BTreeMap<String, Status>, desk: &Desk<'_>) -> Markup {
    let text = &report.article.text;
    let paragraphs = paragraphs(text);
    let (marks, homes) = laid_out(report, &paragraphs);
    html! {
        article {
            h2.unseen { "The article" }
            @for (at, paragraph) in paragraphs.iter().enumerate() {
                @let here: Vec<usize> = homes.iter().enumerate().filter(|(_, home)| **home == at).map(|(row, _)| row).collect();
                div.row {
                    p.text dir="auto" {
                        @for run in runs(text, *paragraph, &marks[at]) {
                            (badges(report, &here, &run))
                            (words_of(report, text, &run))
                        }
                    }
                    @if !here.is_empty() {
                        div.notes {
                            @for row in here {
                                @let checked = &report.mentions[row];
                                @let fold = checked.matched.as_ref().and_then(|found| folds.get(&found.claim));
                                (card::card(report, row + 1, checked, fold, desk))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Returns the marks of each paragraph, and for each mention the paragraph beside which its note stands.
fn laid_out(report: &Report, paragraphs: &[Span]) -> (Vec<Vec<Mark>>, Vec<usize>) {
    let mut marks: Vec<Vec<Mark>> = vec![Vec::new(); paragraphs.len()];
    let mut homes = Vec::with_capacity(report.mentions.len());
    for (number, row) in report.mentions.iter().enumerate() {
        let mention = &row.mention;
        let links = mention.attribution.iter();
        let sources = links.clone().filter_map(|link| link.source.as_ref()?.span);
        let cues = links.filter_map(|link| link.cue.as_ref()?.span);
        let parts = mention.content.iter().map(|span| (*span, Part::Content));
        let parts = parts
            .chain(sources.map(|span| (span, Part::Source)))
            .chain(cues.map(|span| (span, Part::Cue)));
        for (span, part) in parts {
            let first = paragraphs.partition_point(|paragraph| paragraph.end <= span.start);
            for (at, paragraph) in paragraphs.iter().enumerate().skip(first) {
                if paragraph.start >= span.end {
                    break;
                }
                marks[at].push(Mark { span, mention: number, part });
            }
        }
        let start = start(row);
        let home = paragraphs.partition_point(|paragraph| paragraph.end <= start);
        homes.push(home.min(paragraphs.len().saturating_sub(1)));
    }
    (marks, homes)
}

/// Returns where the claim's own words begin.
fn start(row: &Checked) -> usize {
    row.mention.content.first().map_or(row.mention.span.start, |span| span.start)
}

/// Returns the numbers of the claims whose words begin here, as links to their notes.
fn badges(report: &Report, here: &[usize], run: &Run) -> Markup {
    html! {
        @for row in here {
            @let checked = &report.mentions[*row];
            @let at = start(checked);
            @if run.span.start <= at && at < run.span.end {
                @let look = look::change(checked.change.r#type);
                a.no.(look.class) id={ "m" (row + 1) } href={ "#n" (row + 1) } title=(headline(&checked.change)) {
                    (look.sign) (row + 1)
                }
            }
        }
    }
}

/// Returns the words of a run, marked by the strongest thing that they do.
fn words_of(report: &Report, text: &str, run: &Run) -> Markup {
    let words = visible_lines(&text[run.span.start..run.span.end]);
    let part = match (run.source, run.cue) {
        (true, _) => Some("src"),
        (_, true) => Some("cue"),
        _ => None,
    };
    let inner = html! {
        @match part { Some(part) => span.(part) { (words) }, None => (words) }
    };
    let strongest = run
        .mentions
        .iter()
        .map(|number| report.mentions[*number].change.r#type)
        .min_by_key(|change| (*change == ChangeType::New, *change));
    html! {
        @if let Some(change) = strongest {
            mark.(look::change(change).class).deep[run.mentions.len() > 1]
                data-m=(run.mentions.iter().map(|number| (number + 1).to_string()).collect::<Vec<_>>().join(" ")) { (inner) }
        } @else { (inner) }
    }
}

fn footer(report: &Report) -> Markup {
    html! {
        p {
            "Signs: " b { "!" } " denied, taken back or called off, " b { "?" } " disputed, " b { "*" }
            " confirmed, " b { "^" } " revised, " b { "+" } " new or a further source, " b { "=" } " repeated. "
            "In reasons = is equal and ~ only alike; a match ranks, it is no measure of truth."
        }
        p {
            @if let Some(path) = &report.article.meta.path { (part::words(path)) " \u{b7} " }
            "SHA-256 " code { (report.article.sha256()) } " \u{b7} claims " (env!("CARGO_PKG_VERSION"))
        }
    }
}
