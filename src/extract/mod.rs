//! An article to mentions: cue, source, content, nesting, stance, coreference.
//!
//! It never sees the ledger: what we believe must not colour what we read. Never fails.

mod draft;
mod reading;
mod stretch;

use reading::{Attribution, Reading};
use stretch::Stretch;

use crate::article::{Article, Layout};
use crate::claim::{Actors, Mention};

/// Reads articles into mentions; made once, used for many articles.
#[derive(Clone, Debug)]
pub struct Extractor {
    #[allow(dead_code, reason = "the finders that land next read them")]
    actors: Actors,
}

impl Extractor {
    /// Returns an extractor that knows these actors.
    pub fn new(actors: &Actors) -> Self {
        Self { actors: actors.clone() }
    }

    /// Returns the mentions of an article in text order, those of every act.
    pub fn mentions(&self, article: &Article) -> Vec<Mention> {
        let layout = Layout::of(&article.text);
        let reading = Reading::new(article, &layout);
        let mut mentions = draft::cued(&reading);
        mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
        for (index, mention) in mentions.iter_mut().enumerate() {
            mention.id = format!("m{}", index + 1);
        }
        mentions
    }
}
