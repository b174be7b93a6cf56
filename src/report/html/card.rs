use maud::{Markup, html};

use crate::check::{Checked, Report};
use crate::claim::{Figure, Mention};
use crate::matching::Match;
use crate::report::headline::headline;
use crate::report::html::{look, part, plot};
use crate::report::{Desk, words};
use crate::status::{ChangeType, State, Status};

/// How many claims that come near are named.
const NEAR: usize = 3;
/// How many notes show how their match adds up, plot their figures and say what stays as it is; where
/// something changes, all do.
///
/// An article of a thousand claims stays a page that a browser opens at once.
const FULL: usize = 50;
/// How many figures of a series are drawn in the margin.
const FIGURES: usize = 5;

/// Returns the number by which text and margin name a mention, from 1.
pub(super) fn number(report: &Report, id: &str) -> Option<usize> {
    report.mentions.iter().position(|row| row.mention.id == id).map(|at| at + 1)
}

/// Returns the note in the margin for the mention with this number.
///
/// The fold is that of its claim before the article.
pub(super) fn card(
    report: &Report,
    number: usize,
    checked: &Checked,
    before: Option<&Status>,
    desk: &Desk<'_>,
) -> Markup {
    let mention = &checked.mention;
    let change = &checked.change;
    let look = look::change(change.r#type);
    let asks = checked.look_at.len();
    let moves = !matches!(change.r#type, ChangeType::New | ChangeType::Repeated);
    let full = moves || number <= FULL;
    html! {
        details.card.(look.class) data-n=(number) data-t=(change.r#type.name()) data-k=(mention.kind.name()) {
            summary {
                b.sign { (look.sign) (number) } " "
                strong { (part::words(&headline(change))) } " "
                small { (mention.kind.name()) @if asks > 0 { " \u{b7} " (words::count(asks, "question")) } }
                @if moves { (moved(report, checked, before)) }
            }
            p id={ "n" (number) } {
                @if checked.on_file { b { "Already on file. " } }
                @if mention.attribution.is_empty() { "In the outlet's own words. " } @else {
                    (part::chain(&mention.attribution)) ". "
                    (part::manner(mention.stance, mention.scope, mention.quotation)) ". "
                }
                a href={ "#m" (number) } { "In the text" }
            }
            @if !says_the_same(report, checked) { (claim(report, checked, desk)) }
            @if !moves && full { (moved(report, checked, before)) }
            @if let Some(figure) = mention.figures.first() { (figures(figure, before.filter(|_| full))) }
            @if let Some(found) = &checked.matched {
                @if full { (reasons(found)) }
            }
            (near(&checked.candidates, desk))
            (questions(mention, &checked.look_at))
        }
    }
}

/// Tells whether a claim that is new is put just as the text has it.
fn says_the_same(report: &Report, checked: &Checked) -> bool {
    let words = checked.mention.content.first().map_or("", |span| report.article.slice(*span));
    checked.matched.is_none()
        && checked.mention.antecedent.is_none()
        && checked.proposed.as_ref().is_some_and(|new| new.statement == words)
}

/// Returns the claim of the ledger, or the one that it would become.
fn claim(report: &Report, checked: &Checked, desk: &Desk<'_>) -> Markup {
    let back = checked.mention.antecedent.as_deref().and_then(|id| number(report, id));
    html! {
        p.claim {
            @match (&checked.matched, &checked.proposed) {
                (Some(found), _) => {
                    @match desk.record(&found.claim) {
                        Some(record) => a href={ "#c-" (found.claim) } { (part::words(&record.claim.statement)) },
                        None => (part::words(&found.claim)),
                    }
                }
                (None, Some(new)) => (part::words(&new.statement)),
                (None, None) => (part::words(&checked.mention.statement)),
            }
            @if let Some(back) = back { " (points back to " a href={ "#m" (back) } { "claim " (back) } ")" }
        }
    }
}

/// Returns the status before and after.
fn moved(report: &Report, checked: &Checked, before: Option<&Status>) -> Markup {
    let change = &checked.change;
    let id = checked.matched.as_ref().map(|found| found.claim.as_str());
    let line = report.changes.iter().find(|row| Some(row.claim.as_str()) == id);
    let from = before.map_or("not on file".to_owned(), words::status);
    let to = match line {
        Some(line) => words::status(&line.after),
        None if before.is_some() && (checked.on_file || change.from == Some(change.to)) => {
            from.clone()
        }
        None => match &change.by {
            Some(by) if change.to == State::Corroborated => {
                format!("several sources, {by} among them")
            }
            Some(by) => format!("{} by {by}", change.to.name()),
            None => format!("{}, no source named", change.to.name()),
        },
    };
    html! {
        span.move {
            @if from == to { "Stays " b { (part::words(&to)) } } @else {
                (part::words(&from)) " \u{2192} " b { (part::words(&to)) }
            }
        }
    }
}

fn figures(figure: &Figure, before: Option<&Status>) -> Markup {
    let series: Vec<_> = before
        .into_iter()
        .flat_map(|status| &status.series)
        .filter(|series| series.measure == figure.measure)
        .collect();
    let mut rows = plot::rows(&series);
    rows.drain(..rows.len().saturating_sub(FIGURES));
    if !rows.is_empty() {
        rows.push(plot::Row { said: None, by: "", figure, relation: None, former: None });
    }
    let measure = figure.measure.as_deref().or(figure.unit.as_deref()).unwrap_or("figure");
    html! {
        @if rows.is_empty() {
            p { (part::words(measure)) ": " b { (part::words(&figure.text)) } ", " (interval(figure)) }
        } @else {
            (plot::plot(measure, &rows))
        }
    }
}

/// Returns what the words of a figure commit to: `251 or more`.
fn interval(figure: &Figure) -> String {
    let number = words::number;
    let bounds = match (figure.low, figure.high) {
        (Some(low), Some(high)) if low == high => return format!("exactly {}", number(low)),
        (Some(low), None) => format!("{} or more", number(low)),
        (Some(low), Some(high)) => format!("{} to {}", number(low), number(high)),
        (None, Some(high)) => format!("{} or less", number(high)),
        (None, None) => return "open".to_owned(),
    };
    if figure.soft { format!("roughly {bounds}") } else { bounds }
}

/// Returns the reasons that add up to the score.
fn reasons(found: &Match) -> Markup {
    html! {
        table.why {
            caption { "Match " (format!("{:.2}", found.score)) ", as the sum of" }
            @for reason in found.reasons.iter().filter(|reason| reason.part().abs() >= 0.005) {
                tr {
                    td { (format!("{:.2}", reason.part())) }
                    th scope="row" { (reason.feature) }
                    td { (part::words(&reason.mention)) " " b { (reason.sign()) } " " (part::words(&reason.claim)) }
                }
            }
        }
    }
}

/// Returns the claims that come near, with what kept them apart.
fn near(candidates: &[Match], desk: &Desk<'_>) -> Markup {
    html! {
        @if !candidates.is_empty() {
            ul.near {
                @for found in candidates.iter().take(NEAR) {
                    li {
                        @match &found.kept_apart {
                            Some(guard) => { "Kept apart: " (part::words(guard)) ". " },
                            None => "Could be: ",
                        }
                        @if let Some(record) = desk.record(&found.claim) {
                            (part::words(&record.claim.statement)) " "
                        }
                        code { (part::words(&found.claim)) } " " (format!("{:.2}", found.score))
                    }
                }
            }
        }
    }
}

fn questions(mention: &Mention, look_at: &[String]) -> Markup {
    html! {
        @if !look_at.is_empty() || mention.guess.is_some() {
            ul.ask {
                @for question in look_at { li { (part::words(question)) } }
                @if let Some(guess) = mention.guess { li { "guessed: " (part::words(guess)) } }
            }
        }
    }
}
