use std::ops::Range;

use crate::article::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and dots of abbreviations (`U.S.`, `al-Khamenei`).
    Word,
    /// Digits with their separators: `1,537`, `1.3`, `2022-07-19`.
    Number,
    /// One punctuation mark or symbol; `''` and two backticks are one mark.
    Mark,
}

/// A token of a text; offsets are relative to the text of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// After the last byte.
    pub end: u32,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Token {
    /// Returns the token's span.
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Returns the token's bytes in the text.
    #[inline]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the token's text.
    #[inline]
    pub fn text(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Tells whether the token is this word, whatever its case; most are told by their length.
    #[inline]
    pub fn is(self, text: &str, word: &str) -> bool {
        (self.end - self.start) as usize == word.len() && self.text(text).eq_ignore_ascii_case(word)
    }
}

/// Appends the tokens of `span` to `out`; a possessive `'s` is a token of its own.
///
/// The span is cut to the text and to character boundaries; texts beyond 4 GiB give no tokens there.
pub fn tokens(text: &str, span: Span, out: &mut Vec<Token>) {
    let end = text.floor_char_boundary(span.end.min(u32::MAX as usize));
    let mut at = text.floor_char_boundary(span.start);
    let bytes = text.as_bytes();
    while at < end {
        let byte = bytes[at];
        if byte.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let start = at;
        let kind = if is_letter(text, at) {
            at = word_end(text, at, end);
            TokenKind::Word
        } else if byte.is_ascii_digit() {
            at = number_end(bytes, at, end);
            TokenKind::Number
        } else {
            at += width(byte);
            if matches!(byte, b'\'' | b'`') && at < end && bytes[at] == byte {
                at += 1;
            }
            if text[start..at].trim().is_empty() {
                continue;
            }
            TokenKind::Mark
        };
        out.push(Token { start: start as u32, end: at as u32, kind });
    }
}

fn width(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

fn is_letter(text: &str, at: usize) -> bool {
    let byte = text.as_bytes()[at];
    if byte < 0x80 {
        return byte.is_ascii_alphabetic();
    }
    text[at..].chars().next().is_some_and(char::is_alphabetic)
}

/// The end of the word that starts at `start`, before a possessive `'s`.
fn word_end(text: &str, start: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start + width(bytes[start]);
    while at < end {
        let byte = bytes[at];
        if byte.is_ascii_alphanumeric() || (byte >= 0x80 && is_word_char(text, at)) {
            at += width(byte);
            continue;
        }
        let joint = match byte {
            b'\'' => 1,
            0xE2 if bytes[at..].starts_with("’".as_bytes()) => 3,
            b'-' => 1,
            // A dot inside an abbreviation: a single letter before and a letter behind.
            b'.' if (at - start == 1 || bytes[at - 2] == b'.')
                && is_ascii_letter(bytes, at - 1) =>
            {
                if at + 1 < end && is_ascii_letter(bytes, at + 1) {
                    at += 1;
                    continue;
                }
                // The last dot of `U.S.` belongs to it; that of a lone initial is taken, too.
                return at + 1;
            }
            _ => return at,
        };
        let next = at + joint;
        if next >= end || !is_letter(text, next) {
            return at;
        }
        if byte != b'-' && is_possessive(bytes, next, end) {
            return at;
        }
        at = next;
    }
    at.min(end)
}

fn is_ascii_letter(bytes: &[u8], at: usize) -> bool {
    bytes[at].is_ascii_alphabetic()
}

fn is_word_char(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(char::is_alphanumeric)
}

/// Tells whether an `s` stands alone at `at`: the rest of a possessive.
fn is_possessive(bytes: &[u8], at: usize, end: usize) -> bool {
    bytes[at] | 0x20 == b's'
        && (at + 1 >= end || !(bytes[at + 1].is_ascii_alphanumeric() || bytes[at + 1] >= 0x80))
}

fn number_end(bytes: &[u8], start: usize, end: usize) -> usize {
    let mut at = start + 1;
    while at < end {
        let digit_follows = at + 1 < end && bytes[at + 1].is_ascii_digit();
        match bytes[at] {
            b'0'..=b'9' => at += 1,
            b',' | b'.' | b'-' | b'/' | b':' if digit_follows => at += 1,
            _ => break,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};
    use crate::article::Span;

    fn words(text: &str) -> Vec<&str> {
        let mut out: Vec<Token> = Vec::new();
        tokens(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|token| token.text(text)).collect()
    }

    #[test]
    fn keeps_names_and_abbreviations_whole() {
        assert_eq!(
            words("U.S. envoy al-Khamenei can't wait."),
            ["U.S.", "envoy", "al-Khamenei", "can't", "wait", "."]
        );
    }

    #[test]
    fn cuts_possessives_and_numbers() {
        assert_eq!(words("Iran’s 1,537 men"), ["Iran", "’", "s", "1,537", "men"]);
        assert_eq!(words("Iran's 1.3 mln, 10-12"), ["Iran", "'", "s", "1.3", "mln", ",", "10-12"]);
    }

    #[test]
    fn reads_doubled_apostrophes_as_one_mark() {
        assert_eq!(words("``Yes,'' she said"), ["``", "Yes", ",", "''", "she", "said"]);
    }
}
