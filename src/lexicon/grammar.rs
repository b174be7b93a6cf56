use std::sync::OnceLock;

use serde::Deserialize;

use crate::lexicon::Words;
use crate::lexicon::words::{cell, rows};

/// What a function word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Leads a noun: the, its, every; a possessive `s`.
    Determiner,
    /// Leads a noun phrase: of, during.
    Preposition,
    /// A form of "be".
    Be,
    /// A form of "have".
    Have,
    /// A form of "do".
    Do,
    /// Leads an infinitive: will, may, to.
    Modal,
    /// Denies: not, never, isn't.
    Negation,
    /// A subject: he, they, who.
    Pronoun,
    /// Joins clauses of one rank: and, but.
    Coordinator,
    /// Leads a clause that depends on another: when, because.
    Subordinator,
    /// Leads a clause about a noun: which, whose.
    Relative,
}

/// The roles that a word can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u16);

impl Roles {
    /// Returns the roles of a word in any case; a word of content has none.
    pub fn of(word: &str) -> Self {
        static TABLE: OnceLock<Words<Roles>> = OnceLock::new();
        let table = TABLE.get_or_init(|| {
            Words::new(table().into_iter().map(|row| (row.word, Self::parse(&row.classes))))
        });
        match word.contains('’') {
            // "didn’t" stands in the table with a straight apostrophe.
            true => table.get(&word.replace('’', "'")),
            false => table.get(word),
        }
        .copied()
        .unwrap_or_default()
    }

    /// Tells whether the word can have this role.
    pub fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    /// Tells whether the word is a word of content: it has no role.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Tells whether a word behind this one that could be a noun or a verb is a noun.
    pub fn makes_noun(self) -> bool {
        !self.makes_verb() && (self.has(Role::Determiner) || self.has(Role::Preposition))
    }

    /// Tells whether a word behind this one that could be a noun or a verb is a verb.
    pub fn makes_verb(self) -> bool {
        [Role::Modal, Role::Pronoun, Role::Do].into_iter().any(|role| self.has(role))
            || self == Self(1 << Role::Negation as u16)
    }

    fn parse(classes: &str) -> Self {
        let role = |name: &str| {
            Role::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(
                name,
            ))
        };
        let bits = cell(classes).flat_map(role).fold(0, |bits, role| bits | 1 << role as u16);
        Self(bits)
    }
}

#[derive(Deserialize)]
struct Row {
    word: String,
    classes: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "the example is for the test"))]
    example: String,
}

fn table() -> Vec<Row> {
    rows(include_str!("../../lexicons/grammar.csv"))
}

#[cfg(test)]
mod tests {
    use super::{Role, Roles, table};

    #[test]
    fn every_row_stands_in_its_example() {
        for row in table() {
            assert!(!Roles::of(&row.word).is_empty(), "{}: no known class", row.word);
            let lower = row.example.to_lowercase();
            let mut words = lower
                .split([' ', ',', '.'])
                .flat_map(|word| word.strip_suffix("'s").into_iter().chain(["s"]).chain([word]));
            assert!(words.any(|word| word == row.word), "{}: {}", row.word, row.example);
        }
    }

    #[test]
    fn reads_any_case_and_apostrophe() {
        assert!(Roles::of("Didn’t").has(Role::Negation));
        assert!(Roles::of("WHICH").has(Role::Relative));
        assert!(Roles::of("raid").is_empty() && Roles::of("").is_empty());
        assert!(Roles::of("antidisestablishment").is_empty());
    }
}
