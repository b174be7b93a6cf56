//! Time expressions against Tuesday, 19 July 2022; the day last spoken of is 10 July.

use chrono::NaiveDate;

use claimbook::slots::{Anchor, Tagged, periods};

fn read(text: &str, future: bool) -> Vec<String> {
    let day = |month, day| NaiveDate::from_ymd_opt(2022, month, day);
    let anchor = Anchor { date: day(7, 19), last: day(7, 10), future };
    let show = |day: Option<NaiveDate>| day.map_or("?".to_owned(), |day| day.to_string());
    let found = periods(Tagged::new(text).line(), &anchor).into_iter();
    found
        .map(|one| {
            assert_eq!(&text[one.span.start..one.span.end], one.text);
            let (start, end) = (show(one.start), show(one.end));
            let days = if start == end { start } else { format!("{start}/{end}") };
            format!("{} = {days} {}", one.text, one.grain)
        })
        .collect()
}

/// The clause looks back (or at what is).
const BACK: &[(&str, &str)] = &[
    ("He left on Monday.", "on Monday = 2022-07-18 day"),
    ("He left Tuesday.", "Tuesday = 2022-07-19 day"),
    ("He left on Wednesday night.", "on Wednesday night = 2022-07-13 day"),
    ("He left last Tuesday.", "last Tuesday = 2022-07-12 day"),
    ("Friday's raid failed.", "Friday = 2022-07-15 day"),
    ("He left late Sunday.", "late Sunday = 2022-07-17 day"),
    ("He left on Monday, July 11.", "on Monday, July 11 = 2022-07-11 day"),
    ("He left yesterday.", "yesterday = 2022-07-18 day"),
    ("He left yesterday morning.", "yesterday morning = 2022-07-18 day"),
    ("He left the day before yesterday.", "the day before yesterday = 2022-07-17 day"),
    ("He left this morning.", "this morning = 2022-07-19 day"),
    ("He left last night.", "last night = 2022-07-18 day"),
    ("Shelling went on overnight.", "overnight = 2022-07-18/2022-07-19 day"),
    ("He left last week.", "last week = 2022-07-11/2022-07-17 week"),
    ("He left earlier this week.", "earlier this week = 2022-07-18/2022-07-24 week"),
    ("He left last month.", "last month = 2022-06-01/2022-06-30 month"),
    ("He left last year.", "last year = 2021-01-01/2021-12-31 year"),
    ("He left over the weekend.", "over the weekend = 2022-07-16/2022-07-17 span"),
    ("He left last weekend.", "last weekend = 2022-07-16/2022-07-17 span"),
    ("It rose in the past week.", "in the past week = 2022-07-12/2022-07-19 span"),
    ("It rose in the last three days.", "in the last three days = 2022-07-16/2022-07-19 span"),
    ("He left a day earlier.", "a day earlier = 2022-07-09 day"),
    ("He left the next day.", "the next day = 2022-07-11 day"),
    ("He left the following day.", "the following day = 2022-07-11 day"),
    ("He left the day before.", "the day before = 2022-07-09 day"),
    ("He left that night.", "that night = 2022-07-10 day"),
    ("He left the same day.", "the same day = 2022-07-10 day"),
    ("He left two weeks later.", "two weeks later = 2022-07-24 week"),
    ("He left two weeks ago.", "two weeks ago = 2022-07-05 week"),
    ("He left three days ago.", "three days ago = 2022-07-16 day"),
    ("He left a year ago.", "a year ago = 2021-01-01/2021-12-31 year"),
    ("He left several days ago.", "several days ago = ? unknown"),
    ("He left three days after the raid.", "three days after = ? unknown"),
    ("He left in July.", "in July = 2022-07-01/2022-07-31 month"),
    ("He left in October.", "in October = 2021-10-01/2021-10-31 month"),
    ("He left in May.", "in May = 2022-05-01/2022-05-31 month"),
    ("He left last May.", "last May = 2022-05-01/2022-05-31 month"),
    ("He left in early May.", "in early May = 2022-05-01/2022-05-10 month"),
    ("He left in mid-May.", "in mid-May = 2022-05-11/2022-05-20 month"),
    ("He left on June 16th of last year.", "on June 16th of last year = 2021-06-16 day"),
    ("He left in June last year.", "in June last year = 2021-06-01/2021-06-30 month"),
    ("He left before Monday's raid.", "Monday = 2022-07-18 day"),
    ("He left in May 2016.", "in May 2016 = 2016-05-01/2016-05-31 month"),
    ("He left on March 5.", "on March 5 = 2022-03-05 day"),
    ("He left on Sept. 13.", "on Sept. 13 = 2021-09-13 day"),
    ("He left on March 5, 1987.", "on March 5, 1987 = 1987-03-05 day"),
    ("He left on 5 March 1987.", "on 5 March 1987 = 1987-03-05 day"),
    ("He left on the 5th of March.", "on the 5th of March = 2022-03-05 day"),
    ("He sailed from 3 to 5 March.", "from 3 to 5 March = 2022-03-03/2022-03-05 span"),
    ("He sailed March 3-5.", "March 3-5 = 2022-03-03/2022-03-05 span"),
    ("He sailed from Monday to Tuesday.", "from Monday to Tuesday = 2022-07-18/2022-07-19 span"),
    ("He left on 2022-07-11.", "on 2022-07-11 = 2022-07-11 day"),
    ("It has risen since February.", "since February = 2022-02-01/? span"),
    ("It has risen since 2014.", "since 2014 = 2014-01-01/? span"),
    ("He left in 2019.", "in 2019 = 2019-01-01/2019-12-31 year"),
    ("It rose between 2014 and 2016.", "between 2014 and 2016 = 2014-01-01/2016-12-31 span"),
    ("It rose in the 1980s.", "in the 1980s = 1980-01-01/1989-12-31 span"),
    ("It rose in the third quarter.", "in the third quarter = 2022-07-01/2022-09-30 quarter"),
    (
        "It rose in the first half of 2021.",
        "in the first half of 2021 = 2021-01-01/2021-06-30 quarter",
    ),
    ("He left last winter.", "last winter = 2021-12-01/2022-02-28 quarter"),
    ("He left in the summer of 2019.", "in the summer of 2019 = 2019-06-01/2019-08-31 quarter"),
    ("He left at the end of May.", "at the end of May = 2022-05-21/2022-05-31 month"),
    ("It nears the end of its fifth month.", "the end of its fifth month = ? unknown"),
];

/// The clause looks ahead.
const AHEAD: &[(&str, &str)] = &[
    ("He will leave on Monday.", "on Monday = 2022-07-25 day"),
    ("He will leave on Tuesday.", "on Tuesday = 2022-07-19 day"),
    ("He will leave next Tuesday.", "next Tuesday = 2022-07-26 day"),
    ("He will leave tomorrow.", "tomorrow = 2022-07-20 day"),
    ("He will leave tonight.", "tonight = 2022-07-19 day"),
    ("He will leave the day after tomorrow.", "the day after tomorrow = 2022-07-21 day"),
    ("He will leave next week.", "next week = 2022-07-25/2022-07-31 week"),
    ("He will leave next month.", "next month = 2022-08-01/2022-08-31 month"),
    ("He will leave in March.", "in March = 2023-03-01/2023-03-31 month"),
    ("He will leave on March 5.", "on March 5 = 2023-03-05 day"),
    ("He will leave on Sept. 13.", "on Sept. 13 = 2022-09-13 day"),
    ("He will leave by Friday.", "by Friday = ?/2022-07-22 span"),
    ("He will leave by the end of the year.", "by the end of the year = ?/2022-12-31 span"),
    ("He will leave in two weeks.", "in two weeks = 2022-08-02 week"),
    ("He will leave within the next 10 days.", "the next 10 days = 2022-07-19/2022-07-29 span"),
    ("He will leave in the coming weeks.", "in the coming weeks = ? unknown"),
    ("It will rise by 2030.", "by 2030 = ?/2030-12-31 span"),
    ("It will open this weekend.", "this weekend = 2022-07-23/2022-07-24 span"),
];

#[test]
fn phrases_of_news_are_resolved() {
    let mut wrong = Vec::new();
    for (table, future) in [(BACK, false), (AHEAD, true)] {
        for (text, want) in table {
            let found = read(text, future);
            if found != [*want] {
                wrong.push(format!("{text}\n   want {want}\n   got  {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_no_time() {
    for text in [
        "They may march on the town.",
        "It cost 2019 euros and 1999 boats sank.",
        "A two-day trip took three weeks.",
        "The second boat sank.",
        "Sun and Sat are names.",
    ] {
        assert_eq!(read(text, false), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn without_a_date_only_full_dates_are_resolved() {
    let text = "He left on Monday, in 2019 and on 5 March 1987.";
    let found = periods(Tagged::new(text).line(), &Anchor::default());
    let starts: Vec<_> = found.iter().map(|one| one.start.map(|day| day.to_string())).collect();
    assert_eq!(starts, [None, Some("2019-01-01".to_owned()), Some("1987-03-05".to_owned())]);
}

#[test]
fn every_row_finds_its_time() {
    let tables =
        [include_str!("../../lexicons/calendar.csv"), include_str!("../../lexicons/when.csv")];
    for table in tables {
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        for row in reader.records().map(Result::unwrap) {
            let example = row.iter().next_back().unwrap();
            let found = read(example, example.contains("will"));
            assert_eq!(found.len(), 1, "{example} {found:?}");
            let words = found[0].to_lowercase();
            assert!(words.contains(&row[0]), "{}: {example} {found:?}", &row[0]);
            assert!(!words.ends_with("unknown"), "{example} {found:?}");
        }
    }
}
