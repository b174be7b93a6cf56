use chrono::{Datelike, Days, Months, NaiveDate};

use crate::claim::Grain;
use crate::lexicon::CalendarUnit;

/// First and last day.
pub(crate) type Range = (NaiveDate, NaiveDate);

/// Returns the days of a month.
pub(crate) fn month(year: i32, month: u32) -> Option<Range> {
    months(year, month, 1)
}

/// Returns the days of so many months from this one on.
pub(crate) fn months(year: i32, month: u32, count: u32) -> Option<Range> {
    let start = NaiveDate::from_ymd_opt(year, month, 1)?;
    let next = start.checked_add_months(Months::new(count))?;
    Some((start, next.pred_opt()?))
}

/// Returns the days of a year.
pub(crate) fn year(year: i32) -> Option<Range> {
    months(year, 1, 12)
}

/// Returns the unit that holds a day: its week from Monday, its month, its year.
pub(crate) fn holding(date: NaiveDate, unit: CalendarUnit) -> Option<(Range, Grain)> {
    let found = match unit {
        CalendarUnit::Hour => ((date, date), Grain::Hour),
        CalendarUnit::Day => ((date, date), Grain::Day),
        CalendarUnit::Week | CalendarUnit::Fortnight => {
            let monday = back(date, u64::from(date.weekday().num_days_from_monday()))?;
            ((monday, ahead(monday, 6)?), Grain::Week)
        }
        CalendarUnit::Month => (month(date.year(), date.month())?, Grain::Month),
        CalendarUnit::Quarter => {
            (months(date.year(), date.month0() / 3 * 3 + 1, 3)?, Grain::Quarter)
        }
        CalendarUnit::Year => (year(date.year())?, Grain::Year),
        CalendarUnit::Decade => (years(date.year().div_euclid(10) * 10, 10)?, Grain::Span),
        CalendarUnit::Century => (years(date.year().div_euclid(100) * 100, 100)?, Grain::Span),
    };
    Some(found)
}

/// Returns the days of so many years.
pub(crate) fn years(first: i32, count: i32) -> Option<Range> {
    Some((year(first)?.0, year(first.checked_add(count - 1)?)?.1))
}

/// Returns a day so many units later; a negative count goes back.
pub(crate) fn shift(date: NaiveDate, count: i64, unit: CalendarUnit) -> Option<NaiveDate> {
    let steps = count.unsigned_abs();
    let by_days = |days: u64| {
        let days = steps.checked_mul(days)?;
        if count < 0 { back(date, days) } else { ahead(date, days) }
    };
    let by_months = |months: u64| {
        let months = Months::new(u32::try_from(steps.checked_mul(months)?).ok()?);
        if count < 0 { date.checked_sub_months(months) } else { date.checked_add_months(months) }
    };
    match unit {
        CalendarUnit::Hour => Some(date),
        CalendarUnit::Day => by_days(1),
        CalendarUnit::Week => by_days(7),
        CalendarUnit::Fortnight => by_days(14),
        CalendarUnit::Month => by_months(1),
        CalendarUnit::Quarter => by_months(3),
        CalendarUnit::Year => by_months(12),
        CalendarUnit::Decade => by_months(120),
        CalendarUnit::Century => by_months(1200),
    }
}

/// Returns a day so many days later.
pub(crate) fn ahead(date: NaiveDate, days: u64) -> Option<NaiveDate> {
    date.checked_add_days(Days::new(days))
}

/// Returns a day so many days earlier.
pub(crate) fn back(date: NaiveDate, days: u64) -> Option<NaiveDate> {
    date.checked_sub_days(Days::new(days))
}

/// Returns the first third of a range, the middle one (1) or the last (2).
pub(crate) fn third((start, end): Range, part: u8) -> Option<Range> {
    let days = (end - start).num_days().unsigned_abs() + 1;
    // Thirds of a year end with a month, those of a month on the 10th and 20th.
    let months =
        (end.year() * 12 + end.month0() as i32) - (start.year() * 12 + start.month0() as i32) + 1;
    if months >= 3 {
        let step = months as u32 / 3;
        let first = start.checked_add_months(Months::new(step * u32::from(part)))?;
        let next = first.checked_add_months(Months::new(step))?;
        return Some((first, if part == 2 { end } else { next.pred_opt()? }));
    }
    let step = days / 3;
    let first = ahead(start, step * u64::from(part))?;
    Some((first, if part == 2 { end } else { ahead(first, step.max(1) - 1)? }))
}
