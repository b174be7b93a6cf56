use crate::article::TokenKind;
use crate::lexicon::{FigureRole, Tags, Unit, unit};
use crate::slots::line::Line;
use crate::slots::number::{Number, number};

/// What a number counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Noun {
    /// The unit's base name, or the plural noun.
    pub(crate) name: Option<String>,
    /// The token behind the figure's words: a currency or a percent sign is of them, a noun is not.
    pub(crate) words: usize,
    /// The token behind the noun.
    pub(crate) end: usize,
    /// It counts days, hours, years.
    pub(crate) is_time: bool,
    /// It is a unit of the table.
    pub(crate) is_unit: bool,
}

/// Finds what a number counts, to its right; `coin` is the currency mark before it.
pub(crate) fn noun(line: Line<'_>, number: &Number, coin: Option<&str>) -> Noun {
    let end = number.end;
    if let Some(unit) = coin.and_then(unit) {
        return Noun {
            name: Some(unit.name.clone()),
            words: end,
            end,
            is_unit: true,
            is_time: false,
        };
    }
    if let Some((unit, after)) = unit_at(line, end) {
        return of_unit(line, number, unit, after);
    }
    let (start, shared) = skip_of(line, end);
    let found = match unit_at(line, start).filter(|_| start > end) {
        Some((unit, after)) => of_unit(line, number, unit, after),
        None => match head(line, start, number.value == 1.0) {
            Some(at) => {
                let name = Some(plural(&line.word(at).to_lowercase(), number.value == 1.0));
                Noun { name, end: at + 1, ..Noun::default() }
            }
            None => Noun { end, ..Noun::default() },
        },
    };
    // "32 of the 543 passengers": the noun stands behind the other number.
    Noun { words: end, end: if shared { end } else { found.end }, ..found }
}

/// Returns the plural of a noun that stands in the singular.
fn plural(word: &str, single: bool) -> String {
    let ends = |end: &[&str]| end.iter().any(|end| word.ends_with(end));
    match word {
        _ if !single || is_plural(word) => word.to_owned(),
        _ if ends(&["man"]) => format!("{}men", &word[..word.len() - 3]),
        _ if ends(&["s", "x", "ch", "sh"]) => format!("{word}es"),
        _ if ends(&["y"]) && !ends(&["ay", "ey", "oy", "uy"]) => {
            format!("{}ies", &word[..word.len() - 1])
        }
        _ => format!("{word}s"),
    }
}

fn of_unit(line: Line<'_>, number: &Number, unit: &'static Unit, after: usize) -> Noun {
    let rate =
        unit.name == "barrels" && line.any(after, &["per", "a"]) && line.is(after + 1, "day");
    let (name, after) = match rate {
        true => ("bpd", after + 2),
        false => (unit.name.as_str(), after),
    };
    let shown = unit.is_money()
        || unit.dimension == "percent"
        || (number.end < after && line.touches(number.end));
    Noun {
        name: Some(name.to_owned()),
        words: if shown { after } else { number.end },
        end: after,
        is_time: unit.is_time(),
        is_unit: true,
    }
}

/// Returns the unit at a token and the token behind it; single letters only behind a digit.
pub(crate) fn unit_at(line: Line<'_>, at: usize) -> Option<(&'static Unit, usize)> {
    let whole = line.word(at);
    let word = if whole.len() == 2 { whole.trim_end_matches('.') } else { whole };
    if word.eq_ignore_ascii_case("per") && line.is(at + 1, "cent") {
        return unit("percent").map(|unit| (unit, at + 2));
    }
    let found = if word.len() == whole.len() { line.unit(at) } else { unit(word) }?;
    let letter = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
    let digit = at > 0 && line.has(at - 1, TokenKind::Number);
    (!letter || (digit && (line.touches(at) || word == "m"))).then_some((found, at + 1))
}

/// Steps over "of the 543", and tells whether there was another number.
fn skip_of(line: Line<'_>, at: usize) -> (usize, bool) {
    let mut at = at;
    if line.has_role(at, FigureRole::DeltaAfter) || line.is(at, "other") {
        at += 1;
    }
    if !line.is(at, "of") {
        return (at, false);
    }
    at += 1;
    if line.has_role(at, FigureRole::Definite) {
        at += 1;
    }
    match number(line, at, false) {
        Some(inner) => (inner.end, true),
        None => (at, false),
    }
}

/// Finds the noun that is counted: the first plural within a few words, or the last word for one.
fn head(line: Line<'_>, start: usize, single: bool) -> Option<usize> {
    let mut last = None;
    for at in start..(start + 6).min(line.tokens.len()) {
        let word = line.word(at);
        let ends = Tags::STOP.with(Tags::CALENDAR).with(Tags::NUMBER);
        if !line.has(at, TokenKind::Word) || line.tagged(at, ends) {
            break;
        }
        let measures = line.measures(at);
        if measures.iter().any(|word| word.unit || word.noun) {
            return Some(at);
        }
        if single {
            if line.tagged(at, Tags::PERSON) {
                return Some(at);
            }
            if measures.iter().any(|word| word.right) || word.ends_with("ed") {
                break;
            }
            last = Some(at);
            continue;
        }
        if measures.iter().any(|word| word.right || word.left) {
            // "25 wounded people" counts people; "25 wounded" ends here.
            if !is_plural(line.word(at + 1)) {
                break;
            }
            continue;
        }
        // "crew members" are members; "plain-clothes" describes.
        let goes_on = is_plural(line.word(at + 1)) && line.measures(at + 1).is_empty();
        if is_plural(word) && !word.contains('-') && !(is_count(word) && goes_on) {
            return Some(at);
        }
    }
    last
}

/// Tells whether the table lists a word as a noun that is counted: people, police, crew.
fn is_count(word: &str) -> bool {
    unit(word).is_some_and(|unit| unit.dimension == "count")
}

/// Tells whether a word looks like a plural noun.
pub(crate) fn is_plural(word: &str) -> bool {
    if is_count(word) {
        return true;
    }
    let word = word.as_bytes();
    let ends = |end: &[u8]| {
        word.len() > end.len() && word[word.len() - end.len()..].eq_ignore_ascii_case(end)
    };
    word.len() > 3 && (ends(b"s") && !ends(b"ss") && !ends(b"us") && !ends(b"is") || ends(b"men"))
}
