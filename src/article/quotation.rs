//! Quotation marks of every style, paired inside a paragraph without moving an offset.

use memchr::memchr;

use crate::article::{Quoted, Span};

/// What a mark may do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

/// Appends the quotations of a paragraph; `open` tells that the one before left a quotation open.
///
/// Returns whether this paragraph leaves one open. Double marks of all styles close each other,
/// since texts mix them; single ones pair among themselves.
pub(super) fn pair(text: &str, span: Span, open: bool, out: &mut Vec<Quoted>) -> bool {
    let first = out.len();
    let mut double: Option<(usize, usize, bool)> = None;
    let mut single: Option<(usize, usize)> = None;
    let bytes = text.as_bytes();
    let mut at = span.start;
    while at < span.end {
        let Some(next) = next_mark(bytes, at, span.end) else { break };
        let Some((width, is_single)) = mark(bytes, next) else {
            at = next + 1;
            continue;
        };
        at = next + width;
        let side = side(text, span, next, width);
        if is_single {
            match (single, side) {
                (None, Side::Open) if !is_clipped(&bytes[at..span.end]) => {
                    single = Some((next, at));
                }
                (Some((start, inner)), Side::Close)
                    if (bytes[start] == b'\'') == (bytes[next] == b'\'')
                        && !is_plural(bytes, next, inner) =>
                {
                    out.push(Quoted {
                        span: Span::new(start, at),
                        inner: Span::new(inner, next),
                        single: true,
                        closed: true,
                        continues: false,
                    });
                    single = None;
                }
                _ => {}
            }
            continue;
        }
        match double {
            // A mark that can only open while one is open: the closing mark was forgotten.
            Some((start, inner, continues)) if side == Side::Open => {
                out.push(quoted(text, start, inner, next, next, false, continues));
                double = Some((next, at, false));
            }
            Some((start, inner, continues)) => {
                out.push(quoted(text, start, inner, next, at, true, continues));
                double = None;
            }
            None if side == Side::Close => {}
            None => double = Some((next, at, open && next == span.start)),
        }
    }
    if let Some((start, inner, continues)) = double {
        out.push(quoted(text, start, inner, span.end, span.end, false, continues));
    }
    out[first..].sort_by_key(|quoted| (quoted.span.start, std::cmp::Reverse(quoted.span.end)));
    double.is_some()
}

/// A double quotation that ends at `end`; what precedes the end is trimmed where no mark closes it.
fn quoted(
    text: &str,
    start: usize,
    inner: usize,
    inner_end: usize,
    end: usize,
    closed: bool,
    continues: bool,
) -> Quoted {
    let words = text[inner..inner_end].trim_end().len();
    let end = if closed { end } else { inner + words };
    let inner_end = if closed { inner_end } else { end };
    Quoted {
        span: Span::new(start, end),
        inner: Span::new(inner, inner_end),
        single: false,
        closed,
        continues,
    }
}

fn next_mark(bytes: &[u8], at: usize, end: usize) -> Option<usize> {
    let hay = &bytes[at..end];
    let ascii = memchr::memchr3(b'"', b'\'', b'`', hay);
    let hay = ascii.map_or(hay, |found| &hay[..found]);
    let curly = memchr::memchr2(0xE2, 0xC2, hay);
    curly.or(ascii).map(|found| at + found)
}

/// The width of the mark at an offset, and whether it is a single one.
fn mark(bytes: &[u8], at: usize) -> Option<(usize, bool)> {
    let rest = &bytes[at..];
    match rest[0] {
        b'"' => Some((1, false)),
        b'\'' | b'`' if rest.get(1) == Some(&rest[0]) => Some((2, false)),
        b'\'' | b'`' => Some((1, true)),
        0xC2 if matches!(rest.get(1), Some(0xAB | 0xBB)) => Some((2, false)),
        0xE2 if rest.get(1) == Some(&0x80) => match rest.get(2) {
            Some(0x9C..=0x9F) => Some((3, false)),
            Some(0x98..=0x9A) => Some((3, true)),
            _ => None,
        },
        _ => None,
    }
}

/// What the mark does: its form decides, and what stands beside it decides more.
fn side(text: &str, span: Span, at: usize, width: usize) -> Side {
    let bytes = text.as_bytes();
    let before = (at > span.start).then(|| bytes[at - 1]);
    let after = (at + width < span.end).then(|| bytes[at + width]);
    let free_before = before
        .is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'(' | b'[' | b'-' | b'/'))
        || text[..at].ends_with(['—', '–', '“', '‘', '"', '\u{a0}']);
    let free_after = after.is_none_or(|b| {
        b.is_ascii_whitespace()
            || matches!(b, b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'-')
    }) || text[at + width..].starts_with(['—', '–', '”', '’', '\u{a0}']);
    match (free_before, free_after) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ => match &text[at..at + width] {
            "“" | "„" | "«" | "‘" | "``" => Side::Open,
            "»" => Side::Close,
            // `”` and `’` between letters: a quotation without its space, or an apostrophe.
            "’" | "'" => Side::Either,
            _ => Side::Either,
        },
    }
}

/// An apostrophe that stands for lost letters: `'n`, `'em`, `'til`, `'90s`.
fn is_clipped(rest: &[u8]) -> bool {
    let word =
        rest.iter().position(|b| !b.is_ascii_alphanumeric()).map_or(rest, |end| &rest[..end]);
    word.first().is_some_and(u8::is_ascii_digit)
        || [&b"n"[..], b"em", b"til", b"tis", b"twas", b"cause"]
            .iter()
            .any(|clipped| word.eq_ignore_ascii_case(clipped))
}

/// A mark behind an `s` may be a plural possessive; it closes only if no better one follows soon.
fn is_plural(bytes: &[u8], at: usize, inner: usize) -> bool {
    let before = bytes[at - 1];
    if before | 0x20 != b's' || at < inner {
        return false;
    }
    let behind = &bytes[at + 1..bytes.len().min(at + 120)];
    let line = memchr(b'\n', behind).map_or(behind, |end| &behind[..end]);
    line.windows(2).any(|pair| {
        pair[1] == b'\''
            && (pair[0].is_ascii_alphanumeric() || matches!(pair[0], b'.' | b',' | b'?' | b'!'))
    }) && !line.windows(2).any(|pair| pair[0].is_ascii_whitespace() && pair[1] == b'\'')
}

#[cfg(test)]
mod tests {
    use super::pair;
    use crate::article::Span;

    fn quotes(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        pair(text, Span::new(0, text.len()), false, &mut out);
        out.iter().map(|quoted| &text[quoted.inner.start..quoted.inner.end]).collect()
    }

    #[test]
    fn pairs_marks_of_every_style() {
        for text in [
            "He said \"yes, we can\" twice.",
            "He said \"yes, we can” twice.",
            "He said “yes, we can” twice.",
            "He said ''yes, we can'' twice.",
            "He said ``yes, we can'' twice.",
            "He said «yes, we can» twice.",
            "He said ”yes, we can” twice.",
            "He said 'yes, we can' twice.",
            "He said ‘yes, we can’ twice.",
        ] {
            assert_eq!(quotes(text), ["yes, we can"], "{text}");
        }
    }

    #[test]
    fn leaves_apostrophes_alone() {
        assert_eq!(
            quotes("Iran's men, the Smiths' dog, rock 'n roll, don’t, the Joneses’ car."),
            [""; 0]
        );
        assert_eq!(quotes("the 'dogs' of war"), ["dogs"]);
    }

    #[test]
    fn reads_a_quotation_without_a_space_before_it() {
        assert_eq!(quotes("a bid by Maxwell.\"It is odd,\" he said."), ["It is odd,"]);
    }

    #[test]
    fn quotations_nest() {
        assert_eq!(quotes("\"He said 'no' to us,\" she said."), ["He said 'no' to us,", "no"]);
    }

    #[test]
    fn an_unclosed_quotation_ends_with_its_paragraph() {
        let mut out = Vec::new();
        let text = "She said: \"It is late. ";
        assert!(pair(text, Span::new(0, text.len()), false, &mut out));
        assert!(!out[0].closed);
        assert_eq!(&text[out[0].span.start..out[0].span.end], "\"It is late.");
        assert!(!pair("\"Go.\"", Span::new(0, 5), true, &mut out));
        assert!(out[1].continues);
    }
}
