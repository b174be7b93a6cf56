//! An article to mentions: cue, source, content, nesting, stance, coreference.
//!
//! It never sees the ledger: what we believe must not colour what we read. Never fails.

mod according;
mod attribution;
mod clause;
mod colon;
mod content;
mod draft;
mod event;
mod fill;
mod frame;
mod held;
mod kind;
mod modality;
mod phrase;
mod plain;
mod reading;
mod right;
mod source;
mod split;
mod statement;
mod stretch;
mod verb;

use attribution::Found;
use clause::{Clause, Join};
use held::Held;
use reading::{Attribution, Reading};
use stretch::Stretch;
use verb::VerbGroup;

use crate::article::{Article, Layout};
use crate::claim::{Actors, Mention};
use crate::slots::ActorFinder;

/// Reads articles into mentions; made once, used for many articles.
#[derive(Clone, Debug)]
pub struct Extractor {
    finder: ActorFinder,
}

impl Extractor {
    /// Returns an extractor that knows these actors.
    pub fn new(actors: &Actors) -> Self {
        Self { finder: ActorFinder::new(actors) }
    }

    /// Returns the mentions of an article in text order, those of every act.
    pub fn mentions(&self, article: &Article) -> Vec<Mention> {
        let layout = Layout::of(&article.text);
        let mut reading = Reading::new(article, &layout);
        let found = attribution::find(&reading);
        reading.attributions =
            found.into_iter().map(|found| draft::attribution(&reading, found)).collect();
        let mut mentions = fill::all(&reading, &self.finder, draft::cued(&reading));
        mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
        for (index, mention) in mentions.iter_mut().enumerate() {
            mention.id = format!("m{}", index + 1);
        }
        mentions
    }
}
