use crate::article::TokenKind;
use crate::lexicon::{CalendarWord, FigureRole, Tags};
use crate::slots::figure::noun::{Noun, is_plural};
use crate::slots::line::Line;
use crate::slots::number::Number;

/// Tells whether the number at a token is a date, an age, a score, a name or an address.
///
/// `firm` tells that a bound, a currency or a range stands there, which names and dates do not have.
pub(crate) fn is_no_figure(
    line: Line<'_>,
    at: usize,
    number: &Number,
    noun: &Noun,
    firm: bool,
) -> bool {
    is_glued(line, at, number, noun)
        || is_one(line, at, number, noun, firm)
        || is_date(line, at, number)
        || is_clock(line, number)
        || is_age(line, at, number)
        || is_when(line, at, number, noun)
        || is_ratio(line, at, number)
        || (!firm && (is_named(line, at, number) || is_year(line, at, number, noun)))
        || (number.high.is_some() && !number.vague && is_score(line, at, number, noun))
        || (number.bare && is_listed(line, at, number))
        || is_definite(line, at, number, noun, firm)
        || is_age_group(line, at, number, noun)
}

/// "T-72", "12-point", "12th", "1980s": the digits are a part of a word; "180-metre" is a measure.
fn is_glued(line: Line<'_>, at: usize, number: &Number, noun: &Noun) -> bool {
    let digits = line.has(at, TokenKind::Number);
    let before = at >= 2
        && line.touches(at)
        && line.touches(at - 1)
        && matches!(line.word(at - 1), "-" | "/" | ".")
        && (line.has(at - 2, TokenKind::Word) || line.has(at - 2, TokenKind::Number));
    let hash = line.touches(at) && matches!(line.before(at, 1), "#" | "@" | "/" | "№" | "°");
    let end = number.end;
    let hyphen = line.touches(end) && line.touches(end + 1) && line.is(end, "-");
    let compound =
        digits && hyphen && line.has(end + 1, TokenKind::Word) && !line.is(end + 1, "strong");
    let suffix = digits
        && line.touches(end)
        && line.has(end, TokenKind::Word)
        && !(noun.is_unit && noun.end == end + 1);
    before || hash || compound || suffix
}

/// "one" is a number only before a noun: not "one of us", "no one", "one day".
fn is_one(line: Line<'_>, at: usize, number: &Number, noun: &Noun, firm: bool) -> bool {
    if !line.is(at, "one") || number.end > at + 1 {
        return false;
    }
    let pronoun = line.has_role(at.wrapping_sub(1), FigureRole::OneBehind);
    let idle = line.has_role(at + 1, FigureRole::OneBefore);
    if line.is(at + 1, "of") {
        return true;
    }
    // "one was killed", "one dead"
    let measured = (at + 1..at + 4).any(|at| line.measures(at).iter().any(|word| word.right));
    if measured && !pronoun {
        return false;
    }
    let named = noun.name.is_some() && (noun.is_unit || !line.is_stop(at + 1));
    !named || (!firm && (pronoun || idle))
}

/// "March 5", "5 March", "3 to 5 March", "March 3 and 4".
fn is_date(line: Line<'_>, at: usize, number: &Number) -> bool {
    let month = |at: usize| {
        matches!(line.calendar(at), Some(CalendarWord::Month(_))) && line.is_capital(at)
    };
    let small = |value: f64| value <= 31.0 && value.fract() == 0.0;
    if !number.bare {
        return false;
    }
    let end = number.end;
    let dot = usize::from(line.before(at, 1) == ".");
    let months_before = at > dot && month(at - 1 - dot);
    if (months_before || month(end)) && (small(number.value) || number.value > 1000.0) {
        return true;
    }
    let joins = |at: usize| line.any(at, &["and", "to", "or", "-", "–", ",", "&"]);
    let second = joins(end) && line.has(end + 1, TokenKind::Number) && month(end + 2);
    let third = at >= 3 && joins(at - 1) && line.has(at - 2, TokenKind::Number) && {
        let dot = usize::from(line.before(at, 3) == ".");
        at >= 3 + dot && month(at - 3 - dot)
    };
    // "March 5, 1987"
    let weekday = matches!(line.calendar(at.wrapping_sub(1)), Some(CalendarWord::Weekday(_)));
    (small(number.value) && (second || weekday)) || third
}

/// "8 p.m.", "1850 GMT".
fn is_clock(line: Line<'_>, number: &Number) -> bool {
    let word = line.word(number.end);
    // "three o’clock" may be in words and with any apostrophe.
    let hour = word.len() > 6 && word.starts_with(['o', 'O']) && word.ends_with("clock");
    hour || (number.bare && line.has_role(number.end, FigureRole::Clock))
}

/// "aged 23", ", 23,", "23 years old", "23-year-old".
fn is_age(line: Line<'_>, at: usize, number: &Number) -> bool {
    let end = number.end;
    let before = line.before(at, 1);
    if line.has_role(at.wrapping_sub(1), FigureRole::Age)
        || (line.is(at.wrapping_sub(1), "of") && line.is(at.wrapping_sub(2), "age"))
    {
        return true;
    }
    let years = line.any(end, &["years", "year", "months"]);
    if years && (line.is(end + 1, "old") || (line.is(end + 1, "of") && line.is(end + 2, "age"))) {
        return true;
    }
    // "ages 55 to 65", "who is 70."
    let second = line.any(at.wrapping_sub(1), &["to", "and", "-", "–"])
        && line.has_role(at.wrapping_sub(3), FigureRole::Age);
    let person = line.any(at.wrapping_sub(2), &["who", "he", "she"])
        && line.any(at.wrapping_sub(1), &["is", "was"]);
    let name = at >= 2 && line.is_capital(at - 2);
    let closes = matches!(line.word(end), "," | ";" | ")" | "." | "" | "-" | "–" | "—");
    number.bare
        && number.value < 120.0
        && (second || (closes && (person || (name && matches!(before, "," | "(")))))
}

/// "people under 30": a bound on years of age, which nobody counts.
fn is_age_group(line: Line<'_>, at: usize, number: &Number, noun: &Noun) -> bool {
    let measured = !line.measures(number.end).is_empty();
    line.any(at.wrapping_sub(1), &["under", "over"])
        && number.bare
        && number.value < 100.0
        && noun.name.is_none()
        && !measured
}

/// "three days ago", "in the last three weeks": they say when, and are periods.
fn is_when(line: Line<'_>, at: usize, number: &Number, noun: &Noun) -> bool {
    let counts = noun.is_time || matches!(line.calendar(number.end), Some(CalendarWord::Unit(_)));
    if !counts {
        return false;
    }
    let behind = noun.end.max(number.end + 1);
    line.has_role(behind, FigureRole::NotNow)
        || line.has_role(at.wrapping_sub(1), FigureRole::SpanBefore)
}

/// "4 in 10 voters", "one out of five": shares, not counts.
fn is_ratio(line: Line<'_>, at: usize, number: &Number) -> bool {
    let digit = |at: usize| line.has(at, TokenKind::Number) || line.tagged(at, Tags::NUMBER);
    let end = number.end;
    let first = number.value < 100.0
        && number.high.is_none()
        && ((line.is(end, "in") && digit(end + 1) && !line.has(end + 2, TokenKind::Mark))
            || (line.is(end, "out") && line.is(end + 1, "of") && digit(end + 2)));
    let last = at >= 2
        && ((line.is(at - 1, "in") && digit(at - 2))
            || (at >= 3 && line.is(at - 1, "of") && line.is(at - 2, "out") && digit(at - 3)));
    first || last
}

/// "Flight 12", "Boeing 737", "10 Harbour Street", "Group of 7".
fn is_named(line: Line<'_>, at: usize, number: &Number) -> bool {
    if !number.bare && !line.is_capital(at) {
        return false;
    }
    let before = line.before(at, 1);
    let dot = usize::from(before == "." && at >= 2 && line.any(at - 2, &["no", "nos"]));
    let label = at > dot && line.has_role(at - 1 - dot, FigureRole::Label);
    if label && (number.bare || line.is_capital(at)) {
        // "in that case 9 people"
        return line.is_capital(at - 1 - dot) || !is_plural(line.word(number.end));
    }
    if !number.bare {
        // "Ground Zero", "Air Force One"
        return at > 0 && number.end == at + 1 && line.is_capital(at - 1) && !line.is_stop(at - 1);
    }
    let mut next = number.end;
    while next < number.end + 4 && line.is_capital(next) {
        if next > number.end && line.has_role(next, FigureRole::Street) {
            return true;
        }
        next += 1;
    }
    // "Airbus 320 crashed": a name before and no noun behind.
    let name = at >= 2
        && line.is_capital(at - 1)
        && !line.tagged(at - 1, Tags::STOP.with(Tags::CALENDAR))
        && line.measures(at - 1).is_empty();
    name && number.value < 10_000.0
        && number.value.fract() == 0.0
        && line.has(number.end, TokenKind::Word)
        && !is_plural(line.word(number.end))
        && line.measures(number.end).is_empty()
        && !is_adjectival(line, number.end)
}

/// Tells whether a plural noun stands within a few words: "12 masked gunmen".
fn is_adjectival(line: Line<'_>, at: usize) -> bool {
    (at..at + 4)
        .take_while(|at| line.has(*at, TokenKind::Word) && !line.is_stop(*at))
        .any(|at| is_plural(line.word(at)))
}

/// "in 2019", "the 2016 elections", "(2024 Friday)".
fn is_year(line: Line<'_>, at: usize, number: &Number, noun: &Noun) -> bool {
    let token = line.word(at);
    if !number.bare || token.len() != 4 || !(1500.0..2100.0).contains(&number.value) {
        return false;
    }
    let counted =
        noun.is_unit || is_plural(line.word(number.end)) || is_adjectival(line, number.end);
    let before = line.before(at, 1);
    let preposition = line.has_role(at.wrapping_sub(1), FigureRole::YearBehind)
        || matches!(before, "'" | "’" | "s" | "," | "(");
    !counted || preposition || at == 0
}

/// "won 3-2", "a 54-46 vote", "2019-2020", "555-1234".
fn is_score(line: Line<'_>, at: usize, number: &Number, noun: &Noun) -> bool {
    let token = line.word(at);
    if !token.contains('-') {
        return false;
    }
    let high = number.high.unwrap_or(number.value);
    let years = (1800.0..2100.0).contains(&number.value) && high < 2100.0 && noun.name.is_none();
    let phone = token.len() >= 8 && !token.contains(',') && noun.name.is_none();
    let near = at.saturating_sub(6)..(number.end + 3).min(line.tokens.len());
    years || phone || near.into_iter().any(|at| line.has_role(at, FigureRole::Score))
}

/// "1. First point", "(2) second": a number that only counts the points of a list.
fn is_listed(line: Line<'_>, at: usize, number: &Number) -> bool {
    let closes = matches!(line.word(number.end), "." | ")");
    let opens = at == 0 || (at == 1 && line.word(0) == "(");
    closes && opens && line.tokens.len() > number.end + 1
}

/// "the two men": known ones are not counted, unless the sentence says what became of them.
fn is_definite(line: Line<'_>, at: usize, number: &Number, noun: &Noun, firm: bool) -> bool {
    let known = line.has_role(at.wrapping_sub(1), FigureRole::Definite);
    let few = !number.bare && number.value <= 12.0;
    if firm || !known || noun.is_unit || !(few || noun.name.is_none()) {
        return false;
    }
    let end = (noun.end + 8).min(line.tokens.len());
    !(noun.end.saturating_sub(1)..end).any(|at| !line.measures(at).is_empty())
}
