use serde::Serialize;

use crate::claim::{Basis, Claim, Figure, When};
use crate::status::{Turn, Voice};

/// Measures whose totals only grow while an event unfolds.
const CUMULATIVE: [&str; 6] = ["killed", "injured", "arrested", "infected", "destroyed", "rescued"];

/// The figures of one measure, basis and voice over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What is counted.
    pub measure: Option<String>,
    /// How it came about.
    pub basis: Basis,
    /// Who says it.
    pub voice: Voice,
    /// Its figures in the fold's order.
    pub points: Vec<Point>,
}

/// One figure of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// When it was said, else published.
    pub said: When,
    /// The figure.
    pub figure: Figure,
    /// What it is to the figure that it is compared with.
    pub relation: FigureRelation,
    /// The entry that holds it.
    pub entry: String,
    /// The entry it was compared with.
    pub against: Option<String>,
    /// The value it was compared with.
    pub former: Option<f64>,
    /// When said, published and recorded, and in which article: what "later" is judged by.
    at: (When, When, When),
    /// A later figure revised it, whoever said that.
    superseded: bool,
}

/// How a figure stands to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureRelation {
    /// The first of its measure and basis.
    First,
    /// The intervals agree.
    Agrees,
    /// Later and higher.
    RevisedUp,
    /// Later and lower, of a measure that may fall, within a series.
    RevisedDown,
    /// Later and lower, of a measure that only grows, within a series.
    Corrected,
    /// Another voice commits to something else.
    AtOdds,
}

impl FigureRelation {
    /// Returns the name used in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Agrees => "agrees",
            Self::RevisedUp => "revised_up",
            Self::RevisedDown => "revised_down",
            Self::Corrected => "corrected",
            Self::AtOdds => "at_odds",
        }
    }

    /// Tells whether it is a revision.
    pub fn is_revision(self) -> bool {
        matches!(self, Self::RevisedUp | Self::RevisedDown | Self::Corrected)
    }
}

/// Returns the figure series of the appearances for the claim; a superseded text still said its figure.
pub(crate) fn series(turns: &[Turn<'_>], claims: &[&Claim]) -> Vec<Series> {
    use crate::status::WhyNot::{InPart, SameArticle, Struck};
    let default = claims.first().and_then(|claim| claim.measure.clone());
    let mut out: Vec<Series> = Vec::new();
    for turn in turns {
        let reading = &turn.reading;
        let silent = matches!(reading.why_not, Some(Struck | SameArticle | InPart));
        let (Some(figure), true, false) = (&turn.entry.figure, reading.is_for(), silent) else {
            continue;
        };
        let measure = figure.measure.clone().or_else(|| default.clone());
        let at = out.iter().position(|series| {
            series.measure == measure
                && series.basis == figure.basis
                && series.voice == reading.voice
        });
        let at = at.unwrap_or_else(|| {
            let voice = reading.voice.clone();
            out.push(Series { measure, basis: figure.basis, voice, points: Vec::new() });
            out.len() - 1
        });
        let mut point = Point {
            said: reading.said.clone(),
            figure: figure.clone(),
            relation: FigureRelation::First,
            entry: reading.entry.clone(),
            against: None,
            former: None,
            at: (reading.said.clone(), reading.published.clone(), reading.recorded.clone()),
            superseded: false,
        };
        let compared = reference(&out, at, figure);
        if let Some((other, last)) = compared {
            let old = &out[other].points[last];
            point.relation = compare(old, &point, &out[other], &out[at]);
            if point.relation != FigureRelation::First {
                point.against = Some(old.entry.clone());
                point.former = Some(old.figure.value);
            }
        }
        if point.relation == FigureRelation::RevisedUp {
            supersede(&mut out, at, &point);
        }
        if let Some((other, last)) = compared.filter(|_| point.relation.is_revision()) {
            out[other].points[last].superseded = true;
        }
        out[at].points.push(point);
    }
    out
}

/// Tells whether the latest figures of two voices share no number.
pub(crate) fn at_odds(all: &[Series]) -> bool {
    let latest = |series: &Series| series.points.iter().rposition(|point| !point.figure.delta);
    let standing: Vec<(&Series, &Point)> = all
        .iter()
        .filter_map(|series| Some((series, &series.points[latest(series)?])))
        .filter(|(_, point)| !point.superseded)
        .collect();
    standing.iter().enumerate().any(|(at, (a, p))| {
        standing[at + 1..].iter().any(|(b, q)| {
            a.voice != b.voice
                && comparable(a, b, &p.figure, &q.figure)
                && p.figure.disjoint(&q.figure)
        })
    })
}

/// Returns the place of the figure that a new one of the series at `own` is compared with: the series' own
/// last one, else the highest of a measure that only grows, else the latest.
fn reference(all: &[Series], own: usize, figure: &Figure) -> Option<(usize, usize)> {
    if figure.delta {
        return None;
    }
    let last = |at: usize| {
        let points = &all[at].points;
        points
            .iter()
            .rposition(|point| {
                !point.figure.delta && comparable(&all[own], &all[at], &point.figure, figure)
            })
            .map(|last| (at, last))
    };
    if let Some(found) = last(own) {
        return Some(found);
    }
    let mut others: Vec<_> = (0..all.len()).filter_map(last).collect();
    if others.is_empty() && is_cumulative(&all[own].measure) {
        // Of bases that cannot be compared only this shows: more are feared now than were counted.
        let counts = |at: &usize| all[*at].measure == all[own].measure;
        let latest =
            |at: usize| Some((at, all[at].points.iter().rposition(|point| !point.figure.delta)?));
        others = (0..all.len()).filter(counts).filter_map(latest).collect();
    }
    let point = |(at, last): &(usize, usize)| &all[*at].points[*last];
    if is_cumulative(&all[own].measure) {
        others.into_iter().max_by(|a, b| {
            let (a, b) = (point(a), point(b));
            a.figure.likely[1].total_cmp(&b.figure.likely[1]).then_with(|| a.at.cmp(&b.at))
        })
    } else {
        others.into_iter().max_by(|a, b| point(a).at.cmp(&point(b).at))
    }
}

/// Tells whether two figures measure the same thing in the same way.
fn comparable(a: &Series, b: &Series, p: &Figure, q: &Figure) -> bool {
    let units = a.measure.is_some() || p.unit == q.unit;
    a.measure == b.measure && is_found(a.basis) == is_found(b.basis) && units
}

fn compare(old: &Point, new: &Point, theirs: &Series, ours: &Series) -> FigureRelation {
    let cumulative = is_cumulative(&ours.measure);
    let unsourced = is_nobody(&theirs.voice) && is_nobody(&ours.voice);
    let own = theirs.voice == ours.voice || (unsourced && !cumulative);
    let up = new.figure.likely[0] > old.figure.likely[1];
    let later = new.at > old.at;
    if is_found(theirs.basis) != is_found(ours.basis) {
        let rises = later && up && !is_found(ours.basis);
        return if rises { FigureRelation::RevisedUp } else { FigureRelation::First };
    }
    let named = new.figure.former.is_some_and(|former| former == old.figure.value);
    let revises =
        (named && new.figure.value != old.figure.value) || old.figure.unlikely_same(&new.figure);
    if !revises {
        return FigureRelation::Agrees;
    }
    let up = up || (named && new.figure.value > old.figure.value);
    match (later, up) {
        (true, true) if own || cumulative || named => FigureRelation::RevisedUp,
        (true, false) if own && cumulative => FigureRelation::Corrected,
        (true, false) if own => FigureRelation::RevisedDown,
        _ if old.figure.disjoint(&new.figure) => FigureRelation::AtOdds,
        _ => FigureRelation::Agrees,
    }
}

/// Tells whether a number was found or said, and not only feared.
fn is_found(basis: Basis) -> bool {
    matches!(basis, Basis::Counted | Basis::Reported)
}

/// Tells whether a figure stands in the text of an outlet that we do not know, without a source: the
/// next such figure takes its place.
fn is_nobody(voice: &Voice) -> bool {
    voice.name.is_none() && !voice.key.starts_with("outlet:")
}

/// A total that grew leaves the lower ones of other voices behind; they are not at odds with it.
fn supersede(all: &mut [Series], own: usize, new: &Point) {
    if !is_cumulative(&all[own].measure) && new.figure.former.is_none() {
        return;
    }
    let (measure, found) = (all[own].measure.clone(), is_found(all[own].basis));
    let same = |series: &&mut Series| series.measure == measure && is_found(series.basis) == found;
    for series in all.iter_mut().filter(same) {
        for point in &mut series.points {
            point.superseded |= point.figure.likely[1] < new.figure.likely[0] && point.at <= new.at;
        }
    }
}

fn is_cumulative(measure: &Option<String>) -> bool {
    measure.as_deref().is_some_and(|measure| CUMULATIVE.contains(&measure))
}
