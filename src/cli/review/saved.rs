use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use claimbook::check::Checked;
use serde::Deserialize;

use crate::cli::Failure;
use crate::cli::articles::Articles;

/// What a saved report tells of its article and of the mentions that are to be reviewed.
#[derive(Deserialize)]
pub(super) struct Saved {
    schema: String,
    article: SavedArticle,
    mentions: Vec<SavedMention>,
    /// The hash of the article's text.
    #[serde(skip)]
    pub(super) sha256: String,
}

#[derive(Deserialize)]
struct SavedArticle {
    path: Option<String>,
    date: Option<NaiveDate>,
    outlet: Option<String>,
    url: Option<String>,
    sha256: String,
}

#[derive(Deserialize)]
struct SavedMention {
    span: SavedSpan,
    stance: String,
}

#[derive(Deserialize)]
struct SavedSpan {
    start: usize,
    end: usize,
}

impl Saved {
    /// Reads a report.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let text = super::read(path)?;
        let mut saved: Self = serde_json::from_str(&text).map_err(|error| {
            let shown = path.display();
            Failure::new(format!("{shown}:{}:{}: {error}", error.line(), error.column()))
        })?;
        if saved.schema != "report-1" {
            let text = format!("{}: it is `{}`, not `report-1`", path.display(), saved.schema);
            return Err(Failure::new(text));
        }
        if saved.article.path.as_deref().is_none_or(|path| path == "-") {
            return Err(Failure::new(format!(
                "{}: it does not name its article's file",
                path.display()
            )));
        }
        saved.sha256.clone_from(&saved.article.sha256);
        Ok(saved)
    }

    /// Returns its article, with what the report knows of it.
    pub(super) fn articles(&self) -> Articles {
        let path = PathBuf::from(self.article.path.as_deref().unwrap_or("-"));
        Articles::one(
            path,
            self.article.date,
            self.article.outlet.clone(),
            self.article.url.clone(),
        )
    }

    /// Tells whether a mention stands in the report.
    pub(super) fn holds(&self, row: &Checked) -> bool {
        let mention = &row.mention;
        self.mentions.iter().any(|saved| {
            (saved.span.start, saved.span.end) == (mention.span.start, mention.span.end)
                && saved.stance == mention.stance.name()
        })
    }
}
