use std::borrow::Cow;
use std::fmt::Write;

/// Returns a text with everything visible and harmless: what moves the cursor, hides or turns letters
/// becomes `<U+202E>`, white space becomes single blanks.
pub fn visible(text: &str) -> Cow<'_, str> {
    make(text, false)
}

/// Returns the same as [`visible`], with line ends kept.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    make(text, true)
}

fn make(text: &str, keep_lines: bool) -> Cow<'_, str> {
    let plain = |c: char| {
        if c.is_ascii() { (' '..='~').contains(&c) } else { !is_hidden(c) && !c.is_whitespace() }
    };
    let double = text.as_bytes().windows(2).any(|pair| pair == b"  ");
    if !double && text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if c == '\n' && keep_lines {
            out.push('\n');
        } else if c.is_whitespace()
            && !matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
        {
            if keep_lines && c == ' ' || !out.ends_with(' ') {
                out.push(' ');
            }
        } else if is_hidden(c) {
            // Writing to a string cannot fail.
            let _ = write!(out, "<U+{:04X}>", c as u32);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Tells whether a character is not seen itself but changes how others are.
///
/// The joiners U+200C and U+200D are part of words and emoji and stay.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::{visible, visible_lines};

    #[test]
    fn shows_what_would_act() {
        assert_eq!(visible("a\u{1b}[31mred"), "a<U+001B>[31mred");
        assert_eq!(visible("user\u{202e}gpj.exe"), "user<U+202E>gpj.exe");
        assert_eq!(visible("\u{9b}2J\0\u{200b}"), "<U+009B>2J<U+0000><U+200B>");
    }

    #[test]
    fn white_space_becomes_one_blank() {
        assert_eq!(visible("one\r\n\ttwo  three\u{a0}four"), "one two three four");
        assert_eq!(visible_lines("one  two\nthree"), "one  two\nthree");
    }

    #[test]
    fn words_stay_as_they_are() {
        for text in ["Zelenskyy’s “shakeup”", "می\u{200c}خواهم", "👩\u{200d}🚒 東京"]
        {
            assert_eq!(visible(text), text);
        }
    }
}
