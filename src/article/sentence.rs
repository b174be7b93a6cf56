//! A paragraph into sentences: quick, without a dictionary beyond the abbreviations.

use crate::article::abbreviation::is_abbreviation;
use crate::article::paragraph::skip_space;
use crate::article::{Quoted, Span};

/// A sentence is cut at a space behind so many bytes; real ones are shorter.
const LONGEST: usize = 4000;

/// Calls `emit` with each sentence of `span`, in order; `quotations` are those of its paragraph.
pub(super) fn split(text: &str, span: Span, quotations: &[Quoted], emit: &mut dyn FnMut(Span)) {
    let emit = &mut |sentence| cut(text, sentence, emit);
    let bytes = text.as_bytes();
    let mut start = span.start;
    let mut at = span.start;
    let mut lost = memchr::memmem::find_iter(&bytes[span.start..span.end], b" According to ")
        .map(|found| span.start + found);
    let mut lost_next = lost.next();
    while let Some(found) = memchr::memchr3(b'.', b'!', b'?', &bytes[at..span.end]) {
        let mark = at + found;
        while let Some(stop) = lost_next.filter(|stop| *stop < mark) {
            if stop > start && is_lost_stop(bytes, stop) {
                emit(Span::new(start, stop));
                start = stop + 1;
            }
            lost_next = lost.next();
        }
        at = mark + 1;
        let Some(end) = boundary(text, span, mark, quotations) else { continue };
        emit(Span::new(start, end));
        start = skip_space(text, end, span.end);
        at = at.max(start);
    }
    if start < span.end {
        emit(Span::new(start, span.end));
    }
}

/// Hands on a sentence in pieces of a bearable length.
fn cut(text: &str, sentence: Span, emit: &mut dyn FnMut(Span)) {
    let mut start = sentence.start;
    while sentence.end - start > LONGEST {
        let near = text.floor_char_boundary(start + LONGEST);
        let space = memchr::memrchr(b' ', &text.as_bytes()[start..near]);
        let end = space.filter(|at| *at > 0).map_or(near, |at| start + at);
        emit(Span::new(start, end));
        start = skip_space(text, end, sentence.end);
    }
    if start < sentence.end {
        emit(Span::new(start, sentence.end));
    }
}

/// "… with the premier According to reports, …": the full stop before the capital was lost.
fn is_lost_stop(bytes: &[u8], at: usize) -> bool {
    bytes[at - 1].is_ascii_alphanumeric()
}

/// The end of the sentence if the mark at `at` ends one: behind its closing marks and brackets.
fn boundary(text: &str, span: Span, at: usize, quotations: &[Quoted]) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = at + 1;
    while end < span.end && matches!(bytes[end], b'.' | b'!' | b'?') {
        end += 1;
    }
    let dots = end - at;
    end = skip_closers(text, end, span.end, quotations);
    if end == span.end {
        return Some(end);
    }
    let next = skip_space(text, end, span.end);
    if next == span.end {
        return Some(end);
    }
    if next == end {
        let glued = is_glued(bytes, span, at, end) || opens(quotations, end);
        return (glued && bytes[at] == b'.').then_some(end);
    }
    let opener = skip_openers(text, next, span.end);
    if !starts_sentence(text, opener, span.end) {
        return None;
    }
    if bytes[at] != b'.' || dots > 1 {
        return Some(end);
    }
    // `"…," he said. "…"`: what opens a quotation behind a full stop starts a sentence.
    (!is_abbreviation(text, span, at, opener)).then_some(end)
}

/// Behind a lower-case word and before a capitalised one the space was lost: `deal.The minister`.
fn is_glued(bytes: &[u8], span: Span, at: usize, end: usize) -> bool {
    end == at + 1
        && at >= span.start + 4
        && bytes[at - 4..at].iter().all(u8::is_ascii_lowercase)
        && bytes[end].is_ascii_uppercase()
        && bytes[end..span.end].iter().take(4).skip(1).all(|b| b.is_ascii_lowercase() || *b == b' ')
        && end + 3 < span.end
        && !bytes[end..span.end.min(end + 4)].ends_with(b"m ")
}

/// Tells whether a quotation starts at an offset.
fn opens(quotations: &[Quoted], at: usize) -> bool {
    quotations.binary_search_by_key(&at, |quoted| quoted.span.start).is_ok()
}

/// The quotation whose closing mark stands at an offset; quotations nest only a few deep.
fn closed_at(quotations: &[Quoted], at: usize) -> Option<&Quoted> {
    let behind = quotations.partition_point(|quoted| quoted.span.start <= at);
    let near = &quotations[behind.saturating_sub(12)..behind];
    near.iter().rev().find(|quoted| quoted.closed && quoted.inner.end == at)
}

fn skip_closers(text: &str, at: usize, end: usize, quotations: &[Quoted]) -> usize {
    let mut at = at;
    while at < end {
        if let Some(quoted) = closed_at(quotations, at) {
            at = quoted.span.end;
            continue;
        }
        // A mark that opens a quotation is no closing one, though it may look like one.
        if opens(quotations, at) {
            break;
        }
        let Some(c) = text[at..].chars().next() else { break };
        if !matches!(c, '"' | '”' | '\'' | '’' | ')' | ']' | '»') {
            break;
        }
        at += c.len_utf8();
    }
    at.min(end)
}

fn skip_openers(text: &str, at: usize, end: usize) -> usize {
    let mut at = at;
    while at < end {
        let Some(c) = text[at..].chars().next() else { break };
        let opens = matches!(
            c,
            '"' | '“'
                | '”'
                | '„'
                | '\''
                | '‘'
                | '’'
                | '`'
                | '('
                | '['
                | '«'
                | '-'
                | '–'
                | '—'
                | '•'
                | '*'
                | ' '
        );
        if !opens {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// A sentence starts with a capital, a digit, or a name such as `al-Shabab` and `iPhone`.
fn starts_sentence(text: &str, at: usize, end: usize) -> bool {
    let Some(c) = text[at..end].chars().next() else { return true };
    if c.is_uppercase() || c.is_ascii_digit() || matches!(c, '$' | '£' | '€' | '#' | '@') {
        return true;
    }
    if !c.is_alphabetic() {
        return !c.is_ascii_punctuation() && c != '…';
    }
    let word = text[at..end].split([' ', '\'', ',', '.']).next().unwrap_or_default();
    let mut parts = word.splitn(2, '-');
    let (head, tail) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    (head.len() <= 3 && tail.starts_with(char::is_uppercase))
        || (word.len() > 2
            && c.is_lowercase()
            && word[c.len_utf8()..].starts_with(char::is_uppercase))
        || !(c.is_lowercase() || c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use crate::article::Layout;

    fn sentences(text: &str) -> Vec<&str> {
        Layout::of(text).sentences.iter().map(|s| &text[s.span.start..s.span.end]).collect()
    }

    /// Each case is split at ` | `.
    #[test]
    fn splits_the_hard_cases() {
        for case in [
            "Gen. Ann B. Lee met Mr. Roe. | She left at 5 p.m. | The talks go on.",
            "The U.S. Senate voted. | He is in the U.S. | The vote failed.",
            "\"It is late.\" | \"Is it?\" he asked. | \"Yes.\"",
            "''It is late,'' he said. | ''Go home.''",
            "The bid by Maxwell. | \"It is odd,\" he said.",
            "Costs rose by 1.5 percent to $3.2 million. | Nobody was hurt.",
            "They met near the lake | According to reports, both will stay.",
            "Acme Inc. said it lost Jan. 5 sales. | It will sue.",
            "“He lied.” | “We know,” she said.",
            "They signed the deal. | The minister left.",
            "He came from al-Bab. | al-Rawi was not there.",
            "Is it over? | No! | It is not...and it never was.",
        ] {
            let text = case.replace(" | ", " ");
            assert_eq!(sentences(&text), case.split(" | ").collect::<Vec<_>>());
        }
        assert_eq!(
            sentences("He left.Then it rained all day."),
            ["He left.", "Then it rained all day."]
        );
        assert_eq!(sentences("See Example.Com for more news."), ["See Example.Com for more news."]);
        assert_eq!(
            sentences("A bid by Maxwell.\"It is odd,\" he said."),
            ["A bid by Maxwell.", "\"It is odd,\" he said."]
        );
    }
}
