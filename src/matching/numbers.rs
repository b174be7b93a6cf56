use std::collections::HashMap;

use crate::matching::terms::{Term, term};
use crate::slots::{Piece, pieces, word_stems};

/// So many words are remembered; from more on they are read anew.
const REMEMBERED: usize = 1 << 20;

/// Terms with numbers in the order in which they came.
#[derive(Default)]
pub(crate) struct Numbers {
    numbers: HashMap<Term, u32>,
    /// The terms by number.
    pub(crate) terms: Vec<Term>,
    /// The numbers of the terms of each word that was read: texts repeat their words.
    words: HashMap<Box<str>, Found>,
}

/// The numbers of a word's terms; that of a single one lies at hand.
enum Found {
    One(u32),
    Many(Box<[u32]>),
}

impl Numbers {
    /// Returns the number of a term.
    pub(crate) fn of(&mut self, term: Term) -> u32 {
        let next = self.terms.len() as u32;
        let number = *self.numbers.entry(term).or_insert(next);
        if number == next {
            self.terms.push(term);
        }
        number
    }

    /// Appends the numbers of a text's terms, in their order.
    pub(crate) fn read(&mut self, text: &str, out: &mut Vec<u32>) {
        pieces(text, |piece| match piece {
            Piece::Stem(stem) => out.push(self.of(term(stem))),
            Piece::Word(word) => {
                match self.words.get(word) {
                    Some(Found::One(number)) => return out.push(*number),
                    Some(Found::Many(numbers)) => return out.extend_from_slice(numbers),
                    None => {}
                }
                let start = out.len();
                out.extend(word_stems(word).iter().map(|stem| self.of(term(stem))));
                if self.words.len() < REMEMBERED {
                    let found = match &out[start..] {
                        [number] => Found::One(*number),
                        numbers => Found::Many(numbers.into()),
                    };
                    self.words.insert(word.into(), found);
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;
    use crate::matching::terms::terms;

    #[test]
    fn numbers_the_terms_of_a_text() {
        let mut numbers = Numbers::default();
        for text in ["Police in the U.S. held 250 men", "#PoliceHeld two hundred and fifty men"] {
            let mut found = Vec::new();
            for _ in 0..2 {
                found.clear();
                numbers.read(text, &mut found);
                let back: Vec<_> = found.iter().map(|at| numbers.terms[*at as usize]).collect();
                assert_eq!(back, terms(text));
            }
        }
    }
}
