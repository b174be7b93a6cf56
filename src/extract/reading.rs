use crate::article::{Article, Layout, Quoted, SentenceKind, Span, Token, TokenKind};
use crate::claim::{Act, Link, Quotation, Scope, Source, Stance};
use crate::extract::Stretch;
use crate::lexicon::{Classes, Entry, Lexicon, Tags, WordId};
use crate::slots::Line;

/// An article as it is read: its layout and a word for every token.
///
/// Everything is addressed by the index of a token in `layout.tokens`; the tokens of a sentence are
/// `layout.sentences[i].tokens`, and a [`Stretch`] of tokens is a piece of text.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    /// The article.
    pub(super) article: &'a Article,
    /// Its paragraphs, sentences, quotations and tokens.
    pub(super) layout: &'a Layout,
    /// The words we know.
    pub(super) lexicon: &'static Lexicon,
    /// One word a token.
    pub(super) words: Vec<Word>,
    /// The entry of each token in the lexicon, those of marks too.
    entries: Vec<Entry>,
}

/// A token as a word: its classes, the shape included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// What kind of word it is.
    pub(super) classes: Classes,
    /// Which mark it is, if it is one.
    pub(super) mark: Mark,
    /// It stands inside double quotation marks, or is one of them.
    pub(super) quoted: bool,
}

/// The marks that the reading must tell apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    /// No mark at all.
    #[default]
    Word,
    /// A double quotation mark of any style.
    Quote,
    /// An apostrophe or single quotation mark.
    Apostrophe,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// A dash that is no hyphen.
    Dash,
    /// A full stop, question or exclamation mark.
    Stop,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// Any other mark.
    Other,
}

impl Mark {
    fn of(text: &str) -> Self {
        let mut chars = text.chars();
        let first = chars.next().unwrap_or_default();
        match first {
            '\'' | '`' if chars.next().is_some() => Self::Quote,
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' => Self::Quote,
            '\'' | '’' | '‘' | '`' | '‚' => Self::Apostrophe,
            ',' => Self::Comma,
            ':' => Self::Colon,
            ';' => Self::Semicolon,
            '-' | '–' | '—' | '―' => Self::Dash,
            '.' | '!' | '?' | '…' => Self::Stop,
            '(' | '[' | '{' => Self::Open,
            ')' | ']' | '}' => Self::Close,
            _ => Self::Other,
        }
    }
}

/// Somebody says something somewhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attribution {
    /// The chain, outermost first; resolved names stand in `Source::text`, the spans are as written.
    pub(super) links: Vec<Link>,
    /// Whom or through what the claimant says it.
    pub(super) channel: Option<Box<Source>>,
    /// What is said, in text order; several pieces where cue and source stand between.
    pub(super) content: Vec<Stretch>,
    /// What the claimant does.
    pub(super) act: Act,
    /// How the claimant stands to the content.
    pub(super) stance: Stance,
    /// About how much of it.
    pub(super) scope: Scope,
    /// How much is quoted.
    pub(super) quotation: Quotation,
    /// How sure the reading is.
    pub(super) confidence: f64,
    /// The rule behind a guess.
    pub(super) guess: Option<&'static str>,
}

impl<'a> Reading<'a> {
    /// Returns the article with a word for each token.
    pub(super) fn new(article: &'a Article, layout: &'a Layout) -> Self {
        let lexicon = Lexicon::builtin();
        let text = article.text.as_str();
        let mut words = Vec::with_capacity(layout.tokens.len());
        let entries = lexicon.entries_in(text, layout.tokens.iter().map(Token::range));
        for (token, entry) in layout.tokens.iter().zip(&entries) {
            let word = token.text(text);
            let found = if token.kind == TokenKind::Mark {
                let mark = Mark::of(word);
                Word { classes: Classes::MARK, mark, ..Word::default() }
            } else {
                let listed = lexicon.classes(entry.id);
                let mut classes = listed | Classes::shape(word);
                if matches!(word, "US" | "WHO") {
                    // The country and the organisation, not the pronouns.
                    classes = Classes::shape(word);
                }
                if classes.any(Classes::UPPER) {
                    // "USA TODAY", "TIME": a name.
                    classes = classes.without(Classes::TIME).without(Classes::ADVERB);
                }
                if listed.any(Classes::ADJECTIVE) {
                    classes = classes.without(Classes::ED).without(Classes::ING);
                }
                if listed.any(Classes::NO_ADVERB) {
                    classes = classes.without(Classes::LY);
                }
                Word { classes, ..Word::default() }
            };
            words.push(found);
        }
        let mut reading = Self { article, layout, lexicon, words, entries };
        reading.lower_titles();
        for quoted in layout.quotations.iter().filter(|quoted| !quoted.single) {
            for at in reading.tokens_in(quoted.span).range() {
                reading.words[at].quoted = true;
            }
        }
        reading
    }

    /// "Mayor Says Bridge Is Safe": in a headline of capitals a word that we know is no name.
    fn lower_titles(&mut self) {
        let layout = self.layout;
        for sentence in layout.sentences.iter().filter(|one| one.kind == SentenceKind::Heading) {
            let tokens = || sentence.tokens.clone().skip(1);
            let capital = |at: &usize| self.is(*at, Classes::CAPITAL);
            let small = |at: &usize| self.words[*at].classes.is_plain();
            if tokens().filter(capital).count() < 3 || tokens().any(|at| small(&at)) {
                continue;
            }
            for at in tokens() {
                let id = self.entries[at].id;
                let known =
                    self.lexicon.cues().verb(id).is_some() || !self.lexicon.classes(id).is_plain();
                if known && !self.is(at, Classes::UPPER) {
                    self.words[at].classes = self.words[at].classes.without(Classes::CAPITAL);
                }
            }
        }
    }

    /// Returns the text of a token.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.layout.tokens[at].text(&self.article.text)
    }

    /// Returns the number of a token in the lexicon.
    pub(super) fn id(&self, at: usize) -> WordId {
        self.entries[at].id
    }

    /// Tells whether one of these tables knows a token.
    pub(super) fn tagged(&self, at: usize, tags: Tags) -> bool {
        self.entries.get(at).is_some_and(|entry| entry.tags.any(tags))
    }

    /// Returns a stretch of tokens as the slots read it.
    pub(super) fn line(&self, tokens: Stretch) -> Line<'_> {
        let range = tokens.range();
        Line::new(&self.article.text, &self.layout.tokens[range.clone()], &self.entries[range])
    }

    /// Returns a token.
    pub(super) fn token(&self, at: usize) -> Token {
        self.layout.tokens[at]
    }

    /// Tells whether the token is of one of these classes.
    pub(super) fn is(&self, at: usize, classes: Classes) -> bool {
        self.words.get(at).is_some_and(|word| word.classes.any(classes))
    }

    /// Returns the tokens that lie in a span.
    pub(super) fn tokens_in(&self, span: Span) -> Stretch {
        let tokens = &self.layout.tokens;
        let start = tokens.partition_point(|token| (token.start as usize) < span.start);
        Stretch::new(start, tokens.partition_point(|token| (token.end as usize) <= span.end))
    }

    /// Returns the span of a stretch of tokens; empty for an empty one.
    pub(super) fn span(&self, tokens: Stretch) -> Span {
        if tokens.is_empty() {
            return Span::default();
        }
        self.token(tokens.start).span().cover(self.token(tokens.end - 1).span())
    }

    /// Returns the index of the sentence of a token.
    pub(super) fn sentence_at(&self, at: usize) -> usize {
        let sentences = &self.layout.sentences;
        sentences
            .partition_point(|sentence| sentence.tokens.end <= at)
            .min(sentences.len().saturating_sub(1))
    }

    /// Returns the double quotation whose closing mark ends at an offset.
    pub(super) fn quotation_ending(&self, end: usize) -> Option<&Quoted> {
        let quotations = &self.layout.quotations;
        let behind = quotations.partition_point(|quote| quote.span.start < end);
        quotations[behind.saturating_sub(40)..behind]
            .iter()
            .rev()
            .find(|quote| !quote.single && quote.span.end == end)
    }

    /// Tells whether the token is this word, whatever its case.
    #[inline]
    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.layout.tokens.get(at).is_some_and(|token| token.is(&self.article.text, word))
    }

    /// Tells whether two tokens are the same word, whatever their case.
    pub(super) fn alike(&self, at: usize, other: usize) -> bool {
        self.is_word(at, self.text(other))
    }

    /// Tells whether the token is a double quotation mark.
    pub(super) fn is_quote(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.mark == Mark::Quote)
    }

    /// Tells whether the token is an apostrophe or a single quotation mark.
    pub(super) fn is_apostrophe(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.mark == Mark::Apostrophe)
    }

    /// Tells whether the token is this mark.
    pub(super) fn is_mark(&self, at: usize, mark: Mark) -> bool {
        self.words.get(at).is_some_and(|word| word.mark == mark)
    }

    /// Tells whether the token is the end of a possessive: `'s`, or the apostrophe of a plural.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        at > 0
            && (self.is_apostrophe(at - 1) && self.is_word(at, "s")
                || self.is_apostrophe(at) && self.is(at - 1, Classes::S))
    }

    /// Tells whether the `s` at `at` is the rest of "he's", "who's", "that's".
    pub(super) fn is_short_be(&self, at: usize) -> bool {
        at >= 2 && self.is_apostrophe(at - 1) && self.is(at - 2, Classes::PRONOUN)
    }

    /// Tells whether the token is a subject with its helping verb in one: `they've`, `I'll`.
    pub(super) fn is_contracted(&self, at: usize) -> bool {
        self.is(at, Classes::PRONOUN) && self.is(at, Classes::HAVE | Classes::MODAL | Classes::BE)
    }

    /// Tells whether the token is a finite verb, as far as its form and the word before it show.
    pub(super) fn is_finite(&self, limits: Stretch, at: usize) -> bool {
        let classes = self.words[at].classes;
        if classes.any(Classes::CAPITAL | Classes::MARK) {
            return false;
        }
        if classes.any(Classes::FINITE | Classes::BE | Classes::DO | Classes::MODAL | Classes::HAVE)
        {
            return !classes.any(Classes::NOUN_TOO);
        }
        let before =
            if at > limits.start { self.words[at - 1].classes } else { Default::default() };
        let adjective = Classes::POSSESSIVE | Classes::PREPOSITION | Classes::LY;
        let determined = before.any(Classes::DETERMINER) && !before.any(Classes::PRONOUN);
        let owned = at > limits.start && self.is_possessive(at - 1) && !self.is_short_be(at - 1);
        classes.any(Classes::ED) && !determined && !before.any(adjective) && !owned
    }

    /// Returns the last token with this text in `from..to`.
    pub(super) fn find_back(&self, from: usize, to: usize, mark: &str) -> Option<usize> {
        (from..to).rev().find(|at| self.text(*at) == mark)
    }
}
