use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A date or a date-time as written; a date counts as 00:00.
///
/// Read are `2022-07-19`, `2022-07-19T09:10`, `2022-07-19T09:10:00` and RFC 3339 with a zone,
/// which is compared in UTC. The text is kept, so that canonical bytes survive.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct When {
    #[schemars(with = "String")]
    text: String,
    #[schemars(skip)]
    at: NaiveDateTime,
}

impl When {
    /// Returns the first moment of a day.
    pub fn day(date: NaiveDate) -> Self {
        Self { text: date.to_string(), at: date.and_time(NaiveTime::MIN) }
    }

    /// Returns the day.
    pub fn date(&self) -> NaiveDate {
        self.at.date()
    }

    /// Returns the moment.
    pub fn moment(&self) -> NaiveDateTime {
        self.at
    }

    /// Tells whether a time of day was written.
    pub fn has_time(&self) -> bool {
        self.text.len() > 10
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let at = if text.len() == 10 {
            text.parse::<NaiveDate>().ok().map(|date| date.and_time(NaiveTime::MIN))
        } else {
            DateTime::parse_from_rfc3339(text)
                .map(|moment| moment.naive_utc())
                .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"))
                .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M"))
                .ok()
        };
        match at {
            Some(at) => Ok(Self { text: text.to_owned(), at }),
            None => Err(format!(
                "`{}` is no date: write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ",
                text.escape_debug()
            )),
        }
    }
}

impl TryFrom<String> for When {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<When> for String {
    fn from(when: When) -> Self {
        when.text
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl PartialEq for When {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl Eq for When {}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for When {
    fn cmp(&self, other: &Self) -> Ordering {
        self.at.cmp(&other.at)
    }
}
