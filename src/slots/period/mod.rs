//! Periods: time expressions, resolved against the article's date where the words allow it.

mod calendar;
mod date;
mod day;
mod edge;
mod unit;

use chrono::NaiveDate;

use crate::article::TokenKind;
use crate::claim::{Grain, Period, Role};
use crate::lexicon::Tags;
use crate::slots::line::Line;
use crate::slots::number::may_start;

/// What a sentence's time expressions are resolved against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The article's date.
    pub date: Option<NaiveDate>,
    /// The day last spoken of before the sentence: "a day earlier" counts from it.
    pub last: Option<NaiveDate>,
    /// The clause looks ahead: "will leave on Monday".
    pub future: bool,
}

/// A time expression in the making, in tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Found {
    from: usize,
    /// The token behind it.
    to: usize,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    grain: Grain,
}

impl Found {
    /// Returns an expression of known words and unknown time.
    fn unknown(from: usize, to: usize) -> Self {
        Self { from, to, start: None, end: None, grain: Grain::Unknown }
    }

    /// Returns an expression of these days; an unknown one if there are none.
    fn days(from: usize, to: usize, days: Option<(NaiveDate, NaiveDate)>, grain: Grain) -> Self {
        match days {
            Some((start, end)) => Self { from, to, start: Some(start), end: Some(end), grain },
            None => Self::unknown(from, to),
        }
    }
}

/// Finds the time expressions among the tokens of one sentence, in text order.
///
/// All are taken to date the event. What cannot be resolved keeps its words and has no days.
pub fn periods(line: Line<'_>, anchor: &Anchor) -> Vec<Period> {
    if !(0..line.tokens.len()).any(|at| hints(line, at)) {
        return Vec::new();
    }
    let mut anchor = *anchor;
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < line.tokens.len() {
        // An article, a number, a word of time: nothing else starts one.
        if !line.tagged(at, Tags::CALENDAR.with(Tags::WHEN))
            && !may_start(line, at)
            && !line.is(at, "the")
        {
            at += 1;
            continue;
        }
        let floor = found.last().map_or(0, |before| before.to);
        let core = date::read(line, at, &anchor)
            .or_else(|| day::read(line, at, &anchor))
            .or_else(|| unit::read(line, at, &anchor));
        match core {
            Some(core) => {
                at = core.to.max(at + 1);
                let core = edge::extend(line, core, floor);
                anchor.last = core.start.or(core.end).or(anchor.last);
                found.push(core);
            }
            None => at += 1,
        }
    }
    edge::join(line, &mut found);
    found.into_iter().map(|found| period(line, found)).collect()
}

/// Tells whether a token may be of a time expression.
fn hints(line: Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    match line.tokens[at].kind {
        TokenKind::Mark => false,
        TokenKind::Number => word.len() == 4 || word.len() == 10,
        TokenKind::Word => line.tagged(at, Tags::CALENDAR) || date::after_mid(line, at).is_some(),
    }
}

fn period(line: Line<'_>, found: Found) -> Period {
    let mut span = line.tokens[found.from].span().cover(line.tokens[found.to - 1].span());
    // The letter of "1980s." took the full stop.
    span.end -= usize::from(line.word(found.to - 1) == "s.");
    Period {
        text: line.text[span.start..span.end].to_owned(),
        span,
        start: found.start,
        end: found.end,
        grain: found.grain,
        role: Role::Event,
    }
}
