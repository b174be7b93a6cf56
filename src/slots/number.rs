use crate::article::TokenKind;
use crate::lexicon::{FigureRole, NumberKind, NumberWord, Tags, WordId};
use crate::slots::line::Line;

/// A number as it is written, without the words around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    /// The value; of a range or a vague word the low end.
    pub(crate) value: f64,
    /// The high end of a range (`10-12`) or of a vague word.
    pub(crate) high: Option<f64>,
    /// The words only hint at it: dozens, several.
    pub(crate) vague: bool,
    /// It counts dozens: near the value on both sides.
    pub(crate) pack: bool,
    /// It was written with digits and nothing else.
    pub(crate) bare: bool,
    /// The scale of its last word, such as a million; else 1.
    pub(crate) scale: f64,
    /// The token behind it.
    pub(crate) end: usize,
}

impl Number {
    /// Returns a number in words of this value.
    pub(crate) fn exact(value: f64, end: usize) -> Self {
        Self { value, high: None, vague: false, pack: false, bare: false, scale: 1.0, end }
    }

    /// Returns a number that words only hint at.
    fn vague(low: f64, high: f64, end: usize) -> Self {
        Self { high: Some(high), vague: true, ..Self::exact(low, end) }
    }
}

/// Reads the number that starts at a token: digits, words, both, or a vague word.
///
/// `money` tells that a currency stands before it, so that `m` is a million.
pub(crate) fn number(line: Line<'_>, at: usize, money: bool) -> Option<Number> {
    match line.tokens.get(at)?.kind {
        TokenKind::Mark => None,
        TokenKind::Number => digits_at(line, at, money),
        TokenKind::Word => words_at(line, at),
    }
}

/// Tells whether a number or a figure may start at a token; most do not.
pub(crate) fn may_start(line: Line<'_>, at: usize) -> bool {
    match line.tokens[at].kind {
        TokenKind::Mark => false,
        TokenKind::Number => true,
        TokenKind::Word => {
            let id = line.id(at);
            line.lexicon.tags(id).any(Tags::FIGURE)
                || id == WordId::UNKNOWN && line.word(at).as_bytes().contains(&b'-')
        }
    }
}

fn digits_at(line: Line<'_>, at: usize, money: bool) -> Option<Number> {
    let (mut value, mut high) = digits(line.word(at))?;
    let mut end = at + 1;
    // "2 1/2": a fraction behind a whole number.
    let whole = high.is_none() && value.fract() == 0.0;
    if let Some(part) = fraction(line.word(end)).filter(|_| whole) {
        value += part;
        end += 1;
    }
    let (mut bare, mut scale) = (true, 1.0);
    while let Some(word) = word_at(line, end) {
        let factor = match word.kind {
            NumberKind::Scale | NumberKind::Hundred => word.value,
            NumberKind::Pack => word.value,
            NumberKind::Letter if line.touches(end) && is_letter_scale(line, end, money) => {
                word.value
            }
            _ => break,
        };
        value *= factor;
        high = high.map(|high| high * factor);
        (bare, scale) = (false, scale * factor);
        end += 1;
    }
    Some(Number { high, bare, scale, ..Number::exact(value, end) })
}

/// `m` is metres or minutes unless money stands before; `k` and `b` are no units of news.
fn is_letter_scale(line: Line<'_>, at: usize, money: bool) -> bool {
    money || !matches!(line.word(at), "m" | "M" | "m." | "M.")
}

/// Reads a token of digits: `1,537`, `1.3`, `10-12`, `2-1/2`; a date, a clock time, a version is none.
fn digits(token: &str) -> Option<(f64, Option<f64>)> {
    if let Some((low, high)) = token.split_once('-') {
        if let Some(part) = fraction(high) {
            return Some((plain(low)? + part, None));
        }
        let (low, high) = (plain(low)?, plain(high)?);
        return (low < high).then_some((low, Some(high)));
    }
    match fraction(token) {
        Some(part) => Some((part, None)),
        None => Some((plain(token)?, None)),
    }
}

/// Reads digits with commas in groups of three and at most one decimal point.
fn plain(token: &str) -> Option<f64> {
    if token.bytes().all(|byte| byte.is_ascii_digit()) {
        return token.parse().ok();
    }
    let (whole, decimals) = token.split_once('.').map_or((token, ""), |(a, b)| (a, b));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    let fits = !first.is_empty()
        && (!grouped || first.len() <= 3)
        && groups.all(|group| group.len() == 3)
        && whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
        && decimals.bytes().all(|byte| byte.is_ascii_digit());
    if !fits {
        return None;
    }
    let mut value = 0.0;
    for digit in whole.bytes().filter(u8::is_ascii_digit) {
        value = 10.0 * value + f64::from(digit - b'0');
    }
    if decimals.is_empty() {
        return Some(value);
    }
    // Let the standard parser round: adding tenths by hand gives 6.300000000000001.
    match grouped {
        false => token.parse().ok(),
        true => format!("{value}.{decimals}").parse().ok(),
    }
}

/// Reads a common fraction of the trade pages: `1/2`, `3/4`, `7/16`.
fn fraction(token: &str) -> Option<f64> {
    let (above, below) = token.split_once('/')?;
    let (above, below): (u8, u8) = (above.parse().ok()?, below.parse().ok()?);
    (above < below && matches!(below, 2 | 3 | 4 | 5 | 8 | 16 | 32 | 64))
        .then(|| f64::from(above) / f64::from(below))
}

/// Reads number words: "three hundred and forty-six", "half a million", "hundreds of thousands".
fn words_at(line: Line<'_>, at: usize) -> Option<Number> {
    if is_article(line, at) {
        let number = match word_at(line, at + 1)?.kind {
            NumberKind::Hundred | NumberKind::Scale | NumberKind::Pack => sum(line, at + 1)?,
            NumberKind::Vague => vague(line, at + 1, true)?,
            _ => return None,
        };
        return Some(number);
    }
    if line.has_role(at, FigureRole::Half) {
        let scale = word_at(line, at + 2).filter(|word| {
            is_article(line, at + 1) && matches!(word.kind, NumberKind::Scale | NumberKind::Pack)
        })?;
        let value = scale.value / 2.0;
        return Some(Number { scale: scale.value, ..Number::exact(value, at + 3) });
    }
    match word_at(line, at)?.kind {
        NumberKind::Vague => vague(line, at, false),
        NumberKind::Unit | NumberKind::Tens => sum(line, at),
        _ => None,
    }
}

fn is_article(line: Line<'_>, at: usize) -> bool {
    line.has_role(at, FigureRole::Single)
}

/// Adds up number words from `at`, which may start with a bare "hundred" behind an article.
fn sum(line: Line<'_>, at: usize) -> Option<Number> {
    let mut total = 0.0;
    let mut current: Option<f64> = None;
    // The last word's worth, so that "five six" and "twenty thirty" end after the first.
    let mut room = f64::INFINITY;
    let mut pack = false;
    let mut scale = 1.0;
    let mut end = at;
    loop {
        let here =
            if total + current.unwrap_or(0.0) > 0.0 { skip_and(line, end, room) } else { end };
        let Some(word) = word_at(line, here) else { break };
        match word.kind {
            NumberKind::Unit | NumberKind::Tens if word.value < room && !pack => {
                current = Some(current.unwrap_or(0.0) + word.value);
                scale = 1.0;
                room = match word.value {
                    value if value >= 20.0 && value % 10.0 == 0.0 => 10.0,
                    _ => 0.0,
                };
            }
            NumberKind::Hundred if here == end && current.unwrap_or(1.0) < 100.0 => {
                current = Some(100.0 * current.unwrap_or(1.0));
                room = 100.0;
            }
            NumberKind::Scale if here == end => {
                total += current.take().unwrap_or(1.0) * word.value;
                (room, scale) = (1000.0, word.value);
            }
            NumberKind::Pack if here == end && total == 0.0 => {
                current = Some(current.unwrap_or(1.0) * word.value);
                (pack, room) = (true, 0.0);
            }
            _ => break,
        }
        end = here + 1;
        if let Some(half) = half_behind(line, end).filter(|_| room < 100.0) {
            // "one and a half million"
            current = current.map(|current| current + 0.5);
            (end, room) = (half, 0.0);
        }
    }
    if end == at {
        return None;
    }
    let value = total + current.unwrap_or(0.0);
    if pack {
        // Nobody counts in dozens: two dozen is 22 to 26.
        let slack = (value / 12.0).round();
        return Some(Number { pack: true, ..Number::vague(value, value + slack, end) });
    }
    Some(Number { scale, ..Number::exact(value, end) })
}

/// Steps over the "and" of "two hundred and fifty" if a smaller number follows it.
fn skip_and(line: Line<'_>, at: usize, room: f64) -> usize {
    let and = room >= 100.0 && room.is_finite() && line.is(at, "and");
    let small = |word: NumberWord| {
        matches!(word.kind, NumberKind::Unit | NumberKind::Tens) && word.value < 100.0
    };
    // "two hundred and three hundred" are two numbers.
    let large = word_at(line, at + 2)
        .is_some_and(|word| matches!(word.kind, NumberKind::Hundred | NumberKind::Scale));
    if and && !large && word_at(line, at + 1).is_some_and(small) { at + 1 } else { at }
}

/// Returns the token behind "and a half" if it stands here.
fn half_behind(line: Line<'_>, at: usize) -> Option<usize> {
    let half = line.is(at, "and") && line.is(at + 1, "a") && line.is(at + 2, "half");
    half.then_some(at + 3)
}

/// Reads a vague word with the scale that it multiplies: "several hundred", "tens of thousands".
fn vague(line: Line<'_>, at: usize, article: bool) -> Option<Number> {
    let word = word_at(line, at)?;
    let of = line.is(at + 1, "of");
    let (mut low, mut high) = (word.value, word.high);
    let mut end = at + 1;
    let next = word_at(line, at + 1 + usize::from(of));
    match next {
        Some(next) if of && next.kind == NumberKind::Vague && next.value >= 100.0 => {
            // "tens of thousands" counts single thousands.
            let scale = 10f64.powf(next.value.log10().floor());
            (low, high, end) = (low * scale, (high + 1.0) * scale - 1.0, at + 3);
        }
        Some(next)
            if (!of || article)
                && matches!(
                    next.kind,
                    NumberKind::Hundred | NumberKind::Scale | NumberKind::Pack
                ) =>
        {
            (low, high, end) = (low * next.value, high * next.value, at + 2 + usize::from(of));
        }
        // "the couple", "the scores", "few people": no number by themselves.
        _ if line.any(at, &["couple", "handful"]) && !(article && of) => return None,
        _ if line.is(at, "few") && !article => return None,
        _ if line.any(at, &["scores", "tens"]) && !of => return None,
        _ => {}
    }
    Some(Number::vague(low, high, end))
}

fn word_at(line: Line<'_>, at: usize) -> Option<NumberWord> {
    line.number(at).filter(|_| line.has(at, TokenKind::Word))
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::slots::Tagged;

    fn read(text: &str) -> Option<(f64, Option<f64>)> {
        let money = text.starts_with('$');
        let found = number(Tagged::new(text).line(), usize::from(money), money)?;
        Some((found.value, found.high))
    }

    #[test]
    fn reads_digits() {
        for (text, value) in [
            ("1,537", 1537.0),
            ("3,800,000 dlrs", 3_800_000.0),
            ("6.3", 6.3),
            ("1,250.5", 1250.5),
            ("1.3 million", 1_300_000.0),
            ("800 mln", 800_000_000.0),
            ("$3.2bn", 3_200_000_000.0),
            ("$5m", 5_000_000.0),
            ("5m", 5.0),
            ("150k", 150_000.0),
            ("2-1/2", 2.5),
            ("2 1/2", 2.5),
            ("3/4", 0.75),
        ] {
            assert_eq!(read(text), Some((value, None)), "{text}");
        }
        assert_eq!(read("10-12"), Some((10.0, Some(12.0))));
        for text in ["4:42", "2022-07-19", "10.0.0.1", "12,34", "3-2", "911/112"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn reads_words() {
        for (text, value) in [
            ("three", 3.0),
            ("forty-six", 46.0),
            ("Three hundred and forty-six men", 346.0),
            ("two thousand five hundred", 2500.0),
            ("one million two hundred thousand and six", 1_200_006.0),
            ("a hundred and ten", 110.0),
            ("a million people", 1e6),
            ("half a million", 5e5),
            ("one and a half million", 1.5e6),
            ("five six", 5.0),
            ("twenty and thirty", 20.0),
            ("two hundred and three hundred", 200.0),
        ] {
            assert_eq!(read(text).map(|found| found.0), Some(value), "{text}");
        }
        for text in ["two-day", "a ship", "hundred", "the", "half the town"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn reads_vague_words() {
        for (text, low, high) in [
            ("dozens of men", 24.0, 99.0),
            ("two dozen", 24.0, 26.0),
            ("several hundred", 300.0, 900.0),
            ("tens of thousands", 20_000.0, 99_999.0),
            ("hundreds of thousands", 200_000.0, 999_999.0),
            ("a few thousand", 2000.0, 5000.0),
            ("a couple of boats", 2.0, 3.0),
        ] {
            assert_eq!(read(text), Some((low, Some(high))), "{text}");
        }
        for text in ["few people", "scores were level", "couple"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
