use crate::article::{Token, TokenKind};

/// The tokens of one sentence with their words; every index is allowed, beyond the ends is nothing.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
}

impl<'a> Line<'a> {
    /// Returns the word at an index; empty beyond the ends.
    pub(crate) fn word(self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    /// Returns the word so many tokens before an index; empty beyond the start.
    pub(crate) fn before(self, at: usize, steps: usize) -> &'a str {
        at.checked_sub(steps).map_or("", |at| self.word(at))
    }

    /// Tells whether the word at an index is this one, whatever its case.
    pub(crate) fn is(self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Tells whether the word at an index is one of these, whatever its case.
    pub(crate) fn any(self, at: usize, words: &[&str]) -> bool {
        let own = self.word(at);
        words.iter().any(|word| own.eq_ignore_ascii_case(word))
    }

    /// Tells whether the token at an index is of a kind.
    pub(crate) fn has(self, at: usize, kind: TokenKind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    /// Tells whether the token at an index follows the one before without a blank.
    pub(crate) fn touches(self, at: usize) -> bool {
        let next = self.tokens.get(at);
        at > 0 && next.is_some_and(|next| self.tokens[at - 1].end == next.start)
    }

    /// Tells whether the token at an index is a word with a capital.
    pub(crate) fn is_capital(self, at: usize) -> bool {
        self.has(at, TokenKind::Word) && self.word(at).starts_with(char::is_uppercase)
    }

    /// Tells whether the phrase ends before `end` and starts not before `floor`.
    pub(crate) fn ends_with(self, end: usize, floor: usize, phrase: &[String]) -> bool {
        end.checked_sub(phrase.len()).is_some_and(|from| {
            from >= floor && phrase.iter().enumerate().all(|(nth, word)| self.is(from + nth, word))
        })
    }

    /// Tells whether the phrase starts at an index.
    pub(crate) fn starts_with(self, at: usize, phrase: &[String]) -> bool {
        phrase.iter().enumerate().all(|(nth, word)| self.is(at + nth, word))
    }
}
