use chrono::{Datelike, NaiveDate};

use crate::claim::Grain;
use crate::lexicon::{CalendarUnit, CalendarWord, WhenRole};
use crate::slots::line::Line;
use crate::slots::period::calendar::{ahead, back, shift};
use crate::slots::period::date;
use crate::slots::period::{Anchor, Found};

/// Reads a day by its name or its place: "Monday", "last Friday night", "yesterday", "this morning".
pub(crate) fn read(line: Line<'_>, at: usize, anchor: &Anchor) -> Option<Found> {
    let shifted = [WhenRole::Last, WhenRole::This, WhenRole::Next, WhenRole::Same]
        .into_iter()
        .find(|role| line.has_when(at, *role));
    let core = at + usize::from(shifted.is_some());
    match line.calendar(core)? {
        CalendarWord::Weekday(day) => weekday(line, at, core, day, shifted, anchor),
        CalendarWord::Relative(days) if shifted.is_none() => relative(line, at, days, anchor),
        CalendarWord::Part => {
            // "last night" was yesterday's; "that night" is the one last spoken of.
            let day = match shifted? {
                WhenRole::Last => anchor.date.and_then(|date| back(date, 1)),
                WhenRole::This => anchor.date,
                WhenRole::Same => anchor.last,
                _ => return None,
            };
            Some(Found::days(at, core + 1, day.map(|day| (day, day)), Grain::Day))
        }
        CalendarWord::Weekend => weekend(line, at, core, shifted, anchor),
        _ => None,
    }
}

fn weekday(
    line: Line<'_>,
    from: usize,
    core: usize,
    day: u32,
    shifted: Option<WhenRole>,
    anchor: &Anchor,
) -> Option<Found> {
    if !line.is_capital(core) && line.word(core).len() <= 5 {
        return None;
    }
    let dot =
        usize::from(line.word(core).len() <= 5 && line.is(core + 1, ".") && line.touches(core + 1));
    let mut to = core + 1 + dot;
    // "Monday, March 5"
    let comma = usize::from(line.is(to, ","));
    if let Some(dated) =
        date::read(line, to + comma, anchor).filter(|found| found.grain == Grain::Day)
    {
        return Some(Found { from, ..dated });
    }
    to = after_part(line, to);
    let resolve = |date: NaiveDate| {
        let since = u64::from((date.weekday().num_days_from_monday() + 7 - day) % 7);
        let until = (7 - since) % 7;
        let whole = |days: u64| if days == 0 { 7 } else { days };
        match (shifted, anchor.future) {
            (Some(WhenRole::Last), _) => back(date, whole(since)),
            (Some(WhenRole::Next), _) => ahead(date, whole(until)),
            (_, true) => ahead(date, until),
            (_, false) => back(date, since),
        }
    };
    let days = anchor.date.and_then(resolve).map(|day| (day, day));
    Some(Found::days(from, to, days, Grain::Day))
}

/// Steps over "morning", "night" behind a day.
fn after_part(line: Line<'_>, at: usize) -> usize {
    at + usize::from(matches!(line.calendar(at), Some(CalendarWord::Part)))
}

/// "yesterday", "tonight", "the day before yesterday", "overnight".
fn relative(line: Line<'_>, at: usize, days: i64, anchor: &Anchor) -> Option<Found> {
    // "USA Today" is a newspaper.
    if line.is_capital(at) && at > 0 && line.is_capital(at - 1) {
        return None;
    }
    let mut from = at;
    let mut days = days;
    if line.is(at.wrapping_sub(2), "day") && days != 0 {
        let beyond = match line.before(at, 1) {
            "before" => -1,
            "after" => 1,
            _ => 0,
        };
        if beyond == days {
            days *= 2;
            from = at - 2 - usize::from(line.is(at.wrapping_sub(3), "the"));
        }
    }
    let day = anchor.date.and_then(|date| shift(date, days, CalendarUnit::Day));
    let range = match line.is(at, "overnight") {
        true => day.and_then(|day| Some((back(day, 1)?, day))),
        false => day.map(|day| (day, day)),
    };
    Some(Found::days(from, after_part(line, at + 1), range, Grain::Day))
}

/// "the weekend", "last weekend": Saturday and Sunday.
fn weekend(
    line: Line<'_>,
    from: usize,
    core: usize,
    shifted: Option<WhenRole>,
    anchor: &Anchor,
) -> Option<Found> {
    let the = usize::from(shifted.is_none() && line.is(core.wrapping_sub(1), "the"));
    let resolve = |date: NaiveDate| {
        // Days since the last Saturday; on a weekend 0 or 1.
        let since = u64::from((date.weekday().num_days_from_monday() + 2) % 7);
        let saturday = match (shifted, anchor.future) {
            (Some(WhenRole::Last), _) if since < 2 => back(date, since + 7),
            (Some(WhenRole::Next), _) if since < 2 => ahead(date, 7 - since),
            (Some(WhenRole::Next), _) | (_, true) if since >= 2 => ahead(date, 7 - since),
            _ => back(date, since),
        }?;
        Some((saturday, ahead(saturday, 1)?))
    };
    Some(Found::days(from - the, core + 1, anchor.date.and_then(resolve), Grain::Span))
}
