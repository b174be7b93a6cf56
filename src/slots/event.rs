use crate::article::{Span, TokenKind};
use crate::claim::Kind;
use crate::lexicon::{Classes, EventForm, EventWords, Tags, WordId};
use crate::slots::line::Line;

/// A word or phrase that names an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The row of the event lexicon: `dismiss`.
    pub class: &'static str,
    /// What claims about such an event are.
    pub kind: Kind,
    /// The form of its first word.
    pub form: EventForm,
    /// The word means this whatever stands around it.
    pub sure: bool,
    /// Index of its first token in the list that was read.
    pub index: usize,
    /// From its first word to its last.
    pub span: Span,
}

/// How many words may stand before a particle: "laid ninety men off".
const GAP: usize = 2;
/// How many words may stand before a noun: "gave the rebels several hundred missiles".
const WIDE_GAP: usize = 6;

/// Returns the events in the tokens of one sentence, in text order.
///
/// A word with several classes gives one event for each; phrases win over their words.
pub fn events(line: Line<'_>) -> Vec<Event> {
    let table = EventWords::builtin();
    let mut out: Vec<Event> = Vec::new();
    let mut taken = 0;
    let mut end = None;
    for (index, token) in line.tokens.iter().enumerate() {
        if !line.tagged(index, Tags::EVENT)
            || token.kind != TokenKind::Word
            || index < taken
            || end == Some(index)
            || is_month(line, index)
        {
            continue;
        }
        let readings = table.get(line.id(index));
        let role = Role::behind(line, index);
        let noun = || {
            let mut readings = readings.iter();
            readings.any(|reading| reading.form == EventForm::Noun && reading.rest().is_empty())
        };
        let mut length = None;
        for reading in readings {
            if length.is_some_and(|length| reading.rest().len() < length) {
                break;
            }
            let misfit = match reading.form {
                EventForm::Base | EventForm::Present => role == Role::Noun,
                EventForm::Noun => role == Role::Verb,
                // "Monday's bid", "the shot": the noun where there is one.
                EventForm::Past | EventForm::Participle => role == Role::Noun && noun(),
                _ => false,
            };
            if misfit {
                continue;
            }
            let verb = reading.form.is_verb();
            let Some(last) = follow(line, index, reading.rest(), verb) else { continue };
            let class = table.class_of(reading);
            if out.last().is_some_and(|event| event.index == index && event.class == class.id) {
                continue;
            }
            length = Some(reading.rest().len());
            if !verb {
                taken = last + 1;
            } else if last > index {
                end = Some(last);
            }
            out.push(Event {
                class: &class.id,
                kind: class.kind,
                form: reading.form,
                sure: reading.sure,
                index,
                span: token.span().cover(line.tokens[last].span()),
            });
        }
    }
    out
}

/// Returns the token of the last word of `rest`, if all of them follow in order; behind a verb others
/// may stand between them.
fn follow(line: Line<'_>, from: usize, rest: &[WordId], verb: bool) -> Option<usize> {
    let mut at = from;
    for word in rest {
        let particle = line.lexicon.classes(*word).any(Classes::PREPOSITION);
        let gap = match (verb, particle) {
            (false, _) => 0,
            (true, true) => GAP,
            (true, false) => WIDE_GAP,
        };
        at = (at + 1..line.tokens.len())
            .take(gap + 1)
            .take_while(|at| !line.has(*at, TokenKind::Mark))
            .find(|at| line.id(*at) == *word)?;
    }
    Some(at)
}

/// Tells whether a word is the name of a month: March is no protest.
fn is_month(line: Line<'_>, at: usize) -> bool {
    line.lexicon.classes(line.id(at)).any(Classes::MONTH)
        && line.word(at).starts_with(|c: char| c.is_ascii_uppercase())
}

/// What the word before makes of one that could be a noun or a verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// "the attack", "Monday's attack".
    Noun,
    /// "to attack", "they attack".
    Verb,
    Either,
}

impl Role {
    fn behind(line: Line<'_>, at: usize) -> Self {
        const VERB: Classes =
            Classes::MODAL.with(Classes::DO).with(Classes::PRONOUN).with(Classes::NEGATION);
        const NOUN: Classes = Classes::DETERMINER
            .with(Classes::POSSESSIVE)
            .with(Classes::PREPOSITION)
            .with(Classes::NUMBER);
        let Some(before) = at.checked_sub(1) else { return Self::Either };
        let classes = line.lexicon.classes(line.id(before));
        if line.is(before, "to") {
            Self::Verb
        } else if classes.any(NOUN) || line.is(before, "s") {
            Self::Noun
        } else if classes.any(VERB) {
            Self::Verb
        } else {
            Self::Either
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, events};
    use crate::lexicon::{EventForm, EventWords};
    use crate::slots::Tagged;

    fn read(text: &str) -> Vec<Event> {
        events(Tagged::new(text).line())
    }

    fn classes(text: &str) -> Vec<&'static str> {
        read(text).iter().map(|event| event.class).collect()
    }

    #[test]
    fn every_row_finds_its_example() {
        for class in EventWords::builtin().classes() {
            let found = read(&class.example);
            assert!(
                found.iter().any(|event| event.class == class.id),
                "{}: {:?} gives {found:?}",
                class.id,
                class.example
            );
        }
    }

    #[test]
    fn phrases_win_over_their_words() {
        assert_eq!(classes("Gunners shot down two gliders."), ["shoot-down"]);
        assert_eq!(classes("The mill laid 90 men off."), ["lay-off"]);
        assert_eq!(classes("A court of appeal sat."), ["try", "rule"]);
    }

    #[test]
    fn neighbours_tell_nouns_from_verbs() {
        let form = |text| read(text)[0].form;
        assert_eq!(form("They will visit Oslo."), EventForm::Base);
        assert_eq!(form("The visit to Oslo went well."), EventForm::Noun);
    }

    #[test]
    fn spans_hold_the_phrase() {
        let text = "He stepped down.";
        let event = read(text)[0];
        assert_eq!(&text[event.span.start..event.span.end], "stepped down");
    }
}
