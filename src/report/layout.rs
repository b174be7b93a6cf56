use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns how many columns a text takes on a terminal.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Returns the text filled up with blanks to a width.
pub(super) fn pad(text: &str, columns: usize) -> String {
    let mut out = text.to_owned();
    out.extend(std::iter::repeat_n(' ', columns.saturating_sub(width(text))));
    out
}

/// Returns the text, cut at a word with `...` where it is wider.
pub(super) fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(4);
    let mut out = String::new();
    let mut used = 0;
    for word in text.split_word_bounds() {
        let wide = width(word);
        if used + wide > room {
            break;
        }
        out.push_str(word);
        used += wide;
    }
    // A single word without a bound is cut inside.
    if out.trim().is_empty() {
        out = head(text, room).to_owned();
    }
    format!("{} ...", out.trim_end())
}

/// Returns lines of at most this width; a word that is wider by itself is broken.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(8);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut word = word;
        if used > 0 && used + 1 + width(word) <= columns {
            line.push(' ');
            line.push_str(word);
            used += 1 + width(word);
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
        }
        while width(word) > columns {
            let first = head(word, columns);
            lines.push(first.to_owned());
            word = &word[first.len()..];
        }
        line.push_str(word);
        used = width(word);
    }
    if used > 0 || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Returns the longest start of whole characters that fits; never empty for a text that is not.
fn head(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let mut end = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > columns && end > 0 {
            break;
        }
        end = at + grapheme.len();
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::{cut, pad, width, wrap};

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(width("東京"), 4);
        assert_eq!(pad("東京", 6), "東京  ");
        assert_eq!(cut("東京都知事選挙", 8), "東京 ...");
    }

    #[test]
    fn cuts_between_words() {
        assert_eq!(cut("the minister said so", 20), "the minister said so");
        assert_eq!(cut("the minister said so again", 20), "the minister ...");
        assert_eq!(cut(&"x".repeat(30), 10), "xxxxxx ...");
    }

    #[test]
    fn wraps_and_breaks() {
        assert_eq!(wrap("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(wrap(&"y".repeat(10), 8), ["yyyyyyyy", "yy"]);
        assert_eq!(wrap("", 8), [""]);
    }
}
