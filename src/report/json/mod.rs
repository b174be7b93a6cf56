//! JSON: own structs with their own version, so that a change of ours breaks nobody.

mod matched;
mod mention;
mod report;
mod show;

pub use matched::{Answer, MatchRow, answer, matches};
pub use mention::{MentionRow, Mentions, mentions};
pub use report::{ReportJson, report};
pub use show::{ShowJson, show};

use std::io::{self, Write};

use serde::Serialize;

use crate::article::Article;
use schemars::JsonSchema;

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Over many lines, for reading.
    Pretty,
    /// One line.
    Line,
}

/// Writes a value and a line end.
pub fn write<W: Write + ?Sized>(
    out: &mut W,
    layout: Layout,
    value: &impl Serialize,
) -> io::Result<()> {
    match layout {
        Layout::Pretty => serde_json::to_writer_pretty(&mut *out, value)?,
        Layout::Line => serde_json::to_writer(&mut *out, value)?,
    }
    out.write_all(b"\n")
}

/// An article, without its text.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Article")]
pub struct ArticleRow<'a> {
    /// The path as typed, or `-`.
    path: Option<&'a str>,
    /// Headline.
    title: Option<&'a str>,
    /// Day of publication.
    date: Option<chrono::NaiveDate>,
    /// Who published it.
    outlet: Option<&'a str>,
    /// Where it was published.
    url: Option<&'a str>,
    /// SHA-256 of the text.
    sha256: String,
    /// Length of the text in bytes.
    bytes: usize,
}

impl<'a> ArticleRow<'a> {
    fn new(article: &'a Article) -> Self {
        let meta = &article.meta;
        Self {
            path: meta.path.as_deref(),
            title: meta.title.as_deref(),
            date: meta.date,
            outlet: meta.outlet.as_deref(),
            url: meta.url.as_deref(),
            sha256: article.sha256(),
            bytes: article.text.len(),
        }
    }
}
