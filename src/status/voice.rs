use std::collections::BTreeSet;

use serde::Serialize;

use crate::claim::{Actors, Appearance, Claim, Source, SourceClass, fold, slug};

/// Whose word an appearance is: the roll-up of its claimant (DESIGN 4.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Voice {
    /// The id of the roll-up, the claimant's folded name, or a key of the article where nobody is named.
    pub key: String,
    /// Its display name; `None` for unnamed sources and an outlet's own voice.
    pub name: Option<String>,
}

/// Who speaks in an appearance, and through whom.
#[derive(Clone, Debug)]
pub(crate) struct Speaker {
    /// The holder of the stance, before rolling up.
    pub(crate) actor: String,
    /// The claimant's words, where the text has any.
    pub(crate) text: Option<String>,
    /// Its voice.
    pub(crate) voice: Voice,
    /// The outlet itself says it.
    pub(crate) outlet: bool,
    /// Keys of the voices in its chain, its own left out.
    pub(crate) relays: BTreeSet<String>,
}

impl Speaker {
    /// Returns who speaks; `article` stands for the article where nobody is named.
    pub(crate) fn of(entry: &Appearance, article: &str, actors: &Actors) -> Self {
        let claimant = entry.attribution.last().map(|link| link.source.as_ref());
        let relayed =
            entry.attribution.iter().rev().skip(1).filter_map(|link| link.source.as_ref());
        let relays = relayed.map(|source| key(source, actors)).collect::<BTreeSet<_>>();
        let outlet = entry.article.outlet.as_deref();
        let mut speaker = match claimant {
            None => own_voice(outlet, article, actors),
            Some(None) => nobody("unnamed", article, false),
            Some(Some(source)) if is_outlet(source, actors) => {
                own_voice(Some(&source.text), article, actors)
            }
            Some(Some(source)) if is_named(source) => {
                let actor = source.actor.clone().unwrap_or_else(|| fold(&source.text));
                let voice = roll_up(&actor, &source.text, actors);
                Self { actor, voice, ..nobody("", "", false) }
            }
            Some(Some(source)) => {
                nobody(&format!("unnamed:{}", slug(&source.text)), article, false)
            }
        };
        speaker.text = claimant.flatten().map(|source| source.text.clone());
        speaker.relays = relays;
        speaker.relays.remove(&speaker.voice.key);
        speaker
    }
}

impl Voice {
    /// Tells whether somebody is named, who can be a source.
    pub fn is_named(&self) -> bool {
        self.name.is_some()
    }
}

/// Tells whether a voice is a party to the claim, both sides rolled up; with `role`, only as that.
///
/// A voice outside the actor table is known by the words of its name: "Rossello" is the party "ricardo rossello".
pub(crate) fn is_party(
    voice: &Voice,
    claims: &[&Claim],
    role: Option<&str>,
    actors: &Actors,
) -> bool {
    let Some(name) = &voice.name else { return false };
    let parties = claims.iter().flat_map(|claim| &claim.parties);
    parties.filter(|party| role.is_none_or(|role| party.role == role)).any(|party| {
        let known = actors.roll_up(&party.actor);
        voice.key == known
            || (actors.get(&voice.key).is_none() && same_words(name, actors.name(known)))
    })
}

/// Tells whether the words of the shorter name all stand in the longer one.
fn same_words(a: &str, b: &str) -> bool {
    let (a, b) = (slug(a), slug(b));
    let words = |name: &'_ str| name.split('-').map(str::to_owned).collect::<BTreeSet<_>>();
    let (a, b) = (words(&a), words(&b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.iter().any(|word| word.len() > 2) && short.is_subset(&long)
}

/// Returns the voice of an outlet: its roll-up if it speaks for somebody, else no source.
fn own_voice(outlet: Option<&str>, article: &str, actors: &Actors) -> Speaker {
    let Some(name) = outlet else { return nobody("article", article, true) };
    match actors.by_name(name) {
        Some(actor) if actor.speaks_for.is_some() => Speaker {
            actor: actor.id.clone(),
            voice: roll_up(&actor.id, name, actors),
            ..nobody("", "", true)
        },
        _ => nobody("outlet", &slug(name), true),
    }
}

fn nobody(what: &str, which: &str, outlet: bool) -> Speaker {
    let key = format!("{what}:{which}");
    let voice = Voice { key: key.clone(), name: None };
    Speaker { actor: key, text: None, voice, outlet, relays: BTreeSet::new() }
}

fn roll_up(actor: &str, text: &str, actors: &Actors) -> Voice {
    let key = actors.roll_up(actor).to_owned();
    let name = actors.get(&key).map_or(text, |top| top.name.as_str()).to_owned();
    Voice { key, name: Some(name) }
}

fn key(source: &Source, actors: &Actors) -> String {
    let actor = source.actor.clone().or_else(|| Some(actors.by_name(&source.text)?.id.clone()));
    actor.map_or_else(|| fold(&source.text), |actor| actors.roll_up(&actor).to_owned())
}

/// Tells whether a source is an outlet that speaks for nobody but itself, by its class.
fn is_outlet(source: &Source, actors: &Actors) -> bool {
    let speaks = source.actor.as_deref().is_some_and(|id| actors.roll_up(id) != id);
    source.class == SourceClass::Outlet && !speaks
}

/// Tells whether a source is somebody in particular: a role or a group without a proper name is not.
fn is_named(source: &Source) -> bool {
    match source.class {
        _ if source.actor.is_some() => true,
        SourceClass::Unnamed => false,
        SourceClass::Role | SourceClass::Collective => source.text.chars().any(char::is_uppercase),
        _ => true,
    }
}
