use std::sync::OnceLock;

use serde::Deserialize;

use crate::claim::{Actor, Actors, Form};
use crate::lexicon::words::{cell, rows};
use crate::lexicon::{Column, Lexicon, Vocabulary, WordId};

/// Returns the built-in actors: states, their bodies, well-known people, parties, agencies and outlets.
pub fn actors() -> Actors {
    table().clone()
}

impl Lexicon {
    /// Tells how a single word names a built-in actor or its people: "Iran", "Iranian", "Reuters".
    #[inline]
    pub fn known_name(&self, id: WordId) -> Option<Form> {
        self.known.get(id).copied()
    }
}

/// Reads the titles.
pub(super) fn titles(words: &mut Vocabulary) -> Column<()> {
    let rows = rows::<Title>(include_str!("../../lexicons/titles.csv"));
    Column::new(words, rows.into_iter().map(|row| (row.word, ())))
}

/// Returns the names of one word of the built-in actors.
pub(super) fn known(words: &mut Vocabulary) -> Column<Form> {
    let forms = table().iter().flat_map(Actor::forms);
    Column::new(words, forms.filter(|(form, _)| !form.contains(' ')))
}

fn table() -> &'static Actors {
    static TABLE: OnceLock<Actors> = OnceLock::new();
    TABLE.get_or_init(|| {
        let actor = |row: Row| Actor {
            id: row.id,
            name: row.name,
            aliases: cell(&row.aliases).map(str::to_owned).collect(),
            r#type: row.r#type,
            speaks_for: row.speaks_for,
        };
        let rows = rows::<Row>(include_str!("../../lexicons/actors.csv"));
        Actors::new(rows.into_iter().map(actor))
    })
}

#[derive(Deserialize)]
struct Row {
    id: String,
    name: String,
    aliases: String,
    r#type: String,
    speaks_for: Option<String>,
}

#[derive(Deserialize)]
struct Title {
    word: String,
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::actors;

    #[test]
    fn ids_and_forms_are_unique_and_voices_known() {
        let rows = include_str!("../../lexicons/actors.csv").lines().count() - 1;
        let actors = actors();
        let actors: Vec<_> = actors.iter().collect();
        let ids: BTreeSet<_> = actors.iter().map(|actor| actor.id.as_str()).collect();
        assert_eq!(ids.len(), rows);
        let mut owner = BTreeMap::new();
        for actor in &actors {
            let fits = |voice: &String| ids.contains(voice.as_str());
            assert!(actor.speaks_for.as_ref().is_none_or(fits), "{}", actor.id);
            for (form, _) in actor.forms() {
                let other = owner.insert(form.to_owned(), actor.id.clone());
                assert!(other.is_none_or(|id| id == actor.id), "{form} names two actors");
            }
        }
    }
}
