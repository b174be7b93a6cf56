//! Lines into blocks: paragraphs, headings, captions, bylines, list items.

use crate::article::{Span, dateline};

/// What a block of lines is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Running text.
    Prose,
    /// A headline.
    Heading,
    /// What belongs to a picture.
    Caption,
    /// Who wrote it.
    Byline,
    /// An item of a list.
    List,
    /// A rule, a link, a ticker.
    Mark,
}

/// One block: a line, or several where they were only wrapped.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    /// Where it stands, without the spaces around it.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: LineKind,
    /// Where its dateline ends, if it starts with one.
    pub(super) dateline: Option<usize>,
}

/// Below this length a line that lacks a full stop was not wrapped but ended.
const WRAPPED: usize = 45;
/// A heading has at most so many bytes.
const HEADING: usize = 130;

/// Iterates over the blocks of a text.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = Block> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let start = skip_space(text, at, bytes.len());
        if start == bytes.len() {
            return None;
        }
        let mut end = line_end(bytes, start);
        while let Some(next) = wrapped(text, start, end) {
            end = line_end(bytes, next);
        }
        at = end;
        let span = Span::new(start, start + text[start..end].trim_end().len());
        let dateline = dateline::end(text, span, start == skip_space(text, 0, bytes.len()));
        let body = &text[dateline.unwrap_or(span.start)..span.end];
        Some(Block { span, kind: kind(body), dateline })
    })
}

/// Returns the first offset from `at` that holds no white space, at most `end`.
pub(super) fn skip_space(text: &str, at: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = at;
    while at < end {
        match bytes[at] {
            0xEF if text[at..].starts_with('\u{feff}') => at += 3,
            0xC2 if text[at..].starts_with('\u{a0}') => at += 2,
            byte if byte.is_ascii_whitespace() || byte == 0 => at += 1,
            _ => break,
        }
    }
    at.min(end)
}

fn line_end(bytes: &[u8], start: usize) -> usize {
    memchr::memchr2(b'\n', b'\r', &bytes[start..]).map_or(bytes.len(), |found| start + found)
}

/// The start of the next line if the line before was only wrapped: it is long, has no end, and goes on in lower case.
fn wrapped(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut next = end;
    if bytes.get(next) == Some(&b'\r') {
        next += 1;
    }
    if bytes.get(next) == Some(&b'\n') {
        next += 1;
    }
    while matches!(bytes.get(next), Some(b' ' | b'\t')) {
        next += 1;
    }
    let line = text[start..end].trim_end();
    let last = line.rsplit('\n').next().unwrap_or(line);
    let goes_on = bytes.get(next).is_some_and(u8::is_ascii_lowercase);
    let unended = !last.ends_with(['.', '!', '?', ':', ';', '"', '”', '\'', ')']);
    (goes_on && unended && last.len() >= WRAPPED).then_some(next)
}

fn kind(line: &str) -> LineKind {
    let bytes = line.as_bytes();
    let Some(first) = bytes.first() else { return LineKind::Mark };
    if !bytes.iter().any(|b| b.is_ascii_alphabetic() || *b >= 0x80)
        || (bytes.len() < 300 && is_link(line))
    {
        return LineKind::Mark;
    }
    if (matches!(first, b'*' | b'-' | b'+') && bytes.get(1) == Some(&b' ')) || line.starts_with('•')
    {
        return LineKind::List;
    }
    if bytes.len() > HEADING {
        return LineKind::Prose;
    }
    if is_caption(line) {
        return LineKind::Caption;
    }
    if line.len() < 80 && (line.starts_with("By ") || line.starts_with("BY ")) && !has_stop(line) {
        return LineKind::Byline;
    }
    let unended = !has_stop(line) && !line.ends_with([':', ',', ';']) && !line.contains(['"', '“']);
    if unended || is_title_case(line) { LineKind::Heading } else { LineKind::Prose }
}

fn has_stop(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    line.ends_with(['.', '!', '?', '…'])
}

fn is_link(line: &str) -> bool {
    !line.contains(' ')
        && (line.contains("://") || line.starts_with("www.") || line.starts_with('<'))
}

/// A bracketed line that names its picture or agency, or a line that starts with such a word.
fn is_caption(line: &str) -> bool {
    const LEADS: [&str; 6] = ["image", "photo", "picture", "file photo", "credit", "video"];
    let bracketed =
        line.starts_with(['(', '[']) && line.trim_end_matches('.').ends_with([')', ']']);
    let inner = line.trim_start_matches(['(', '[']);
    let led = LEADS.iter().any(|lead| {
        inner.get(..lead.len()).is_some_and(|head| head.eq_ignore_ascii_case(lead))
            && inner[lead.len()..].starts_with([':', ')', '/'])
            || inner.get(..lead.len()).is_some_and(|head| head.eq_ignore_ascii_case(lead))
                && inner[lead.len()..].starts_with(" by ")
    });
    led || (bracketed && line.len() < 60 && !line.contains(". "))
}

/// Most of its longer words start with a capital, as in the headlines of many papers.
fn is_title_case(line: &str) -> bool {
    let (mut capital, mut all) = (0, 0);
    for word in line.split_ascii_whitespace() {
        let word = word.trim_start_matches(['"', '“', '‘', '\'', '(', '$']);
        if word.len() < 4 || !word.as_bytes()[0].is_ascii_alphabetic() {
            continue;
        }
        all += 1;
        capital += usize::from(word.as_bytes()[0].is_ascii_uppercase());
    }
    all >= 3 && capital * 10 >= all * 9
}

#[cfg(test)]
mod tests {
    use super::{LineKind, blocks};

    fn kinds(text: &str) -> Vec<LineKind> {
        blocks(text).map(|block| block.kind).collect()
    }

    #[test]
    fn joins_wrapped_lines_only() {
        let wrapped = "The minister of works said that the bridge over the river\nwill stay shut.\nIt opens in May.";
        assert_eq!(blocks(wrapped).count(), 2);
        assert_eq!(blocks("Bridge shut\nthe minister said it opens in May.").count(), 2);
    }

    #[test]
    fn tells_kinds_of_lines() {
        assert_eq!(
            kinds(
                "Mayor Opens Bridge Over River.\nBy Ann Lee\n* one thing is sure.\n* * *\nPhoto: Ann Lee\nIt rained."
            ),
            [
                LineKind::Heading,
                LineKind::Byline,
                LineKind::List,
                LineKind::Mark,
                LineKind::Caption,
                LineKind::Prose
            ]
        );
    }
}
