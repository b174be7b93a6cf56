//! Numbers as they are written: digits, words, both, or a vague word.

mod digits;
mod words;

use crate::article::TokenKind;
use crate::lexicon::{NumberWord, Tags};
use crate::slots::line::Line;
use crate::slots::number::digits::digits_at;
use crate::slots::number::words::words_at;

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
        TokenKind::Word => line.tagged(at, Tags::FIGURE.with(Tags::JOINED)),
    }
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
