use crate::article::TokenKind;
use crate::slots::line::Line;

/// How a sentence uses capitals.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// As usual.
    Mixed,
    /// Every Word Has One, as in headings.
    Title,
    /// ALL OF THEM.
    Upper,
    /// none at all.
    Lower,
}

impl Case {
    /// Returns how the tokens of one sentence use capitals.
    pub(crate) fn of(line: Line<'_>) -> Self {
        let (mut capital, mut upper, mut lower, mut small) = (0, 0, 0, 0);
        for at in (0..line.tokens.len()).filter(|at| line.has(*at, TokenKind::Word)) {
            let word = line.word(at);
            if word.starts_with(char::is_lowercase) {
                small += 1;
                lower += usize::from(word.len() > 3 || (word.len() > 2 && !line.is_stop(at)));
            } else {
                capital += 1;
                upper += usize::from(!word.bytes().any(|byte| byte.is_ascii_lowercase()));
            }
        }
        match (capital, lower) {
            (0, 3..) => Self::Lower,
            (3.., 0) if upper == capital && small == 0 => Self::Upper,
            (3.., 0) => Self::Title,
            _ => Self::Mixed,
        }
    }
}
