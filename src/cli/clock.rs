//! The only reader of the clock.

use chrono::{Local, NaiveDate, SecondsFormat, Utc};
use claimbook::claim::When;

/// Returns the day on this machine.
#[expect(clippy::disallowed_methods, reason = "this is the place where the clock is read")]
pub(crate) fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// Returns the moment, in UTC to the second.
#[expect(clippy::disallowed_methods, reason = "this is the place where the clock is read")]
pub(crate) fn now() -> When {
    let now = Utc::now();
    let text = now.to_rfc3339_opts(SecondsFormat::Secs, true);
    text.parse().unwrap_or_else(|_| When::day(now.date_naive()))
}
