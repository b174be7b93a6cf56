//! An article to mentions: cue, source, content, nesting, stance, coreference.
//!
//! It never sees the ledger: what we believe must not colour what we read. Never fails.

mod according;
mod antecedent;
mod apposition;
mod attribution;
mod belonging;
mod chain;
mod channel;
mod clause;
mod colon;
mod content;
mod coreference;
mod cut;
mod draft;
mod event;
mod fill;
mod frame;
mod held;
mod kind;
mod left;
mod listener;
mod modality;
mod nominal;
mod parenthesis;
mod passive;
mod phrase;
mod plain;
mod reading;
mod right;
mod role;
mod run;
mod shared;
mod source;
mod split;
mod stance;
mod statement;
mod step;
mod stretch;
mod verb;
mod voice;

use attribution::Found;
use clause::{Clause, Join};
use cut::Cut;
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
    actors: Actors,
}

impl Extractor {
    /// Returns an extractor that knows these actors.
    pub fn new(actors: &Actors) -> Self {
        Self { finder: ActorFinder::new(actors), actors: actors.clone() }
    }

    /// Returns the finder of the actors it knows.
    pub fn finder(&self) -> &ActorFinder {
        &self.finder
    }

    /// Returns the mentions of an article in text order, those of every act.
    pub fn mentions(&self, article: &Article) -> Vec<Mention> {
        self.read(article, Depth::Told)
    }

    /// Returns the same mentions sooner, without statement and names, which only matching needs.
    pub fn split(&self, article: &Article) -> Vec<Mention> {
        self.read(article, Depth::Split)
    }

    fn read(&self, article: &Article, depth: Depth) -> Vec<Mention> {
        let layout = Layout::of(&article.text);
        let reading = Reading::new(article, &layout);
        let chains = chain::nest(&reading, attribution::find(&reading));
        let found = draft::attributions(&reading, &self.finder, &self.actors, chains);
        let spoken = event::spoken(&reading, &found);
        let cued = draft::cued(&reading, found);
        let mut mentions = fill::all(&reading, &self.finder, cued, &spoken, depth);
        mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
        for (index, mention) in mentions.iter_mut().enumerate() {
            mention.id = format!("m{}", index + 1);
        }
        antecedent::point(&reading, &mut mentions);
        mentions
    }
}

/// How much of a mention is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    /// All but statement and names.
    Split,
    /// All of it.
    Told,
}
