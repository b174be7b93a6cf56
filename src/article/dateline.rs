//! Where and when: the line `date 2022-07-19` and wire datelines such as `MOSCOW, July 19 (Reuters) -`.

use chrono::NaiveDate;

use crate::article::{Meta, Span};

/// A dateline has at most so many bytes.
const LONGEST: usize = 90;
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Returns where the dateline of a paragraph ends; the `date` line only counts in the first one.
pub(super) fn end(text: &str, span: Span, first: bool) -> Option<usize> {
    let line = &text[span.start..span.end];
    if first && let Some((_, end)) = date_line(line) {
        return Some(span.start + end);
    }
    wire(line).map(|wire| span.start + wire.end)
}

/// Fills date and agency of an article from the datelines of its first paragraphs; what is known stays.
pub(super) fn fill(text: &str, meta: &mut Meta) {
    let head = &text[..text.floor_char_boundary(4000)];
    let start = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if meta.date.is_none() {
        meta.date = date_line(start).map(|(date, _)| date);
    }
    for line in start.lines().map(str::trim).filter(|line| !line.is_empty()).take(6) {
        let Some(wire) = wire(line) else { continue };
        if meta.agency.is_none() {
            meta.agency = wire.agency.map(str::to_owned);
        }
        if meta.date.is_none() {
            meta.date = wire.date;
        }
    }
}

/// The form of the seed: `date 2022-07-19`, then anything.
fn date_line(line: &str) -> Option<(NaiveDate, usize)> {
    let rest = line.strip_prefix("date ")?;
    let date = rest.get(..10)?.parse().ok()?;
    rest[10..].chars().next().is_none_or(char::is_whitespace).then_some((date, 15))
}

struct Wire<'a> {
    end: usize,
    agency: Option<&'a str>,
    date: Option<NaiveDate>,
}

/// A place in capitals, then perhaps more of the place, a day, an agency in brackets, and a dash.
fn wire(line: &str) -> Option<Wire<'_>> {
    let bytes = line.as_bytes();
    let capitals = bytes.iter().take_while(|b| b.is_ascii_uppercase()).count();
    if capitals < 3 {
        return None;
    }
    let head = &line[..line.floor_char_boundary(LONGEST)];
    let (at, width) = dash(head)?;
    let lead = head[..at].trim_end();
    let fits =
        lead.bytes().all(|b| b.is_ascii_alphanumeric() || b >= 0x80 || b" ,./()'&".contains(&b));
    let place = lead.split(['(', ',']).next().unwrap_or(lead);
    // `NATO chief - once a critic -` is no dateline: all of the place is in capitals.
    let shouted = place.bytes().all(|b| !b.is_ascii_lowercase());
    (fits && shouted).then(|| Wire {
        end: at + width,
        agency: lead.split_once('(').map(|(_, rest)| rest.trim_end_matches(')').trim()),
        date: written_date(lead),
    })
}

fn dash(head: &str) -> Option<(usize, usize)> {
    [" - ", " -- ", " – ", " — ", "—", "--"]
        .iter()
        .filter_map(|mark| head.find(mark).map(|at| (at, mark.len())))
        .min()
}

/// A day with month and year, as in `July 19, 2022`; without a year it is no date.
fn written_date(lead: &str) -> Option<NaiveDate> {
    let words: Vec<&str> =
        lead.split([' ', ',', '.', '(']).filter(|word| !word.is_empty()).collect();
    words.windows(3).find_map(|three| {
        let name = three[0].get(..3)?.to_ascii_lowercase();
        let month = MONTHS.iter().position(|month| *month == name)? as u32 + 1;
        NaiveDate::from_ymd_opt(three[2].parse().ok()?, month, three[1].parse().ok()?)
            .filter(|_| three[2].len() == 4)
    })
}

#[cfg(test)]
mod tests {
    use super::fill;
    use crate::article::Meta;

    fn meta(text: &str) -> (Option<String>, Option<String>) {
        let mut meta = Meta::default();
        fill(text, &mut meta);
        (meta.date.map(|date| date.to_string()), meta.agency)
    }

    #[test]
    fn reads_both_forms() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(meta(" date 2021-03-04 It rained."), (some("2021-03-04"), None));
        assert_eq!(
            meta("OSLO, March 4, 2021 (NTB) - It rained."),
            (some("2021-03-04"), some("NTB"))
        );
        assert_eq!(meta("OSLO, March 4 (NTB) — It rained."), (None, some("NTB")));
        assert_eq!(meta("NATO chief - once a critic - agrees."), (None, None));
        assert_eq!(meta("date 2021-99-04 It rained."), (None, None));
    }
}
