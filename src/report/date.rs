use chrono::{Datelike, NaiveDate};

use crate::claim::When;

/// Returns `19 July 2022`.
pub(super) fn long(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// Returns `19 July`, with the year where it is not the one that the reader has in mind.
pub(super) fn near(day: NaiveDate, year: Option<i32>) -> String {
    if year == Some(day.year()) { day.format("%-d %B").to_string() } else { long(day) }
}

/// Returns `19 Jul 2022` or, in a table whose former row has the same year, `19 Jul`; with the time if known.
pub(super) fn row(when: &When, former: Option<&When>) -> String {
    let day = when.date();
    let year = former.is_none_or(|former| former.date().year() != day.year());
    let mut out = day.format(if year { "%e %b %Y" } else { "%e %b" }).to_string();
    if when.has_time() {
        out.push_str(&when.moment().format(" %H:%M").to_string());
    }
    out
}
