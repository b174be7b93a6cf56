use std::cmp::Reverse;

use serde::Deserialize;

use crate::claim::Kind;
use crate::lexicon::words::{cell, rows};
use crate::lexicon::{Column, Lexicon, Lists, Vocabulary, WordId};

/// A class of events: a row of `lexicons/events.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventClass {
    /// Its id: `dismiss`.
    pub id: String,
    /// What claims about it are.
    pub kind: Kind,
    /// The class that undoes it: `appoint` for `dismiss`.
    pub opposite: Option<String>,
    /// A sentence that holds an event of this class.
    pub example: String,
}

/// The form in which a word of an event stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventForm {
    /// An infinitive or plain present: `dismiss`.
    Base,
    /// Third person: `dismisses`.
    Present,
    /// A past tense that is no participle: `threw`.
    Past,
    /// A participle, which for most verbs is the past tense, too: `dismissed`.
    Participle,
    /// An -ing form: `dismissing`.
    Ing,
    /// A noun, singular or plural: `dismissal`.
    Noun,
    /// An adjective or fixed phrase: `missing`.
    State,
}

impl EventForm {
    /// Tells whether it is a form of a verb.
    pub fn is_verb(self) -> bool {
        !matches!(self, Self::Noun | Self::State)
    }
}

/// One reading of a word: a class, a form, and the words that must follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventWord {
    class: u16,
    /// The form.
    pub form: EventForm,
    /// The word names such an event whatever stands around it; others need support.
    pub sure: bool,
    /// The further words of the phrase and how many they are: small, so that readings stand near each other.
    rest: ([WordId; LONGEST - 1], u8),
}

/// The most words of a phrase.
const LONGEST: usize = 5;

impl EventWord {
    fn new(class: u16, form: EventForm, sure: bool, words: &[WordId]) -> Self {
        let mut rest = [WordId::UNKNOWN; LONGEST - 1];
        rest[..words.len()].copy_from_slice(words);
        Self { class, form, sure, rest: (rest, words.len() as u8) }
    }

    /// Returns the further words of the phrase: `down` after `step`.
    #[inline]
    pub fn rest(&self) -> &[WordId] {
        &self.rest.0[..usize::from(self.rest.1)]
    }

    /// Longest phrases first, sure ones before others.
    fn rank(&self) -> (Reverse<u8>, bool) {
        (Reverse(self.rest.1), !self.sure)
    }
}

/// The words for events, by their first word.
#[derive(Debug)]
pub struct EventWords {
    classes: Vec<EventClass>,
    words: Lists<EventWord>,
    pasts: Column<String>,
}

impl EventWords {
    /// Returns the built-in table.
    pub fn builtin() -> &'static Self {
        &Lexicon::builtin().events
    }

    /// Returns the classes, in the order of their rows.
    pub fn classes(&self) -> &[EventClass] {
        &self.classes
    }

    /// Returns the class with this id.
    pub fn class(&self, id: &str) -> Option<&EventClass> {
        self.classes.iter().find(|class| class.id == id)
    }

    /// Returns the class of a reading.
    #[inline]
    pub fn class_of(&self, word: &EventWord) -> &EventClass {
        &self.classes[usize::from(word.class)]
    }

    /// Returns the readings of a word, longest phrases first.
    #[inline]
    pub fn get(&self, id: WordId) -> &[EventWord] {
        self.words.get(id)
    }

    /// Returns the past tense of an -ing form: `killed` for `killing`.
    pub fn past(&self, ing: WordId) -> Option<&str> {
        self.pasts.get(ing).map(String::as_str)
    }

    /// Reads the table.
    pub(super) fn read(vocabulary: &mut Vocabulary) -> Self {
        let rows: Vec<Row> = rows(include_str!("../../lexicons/events.csv"));
        let mut words = Vec::new();
        let mut pasts = Vec::new();
        for (class, row) in rows.iter().enumerate() {
            row.read(class as u16, vocabulary, &mut words, &mut pasts);
        }
        words.sort_by_key(|(id, reading)| (*id, reading.rank()));
        let mut once: Vec<(WordId, EventWord)> = Vec::with_capacity(words.len());
        for reading in words {
            let known = || once.iter().rev().take_while(|before| before.0 == reading.0);
            if !known().any(|before| *before == reading) {
                once.push(reading);
            }
        }
        Self {
            classes: rows.into_iter().map(Row::class).collect(),
            words: Lists::of(once),
            pasts: Column::new(vocabulary, pasts),
        }
    }

    /// Iterates over the words that start an event.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> {
        self.words.words()
    }
}

/// A row as written. A word with `?` has other senses; `shoot/shot/shot down` is irregular.
#[derive(Deserialize)]
struct Row {
    class: String,
    kind: Kind,
    verbs: String,
    nouns: String,
    states: String,
    opposite: String,
    example: String,
}

impl Row {
    fn class(self) -> EventClass {
        EventClass {
            id: self.class,
            kind: self.kind,
            opposite: Some(self.opposite).filter(|id| !id.is_empty()),
            example: self.example,
        }
    }

    /// Adds its words in all their forms, as those of the class with this index, and past tenses of -ing forms.
    fn read(
        &self,
        class: u16,
        vocabulary: &mut Vocabulary,
        words: &mut Vec<(WordId, EventWord)>,
        pasts: &mut Vec<(String, String)>,
    ) {
        for phrase in phrases(&self.verbs) {
            let rest: Vec<WordId> =
                phrase.words[1..].iter().map(|word| vocabulary.intern(word)).collect();
            let forms = conjugate(phrase.words[0]);
            for (form, word) in &forms {
                let reading = EventWord::new(class, *form, phrase.sure, &rest);
                words.push((vocabulary.intern(word), reading));
            }
            pasts.extend(past_forms(&forms));
        }
        for (cell, form) in [(&self.nouns, EventForm::Noun), (&self.states, EventForm::State)] {
            for phrase in phrases(cell) {
                let many = (form == EventForm::Noun).then(|| plural(&phrase.words)).flatten();
                for words_of in [Some(owned(&phrase.words)), many].into_iter().flatten() {
                    let ids: Vec<WordId> =
                        words_of.iter().map(|word| vocabulary.intern(word)).collect();
                    words.push((ids[0], EventWord::new(class, form, phrase.sure, &ids[1..])));
                }
            }
        }
    }
}

struct Phrase<'a> {
    words: Vec<&'a str>,
    sure: bool,
}

fn phrases(list: &str) -> impl Iterator<Item = Phrase<'_>> {
    cell(list).map(|phrase| {
        let bare = phrase.trim_end_matches('?');
        Phrase { words: bare.split(' ').collect(), sure: bare.len() == phrase.len() }
    })
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The forms of `rob`, or of `steal/stole/stolen`.
fn conjugate(verb: &str) -> Vec<(EventForm, String)> {
    let mut parts = verb.split('/');
    let base = parts.next().unwrap_or_default();
    let mut out = vec![(EventForm::Base, base.to_owned()), (EventForm::Present, with_s(base))];
    for stem in stems(base) {
        out.push((EventForm::Ing, format!("{stem}ing")));
    }
    if base.ends_with("ie") {
        out.push((EventForm::Ing, format!("{}ying", base.trim_end_matches("ie"))));
    }
    match (parts.next(), parts.next()) {
        (Some(past), Some(participle)) => {
            if past != participle {
                out.push((EventForm::Past, past.to_owned()));
            }
            out.push((EventForm::Participle, participle.to_owned()));
        }
        _ if base.ends_with('y') && !ends_in_vowel_y(base) => {
            out.push((EventForm::Participle, format!("{}ied", base.trim_end_matches('y'))));
        }
        _ => {
            for stem in stems(base) {
                out.push((EventForm::Participle, format!("{stem}ed")));
            }
        }
    }
    out
}

/// The -ing forms of a verb, each with the past tense.
fn past_forms(forms: &[(EventForm, String)]) -> Vec<(String, String)> {
    let all = |form: EventForm| -> Vec<&String> {
        forms.iter().filter(|(known, _)| *known == form).map(|(_, word)| word).collect()
    };
    let (ings, mut pasts) = (all(EventForm::Ing), all(EventForm::Past));
    if pasts.is_empty() {
        pasts = all(EventForm::Participle);
    }
    // "robing" and "robbing" each have their own past; an irregular verb has one for both.
    let past = |at: usize| pasts.get(at).or(pasts.last()).map(|past| (*past).clone());
    ings.iter().enumerate().filter_map(|(at, ing)| Some(((*ing).clone(), past(at)?))).collect()
}

/// What stands before -ed and -ing; where a final letter may be doubled, both ways are read.
fn stems(base: &str) -> Vec<String> {
    if let Some(stem) = base.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o'])) {
        return vec![stem.to_owned()];
    }
    let bytes = base.as_bytes();
    let mut out = vec![base.to_owned()];
    let vowel = |at: usize| b"aeiou".contains(&bytes[at]);
    let last = bytes.len().saturating_sub(1);
    if last >= 2 && b"bdglmnprt".contains(&bytes[last]) && vowel(last - 1) && !vowel(last - 2) {
        out.push(format!("{base}{}", &base[last..]));
    }
    out
}

fn with_s(word: &str) -> String {
    if word.ends_with('y') && !ends_in_vowel_y(word) {
        return format!("{}ies", word.trim_end_matches('y'));
    }
    let hissing = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if hissing { "es" } else { "s" })
}

fn ends_in_vowel_y(word: &str) -> bool {
    ["ay", "ey", "oy", "uy"].iter().any(|end| word.ends_with(end))
}

/// The plural of the head of a noun phrase: of its last word, or of the one before `of`.
fn plural(words: &[&str]) -> Option<Vec<String>> {
    let head = words.iter().position(|word| matches!(*word, "of" | "for")).unwrap_or(words.len());
    let mut out = owned(words);
    let word = out.get_mut(head.checked_sub(1)?)?;
    *word = match word.strip_suffix("man") {
        Some(stem) => format!("{stem}men"),
        None => with_s(word),
    };
    Some(out)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{EventForm, EventWords, conjugate};
    use crate::lexicon::Lexicon;

    #[test]
    fn every_row_is_read_once() {
        let table = EventWords::builtin();
        let rows = include_str!("../../lexicons/events.csv").lines().count() - 1;
        let ids: BTreeSet<_> = table.classes().iter().map(|class| &class.id).collect();
        assert_eq!((table.classes().len(), ids.len()), (rows, rows));
        for class in table.classes() {
            if let Some(opposite) = &class.opposite {
                assert!(ids.contains(opposite), "{} has no opposite {opposite}", class.id);
            }
        }
    }

    #[test]
    fn conjugates() {
        let words = |verb| -> Vec<String> { conjugate(verb).into_iter().map(|(_, w)| w).collect() };
        assert_eq!(words("rob"), ["rob", "robs", "robing", "robbing", "robed", "robbed"]);
        assert_eq!(words("bury"), ["bury", "buries", "burying", "buried"]);
        assert_eq!(words("die"), ["die", "dies", "diing", "dying", "died"]);
        assert_eq!(words("shoot/shot/shot"), ["shoot", "shoots", "shooting", "shot"]);
    }

    #[test]
    fn tells_the_past_of_an_ing_form() {
        let past = |ing| EventWords::builtin().past(Lexicon::builtin().id(ing));
        assert_eq!(past("Killing"), Some("killed"));
        assert_eq!(past("shooting"), Some("shot"));
        assert_eq!(past("robbing"), Some("robbed"));
        assert_eq!(past("evening"), None);
    }

    #[test]
    fn reads_any_case_and_refuses_the_rest() {
        let get = |word| EventWords::builtin().get(Lexicon::builtin().id(word));
        assert!(get("KILLED").iter().any(|word| word.form == EventForm::Participle));
        assert!(get("militiamen").is_empty() && get("Île").is_empty());
        assert!(get(&"x".repeat(400)).is_empty());
    }
}
