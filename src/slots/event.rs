use crate::article::{Span, Token, TokenKind};
use crate::claim::Kind;
use crate::lexicon::{Classes, EventForm, EventWords, Lexicon};

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
pub fn events(text: &str, tokens: &[Token]) -> Vec<Event> {
    let table = EventWords::builtin();
    let mut out: Vec<Event> = Vec::new();
    let mut taken = 0;
    let mut end = None;
    for (index, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Word {
            continue;
        }
        let word = token.text(text);
        let readings = table.get(word);
        if readings.is_empty() || index < taken || end == Some(index) || is_month(word) {
            continue;
        }
        let before = index.checked_sub(1).map_or("", |at| tokens[at].text(text));
        let role = Role::behind(before);
        let noun = readings
            .iter()
            .any(|reading| reading.form == EventForm::Noun && reading.rest.is_empty());
        let mut length = None;
        for reading in readings {
            if length.is_some_and(|length| reading.rest.len() < length) {
                break;
            }
            let misfit = match reading.form {
                EventForm::Base | EventForm::Present => role == Role::Noun,
                EventForm::Noun => role == Role::Verb,
                // "Monday's bid", "the shot": the noun where there is one.
                EventForm::Past | EventForm::Participle => role == Role::Noun && noun,
                _ => false,
            };
            if misfit {
                continue;
            }
            let verb = reading.form.is_verb();
            let Some(last) = follow(text, tokens, index, &reading.rest, verb) else { continue };
            let class = &table.classes()[reading.class];
            if out.last().is_some_and(|event| event.index == index && event.class == class.id) {
                continue;
            }
            length = Some(reading.rest.len());
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
                span: token.span().cover(tokens[last].span()),
            });
        }
    }
    out
}

/// Returns the token of the last word of `rest`, if all of them follow in order; behind a verb others
/// may stand between them.
fn follow(text: &str, tokens: &[Token], from: usize, rest: &[String], verb: bool) -> Option<usize> {
    let lexicon = Lexicon::builtin();
    let mut at = from;
    for word in rest {
        let particle = lexicon.classes(lexicon.id(word)).any(Classes::PREPOSITION);
        let gap = match (verb, particle) {
            (false, _) => 0,
            (true, true) => GAP,
            (true, false) => WIDE_GAP,
        };
        let window = tokens.get(at + 1..)?.iter().take(gap + 1);
        at += 1 + window
            .take_while(|token| token.kind != TokenKind::Mark)
            .position(|token| token.text(text).eq_ignore_ascii_case(word))?;
    }
    Some(at)
}

/// Tells whether a word is the name of a month: March is no protest.
fn is_month(word: &str) -> bool {
    let lexicon = Lexicon::builtin();
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && lexicon.classes(lexicon.id(word)).any(Classes::MONTH)
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
    fn behind(word: &str) -> Self {
        const VERB: Classes =
            Classes::MODAL.with(Classes::DO).with(Classes::PRONOUN).with(Classes::NEGATION);
        const NOUN: Classes = Classes::DETERMINER
            .with(Classes::POSSESSIVE)
            .with(Classes::PREPOSITION)
            .with(Classes::NUMBER);
        let lexicon = Lexicon::builtin();
        let classes = lexicon.classes(lexicon.id(word));
        if word.eq_ignore_ascii_case("to") {
            Self::Verb
        } else if classes.any(NOUN) || word.eq_ignore_ascii_case("s") {
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
    use crate::article::{Span, tokens};
    use crate::lexicon::{EventForm, EventWords};

    fn read(text: &str) -> Vec<Event> {
        let mut out = Vec::new();
        tokens(text, Span::new(0, text.len()), &mut out);
        events(text, &out)
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
