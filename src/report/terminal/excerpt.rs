use unicode_segmentation::UnicodeSegmentation;

use crate::article::Span;
use crate::report::layout::width;
use crate::report::terminal::page::{Page, WIDTH};
use crate::report::visible;

/// Part of an article that is underlined: where, with which sign, and what is said under it.
pub(super) struct Mark {
    /// Where.
    pub(super) span: Span,
    /// `^` a source, `=` a cue, `~` the words of the claim.
    pub(super) sign: char,
    /// What is said under it; empty: nothing.
    pub(super) label: &'static str,
}

/// Longest excerpt in lines; what is beyond is cut in the middle.
const LINES: usize = 9;

/// Adds the words of a span, verbatim, with marks under them, after a label, in a column.
pub(super) fn add(
    page: &mut Page,
    label: &str,
    column: usize,
    text: &str,
    span: Span,
    marks: &[Mark],
) {
    let lines = lines(text, span, marks, WIDTH - column);
    let (head, tail) = if lines.len() > LINES { (LINES / 2, LINES / 2) } else { (lines.len(), 0) };
    for (number, line) in lines.iter().enumerate() {
        if number == head && tail > 0 {
            page.line(&format!("{:column$}...", ""));
        }
        if number >= head && number < lines.len() - tail {
            continue;
        }
        let lead = if number == 0 { label } else { "" };
        page.line(&format!("{lead:column$}{}", line.words));
        if !line.signs.trim().is_empty() {
            page.line(&format!("{:column$}{}", "", line.signs));
        }
        for row in legend(&line.labels, WIDTH - column) {
            page.line(&format!("{:column$}{row}", ""));
        }
    }
}

#[derive(Default)]
struct Line {
    words: String,
    signs: String,
    /// Column and text.
    labels: Vec<(usize, &'static str)>,
}

/// A run of letters between blanks, each with its sign.
#[derive(Default)]
struct Word {
    words: String,
    signs: String,
    columns: usize,
    /// Column in the word and text.
    labels: Vec<(usize, &'static str)>,
    /// The sign of the blank behind it.
    blank: char,
}

fn lines(text: &str, span: Span, marks: &[Mark], columns: usize) -> Vec<Line> {
    let mut out = Vec::new();
    let mut line = Line::default();
    let mut used = 0;
    let mut gap = ' ';
    let mut put = |word: Word, out: &mut Vec<Line>| {
        if used > 0 && used + 1 + word.columns <= columns {
            line.words.push(' ');
            line.signs.push(gap);
            used += 1;
        } else if used > 0 {
            out.push(std::mem::take(&mut line));
            used = 0;
        }
        line.labels.extend(word.labels.iter().map(|(at, label)| (used + at, *label)));
        line.words.push_str(&word.words);
        line.signs.push_str(&word.signs);
        used += word.columns;
        gap = word.blank;
    };
    let before = text.get(..span.start).unwrap_or_default();
    if !before.trim_end().is_empty() && !ends_sentence(before) {
        put(
            Word {
                words: "...".to_owned(),
                signs: "   ".to_owned(),
                columns: 3,
                blank: ' ',
                ..Word::default()
            },
            &mut out,
        );
    }
    let mut word = Word::default();
    let inner = text.get(span.start..span.end).unwrap_or_default();
    for (at, grapheme) in inner.grapheme_indices(true) {
        let at = span.start + at;
        let mark = marks.iter().find(|mark| mark.span.start <= at && at < mark.span.end);
        let sign = mark.map_or(' ', |mark| mark.sign);
        if grapheme.chars().all(char::is_whitespace) {
            if word.columns > 0 {
                word.blank = sign;
                put(std::mem::take(&mut word), &mut out);
            }
            continue;
        }
        let shown = visible(grapheme);
        let wide = width(&shown);
        // A word without an end is broken where the line ends.
        if word.columns + wide > columns {
            word.blank = sign;
            put(std::mem::take(&mut word), &mut out);
        }
        for mark in marks.iter().filter(|mark| mark.span.start == at && !mark.label.is_empty()) {
            word.labels.push((word.columns, mark.label));
        }
        word.words.push_str(&shown);
        word.signs.extend(std::iter::repeat_n(sign, wide));
        word.columns += wide;
    }
    if word.columns > 0 {
        put(word, &mut out);
    }
    if !line.words.is_empty() {
        out.push(line);
    }
    out
}

fn ends_sentence(before: &str) -> bool {
    let end = before.trim_end_matches([' ', '\t', '"', '”', '\'', '’', ')']);
    end.ends_with(['.', '!', '?', '\n'])
}

/// Sets labels under their columns; one that would run into another goes to a row below.
fn legend(labels: &[(usize, &'static str)], columns: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for (column, label) in labels {
        let column = (*column).min(columns.saturating_sub(label.len()));
        let free = rows.iter().position(|row| row.len() < column);
        let at = free.unwrap_or(rows.len());
        if at == rows.len() {
            rows.push(String::new());
        }
        rows[at] = format!("{:column$}{label}", rows[at]);
    }
    rows
}
