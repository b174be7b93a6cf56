use std::sync::OnceLock;

use serde::Deserialize;

use crate::claim::{Actor, Form};
use crate::lexicon::words::{Words, cell, rows};

/// Returns the built-in actors: states, their bodies, well-known people, parties, agencies and outlets.
pub fn actors() -> Vec<Actor> {
    let actor = |row: Row| Actor {
        id: row.id,
        name: row.name,
        aliases: cell(&row.aliases).map(str::to_owned).collect(),
        r#type: row.r#type,
        speaks_for: row.speaks_for,
    };
    rows::<Row>(include_str!("../../lexicons/actors.csv")).into_iter().map(actor).collect()
}

/// Tells whether a word is a title or an office before a name: "President", "Sen".
pub fn is_title(word: &str) -> bool {
    static TABLE: OnceLock<Words<()>> = OnceLock::new();
    TABLE
        .get_or_init(|| {
            let rows = rows::<Title>(include_str!("../../lexicons/titles.csv"));
            Words::new(rows.into_iter().map(|row| (row.word, ())))
        })
        .get(word)
        .is_some()
}

/// Tells whether a single word names a built-in actor or its people: "Iran", "Iranian", "Reuters".
pub fn known_name(word: &str) -> Option<Form> {
    static TABLE: OnceLock<Words<Form>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut words = Vec::new();
        for actor in actors() {
            let single = actor.forms().filter(|(form, _)| !form.contains(' '));
            words.extend(single.map(|(form, kind)| (form.to_owned(), kind)));
        }
        Words::new(words)
    });
    table.get(word).copied()
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
        let actors = actors();
        let ids: BTreeSet<_> = actors.iter().map(|actor| actor.id.as_str()).collect();
        assert_eq!(ids.len(), actors.len());
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
