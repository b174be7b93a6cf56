use std::collections::BTreeSet;

use crate::claim::{Actors, Authorities, Claim, Kind, Stance};
use crate::status::{Position, Positions, Reading, State, Turn, Voice, is_party};

/// The fixed facts of a claim that every appearance is judged by.
pub(crate) struct Case<'a> {
    pub(crate) claims: &'a [&'a Claim],
    pub(crate) actors: &'a Actors,
    pub(crate) authorities: &'a Authorities,
    kind: Kind,
    /// The voices that said it first, and the article in which they did.
    first: BTreeSet<String>,
    opening: Option<String>,
}

impl<'a> Case<'a> {
    pub(crate) fn new(
        claims: &'a [&'a Claim],
        turns: &[Turn<'_>],
        actors: &'a Actors,
        authorities: &'a Authorities,
    ) -> Self {
        let supports = |turn: &&Turn<'_>| turn.reading.stands() && turn.reading.is_for();
        let opening = turns.iter().find(supports).map(|turn| &turn.reading);
        let together: Vec<&Reading> = turns
            .iter()
            .filter(supports)
            .map(|turn| &turn.reading)
            .filter(|reading| opening.is_some_and(|first| starts_with(reading, first)))
            .collect();
        // Who confirms in the very article that brings the claim answers somebody, unless nobody asserts it.
        let asserted = together.iter().any(|reading| reading.stance == Stance::Asserts);
        let first = together
            .iter()
            .filter(|reading| !asserted || reading.stance == Stance::Asserts)
            .map(|reading| reading.voice.key.clone())
            .collect();
        Self {
            claims,
            actors,
            authorities,
            kind: claims.first().map_or(Kind::Other, |claim| claim.kind),
            first,
            opening: opening.map(|reading| reading.article.clone()),
        }
    }

    pub(crate) fn party(&self, voice: &Voice, role: Option<&str>) -> bool {
        is_party(voice, self.claims, role, self.actors)
    }

    pub(crate) fn is_authority(&self, actor: &str) -> bool {
        self.actors.get(actor).is_some_and(|actor| self.authorities.holds(self.kind, actor))
    }

    /// Tells whether the appearance stands in the article that brought the claim.
    pub(crate) fn opened_by(&self, reading: &Reading) -> bool {
        self.opening.as_ref() == Some(&reading.article)
    }

    /// Tells whether the doer speaks.
    pub(crate) fn is_doer(&self, turn: &Turn<'_>) -> bool {
        self.party(&turn.reading.voice, Some("doer"))
    }

    /// Tells whether a planned event took place when this appearance says so: as said by its doer, an
    /// outlet, or a source separate from the announcer.
    pub(crate) fn may_tell(&self, turn: &Turn<'_>) -> bool {
        let voice = &turn.reading.voice;
        let separate = voice.is_named()
            && !self.first.contains(&voice.key)
            && turn.speaker.relays.is_disjoint(&self.first);
        turn.speaker.outlet || separate || self.is_doer(turn)
    }

    /// Tells whether this appearance may name a new day: that of its announcer, its doer or an outlet.
    pub(crate) fn may_move(&self, turn: &Turn<'_>) -> bool {
        self.first.contains(&turn.reading.voice.key) || self.may_tell(turn)
    }

    /// Tells whether a position confirms in a way that counts.
    fn settles(&self, position: &Position, positions: &[Position]) -> bool {
        if position.stance != Stance::Confirms {
            return false;
        }
        if !position.party {
            return position.authority;
        }
        let same = |other: &&Position| other.voice.key == position.voice.key;
        let denied = positions.iter().filter(same).any(|other| other.once_against);
        let own_success = matches!(self.kind, Kind::Military | Kind::Casualty)
            && self.party(&position.voice, Some("doer"))
            && !denied;
        !self.first.contains(&position.voice.key) && !own_success
    }

    /// Returns the first row of the table that holds, and the voices that give it.
    pub(crate) fn judge(
        &self,
        positions: &Positions,
        took_place: Option<&Voice>,
    ) -> (State, Vec<Voice>) {
        let held = &positions.held;
        let voices = |test: &dyn Fn(&Position) -> bool| {
            let mut out: Vec<Voice> = Vec::new();
            for position in held.iter().filter(|position| test(position)) {
                if !out.contains(&position.voice) {
                    out.push(position.voice.clone());
                }
            }
            out
        };
        let settled = held.iter().any(|p| p.is_for() && self.settles(p, held) && !p.party);
        let against = |p: &Position| p.is_against() && !(settled && p.party);
        let deniers = voices(&against);
        let sources = positions.sources();
        let gave_up =
            |p: &Position| p.once_for && matches!(p.stance, Stance::Retracts | Stance::Denies);
        if !held.iter().any(Position::is_for) && held.iter().any(gave_up) {
            return (State::Retracted, voices(&gave_up));
        }
        if !deniers.is_empty() {
            let since = held.iter().filter(|p| against(p)).map(|p| &p.since).min();
            let insists = |p: &Position| {
                p.is_for() && sources.contains(&p.voice) && p.renewed.as_ref() > since
            };
            let stands_alone = sources.len() <= 1 && !held.iter().any(insists);
            return (if stands_alone { State::Denied } else { State::Disputed }, deniers);
        }
        let mut settling = voices(&|p| p.is_for() && self.settles(p, held));
        settling.extend(took_place.cloned().filter(|voice| !settling.contains(voice)));
        if !settling.is_empty() {
            return (State::Confirmed, settling);
        }
        (if sources.len() > 1 { State::Corroborated } else { State::Reported }, sources)
    }
}

/// Tells whether a reading belongs to the first telling of a claim: the same article, or the same moment.
fn starts_with(reading: &Reading, first: &Reading) -> bool {
    reading.article == first.article
        || (reading.said == first.said && reading.stance == Stance::Asserts)
}
