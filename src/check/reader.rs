use std::sync::Arc;

use crate::article::Article;
use crate::claim::{Actor, Actors, Mention};
use crate::extract::Extractor;
use crate::lexicon;
use crate::slots::ActorFinder;

/// Reads articles for a desk: made once, used for many articles and ledgers; a clone shares its tables.
#[derive(Clone, Debug)]
pub struct Reader {
    actors: Actors,
    extractor: Arc<Extractor>,
}

impl Reader {
    /// Returns a reader that knows the built-in actors and over them the desk's own.
    pub fn new(own: &[Actor]) -> Self {
        let mut actors = lexicon::actors();
        actors.extend(own.iter().cloned());
        Self { extractor: Arc::new(Extractor::new(&actors)), actors }
    }

    /// Returns the mentions of an article, of every act.
    pub fn mentions(&self, article: &Article) -> Vec<Mention> {
        self.extractor.mentions(article)
    }

    /// Returns the finder of the known actors.
    pub(crate) fn finder(&self) -> &ActorFinder {
        self.extractor.finder()
    }

    /// Returns who is known.
    pub fn actors(&self) -> &Actors {
        &self.actors
    }
}
