use std::ops::Range;

use crate::article::paragraph::{self, LineKind};
use crate::article::{Span, Token, quotation, sentence, tokens};

/// How a text is laid out: paragraphs, sentences, quotations and tokens, all in text order.
///
/// A layout may be read again for another text and keeps its memory, so that reading many
/// articles costs no allocation.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Stretches between line breaks; a line that was only wrapped is no paragraph of its own.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences, headings, captions and other pieces; each lies in one paragraph.
    pub sentences: Vec<Sentence>,
    /// Quotations in any marks, outer ones first; each lies in one paragraph.
    pub quotations: Vec<Quoted>,
    /// Tokens of all sentences.
    pub tokens: Vec<Token>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands, without the spaces around it.
    pub span: Span,
    /// Its sentences in [`Layout::sentences`].
    pub sentences: Range<usize>,
    /// Its quotations in [`Layout::quotations`].
    pub quotations: Range<usize>,
}

/// A sentence or another piece of text that is read on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without the spaces around it.
    pub span: Span,
    /// What it is.
    pub kind: SentenceKind,
    /// Its paragraph in [`Layout::paragraphs`].
    pub paragraph: usize,
    /// Its tokens in [`Layout::tokens`].
    pub tokens: Range<usize>,
}

/// What a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentenceKind {
    /// Running text; the only kind that makes claims.
    Prose,
    /// A headline or a heading.
    Heading,
    /// What stands below a picture, or who took it.
    Caption,
    /// Who wrote it.
    Byline,
    /// Where and when it was written: `MOSCOW, July 19 (Reuters) -`, `date 2022-07-19`.
    Dateline,
    /// An item of a list.
    List,
    /// A mark such as `***` or a bare link or ticker.
    Mark,
}

/// A quotation: what stands between two marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// Its words with the marks.
    pub span: Span,
    /// Its words without the marks.
    pub inner: Span,
    /// Its marks are single ones.
    pub single: bool,
    /// It has its closing mark; without one it ends with its paragraph.
    pub closed: bool,
    /// It goes on with the quotation that the paragraph before left open.
    pub continues: bool,
}

impl Layout {
    /// Returns the layout of a text.
    pub fn of(text: &str) -> Self {
        let mut layout = Self::default();
        layout.read(text);
        layout
    }

    /// Reads another text into this layout.
    pub fn read(&mut self, text: &str) {
        self.split(text);
        self.tokens.reserve(text.len() / 5);
        for sentence in &mut self.sentences {
            let first = self.tokens.len();
            tokens(text, sentence.span, &mut self.tokens);
            sentence.tokens = first..self.tokens.len();
        }
    }

    /// Reads paragraphs, quotations and sentences of another text, without its tokens.
    pub fn split(&mut self, text: &str) {
        self.paragraphs.clear();
        self.sentences.clear();
        self.quotations.clear();
        self.tokens.clear();
        let mut open = false;
        for (index, block) in paragraph::blocks(text).enumerate() {
            let span = block.span;
            let (first, quoted) = (self.sentences.len(), self.quotations.len());
            open = quotation::pair(text, span, open, &mut self.quotations);
            let mut body = span;
            if let Some(end) = block.dateline {
                body = Span::new(paragraph::skip_space(text, end, span.end), span.end);
                self.sentences.push(Sentence {
                    span: Span::new(
                        span.start,
                        span.start + text[span.start..end].trim_end().len(),
                    ),
                    kind: SentenceKind::Dateline,
                    paragraph: index,
                    tokens: 0..0,
                });
            }
            let kind = match block.kind {
                LineKind::Prose => SentenceKind::Prose,
                LineKind::Heading => SentenceKind::Heading,
                LineKind::Caption => SentenceKind::Caption,
                LineKind::Byline => SentenceKind::Byline,
                LineKind::List => SentenceKind::List,
                LineKind::Mark => SentenceKind::Mark,
            };
            if matches!(kind, SentenceKind::Prose | SentenceKind::List) {
                let quotations = &self.quotations[quoted..];
                sentence::split(text, body, quotations, &mut |span| {
                    self.sentences.push(Sentence { span, kind, paragraph: index, tokens: 0..0 });
                });
            } else if !body.is_empty() {
                self.sentences.push(Sentence { span: body, kind, paragraph: index, tokens: 0..0 });
            }
            self.paragraphs.push(Paragraph {
                span,
                sentences: first..self.sentences.len(),
                quotations: quoted..self.quotations.len(),
            });
        }
    }

    /// Returns the tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.clone()]
    }
}

#[cfg(test)]
mod tests {
    use super::{Layout, SentenceKind};

    fn kinds(text: &str) -> Vec<(SentenceKind, &str)> {
        let layout = Layout::of(text);
        layout.sentences.iter().map(|s| (s.kind, &text[s.span.start..s.span.end])).collect()
    }

    #[test]
    fn tells_prose_from_what_stands_around_it() {
        let text = " date 2021-03-04 The lake rose on Monday. It fell again.\n\nLake keeps on rising\n\n\
                    OSLO, March 4 (NTB) - The lake is calm.\n\n(Image: NTB)";
        assert_eq!(
            kinds(text),
            [
                (SentenceKind::Dateline, "date 2021-03-04"),
                (SentenceKind::Prose, "The lake rose on Monday."),
                (SentenceKind::Prose, "It fell again."),
                (SentenceKind::Heading, "Lake keeps on rising"),
                (SentenceKind::Dateline, "OSLO, March 4 (NTB) -"),
                (SentenceKind::Prose, "The lake is calm."),
                (SentenceKind::Caption, "(Image: NTB)"),
            ]
        );
    }

    #[test]
    fn reads_the_next_text_afresh() {
        let mut layout = Layout::of("“One.” Two.");
        layout.read("Three.");
        assert_eq!((layout.sentences.len(), layout.quotations.len()), (1, 0));
        assert_eq!(layout.tokens.len(), 2);
    }
}
