//! What "any such deal", "the report", "it" point to.

use crate::claim::{Act, Kind, Mention, Stance};
use crate::extract::Reading;
use crate::lexicon::Classes;

/// A mention may point back over so many sentences.
const REACH: usize = 6;
/// What points back has at most so many tokens.
const LONGEST: usize = 7;

/// Gives mentions that only point back the id and, where they deny, confirm or doubt, the statement of what they point to.
pub(super) fn point(reading: &Reading<'_>, mentions: &mut [Mention]) {
    for index in 1..mentions.len() {
        let Some(pointer) = pointer(reading, &mentions[index]) else { continue };
        let sentence = place(reading, &mentions[index]);
        let target = (0..index).rev().find(|at| {
            let other = &mentions[*at];
            place(reading, other) + REACH >= sentence && fits(&mentions[index], other, pointer)
        });
        let Some(target) = target else { continue };
        mentions[index].antecedent = Some(mentions[target].id.clone());
        let target = &mentions[target];
        let (kind, event, statement) = (target.kind, target.event, target.statement.clone());
        let mention = &mut mentions[index];
        mention.kind = kind;
        mention.event = event;
        mention.statement = statement;
    }
}

fn place(reading: &Reading<'_>, mention: &Mention) -> usize {
    reading.sentence_at(reading.tokens_in(mention.span).start)
}

/// What a mention points with, if it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pointer {
    /// "it", "this", "the report", "the allegation": whatever was said last.
    Saying,
    /// "such a deal": something of this kind.
    Of(Kind),
}

fn pointer(reading: &Reading<'_>, mention: &Mention) -> Option<Pointer> {
    let stance = matches!(
        mention.stance,
        Stance::Denies | Stance::Confirms | Stance::Doubts | Stance::Retracts
    );
    let content = reading.tokens_in(*mention.content.first()?);
    if !stance || content.is_empty() {
        return None;
    }
    let alone = content.len() <= LONGEST;
    let first = content.start;
    let pronoun = content.len() <= 2
        && ["it", "this", "that", "them", "these", "those"]
            .iter()
            .any(|word| reading.is_word(first, word));
    if pronoun {
        return Some(Pointer::Saying);
    }
    let such = content.range().take(3).any(|at| reading.is_word(at, "such"));
    let the = reading.is_word(first, "the")
        || reading.is_word(first, "those")
        || reading.is_word(first, "these")
        || reading.is_word(first, "this")
        || reading.is_word(first, "that")
        || reading.is(first, Classes::POSSESSIVE);
    let saying = alone && (the || such) && content.range().any(|at| is_saying(reading, at));
    if saying {
        return Some(Pointer::Saying);
    }
    (such && alone || the && alone && mention.kind != Kind::Other && content.len() <= 3)
        .then_some(Pointer::Of(mention.kind))
}

/// A noun for what somebody said.
fn is_saying(reading: &Reading<'_>, at: usize) -> bool {
    reading.lexicon.cues().noun(reading.id(at)).is_some()
        || reading.is(at, Classes::UNNAMED)
        || reading.is(at, Classes::DOCUMENT)
}

fn fits(mention: &Mention, other: &Mention, pointer: Pointer) -> bool {
    let said = |mention: &Mention| mention.claimant().map(|source| source.text.clone());
    let same_voice = said(other).is_some() && said(other) == said(mention);
    let open = matches!(other.stance, Stance::Asserts | Stance::Confirms)
        && other.antecedent.is_none()
        && other.act == Act::Says;
    let kind = match pointer {
        Pointer::Saying => true,
        Pointer::Of(Kind::Other) => true,
        Pointer::Of(kind) => other.kind == kind,
    };
    open && kind && !same_voice
}
