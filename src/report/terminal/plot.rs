use crate::claim::{Basis, Bound, Figure, When};
use crate::report::layout::{pad, width};
use crate::report::terminal::page::{Ink, Page, WIDTH};
use crate::report::{date, visible, words};
use crate::status::{FigureRelation, Point, Series, Status, Voice};

/// Where the plot begins, and how wide it is.
const LEFT: usize = 21;
const WIDE: usize = 31;

/// Adds a plot for every measure that has figures: one row a figure, its committed bounds over a scale.
///
/// The likely range is never drawn: it is ours, not the source's.
pub(super) fn add(page: &mut Page, status: &Status) {
    let mut measures: Vec<(Option<&str>, Basis)> = Vec::new();
    for series in &status.series {
        let key = (series.measure.as_deref(), series.basis);
        if !measures.contains(&key) {
            measures.push(key);
        }
    }
    for (measure, basis) in measures {
        let rows: Vec<(&Voice, &Point)> = status
            .series
            .iter()
            .filter(|series| (series.measure.as_deref(), series.basis) == (measure, basis))
            .flat_map(|series: &Series| {
                series.points.iter().map(move |point| (&series.voice, point))
            })
            .collect();
        measure_plot(page, measure, basis, rows);
    }
}

fn measure_plot(
    page: &mut Page,
    measure: Option<&str>,
    basis: Basis,
    mut rows: Vec<(&Voice, &Point)>,
) {
    rows.sort_by(|(_, a), (_, b)| a.said.cmp(&b.said));
    // What a voice said once and many printed is one point.
    rows.dedup_by(|(voice, a), (other, b)| {
        (*voice, &a.said, &a.figure.text) == (*other, &b.said, &b.figure.text)
    });
    let Some(scale) = Scale::over(rows.iter().map(|(_, point)| &point.figure)) else { return };
    let mut voices: Vec<&Voice> = Vec::new();
    for (voice, _) in &rows {
        if !voices.contains(voice) {
            voices.push(voice);
        }
    }
    page.blank();
    let basis = if basis == Basis::Reported { String::new() } else { format!(", {basis}") };
    let title = visible(&format!("{}{basis}", measure.unwrap_or("figure"))).to_uppercase();
    let title = page.ink(Ink::Bold, &pad(&title, LEFT));
    page.line(&format!("{title}{}", scale.ticks()));
    let mut former: Option<&When> = None;
    for (voice, point) in &rows {
        let letter = voices.iter().position(|other| other == voice).map_or('?', letter);
        let day = pad(&date::row(&point.said, former), 14);
        let bar = pad(&scale.bar(&point.figure), WIDE);
        let (note, odd) = note(point);
        let words = pad(&visible(&point.figure.text), 11);
        let ink = if odd { Some(Ink::Yellow) } else { None };
        let start = format!("  {day}  {letter}  {bar}{words} ");
        let column = width(&start);
        page.entry_in(ink, &start, column.min(64), &note);
        former = Some(&point.said);
    }
    legend(page, &voices, rows.iter().map(|(_, point)| &point.figure));
}

fn letter(at: usize) -> char {
    char::from(b'A' + (at % 26) as u8)
}

/// What a figure is to the one before it, and whether a person should look.
fn note(point: &Point) -> (String, bool) {
    let moved = point.former.map_or(0.0, |former| (point.figure.value - former).abs());
    let moved = words::number(moved);
    match point.relation {
        FigureRelation::First if point.figure.delta => ("added".to_owned(), false),
        FigureRelation::First => (String::new(), false),
        FigureRelation::Agrees => ("agrees".to_owned(), false),
        FigureRelation::RevisedUp => (format!("up {moved}"), false),
        FigureRelation::RevisedDown => (format!("down {moved}"), false),
        FigureRelation::Corrected => (format!("corrected down {moved}"), true),
        FigureRelation::AtOdds => ("! at odds".to_owned(), true),
    }
}

fn legend<'a>(page: &mut Page, voices: &[&Voice], figures: impl Iterator<Item = &'a Figure>) {
    let mut parts: Vec<String> = voices
        .iter()
        .enumerate()
        .map(|(at, voice)| {
            let name = voice.name.as_deref().unwrap_or("no source named");
            format!("{} {}", letter(at), visible(name))
        })
        .collect();
    for figure in figures {
        let part = match figure.bound {
            _ if figure.soft => "(o) soft",
            Bound::AtLeast | Bound::MoreThan => "[--> at least",
            Bound::AtMost | Bound::LessThan => "<--] at most",
            Bound::Range => "[--] between",
            _ => "o exact",
        };
        if !parts.iter().any(|other| other == part) {
            parts.push(part.to_owned());
        }
    }
    let mut line = String::from("  ");
    for part in parts {
        if width(&line) + 4 + width(&part) > WIDTH {
            page.line(&line);
            line = String::from("  ");
        }
        line = format!("{line} {part}   ");
    }
    page.line(&line);
}

/// A linear scale with round steps.
struct Scale {
    low: f64,
    step: f64,
    /// Columns of a step.
    cell: usize,
    steps: usize,
}

impl Scale {
    /// Returns the scale over the committed bounds of these figures.
    fn over<'a>(figures: impl Iterator<Item = &'a Figure>) -> Option<Self> {
        let mut ends: Option<(f64, f64)> = None;
        for figure in figures {
            for value in [Some(figure.value), figure.low, figure.high].into_iter().flatten() {
                let (low, high) = ends.unwrap_or((value, value));
                ends = Some((low.min(value), high.max(value)));
            }
        }
        let (low, high) = ends.filter(|(low, high)| low.is_finite() && high.is_finite())?;
        // A scale from zero shows what a change is worth, unless that would squeeze everything.
        let low =
            if low > 0.0 && high - low > low * 0.25 || low == high { low.min(0.0) } else { low };
        let cell = words::number((high * 1.2).ceil()).len().max(3) + 1;
        let most = (WIDE - 2) / cell;
        let mut step = 1.0_f64;
        if high - low < 1.0 {
            step = 0.01;
        }
        let factors = [2.0, 2.5, 2.0];
        let mut at = 0;
        while (high - low) / step > (most.max(2) - 1) as f64 {
            step *= factors[at % 3];
            at += 1;
        }
        if step > 1.0 {
            step = step.ceil();
        }
        let low = (low / step).floor() * step;
        let steps = ((high - low) / step).ceil().max(1.0) as usize;
        Some(Self { low, step, cell, steps: steps.min(most) })
    }

    fn ticks(&self) -> String {
        let mut out = String::new();
        for at in 0..=self.steps {
            let label = words::number(self.low + at as f64 * self.step);
            out = pad(&out, at * self.cell);
            out.push_str(&label);
        }
        out
    }

    fn column(&self, value: f64) -> usize {
        let column = (value - self.low) / self.step * self.cell as f64;
        (column.round().max(0.0) as usize).min(WIDE - 2)
    }

    fn bar(&self, figure: &Figure) -> String {
        let at = self.column(figure.value);
        let low = figure.low.map_or(0, |low| self.column(low));
        let high = figure.high.map_or(WIDE - 2, |high| self.column(high));
        let between = |left: char, inner: char, right: char| {
            let mut out = " ".repeat(low);
            out.push(left);
            out.extend(std::iter::repeat_n(inner, high.saturating_sub(low + 1)));
            if high > low {
                out.push(right);
            }
            out
        };
        match figure.bound {
            _ if figure.delta => format!("{:at$}+", ""),
            _ if figure.soft && high < low + 2 => format!("{:1$}(o)", "", low.saturating_sub(1)),
            _ if figure.soft => between('(', '-', ')'),
            Bound::AtLeast | Bound::MoreThan => between('[', '-', '>'),
            Bound::AtMost | Bound::LessThan => between('<', '-', ']'),
            Bound::Range => between('[', '-', ']'),
            _ => format!("{:at$}o", ""),
        }
    }
}
