use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Actors, Stance, When};
use crate::status::{Turn, Voice, WhyNot};

/// What one actor holds, after leaving out what moves nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The actor or claimant itself.
    pub actor: String,
    /// Its roll-up.
    pub voice: Voice,
    /// Its last stance; a confirmation is not weakened by saying the same again.
    pub stance: Stance,
    /// When it took this side.
    pub since: When,
    /// When it last said so.
    pub last: When,
    /// The entry that took this side.
    pub entry: String,
    /// It held the opposite before.
    pub reversed: bool,
    /// It is a party to the claim.
    pub party: bool,
    /// Its word settles claims of this kind.
    pub authority: bool,
    /// It asserted or confirmed the claim at some time.
    pub once_for: bool,
    /// It denied the claim at some time.
    pub once_against: bool,
    /// The latest day on which it is known to have said so, copies left out.
    pub(crate) renewed: Option<When>,
    /// The voices through whom all its words came; `None`: only copies.
    pub(crate) relays: Option<BTreeSet<String>>,
}

impl Position {
    /// Tells whether it asserts or confirms.
    pub fn is_for(&self) -> bool {
        matches!(self.stance, Stance::Asserts | Stance::Confirms)
    }

    /// Tells whether it denies.
    pub fn denies(&self) -> bool {
        self.stance == Stance::Denies
    }

    /// Tells whether its denial counts: it is held by a party or an authority.
    pub fn is_against(&self) -> bool {
        self.denies() && (self.party || self.authority)
    }
}

/// The positions taken so far, in the order in which they were taken.
#[derive(Default)]
pub(crate) struct Positions {
    pub(crate) held: Vec<Position>,
}

impl Positions {
    /// Takes the stance of an appearance: it replaces those of the actors above and below, not of siblings.
    ///
    /// Writes into the reading whether it reverses its voice, or why it adds nothing.
    pub(crate) fn take(
        &mut self,
        turn: &mut Turn<'_>,
        party: bool,
        authority: bool,
        actors: &Actors,
    ) {
        let reading = &mut turn.reading;
        let copy = reading.why_not == Some(WhyNot::Copy);
        let mut new = Position {
            actor: reading.actor.clone(),
            voice: reading.voice.clone(),
            stance: reading.stance,
            since: reading.said.clone(),
            last: reading.said.clone(),
            entry: reading.entry.clone(),
            reversed: false,
            party,
            authority,
            once_for: reading.is_for(),
            once_against: !reading.is_for(),
            renewed: reading.dated.then(|| reading.said.clone()).filter(|_| !copy),
            relays: (!copy).then(|| turn.speaker.relays.clone()),
        };
        let related = |held: &Position| {
            held.actor == new.actor
                || actors.is_above(&held.actor, &new.actor)
                || actors.is_above(&new.actor, &held.actor)
        };
        let (replaced, kept): (Vec<_>, Vec<_>) = self.held.drain(..).partition(related);
        self.held = kept;
        let same_voice =
            |held: &Position| held.voice == new.voice && side(held.stance) == side(new.stance);
        let again = replaced.iter().chain(&self.held).any(same_voice);
        for old in replaced {
            new.replace(old);
        }
        reading.reversed = new.reversed && new.since == reading.said && new.entry == reading.entry;
        if reading.why_not.is_none() {
            reading.why_not = match () {
                () if again => Some(WhyNot::SameSource),
                () if !reading.voice.is_named() => Some(WhyNot::Unnamed),
                () if new.denies() && !new.is_against() && !new.once_for => Some(WhyNot::Outsider),
                () => None,
            };
        }
        self.held.push(new);
        self.held.sort_by(|a, b| a.since.cmp(&b.since));
    }

    /// Returns the voices among the supporters that are separate sources, in order.
    ///
    /// Separate are two that are named, roll up apart, and have words that came neither through each
    /// other nor as a copy.
    pub(crate) fn sources(&self) -> Vec<Voice> {
        let mut relays: BTreeMap<&str, &BTreeSet<String>> = BTreeMap::new();
        let mut order: Vec<&Position> = Vec::new();
        for position in self.held.iter().filter(|p| p.is_for() && p.voice.is_named()) {
            let Some(through) = &position.relays else { continue };
            match relays.get_mut(position.voice.key.as_str()) {
                Some(held) if held.len() > through.len() => *held = through,
                Some(_) => {}
                None => {
                    relays.insert(&position.voice.key, through);
                    order.push(position);
                }
            }
        }
        let mut out: Vec<Voice> = Vec::new();
        for position in order {
            let key = position.voice.key.as_str();
            let separate = out.iter().all(|other| {
                !relays[key].contains(&other.key) && !relays[other.key.as_str()].contains(key)
            });
            if separate {
                out.push(position.voice.clone());
            }
        }
        out
    }
}

impl Position {
    /// Carries over what the replaced position of the same line of command leaves behind.
    fn replace(&mut self, old: Self) {
        self.once_for |= old.once_for;
        self.once_against |= old.once_against;
        if side(old.stance) != side(self.stance) {
            self.reversed = true;
            return;
        }
        self.reversed |= old.reversed;
        if old.voice.key == self.voice.key {
            self.voice = old.voice;
        }
        if old.since <= self.since {
            self.since = old.since;
            self.entry = old.entry;
        }
        if old.stance == Stance::Confirms && self.stance == Stance::Asserts {
            self.stance = Stance::Confirms;
            self.authority |= old.authority;
        }
        self.renewed = self.renewed.take().max(old.renewed);
        self.relays = match (self.relays.take(), old.relays) {
            (Some(a), Some(b)) => Some(a.intersection(&b).cloned().collect()),
            (a, b) => a.or(b),
        };
    }
}

/// Tells whether a stance is for the claim.
fn side(stance: Stance) -> bool {
    matches!(stance, Stance::Asserts | Stance::Confirms)
}
