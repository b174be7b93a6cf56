use chrono::{Datelike, NaiveDate};

use crate::article::TokenKind;
use crate::claim::Grain;
use crate::lexicon::{CalendarUnit, CalendarWord, Lexicon, Tags, WhenRole};
use crate::slots::line::Line;
use crate::slots::period::calendar::{Range, month, third, year, years};
use crate::slots::period::{Anchor, Found};

/// Reads a date, a month or a year that starts at a token: "March 5, 1987", "3 to 5 March", "July", "2019".
pub(crate) fn read(line: Line<'_>, at: usize, anchor: &Anchor) -> Option<Found> {
    if line.has(at, TokenKind::Number) {
        return iso(line, at)
            .or_else(|| day_month(line, at, anchor))
            .or_else(|| lone_year(line, at));
    }
    if let Some(number) = after_mid(line, at) {
        let (days, to) = month_year(line, number, at + 1, anchor);
        return Some(Found::days(at, to, days.and_then(|days| third(days, 1)), Grain::Month));
    }
    // "the 5th of March"
    let start = if line.is(at, "the") { at + 1 } else { at };
    if start > at {
        let found = day_month(line, start, anchor).or_else(|| decade(line, start))?;
        return Some(Found { from: at, ..found });
    }
    month_first(line, at, anchor)
}

/// Returns the month of "mid-July".
pub(crate) fn after_mid(line: Line<'_>, at: usize) -> Option<u32> {
    let (head, rest) =
        line.tagged(at, Tags::JOINED).then(|| line.word(at).split_at_checked(4))??;
    let lexicon = Lexicon::builtin();
    let month = head.eq_ignore_ascii_case("mid-").then(|| lexicon.calendar(lexicon.id(rest)))??;
    named_by(month, rest).map(|(number, _)| number)
}

/// Returns the month and whether its name is also a common word or a short form that needs more proof.
fn month_named(line: Line<'_>, at: usize) -> Option<(u32, bool)> {
    named_by(line.calendar(at)?, line.word(at))
}

fn named_by(month: CalendarWord, word: &str) -> Option<(u32, bool)> {
    match month {
        CalendarWord::Month(month) if word.starts_with(char::is_uppercase) => {
            Some((month, word.len() <= 3 || word.eq_ignore_ascii_case("march")))
        }
        _ => None,
    }
}

fn iso(line: Line<'_>, at: usize) -> Option<Found> {
    let token = line.word(at);
    let date = (token.len() == 10).then(|| token.parse::<NaiveDate>().ok())??;
    Some(Found::days(at, at + 1, Some((date, date)), Grain::Day))
}

/// Reads the digits of a day of the month, or of several: "5", "3-5".
fn day_of(token: &str) -> Option<(u32, u32)> {
    let (first, last) = token.split_once('-').unwrap_or((token, token));
    let day = |text: &str| {
        let day = text.parse::<u32>().ok()?;
        (text.len() <= 2 && (1..=31).contains(&day)).then_some(day)
    };
    Some((day(first)?, day(last)?))
}

/// Steps over the "th" of "5th".
fn after_day(line: Line<'_>, at: usize) -> usize {
    let ordinal = line.touches(at) && line.any(at, &["st", "nd", "rd", "th"]);
    at + usize::from(ordinal)
}

/// Reads the year behind a date: "1987", ", 1987"; not the number of something.
fn year_at(line: Line<'_>, at: usize) -> Option<(i32, usize)> {
    let comma = usize::from(line.is(at, ","));
    let token = line.word(at + comma);
    let value: i32 = if token.len() == 4 { token.parse().ok()? } else { return None };
    let behind = line.has(at + comma + 1, TokenKind::Word);
    let fits = (1500..2200).contains(&value)
        && !(comma == 1
            && behind
            && !line.any(at + 2, &["and", "in", "at", "when", "after", "the", "to"]));
    fits.then_some((value, at + comma + 1))
}

/// Reads "of last year", "last year" behind a date.
fn told_year(line: Line<'_>, at: usize, anchor: &Anchor) -> Option<(i32, usize)> {
    let at = at + usize::from(line.is(at, "of"));
    let year = Some(CalendarWord::Unit(CalendarUnit::Year)) == line.calendar(at + 1);
    let steps = match () {
        () if line.has_when(at, WhenRole::Last) => -1,
        () if line.has_when(at, WhenRole::This) => 0,
        () if line.has_when(at, WhenRole::Next) => 1,
        () => return None,
    };
    year.then_some((anchor.date?.year() + steps, at + 2))
}

/// "5 March", "3-5 March 1987", "3 to 5 March", "5th of March".
fn day_month(line: Line<'_>, at: usize, anchor: &Anchor) -> Option<Found> {
    let (first, mut last) = day_of(line.word(at))?;
    let mut next = after_day(line, at + 1);
    if line.any(next, &["to", "and", "-", "–", "or", "until", "through"])
        && line.has(next + 1, TokenKind::Number)
    {
        let (_, end) = day_of(line.word(next + 1))?;
        (last, next) = (end, after_day(line, next + 2));
    }
    next += usize::from(line.is(next, "of"));
    let (number, _) = month_named(line, next)?;
    dated(line, at, next + 1, number, (first, last), anchor)
}

/// "March 5", "March 3-5, 1987", "March 3 to 5", "Sept. 13", "July 2016", "July".
fn month_first(line: Line<'_>, at: usize, anchor: &Anchor) -> Option<Found> {
    let (number, common) = month_named(line, at)?;
    // The dot of "Sept." is of it, that behind "July" ends the sentence.
    let full = line.any(at, &["may", "june", "july"]) || line.word(at).len() > 4;
    let short = !full && line.is(at + 1, ".") && line.touches(at + 1);
    let next = at + 1 + usize::from(short);
    if line.has(next, TokenKind::Number)
        && let Some((first, mut last)) = day_of(line.word(next))
    {
        let mut to = after_day(line, next + 1);
        let joined = line.any(to, &["to", "and", "-", "–", "through"])
            && line.has(to + 1, TokenKind::Number);
        if joined
            && let Some((_, end)) = day_of(line.word(to + 1))
            && !line.is_capital(to + 2)
            && end > last
        {
            (last, to) = (end, after_day(line, to + 2));
        }
        return dated(line, at, to, number, (first, last), anchor);
    }
    let led = has_lead(line, at);
    let (days, to) = month_year(line, number, next, anchor);
    let proven = !common || led || to > next || (short && line.word(at).len() > 2);
    proven.then(|| Found::days(at, to, days, Grain::Month))
}

/// Tells whether a word of time stands before: "in May", "last March".
fn has_lead(line: Line<'_>, at: usize) -> bool {
    const LEADS: &[WhenRole] = &[
        WhenRole::Lead,
        WhenRole::By,
        WhenRole::Since,
        WhenRole::Last,
        WhenRole::This,
        WhenRole::Next,
        WhenRole::Early,
        WhenRole::Mid,
        WhenRole::Late,
        WhenRole::Join,
    ];
    let before = at.wrapping_sub(1);
    line.is(before, "of") || LEADS.iter().any(|role| line.has_when(before, *role))
}

/// Resolves days of a month, with the year that stands behind or the nearest one.
fn dated(
    line: Line<'_>,
    from: usize,
    to: usize,
    month: u32,
    (first, last): (u32, u32),
    anchor: &Anchor,
) -> Option<Found> {
    let (written, to) = match year_at(line, to).or_else(|| told_year(line, to, anchor)) {
        Some((year, to)) => (Some(year), to),
        None => (None, to),
    };
    let on = |year: i32| {
        let start = NaiveDate::from_ymd_opt(year, month, first)?;
        let end = NaiveDate::from_ymd_opt(year, month, last)?;
        (start <= end).then_some((start, end))
    };
    let days = match written {
        Some(year) => on(year),
        None => nearest(anchor, on),
    };
    let grain = if first == last { Grain::Day } else { Grain::Span };
    Some(Found::days(from, to, days, grain))
}

fn month_year(line: Line<'_>, number: u32, to: usize, anchor: &Anchor) -> (Option<Range>, usize) {
    let of = usize::from(line.is(to, "of"));
    let written = year_at(line, to + of).filter(|_| !line.is(to, ","));
    match written.or_else(|| told_year(line, to, anchor)) {
        Some((year, to)) => (month(year, number), to),
        None => (nearest(anchor, |year| month(year, number)), to),
    }
}

/// Returns what a year makes of a date that names none: the latest that has begun, or ahead the
/// earliest that has not passed.
pub(crate) fn nearest(anchor: &Anchor, on: impl Fn(i32) -> Option<Range>) -> Option<Range> {
    let date = anchor.date?;
    // 29 February may be several years off.
    let mut years: Vec<i32> = (date.year() - 8..=date.year() + 8).collect();
    if !anchor.future {
        years.reverse();
    }
    years.into_iter().filter_map(on).find(|(start, end)| match anchor.future {
        true => *end >= date,
        false => *start <= date,
    })
}

/// "in 2019", "since 2014", "of 2016": four digits are a year only behind a word of time.
fn lone_year(line: Line<'_>, at: usize) -> Option<Found> {
    let dash = line.before(at, 1) == "-" && line.has_when(at.wrapping_sub(2), WhenRole::Mid);
    let (value, to) = year_at(line, at)?;
    let counted = line.word(to).ends_with('s') && line.has(to, TokenKind::Word);
    if !(dash || (has_lead(line, at) && !counted))
        || line.touches(to) && line.has(to, TokenKind::Word)
    {
        return None;
    }
    let mut days = year(value);
    let mut from = at;
    if dash {
        (days, from) = (days.and_then(|days| third(days, 1)), at - 2);
    }
    Some(Found::days(from, to, days, Grain::Year))
}

/// "the 1980s".
fn decade(line: Line<'_>, at: usize) -> Option<Found> {
    let value: i32 = line.word(at).parse().ok().filter(|_| line.word(at).len() == 4)?;
    // A letter takes the full stop behind it.
    let tens = value % 10 == 0 && line.any(at + 1, &["s", "s."]) && line.touches(at + 1);
    tens.then(|| Found::days(at, at + 2, years(value, 10), Grain::Span))
}
