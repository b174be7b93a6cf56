use std::ops::Range;

use crate::article::{Span, Token, TokenKind, tokens};
use crate::lexicon::{
    CalendarWord, Entry, FigureRole, Lexicon, MeasureWord, NumberKind, NumberWord, Tags, Unit,
    WhenRole, WordId,
};

/// The tokens of a text of its own, such as a statement, with their entries in the lexicon.
#[derive(Clone, Debug)]
pub struct Tagged<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    entries: Vec<Entry>,
}

impl<'a> Tagged<'a> {
    /// Reads a text.
    pub fn new(text: &'a str) -> Self {
        let mut pieces = Vec::new();
        tokens(text, Span::new(0, text.len()), &mut pieces);
        Self::of(text, pieces)
    }

    /// Takes the tokens of a text.
    pub fn of(text: &'a str, tokens: Vec<Token>) -> Self {
        let entries = Lexicon::builtin().entries_in(text, tokens.iter().map(Token::range));
        Self { text, tokens, entries }
    }

    /// Returns the tokens.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Returns all of it as one sentence.
    pub fn line(&self) -> Line<'_> {
        Line::new(self.text, &self.tokens, &self.entries)
    }

    /// Returns one of its sentences.
    pub fn sentence(&self, tokens: Range<usize>) -> Line<'_> {
        Line::new(self.text, &self.tokens[tokens.clone()], &self.entries[tokens])
    }
}

/// The tokens of one sentence with their words; every index is allowed, beyond the ends is nothing.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    entries: &'a [Entry],
    pub(crate) lexicon: &'static Lexicon,
}

impl<'a> Line<'a> {
    /// Returns the sentence of these tokens; `entries` are theirs in the lexicon, those of marks too.
    pub fn new(text: &'a str, tokens: &'a [Token], entries: &'a [Entry]) -> Self {
        Self { text, tokens, entries, lexicon: Lexicon::builtin() }
    }

    /// Returns the number of the word at an index.
    pub(crate) fn id(self, at: usize) -> WordId {
        self.entry(at).id
    }

    fn entry(self, at: usize) -> Entry {
        self.entries.get(at).copied().unwrap_or_default()
    }

    /// Tells whether one of these tables knows the word at an index.
    pub(crate) fn tagged(self, at: usize, tags: Tags) -> bool {
        self.entry(at).tags.any(tags)
    }

    /// Tells whether the word at an index carries no content of its own.
    pub(crate) fn is_stop(self, at: usize) -> bool {
        self.tagged(at, Tags::STOP)
    }

    /// Returns the word of the calendar at an index.
    pub(crate) fn calendar(self, at: usize) -> Option<CalendarWord> {
        self.lexicon.calendar(self.id(at))
    }

    /// Tells whether the word at an index does this in time expressions.
    pub(crate) fn has_when(self, at: usize, role: WhenRole) -> bool {
        self.lexicon.has_when(self.id(at), role)
    }

    /// Tells whether the word at an index has this role by itself.
    pub(crate) fn has_role(self, at: usize, role: FigureRole) -> bool {
        self.lexicon.has_role(self.id(at), role)
    }

    /// Returns what the word at an index says about what is counted.
    pub(crate) fn measures(self, at: usize) -> &'static [MeasureWord] {
        self.lexicon.measures(self.id(at))
    }

    /// Returns the unit that the word at an index names.
    pub(crate) fn unit(self, at: usize) -> Option<&'static Unit> {
        self.lexicon.unit(self.id(at))
    }

    /// Returns the worth of the number word at an index; "forty-six" is one word, "two-day" is none.
    pub(crate) fn number(self, at: usize) -> Option<NumberWord> {
        let known = self.lexicon.number(self.id(at));
        if known.is_some() || !self.has(at, TokenKind::Word) {
            return known;
        }
        let word = self.word(at);
        // A letter takes the full stop behind it: "it cost $5m."
        if word.len() == 2 && word.ends_with('.') {
            return self.lexicon.number(self.lexicon.id(&word[..1]));
        }
        let (tens, unit) = self.tagged(at, Tags::JOINED).then(|| word.split_once('-'))??;
        let part = |word: &str| self.lexicon.number(self.lexicon.id(word));
        let (tens, unit) = (part(tens)?, part(unit)?);
        let fits = tens.kind == NumberKind::Tens
            && unit.kind == NumberKind::Unit
            && (1.0..10.0).contains(&unit.value);
        let value = tens.value + unit.value;
        fits.then_some(NumberWord { kind: NumberKind::Unit, value, high: value })
    }

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
        self.tokens.get(at).is_some_and(|token| token.is(self.text, word))
    }

    /// Tells whether the word at an index is one of these, whatever its case.
    pub(crate) fn any(self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
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
        self.tagged(at, Tags::CAPITAL)
    }

    /// Tells whether the phrase ends before `end` and starts not before `floor`.
    pub(crate) fn ends_with(self, end: usize, floor: usize, phrase: &[WordId]) -> bool {
        end.checked_sub(phrase.len()).is_some_and(|from| {
            from >= floor
                && phrase.iter().enumerate().all(|(nth, word)| self.id(from + nth) == *word)
        })
    }

    /// Tells whether the phrase starts at an index.
    pub(crate) fn starts_with(self, at: usize, phrase: &[WordId]) -> bool {
        phrase.iter().enumerate().all(|(nth, word)| self.id(at + nth) == *word)
    }
}
