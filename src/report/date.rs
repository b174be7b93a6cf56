use chrono::{Datelike, NaiveDate};

/// Returns `19 July 2022`.
pub(super) fn long(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// Returns `19 July`, with the year where it is not the one that the reader has in mind.
pub(super) fn near(day: NaiveDate, year: Option<i32>) -> String {
    if year == Some(day.year()) { day.format("%-d %B").to_string() } else { long(day) }
}
