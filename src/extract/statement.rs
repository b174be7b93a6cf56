use crate::article::Span;
use crate::extract::clause::is_finite;
use crate::extract::{Clause, Held, Join, Reading, Stretch};
use crate::lexicon::{Classes, EventWords};

/// The most characters of a statement.
const LONGEST: usize = 300;

/// Returns the words of a claim as a statement: one line, without outer quote marks, "that" and the
/// marks around it, at most 300 characters.
pub(super) fn plain(words: &str) -> String {
    let mut out = words.split_whitespace().collect::<Vec<_>>().join(" ");
    loop {
        let before = out.len();
        out = bare(&out).to_owned();
        if out.len() == before {
            break;
        }
    }
    if let Some(c) = out.chars().next().filter(|c| c.is_lowercase()) {
        out.replace_range(..c.len_utf8(), &c.to_uppercase().to_string());
    }
    shorten(out)
}

/// Returns the words of a clause with the subject that it shares with the clauses before it.
pub(super) fn completed(
    reading: &Reading<'_>,
    held: &Held,
    before: &[Clause],
    clauses: &[Clause],
) -> String {
    let Some(first) = clauses.first() else { return String::new() };
    let mut words = String::new();
    let mut rest = first.tokens;
    let subject = before.first().map(|main| subject(reading, held, main.tokens));
    match (first.join, subject.filter(|subject| !subject.is_empty())) {
        (Join::Shared, Some(subject)) => words.push_str(slice(reading, subject)),
        (Join::Ing, Some(subject)) => {
            words.push_str(slice(reading, subject));
            if let Some(past) = EventWords::builtin().past(reading.text(rest.start)) {
                words.push(' ');
                words.push_str(past);
                rest.start += 1;
            }
        }
        (Join::Which, _) if reading.is(rest.start, Classes::RELATIVE) => {
            let noun =
                before.last().map_or_else(Stretch::default, |last| noun(reading, last.tokens));
            words.push_str(slice(reading, noun));
            rest.start += 1;
        }
        (Join::With | Join::When, _) if rest.len() > 1 => rest.start += 1,
        _ => {}
    }
    for tokens in [rest].into_iter().chain(clauses[1..].iter().map(|clause| clause.tokens)) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(slice(reading, tokens));
    }
    plain(&words)
}

/// What stands before the verb of a clause.
fn subject(reading: &Reading<'_>, held: &Held, clause: Stretch) -> Stretch {
    let verb = clause.range().find(|at| is_finite(reading, held, *at)).unwrap_or(clause.end);
    let mut start = clause.start;
    // "On Friday, a truck": the subject starts behind the last comma.
    for at in clause.start..verb {
        if reading.text(at) == "," || at == clause.start && reading.text(at) == "that" {
            start = at + 1;
        }
    }
    // "On Friday the bank": the day is no subject.
    let time = Classes::WEEKDAY | Classes::MONTH | Classes::TIME;
    let leads = start + 1 < verb && reading.is(start, Classes::PREPOSITION);
    if leads && reading.is(start + 1, time) {
        start += 1;
    }
    while start < verb && reading.is(start, time | Classes::DIGITS) {
        start += 1;
    }
    Stretch::new(start, verb)
}

/// The noun at the end of a clause that a relative clause is about; times are passed over.
fn noun(reading: &Reading<'_>, clause: Stretch) -> Stretch {
    let mut end = clause.end;
    loop {
        let mut start = end;
        while start > clause.start && !reading.is(start - 1, Classes::PREPOSITION | Classes::MARK) {
            start -= 1;
        }
        let time = Classes::WEEKDAY | Classes::MONTH | Classes::TIME;
        let dates = (start..end).any(|at| reading.is(at, time));
        if !dates || start <= clause.start + 1 {
            return Stretch::new(start, end);
        }
        end = start - 1;
    }
}

fn slice<'a>(reading: &Reading<'a>, tokens: Stretch) -> &'a str {
    let span: Span = reading.span(tokens);
    reading.article.slice(span)
}

/// Drops one layer: marks at the ends, a pair of quote marks, a conjunction.
fn bare(text: &str) -> &str {
    let text = text.trim_matches([' ', ',', ';', ':', '-', '–', '—', '.']);
    const PAIRS: &[(&str, &str)] = &[
        ("\"", "\""),
        ("“", "”"),
        ("``", "''"),
        ("''", "''"),
        ("‘", "’"),
        ("\"", "”"),
        ("“", "\""),
    ];
    for (open, close) in PAIRS {
        let inner = text.strip_prefix(open).and_then(|inner| inner.strip_suffix(close));
        if let Some(inner) = inner.filter(|inner| !inner.contains(open) && !inner.contains(close)) {
            return inner;
        }
    }
    let opens = text.strip_prefix(['"', '“', '”']).filter(|rest| !rest.contains(['"', '“', '”']));
    if let Some(rest) =
        opens.or_else(|| text.strip_prefix("``").filter(|rest| !rest.contains("''")))
    {
        return rest;
    }
    let closes = text.strip_suffix(['"', '“', '”']).filter(|rest| !rest.contains(['"', '“', '”']));
    if let Some(rest) = closes {
        return rest;
    }
    for lead in ["that ", "whether ", "That ", "and ", "but "] {
        if let Some(rest) = text.strip_prefix(lead) {
            return rest;
        }
    }
    text
}

/// Cuts at the last space that leaves room for three dots.
fn shorten(text: String) -> String {
    if text.chars().count() <= LONGEST {
        return text;
    }
    let end = text.char_indices().nth(LONGEST - 4).map_or(text.len(), |(at, _)| at);
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{} ...", text[..cut].trim_end_matches([',', ';', ' ']))
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::extract::fill::tests::claims;

    #[test]
    fn later_clauses_get_their_subject() {
        let last = |text| claims(text).pop().map(|claim| claim.statement).unwrap_or_default();
        assert_eq!(
            last("The mayor resigned and his deputy was sworn in."),
            "His deputy was sworn in"
        );
        assert_eq!(
            last("On Friday the bank sacked its chief and appointed Ann Lee."),
            "The bank appointed Ann Lee"
        );
    }

    #[test]
    fn drops_what_is_not_the_claim() {
        assert_eq!(plain("that  the mill\nwill close,"), "The mill will close");
        assert_eq!(plain("\"We will close,”"), "We will close");
        assert_eq!(plain("``It is over.''"), "It is over");
        assert_eq!(plain("the “old” mill closed"), "The “old” mill closed");
        assert_eq!(plain(""), "");
    }

    #[test]
    fn is_short_and_on_one_line() {
        let long = plain(&"ä word ".repeat(200));
        assert!(long.chars().count() <= 300 && long.ends_with("..."), "{long}");
    }
}
