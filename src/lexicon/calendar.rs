use serde::Deserialize;

use crate::lexicon::words::rows;
use crate::lexicon::{Column, Lexicon, Vocabulary, WordId};

/// A word of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarWord {
    /// Monday is 0.
    Weekday(u32),
    /// January is 1.
    Month(u32),
    /// day, weeks, fortnight.
    Unit(CalendarUnit),
    /// weekend.
    Weekend,
    /// morning, afternoon, evening, night.
    Part,
    /// today, tonight, yesterday, tomorrow: so many days from today.
    Relative(i64),
    /// Its first month.
    Season(u32),
}

/// What is counted in "three weeks ago".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarUnit {
    /// Hours and minutes.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Two weeks.
    Fortnight,
    /// Months.
    Month,
    /// Three months.
    Quarter,
    /// Years.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Lexicon {
    /// Returns the word of the calendar, if it is one; "May" and "March" must be judged by their capital.
    #[inline]
    pub fn calendar(&self, id: WordId) -> Option<CalendarWord> {
        self.calendar.get(id).copied()
    }
}

/// Reads the table.
pub(super) fn table(words: &mut Vocabulary) -> Column<CalendarWord> {
    let rows = rows::<Row>(include_str!("../../lexicons/calendar.csv"));
    Column::new(words, rows.iter().filter_map(|row| Some((row.word.as_str(), row.read()?))))
}

#[derive(Deserialize)]
struct Row {
    word: String,
    kind: String,
    value: String,
}

impl Row {
    /// Returns the value of a row; a test holds that every row has one.
    fn read(&self) -> Option<CalendarWord> {
        let number = || self.value.parse::<i64>().ok();
        let small = || u32::try_from(number()?).ok();
        Some(match self.kind.as_str() {
            "weekday" => CalendarWord::Weekday(small()?),
            "month" => CalendarWord::Month(small()?),
            "unit" => CalendarWord::Unit(unit(&self.value)?),
            "weekend" => CalendarWord::Weekend,
            "part" => CalendarWord::Part,
            "relative" => CalendarWord::Relative(number()?),
            "season" => CalendarWord::Season(small()?),
            _ => return None,
        })
    }
}

fn unit(name: &str) -> Option<CalendarUnit> {
    Some(match name {
        "hour" => CalendarUnit::Hour,
        "day" => CalendarUnit::Day,
        "week" => CalendarUnit::Week,
        "fortnight" => CalendarUnit::Fortnight,
        "month" => CalendarUnit::Month,
        "quarter" => CalendarUnit::Quarter,
        "year" => CalendarUnit::Year,
        "decade" => CalendarUnit::Decade,
        "century" => CalendarUnit::Century,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Row;
    use crate::lexicon::words::rows;

    #[test]
    fn every_row_is_read() {
        for row in rows::<Row>(include_str!("../../lexicons/calendar.csv")) {
            assert!(row.read().is_some(), "{}", row.word);
        }
    }
}
