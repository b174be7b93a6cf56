use crate::lexicon::NumberKind;
use crate::slots::line::Line;
use crate::slots::number::{Number, word_at};

/// Reads the number whose digits stand at a token, with the scale behind them: "1.3 million", "$5m".
pub(crate) fn digits_at(line: Line<'_>, at: usize, money: bool) -> Option<Number> {
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
