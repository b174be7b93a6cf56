use maud::{Markup, html};

use crate::claim::{Basis, Figure, When};
use crate::report::html::part;
use crate::report::words;
use crate::status::{FigureRelation, Series, Status};

/// One figure in a plot.
pub(super) struct Row<'a> {
    /// When it was said; `None` for the article that is read.
    pub(super) said: Option<&'a When>,
    /// Who says it.
    pub(super) by: &'a str,
    /// The figure.
    pub(super) figure: &'a Figure,
    /// What it is to those before it.
    pub(super) relation: Option<FigureRelation>,
    /// The value that it was compared with.
    pub(super) former: Option<f64>,
}

/// Returns a plot for each measure and basis that a claim has figures of.
pub(super) fn plots(status: &Status) -> Markup {
    let mut groups: Vec<(String, Vec<&Series>)> = Vec::new();
    for series in &status.series {
        let measure = series.measure.as_deref().unwrap_or("figure");
        let name = match series.basis {
            Basis::Reported => measure.to_owned(),
            basis => format!("{measure}, {basis}"),
        };
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, group)) => group.push(series),
            None => groups.push((name, vec![series])),
        }
    }
    html! { @for (name, group) in &groups { (plot(name, &rows(group))) } }
}

/// How many rows of a long series are drawn: its last ones.
const ROWS: usize = 40;

/// Returns a measure's series as rows in the order in which the figures were said.
pub(super) fn rows<'a>(series: &[&'a Series]) -> Vec<Row<'a>> {
    let mut out: Vec<Row<'a>> = series
        .iter()
        .flat_map(|series| series.points.iter().map(move |point| (series, point)))
        .map(|(series, point)| Row {
            said: Some(&point.said),
            by: series.voice.name.as_deref().unwrap_or("no source named"),
            figure: &point.figure,
            relation: Some(point.relation),
            former: point.former,
        })
        .collect();
    out.sort_by_key(|row| row.said.map(When::moment));
    out
}

/// Returns figures over time: a row a figure, its committed interval as a bar.
///
/// A point is exact, a bar with ends is a range, an arrow an open end; dashes are soft bounds,
/// which the words only suggest. What is merely likely is never drawn.
pub(super) fn plot(caption: &str, rows: &[Row<'_>]) -> Markup {
    let dropped = rows.len().saturating_sub(ROWS);
    let rows = &rows[dropped..];
    let axis = Axis::of(rows);
    html! {
        table.plot {
            caption { (part::words(caption)) @if dropped > 0 { " (the last " (ROWS) ")" } }
            thead {
                tr {
                    th scope="col" { "When, who" }
                    th.axis scope="col" { span { (words::number(axis.from)) } span { (words::number(axis.to)) } }
                    th scope="col" { "In words" }
                }
            }
            tbody {
                @for row in rows {
                    tr class=[class(row)] {
                        th scope="row" {
                            @match row.said { Some(said) => (part::time(said)), None => "this article" }
                            " " span { (part::words(row.by)) }
                        }
                        td { (bar(&axis, row.figure)) }
                        td {
                            (part::words(&row.figure.text))
                            @if let Some(note) = note(row) { " " em { (note) } }
                        }
                    }
                }
            }
        }
    }
}

fn class(row: &Row<'_>) -> Option<&'static str> {
    match (row.said, row.relation) {
        (None, _) => Some("here"),
        (_, Some(FigureRelation::AtOdds)) => Some("odds"),
        (_, Some(relation)) if relation.is_revision() => Some("moved"),
        _ => None,
    }
}

fn note(row: &Row<'_>) -> Option<String> {
    let from =
        row.former.map_or(String::new(), |former| format!(" from {}", words::number(former)));
    match row.relation? {
        FigureRelation::First => None,
        FigureRelation::Agrees => Some("= agrees".to_owned()),
        FigureRelation::RevisedUp => Some(format!("^ up{from}")),
        FigureRelation::RevisedDown => Some(format!("^ down{from}")),
        FigureRelation::Corrected => Some(format!("^ corrected{from}")),
        FigureRelation::AtOdds => Some("! at odds".to_owned()),
    }
}

/// Returns the interval of a figure as a small picture; the words beside it say the same.
fn bar(axis: &Axis, figure: &Figure) -> Markup {
    let low = figure.low.map_or("0%".to_owned(), |low| axis.at(low));
    let high = figure.high.map_or("100%".to_owned(), |high| axis.at(high));
    let exact = figure.low.is_some() && figure.low == figure.high;
    let class = if figure.soft { "soft" } else { "firm" };
    html! {
        svg width="100%" height="16" aria-hidden="true" focusable="false" class=(class) {
            @if exact {
                circle cx=(low) cy="8" r="4" class=[figure.delta.then_some("delta")] {}
            } @else {
                line x1=(low) x2=(high) y1="8" y2="8" {}
                (end(&low, figure.low.is_none(), "M6 3L1 8L6 13"))
                (end(&high, figure.high.is_none(), "M-6 3L-1 8L-6 13"))
            }
        }
    }
}

/// Returns an end of a bar: a stroke where it is bounded, an arrow where it is open.
fn end(at: &str, open: bool, arrow: &str) -> Markup {
    html! {
        svg.end x=(at) { path d=(if open { arrow } else { "M0 3V13" }) {} }
    }
}

/// The scale of a plot: from zero, or below it, to a round number above everything.
struct Axis {
    from: f64,
    to: f64,
}

impl Axis {
    fn of(rows: &[Row<'_>]) -> Self {
        let numbers = || {
            rows.iter()
                .flat_map(|row| [Some(row.figure.value), row.figure.low, row.figure.high])
                .flatten()
                .filter(|number| number.is_finite())
        };
        let open = rows.iter().any(|row| row.figure.high.is_none());
        let top = numbers().fold(0.0, f64::max) * if open { 1.15 } else { 1.0 };
        Self { from: -round_up(-numbers().fold(0.0, f64::min)), to: round_up(top).max(1.0) }
    }

    fn at(&self, number: f64) -> String {
        let share = (number - self.from) / (self.to - self.from);
        let share = if share.is_nan() { 0.0 } else { share };
        // Inside the picture, so that the point of an end is not cut off.
        format!("{:.1}%", 1.0 + 98.0 * share.clamp(0.0, 1.0))
    }
}

/// Returns the next number above that has one or two digits and zeros.
fn round_up(number: f64) -> f64 {
    if number <= 0.0 || !number.is_finite() {
        return 0.0;
    }
    let unit = 10f64.powf(number.log10().floor()) / 10.0;
    let steps = (number / unit).ceil();
    let step = if steps <= 20.0 { 2.0 } else { 5.0 };
    let up = (steps / step).ceil() * step * unit;
    // Nobody counts half a person.
    if number > 1.0 { (up - 1e-9).ceil() } else { up }
}

#[cfg(test)]
mod tests {
    use super::{Row, plot, round_up};
    use crate::article::Span;
    use crate::claim::{Bound, Figure};
    use crate::status::FigureRelation;

    fn drawn(figure: &Figure) -> String {
        let row = Row {
            said: None,
            by: "police",
            figure,
            relation: Some(FigureRelation::AtOdds),
            former: None,
        };
        plot("killed", &[row]).into_string()
    }

    #[test]
    fn words_decide_the_picture() {
        let figure = |bound| Figure::new("x", Span::default(), 12.0, bound, Some(20.0));
        assert!(drawn(&figure(Bound::Exact)).contains("<circle"));
        let open = drawn(&figure(Bound::AtLeast));
        assert!(open.contains("x2=\"100%\"") && open.contains("M-6 3L-1 8L-6 13"));
        assert!(drawn(&figure(Bound::About)).contains("class=\"soft\""));
        assert!(drawn(&figure(Bound::Range)).matches("M0 3V13").count() == 2);
        assert!(open.contains("! at odds"));
    }

    #[test]
    fn the_axis_is_round() {
        for (number, up) in [
            (12.0, 12.0),
            (13.8, 14.0),
            (8.05, 9.0),
            (293.0, 300.0),
            (0.31, 0.35),
            (0.0, 0.0),
            (1.0, 1.0),
        ] {
            assert!((round_up(number) - up).abs() < 1e-9, "{number} {}", round_up(number));
        }
        assert!(round_up(f64::NAN).abs() < 1e-9);
    }

    #[test]
    fn odd_numbers_break_nothing() {
        for value in [f64::INFINITY, f64::NAN, -3.0, 0.0, 1e300] {
            let text = drawn(&Figure::new("x", Span::default(), value, Bound::Exact, None));
            assert!(!text.contains("NaN%"), "{text}");
        }
    }
}
