use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::claim::{Kind, fold};

/// Somebody who speaks and acts: a row of `actors.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Its id.
    pub id: String,
    /// Its usual name.
    pub name: String,
    /// Other forms in texts, with the marks that [`Actor::forms`] reads.
    pub aliases: Vec<String>,
    /// What it is.
    pub r#type: ActorType,
    /// Under whose orders it speaks.
    pub speaks_for: Option<String>,
}

/// How a form of a name stands for its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Its name or another name of it: "Iran", "Islamic Republic".
    Name,
    /// An adjective or its people, marked `~`: "Iranian", "Iranians".
    Demonym,
    /// A place or a seat that stands for it only where it acts, marked `@`: "Tehran".
    Metonym,
}

impl Actor {
    /// Iterates over its name and the aliases, without their marks.
    pub fn forms(&self) -> impl Iterator<Item = (&str, Form)> {
        let aliases = self.aliases.iter().map(|alias| match alias.as_bytes().first() {
            Some(b'@') => (alias[1..].trim(), Form::Metonym),
            Some(b'~') => (alias[1..].trim(), Form::Demonym),
            _ => (alias.trim(), Form::Name),
        });
        std::iter::once((self.name.as_str(), Form::Name)).chain(aliases)
    }
}

/// What an actor is; a word such as `state`, `police`, `news_agency`.
pub type ActorType = String;

/// The actors of a desk on top of the built-in ones.
#[derive(Clone, Debug, Default)]
pub struct Actors(Arc<Table>);

/// Shared between all who ask it, for there are thousands of rows.
#[derive(Clone, Debug, Default)]
struct Table {
    by_id: BTreeMap<String, Actor>,
    by_name: HashMap<String, String>,
}

impl Actors {
    /// Returns the table of these rows; of two rows with one id the later holds.
    pub fn new(rows: impl IntoIterator<Item = Actor>) -> Self {
        let mut actors = Self::default();
        actors.extend(rows);
        actors
    }

    /// Adds rows; of two rows with one id the later holds.
    pub fn extend(&mut self, rows: impl IntoIterator<Item = Actor>) {
        let mut rows = rows.into_iter().peekable();
        if rows.peek().is_none() {
            return;
        }
        let table = Arc::make_mut(&mut self.0);
        for actor in rows {
            for (name, _) in actor.forms().filter(|(_, form)| *form != Form::Metonym) {
                table.by_name.insert(fold(name), actor.id.clone());
            }
            table.by_id.insert(actor.id.clone(), actor);
        }
    }

    /// Returns the actor with this id.
    pub fn get(&self, id: &str) -> Option<&Actor> {
        self.0.by_id.get(id)
    }

    /// Returns the actor that bears exactly this name or alias, but for case and marks on letters.
    pub fn by_name(&self, name: &str) -> Option<&Actor> {
        self.get(self.0.by_name.get(&fold(name))?)
    }

    /// Iterates over the actors by id.
    pub fn iter(&self) -> impl Iterator<Item = &Actor> {
        self.0.by_id.values()
    }

    /// Returns the actor at the top of `speaks_for`; an unknown id is its own top.
    pub fn roll_up<'a>(&'a self, id: &'a str) -> &'a str {
        self.chain(id).last().unwrap_or(id)
    }

    /// Tells whether `upper` stands above `lower` on `speaks_for`.
    pub fn is_above(&self, upper: &str, lower: &str) -> bool {
        self.chain(lower).skip(1).any(|id| id == upper)
    }

    /// Returns the display name of an id; an unknown id is its own name.
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.get(id).map_or(id, |actor| actor.name.as_str())
    }

    /// Iterates from an id to the top; a circle in the table ends after 16 steps.
    fn chain<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a str> {
        std::iter::successors(Some(id), |id| self.get(id)?.speaks_for.as_deref()).take(16)
    }
}

/// Whose word settles a kind of claim: actor types or ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Authorities(pub BTreeMap<Kind, Vec<String>>);

impl Default for Authorities {
    /// Returns the built-in ones: rescue services for the dead, courts for law, commissions for votes.
    fn default() -> Self {
        let rescue = || ["police", "rescue", "hospital"].map(str::to_owned).to_vec();
        Self(BTreeMap::from([
            (Kind::Casualty, rescue()),
            (Kind::Disaster, rescue()),
            (Kind::Legal, vec!["court".to_owned()]),
            (Kind::Election, vec!["election_commission".to_owned()]),
        ]))
    }
}

impl Authorities {
    /// Tells whether the actor is an authority for this kind of claim.
    pub fn holds(&self, kind: Kind, actor: &Actor) -> bool {
        self.0
            .get(&kind)
            .is_some_and(|list| list.iter().any(|word| *word == actor.r#type || *word == actor.id))
    }
}
