//! Whom a pronoun or a role stands for: light, and with its reason.

use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch, phrase, role};
use crate::lexicon::Classes;

/// What a pronoun or a role was resolved to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resolved {
    /// The words that name it.
    pub(super) name: Stretch,
    /// How sure it is.
    pub(super) confidence: f64,
    /// The rule.
    pub(super) rule: &'static str,
}

/// What a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Man,
    Woman,
    Thing,
    Several,
}

/// How many tokens back a name may stand.
const REACH: usize = 260;

/// Returns whom the pronoun or role at `source` stands for; `before` are the attributions found so far.
pub(super) fn resolve(
    reading: &Reading<'_>,
    source: Stretch,
    before: &[(Stretch, Stretch)],
) -> Option<Resolved> {
    if source.len() != 1 {
        return role::resolve(reading, source, before);
    }
    let at = source.start;
    let classes = reading.words[at].classes;
    if classes.any(Classes::RELATIVE) {
        return relative(reading, at);
    }
    if !classes.any(Classes::PRONOUN | Classes::OBJECT)
        || classes
            .any(Classes::FIRST | Classes::DETERMINER | Classes::COLLECTIVE | Classes::CHANNEL)
    {
        return None;
    }
    let wanted = if classes.any(Classes::MALE) {
        Wanted::Man
    } else if classes.any(Classes::FEMALE) {
        Wanted::Woman
    } else if classes.any(Classes::PLURAL) {
        Wanted::Several
    } else if reading.is_word(at, "it") || reading.text(at).to_ascii_lowercase().starts_with("it'")
    {
        Wanted::Thing
    } else {
        return None;
    };
    let speaker = last_speaker(reading, at, before, wanted);
    let named = last_subject(reading, at, wanted);
    match (speaker, named) {
        (Some(speaker), Some(named)) if named.start > speaker.end => Some(Resolved {
            name: named,
            confidence: 0.7,
            rule: "a pronoun: the last subject named before it",
        }),
        (Some(speaker), _) => Some(Resolved {
            name: speaker,
            confidence: 0.8,
            rule: "a pronoun: the last who spoke before it",
        }),
        (None, Some(named)) => Some(Resolved {
            name: named,
            confidence: 0.65,
            rule: "a pronoun: the last subject named before it",
        }),
        (None, None) => None,
    }
}

/// "Lee, who leads the panel and said": the noun before the relative pronoun.
fn relative(reading: &Reading<'_>, at: usize) -> Option<Resolved> {
    let sentence = &reading.layout.sentences[reading.sentence_at(at)];
    let limits = Stretch::from(sentence.tokens.clone());
    let end = if at > limits.start && reading.is_mark(at - 1, Mark::Comma) { at - 1 } else { at };
    let name = phrase::before(reading, limits, end);
    (!name.is_empty()).then_some(Resolved {
        name,
        confidence: 0.85,
        rule: "a relative pronoun: the noun before it",
    })
}

fn fits(reading: &Reading<'_>, name: Stretch, wanted: Wanted) -> bool {
    let any = |classes: Classes| name.range().take(12).any(|at| reading.is(at, classes));
    let end = name
        .range()
        .find(|at| {
            *at > name.start
                && (reading.is_mark(*at, Mark::Comma) || reading.is(*at, Classes::PREPOSITION))
        })
        .unwrap_or(name.end);
    let head = |classes: Classes| end > name.start && reading.is(end - 1, classes);
    // "the war in Eastern Europe" is no man, though it ends in a name.
    let person = || head(Classes::CAPITAL | Classes::ROLE);
    let things = Classes::BODY | Classes::OUTLET | Classes::DOCUMENT;
    let capital = any(Classes::CAPITAL);
    // A single plural word that only starts its sentence is no name: "Divers".
    let plain = name.len() == 1
        && reading.is(name.start, Classes::S)
        && reading.layout.sentences[reading.sentence_at(name.start)].tokens.start == name.start;
    let several = plain || head(Classes::COLLECTIVE) || head(Classes::S) && !capital;
    match wanted {
        Wanted::Several => several || head(Classes::BODY),
        Wanted::Thing => {
            head(things)
                || reading.is(name.start, Classes::UPPER)
                || capital
                    && !any(Classes::ROLE | Classes::TITLE | Classes::COLLECTIVE)
                    && name.len() == 1
        }
        Wanted::Man => {
            !several && !head(things) && !reading.is(name.start, Classes::FEMALE) && person()
        }
        Wanted::Woman => {
            !several && !head(things) && !reading.is(name.start, Classes::MALE) && person()
        }
    }
}

/// Who was named last before `at`, as a speaker or as a subject, of those that fit one of `wanted`.
pub(super) fn last_named(
    reading: &Reading<'_>,
    at: usize,
    before: &[(Stretch, Stretch)],
    wanted: &[Wanted],
) -> Option<Stretch> {
    let speakers = wanted.iter().filter_map(|one| last_speaker(reading, at, before, *one));
    let named = |name: &Stretch| {
        let last = reading.words[name.end - 1].classes;
        last.any(Classes::CAPITAL) && !last.any(Classes::PRONOUN)
    };
    let subjects = wanted.iter().filter_map(|one| last_subject(reading, at, *one));
    speakers.filter(named).chain(subjects).max()
}

/// The last who spoke and fits.
fn last_speaker(
    reading: &Reading<'_>,
    at: usize,
    before: &[(Stretch, Stretch)],
    wanted: Wanted,
) -> Option<Stretch> {
    let near = before.iter().rev().take_while(|(_, name)| name.start + REACH > at);
    let mut fitting = near.filter(|(_, name)| name.end <= at && fits(reading, *name, wanted));
    fitting.next().map(|(_, name)| *name)
}

/// The nearest subject of a sentence before the pronoun that is a name and fits.
fn last_subject(reading: &Reading<'_>, at: usize, wanted: Wanted) -> Option<Stretch> {
    let here = reading.sentence_at(at);
    for index in (here.saturating_sub(5)..=here).rev() {
        let sentence = &reading.layout.sentences[index];
        let limits = Stretch::new(sentence.tokens.start, sentence.tokens.end.min(at));
        let Some(name) = subject_of(reading, limits) else { continue };
        if name.end <= at
            && name.start + REACH > at
            && reading.is(name.end - 1, Classes::CAPITAL)
            && fits(reading, name, wanted)
        {
            return Some(name);
        }
    }
    None
}

/// The name before a finite verb of a sentence; of an -ed word that only describes ("its embattled
/// president Ann Lee resigned") it is the next one.
fn subject_of(reading: &Reading<'_>, limits: Stretch) -> Option<Stretch> {
    let verbs = limits
        .range()
        .skip(1)
        .filter(|at| !reading.words[*at].quoted && reading.is_finite(limits, *at));
    let mut subjects = verbs.take(3).map(|verb| before_verb(reading, limits, verb));
    subjects.find(|name| !name.is_empty() && reading.is(name.end - 1, Classes::CAPITAL))
}

/// The noun phrase before a verb and its auxiliaries.
fn before_verb(reading: &Reading<'_>, limits: Stretch, verb: usize) -> Stretch {
    let mut end = verb;
    while end > limits.start
        && reading.is(
            end - 1,
            Classes::ADVERB | Classes::LY | Classes::HAVE | Classes::BE | Classes::MODAL,
        )
    {
        end -= 1;
    }
    phrase::before(reading, limits, end)
}
