//! An article as text and places in it: metadata, tokens, sentences, quotations.
//!
//! This room knows no claims and never fails: whatever the bytes are, spans lie inside the text
//! and on character boundaries.

mod abbreviation;
mod dateline;
pub mod input;
mod layout;
mod paragraph;
mod place;
mod quotation;
mod sentence;
mod span;
mod token;

pub use layout::{Layout, Paragraph, Quoted, Sentence, SentenceKind};
pub use place::{Lines, Place};
pub use span::Span;
pub use token::{Token, TokenKind, tokens};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

/// One article: its text, byte for byte, and what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// The text that every span indexes.
    pub text: String,
    /// What is known beside the text.
    pub meta: Meta,
}

/// What is known about an article beside its text; `None` where nobody said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// Where it was read from: a path as typed, or `-`.
    pub path: Option<String>,
    /// The id it has in the collection that it came from.
    pub id: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Day of publication.
    pub date: Option<NaiveDate>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The agency named in a dateline, such as `Reuters`.
    pub agency: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

impl Article {
    /// Returns an article of this text about which nothing else is known.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self { text: text.into(), meta: Meta::default() }
    }

    /// Returns the SHA-256 of the text, in lower-case hex.
    pub fn sha256(&self) -> String {
        let digits = |byte: u8| [byte >> 4, byte & 15];
        let digest = Sha256::digest(self.text.as_bytes()).into_iter().flat_map(digits);
        digest.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
    }

    /// Returns the words of a span; empty if the span is not one of this text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or("")
    }
}
