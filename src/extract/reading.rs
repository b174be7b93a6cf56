use crate::article::{Article, Layout, Sentence, Span, Token};
use crate::claim::{Act, Link, Quotation, Scope, Stance};
use crate::extract::Stretch;
use crate::lexicon::{Classes, Lexicon, WordId};

/// An article as it is read: its layout, a word for every token, and the attributions found so far.
///
/// Everything is addressed by the index of a token in `layout.tokens`; the tokens of a sentence are
/// `layout.sentences[i].tokens`, and a [`Stretch`] of tokens is a piece of text.
#[derive(Debug)]
#[allow(dead_code, reason = "the finders that land next read them")]
pub(super) struct Reading<'a> {
    /// The article.
    pub(super) article: &'a Article,
    /// Its paragraphs, sentences, quotations and tokens.
    pub(super) layout: &'a Layout,
    /// The words we know.
    pub(super) lexicon: &'static Lexicon,
    /// One word a token.
    pub(super) words: Vec<Word>,
    /// In text order.
    pub(super) attributions: Vec<Attribution>,
}

/// A token as a word: its number in the lexicon and its classes, the shape included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Its number.
    pub(super) id: WordId,
    /// What kind of word it is.
    pub(super) classes: Classes,
    /// It stands inside double quotation marks, or is one of them.
    pub(super) quoted: bool,
}

/// Somebody says something somewhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attribution {
    /// The chain, outermost first; resolved names stand in `Source::text`, the spans are as written.
    pub(super) links: Vec<Link>,
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

#[allow(dead_code, reason = "the finders that land next read them")]
impl<'a> Reading<'a> {
    /// Returns the article with a word for each token, and nothing found yet.
    pub(super) fn new(article: &'a Article, layout: &'a Layout) -> Self {
        let lexicon = Lexicon::builtin();
        let text = article.text.as_str();
        let mut words = Vec::with_capacity(layout.tokens.len());
        for token in &layout.tokens {
            let word = token.text(text);
            let id = lexicon.id(word);
            let classes = lexicon.classes(id) | Classes::shape(word);
            words.push(Word { id, classes, quoted: false });
        }
        let mut reading = Self { article, layout, lexicon, words, attributions: Vec::new() };
        for quoted in layout.quotations.iter().filter(|quoted| !quoted.single) {
            for at in reading.tokens_in(quoted.span).range() {
                reading.words[at].quoted = true;
            }
        }
        reading
    }

    /// Returns the text of a token.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.layout.tokens[at].text(&self.article.text)
    }

    /// Returns a token.
    pub(super) fn token(&self, at: usize) -> Token {
        self.layout.tokens[at]
    }

    /// Tells whether the token is of one of these classes.
    pub(super) fn is(&self, at: usize, classes: Classes) -> bool {
        self.words[at].classes.any(classes)
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

    /// Returns the stretches of a sentence that belong to no source, cue or content: what the outlet itself says.
    pub(super) fn free(&self, sentence: &Sentence) -> Vec<Stretch> {
        let mut taken: Vec<Stretch> = Vec::new();
        for attribution in &self.attributions {
            let spans = attribution.links.iter().flat_map(|link| {
                let source = link.source.as_ref().and_then(|source| source.span);
                source.into_iter().chain(link.cue.as_ref().and_then(|cue| cue.span))
            });
            taken.extend(spans.map(|span| self.tokens_in(span)));
            taken.extend(attribution.content.iter().copied());
        }
        let whole = Stretch::from(sentence.tokens.clone());
        taken.retain(|stretch| stretch.meets(whole));
        taken.sort_by_key(|range| range.start);
        let mut out = Vec::new();
        let mut at = whole.start;
        for range in taken {
            if range.start > at {
                out.push(Stretch::new(at, range.start));
            }
            at = at.max(range.end);
        }
        if at < whole.end {
            out.push(Stretch::new(at, whole.end));
        }
        out
    }
}
