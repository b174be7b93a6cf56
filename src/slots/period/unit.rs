use chrono::{Datelike, NaiveDate};

use crate::article::TokenKind;
use crate::claim::Grain;
use crate::lexicon::{CalendarUnit, CalendarWord, WhenRole};
use crate::slots::line::Line;
use crate::slots::number::number;
use crate::slots::period::calendar::{Range, holding, months, shift, third, year};
use crate::slots::period::date;
use crate::slots::period::date::nearest;
use crate::slots::period::{Anchor, Found};

/// Reads an expression of counted or shifted units: "last week", "two days ago", "the end of the year".
pub(crate) fn read(line: Line<'_>, at: usize, anchor: &Anchor) -> Option<Found> {
    let the = usize::from(line.is(at, "the"));
    shifted(line, at, at + the, anchor)
        .or_else(|| edge(line, at, at + the, anchor))
        .or_else(|| nth(line, at, at + the, anchor))
        .or_else(|| season(line, at, at + the, anchor))
        .or_else(|| counted(line, at, anchor))
        .or_else(|| (the == 1).then(|| beside(line, at, anchor)).flatten())
}

fn unit_at(line: Line<'_>, at: usize) -> Option<CalendarUnit> {
    match line.calendar(at)? {
        CalendarWord::Unit(unit) => Some(unit),
        _ => None,
    }
}

/// "last week", "the past three days", "this month", "next year", "the following day", "the same day".
fn shifted(line: Line<'_>, from: usize, at: usize, anchor: &Anchor) -> Option<Found> {
    const ROLES: &[WhenRole] = &[
        WhenRole::Last,
        WhenRole::Past,
        WhenRole::This,
        WhenRole::Next,
        WhenRole::Following,
        WhenRole::Previous,
        WhenRole::Same,
    ];
    let role = *ROLES.iter().find(|role| line.has_when(at, **role))?;
    if let Some(CalendarWord::Season(first)) = line.calendar(at + 1) {
        return Some(of_season(from, at + 2, first, Some(role), anchor));
    }
    if let Some(CalendarWord::Month(_)) = line.calendar(at + 1) {
        return shifted_month(line, from, at + 1, role, anchor);
    }
    let count = number(line, at + 1, false);
    let unit_place = count.map_or(at + 1, |count| count.end);
    let unit = unit_at(line, unit_place)?;
    let to = unit_place + 1;
    let vague = count.is_some_and(|count| count.vague || count.high.is_some());
    let many = line.word(unit_place).ends_with('s');
    if vague || (count.is_none() && many) {
        // "in the coming weeks", "the past few days"
        return Some(Found::unknown(from, to));
    }
    let steps = count.map_or(1, |count| count.value as i64);
    // "the next day" follows the day last spoken of.
    let told = from < at && role == WhenRole::Next && unit == CalendarUnit::Day && count.is_none();
    let anaphoric =
        told || matches!(role, WhenRole::Following | WhenRole::Previous | WhenRole::Same);
    let base = if anaphoric { anchor.last } else { anchor.date };
    let days = base.and_then(|base| match role {
        WhenRole::Last if count.is_none() => whole(base, -1, unit),
        WhenRole::Last | WhenRole::Past => Some(((shift(base, -steps, unit)?, base), Grain::Span)),
        WhenRole::Next if count.is_none() => whole(base, 1, unit),
        WhenRole::Next => Some(((base, shift(base, steps, unit)?), Grain::Span)),
        WhenRole::Following => whole(base, 1, unit),
        WhenRole::Previous => whole(base, -1, unit),
        _ => whole(base, 0, unit),
    });
    Some(resolved(from, to, days))
}

/// Returns the unit so many units away.
fn whole(base: NaiveDate, steps: i64, unit: CalendarUnit) -> Option<(Range, Grain)> {
    holding(shift(base, steps, unit)?, unit)
}

fn resolved(from: usize, to: usize, days: Option<(Range, Grain)>) -> Found {
    match days {
        Some((range, grain)) => Found::days(from, to, Some(range), grain),
        None => Found::unknown(from, to),
    }
}

/// "last July" has passed, "next July" has not begun, "this July" is this year's.
fn shifted_month(
    line: Line<'_>,
    from: usize,
    at: usize,
    role: WhenRole,
    anchor: &Anchor,
) -> Option<Found> {
    let day = anchor.date?;
    let ahead = match role {
        WhenRole::Next => true,
        WhenRole::This => anchor.future,
        _ => false,
    };
    let found = date::read(line, at, &Anchor { future: ahead, ..*anchor })?;
    let (start, end) = found.start.zip(found.end)?;
    // A month that runs is neither the last nor the next one.
    let years = match role {
        WhenRole::Last if end >= day => -1,
        WhenRole::Next if start <= day => 1,
        _ => 0,
    };
    let start = shift(start, years, CalendarUnit::Year)?;
    let end = shift(end, years, CalendarUnit::Year)?;
    Some(Found { from, start: Some(start), end: Some(end), ..found })
}

/// "the end of July", "the beginning of next year", "the end of its fifth month" (which stays unknown).
fn edge(line: Line<'_>, from: usize, at: usize, anchor: &Anchor) -> Option<Found> {
    let part = match () {
        () if line.has_when(at, WhenRole::Start) => 0,
        () if line.has_when(at, WhenRole::Middle) => 1,
        () if line.has_when(at, WhenRole::End) => 2,
        () => return None,
    };
    if !line.is(at + 1, "of") {
        return None;
    }
    let inner = at + 2;
    let the = usize::from(line.is(inner, "the"));
    if let Some(unit) = unit_at(line, inner + the).filter(|_| the == 1) {
        let days = anchor.date.and_then(|date| holding(date, unit));
        let days = days.and_then(|(range, grain)| Some((third(range, part)?, grain)));
        return Some(resolved(from, inner + 2, days));
    }
    let bare_year =
        line.has(inner, TokenKind::Number).then(|| line.word(inner).parse::<i32>().ok()).flatten();
    let found = match bare_year.filter(|_| line.word(inner).len() == 4).and_then(year) {
        Some(range) => Some(Found::days(inner, inner + 1, Some(range), Grain::Year)),
        None => {
            date::read(line, inner, anchor).or_else(|| shifted(line, inner, inner + the, anchor))
        }
    };
    if let Some(found) = found {
        let days = found.start.zip(found.end).and_then(|days| third(days, part));
        return Some(Found::days(from, found.to, days, found.grain));
    }
    // Keep the words up to the unit that stands within reach.
    let unit = (inner..inner + 4).find(|at| unit_at(line, *at).is_some())?;
    Some(Found::unknown(from, unit + 1))
}

/// "the third quarter", "the first half of 2022", "the second quarter of this year".
fn nth(line: Line<'_>, from: usize, at: usize, anchor: &Anchor) -> Option<Found> {
    const NTH: &[&str] = &["first", "second", "third", "fourth"];
    let place = NTH.iter().position(|word| line.is(at, word))?;
    if !line.has_when(at, WhenRole::Nth) {
        return None;
    }
    let nth = place as u32;
    let length = match unit_at(line, at + 1) {
        Some(CalendarUnit::Quarter) => 3,
        None if line.is(at + 1, "half") && nth < 2 => 6,
        _ => return None,
    };
    let part = |year: i32| months(year, nth * length + 1, length);
    let of = usize::from(line.is(at + 2, "of"));
    let inner = at + 2 + of;
    let the = usize::from(line.is(inner, "the"));
    let written = line.word(inner).parse::<i32>().ok().filter(|_| line.word(inner).len() == 4);
    let (days, to) = if let Some(year) = written {
        (part(year), inner + 1)
    } else if of == 1 && unit_at(line, inner + the) == Some(CalendarUnit::Year) {
        (anchor.date.and_then(|date| part(date.year())), inner + the + 1)
    } else if let Some(found) =
        shifted(line, inner, inner, anchor).filter(|found| found.grain == Grain::Year)
    {
        (found.start.and_then(|start| part(start.year())), found.to)
    } else if length == 3 {
        (nearest(anchor, part), at + 2)
    } else {
        return None;
    };
    Some(Found::days(from, to, days, Grain::Quarter))
}

/// "the summer of 2019", "winter" behind a shift is read there.
fn season(line: Line<'_>, from: usize, at: usize, anchor: &Anchor) -> Option<Found> {
    let Some(CalendarWord::Season(first)) = line.calendar(at) else { return None };
    if line.is(at + 1, "of")
        && let Ok(year) = line.word(at + 2).parse::<i32>()
    {
        return Some(Found::days(from, at + 3, months(year, first, 3), Grain::Quarter));
    }
    let led = line.is(from.wrapping_sub(1), "in") || line.is(from.wrapping_sub(1), "since");
    led.then(|| of_season(from, at + 1, first, None, anchor))
}

fn of_season(from: usize, to: usize, first: u32, role: Option<WhenRole>, anchor: &Anchor) -> Found {
    let future = match role {
        Some(WhenRole::Next) => true,
        Some(WhenRole::This) | None => anchor.future,
        _ => false,
    };
    // A season that runs is this one, not the last or the next.
    let base = anchor.date.and_then(|date| match role {
        Some(WhenRole::Last) => shift(date, -3, CalendarUnit::Month),
        Some(WhenRole::Next) => shift(date, 3, CalendarUnit::Month),
        _ => Some(date),
    });
    let anchor = Anchor { date: base, future, ..*anchor };
    Found::days(from, to, nearest(&anchor, |year| months(year, first, 3)), Grain::Quarter)
}

/// "two weeks ago", "a day earlier", "three months later", "in two weeks" of a clause that looks ahead.
fn counted(line: Line<'_>, at: usize, anchor: &Anchor) -> Option<Found> {
    let article = line.any(at, &["a", "an"]) && unit_at(line, at + 1).is_some();
    let count = number(line, at, false);
    let (steps, place) = match count {
        _ if article => (Some(1), at + 1),
        Some(count) => {
            let exact = !count.vague && count.high.is_none() && count.value.fract() == 0.0;
            (exact.then_some(count.value as i64), count.end)
        }
        // "years ago"
        None if line.word(at).ends_with('s') => (None, at),
        None => return None,
    };
    let unit = unit_at(line, place)?;
    let behind = place + 1;
    let (base, sign) = if line.has_when(behind, WhenRole::Ago) {
        (anchor.date, -1)
    } else if line.has_when(behind, WhenRole::Earlier) || line.has_when(behind, WhenRole::Later) {
        let sign = if line.has_when(behind, WhenRole::Earlier) { -1 } else { 1 };
        // "three days after the raid" counts from the raid, whose day is not told.
        let event = line.any(behind, &["after", "before"])
            && (line.has(behind + 1, TokenKind::Word) || line.has(behind + 1, TokenKind::Number));
        (if event { None } else { anchor.last }, sign)
    } else if line.is(behind, "from") && line.is(behind + 1, "now") {
        let day = steps.and_then(|steps| shift(anchor.date?, steps, unit));
        return Some(resolved(at, behind + 2, day.and_then(|day| near(day, unit))));
    } else if line.is(at.wrapping_sub(1), "in") && anchor.future && steps.is_some() {
        let day = steps.and_then(|steps| shift(anchor.date?, steps, unit));
        return Some(resolved(at, behind, day.and_then(|day| near(day, unit))));
    } else {
        return None;
    };
    let day = steps.and_then(|steps| shift(base?, sign * steps, unit));
    Some(resolved(at, behind + 1, day.and_then(|day| near(day, unit))))
}

/// Returns the day, or the longer unit that holds it: "two years ago" is no day.
fn near(day: NaiveDate, unit: CalendarUnit) -> Option<(Range, Grain)> {
    match unit {
        // "two weeks later" means about that day.
        CalendarUnit::Week | CalendarUnit::Fortnight => Some(((day, day), Grain::Week)),
        CalendarUnit::Decade | CalendarUnit::Century => holding(day, CalendarUnit::Year),
        _ => holding(day, unit),
    }
}

/// "the day before", "the week after".
fn beside(line: Line<'_>, at: usize, anchor: &Anchor) -> Option<Found> {
    let unit = unit_at(line, at + 1)?;
    let steps = match line.word(at + 2) {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    if matches!(line.calendar(at + 3), Some(CalendarWord::Relative(_))) {
        return None;
    }
    let event = line.has(at + 3, TokenKind::Word);
    let base = if event { None } else { anchor.last };
    Some(resolved(at, at + 3, base.and_then(|base| whole(base, steps, unit))))
}
