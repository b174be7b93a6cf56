//! How a source stands to what it says.

use crate::claim::{Act, Scope, Stance};
use crate::extract::reading::Mark;
use crate::extract::{Found, Reading};
use crate::lexicon::{Classes, Frames, Tags};
use crate::slots;

/// The class of events in which somebody gets a post.
const APPOINT: &str = "appoint";
/// A phrase that turns a statement stands among its first so many tokens.
const OPENING: usize = 24;

/// Returns stance and scope of an attribution.
pub(super) fn of(reading: &Reading<'_>, found: &Found<'_>) -> (Stance, Scope) {
    let row = found.row.map_or(Stance::Asserts, |row| row.stance);
    let says = found.act == Act::Says;
    // "agreed to sell" confirms nothing.
    if !says && found.row.is_some_and(|row| row.act == Act::Says) {
        return (Stance::Asserts, Scope::Whole);
    }
    if row == Stance::Confirms && fills_post(reading, found) {
        return (Stance::Asserts, Scope::Whole);
    }
    if found.negated && says {
        return (negated(reading, found, row), Scope::Whole);
    }
    let turned = (row == Stance::Asserts && says).then(|| turned(reading, found)).flatten();
    (turned.unwrap_or(row), scope(reading, found))
}

/// "confirmed him", "confirmed Ann Lee as head", "confirmed the nomination": a post is filled, no
/// word of others confirmed.
fn fills_post(reading: &Reading<'_>, found: &Found<'_>) -> bool {
    let Some(part) = found.content.first() else { return false };
    let mut whom = part.range().take_while(|at| !reading.is_word(*at, "as"));
    let somebody =
        reading.is(part.start, Classes::OBJECT) || whom.all(|at| reading.is(at, Classes::CAPITAL));
    let verbal = part.range().any(|at| reading.is(at, Classes::FINITE));
    let post = || slots::events(reading.line(*part)).iter().any(|event| event.class == APPOINT);
    somebody || !verbal && post()
}

/// "did not deny", "could not confirm", "would not say", "refused to comment": nothing is claimed.
fn negated(reading: &Reading<'_>, found: &Found<'_>, row: Stance) -> Stance {
    let helped = found
        .cue
        .range()
        .any(|at| reading.is(at, Classes::DO | Classes::MODAL | Classes::REFUSING | Classes::HAVE));
    match row {
        // "never retracted": it stands.
        Stance::Retracts => Stance::Asserts,
        _ if helped => Stance::NoComment,
        row => row,
    }
}

/// A denial or doubt in the words of the statement itself: "said there was no truth in it".
fn turned(reading: &Reading<'_>, found: &Found<'_>) -> Option<Stance> {
    let turns = reading.lexicon.turns();
    if corrects(reading, found) {
        return Some(Stance::Retracts);
    }
    let mut left = OPENING;
    for part in &found.content {
        for at in part.range().take(left).filter(|at| reading.tagged(*at, Tags::TURN)) {
            if let Some(turn) = turns.at((at..part.end).map(|at| reading.id(at))) {
                return Some(turn.stance);
            }
        }
        left = left.saturating_sub(part.len());
    }
    None
}

/// "conceded that …, but insisted": the concession is about a part.
fn scope(reading: &Reading<'_>, found: &Found<'_>) -> Scope {
    let concedes = found
        .row
        .is_some_and(|row| row.stance == Stance::Confirms && row.frames.any(Frames::CONCEDES));
    let Some(last) = found.content.last().filter(|_| concedes) else { return Scope::Whole };
    let sentence = &reading.layout.sentences[reading.sentence_at(found.cue.start)];
    let but = (last.end.min(sentence.tokens.end)..sentence.tokens.end.min(last.end + 4))
        .any(|at| reading.is_word(at, "but"));
    if but { Scope::Part } else { Scope::Whole }
}

/// "covers two bridges, not three as announced": a former statement is taken back.
fn corrects(reading: &Reading<'_>, found: &Found<'_>) -> bool {
    let cues = reading.lexicon.cues();
    found.content.iter().flat_map(|part| part.range()).any(|at| {
        let not = at > 0 && reading.is_mark(at - 1, Mark::Comma) && reading.is_word(at, "not");
        let stop = reading.words.len().min(at + 12);
        not && (at + 1..stop).any(|verb| {
            let said = cues.verb(reading.id(verb)).is_some_and(|(cue, _)| cue.act == Act::Says);
            let former = ["originally", "previously", "earlier", "first", "as"];
            said && former
                .iter()
                .any(|word| (verb - 3..verb).any(|before| reading.is_word(before, word)))
        })
    })
}
