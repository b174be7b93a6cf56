use std::collections::HashMap;
use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::article::{Span, TokenKind, tokens};
use crate::claim::fold;
use crate::lexicon::{irregular_forms, is_stop_word, synonyms};
use crate::slots::Tagged;
use crate::slots::number::{may_start, number};

/// A piece of a text that has stems.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'a> {
    /// A word, of which [`word_stems`] gives the stems.
    Word(&'a str),
    /// A stem as it stands: a number, a sign.
    Stem(&'a str),
}

/// Returns the content words of a text in the form in which the index knows them, in text order.
///
/// Links and stop words are dropped, `#CamelTags` and `@HandleNames` split, numbers written as
/// digits, irregular forms and synonyms joined; a word may occur twice.
pub fn stems(text: &str) -> Vec<String> {
    let table = Table::builtin();
    let mut out = Vec::new();
    pieces(text, |piece| match piece {
        Piece::Word(word) => table.word(word, &mut out),
        Piece::Stem(stem) => out.push(stem.to_owned()),
    });
    out
}

/// Returns the stems of a word: none of a stop word, several of `truce-keeping`.
pub fn word_stems(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    Table::builtin().word(word, &mut out);
    out
}

/// Tells the pieces of a text that have stems, in text order, for who remembers the stems of words.
pub fn pieces(text: &str, mut tell: impl FnMut(Piece<'_>)) {
    let table = Table::builtin();
    let mut start = 0;
    // Links are cut out first: their parts are no words.
    for (at, chunk) in chunks(text) {
        if is_link(chunk) {
            read(table, text, Span::new(start, at), &mut tell);
            start = at + chunk.len();
        }
    }
    read(table, text, Span::new(start, text.len()), &mut tell);
}

fn chunks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_ascii_whitespace()
        .map(|chunk| (chunk.as_ptr() as usize - text.as_ptr() as usize, chunk))
}

fn is_link(chunk: &str) -> bool {
    let chunk = chunk.trim_start_matches(['(', '"', '<', '[', '\'']);
    if !chunk.starts_with(['h', 'H', 'w', 'W', 'p', 'P', 't', 'T']) {
        return false;
    }
    ["http://", "https://", "www.", "pic.twitter.com/", "t.co/"]
        .iter()
        .any(|lead| chunk.get(..lead.len()).is_some_and(|head| head.eq_ignore_ascii_case(lead)))
}

fn read(table: &Table, text: &str, span: Span, tell: &mut impl FnMut(Piece<'_>)) {
    let mut piece = Vec::new();
    tokens(text, span, &mut piece);
    let read = Tagged::of(text, piece);
    let (line, piece) = (read.line(), read.tokens());
    let mut at = 0;
    while let Some(token) = piece.get(at) {
        let word = token.text(text);
        let money = at > 0 && matches!(piece[at - 1].text(text), "$" | "€" | "£");
        match may_start(line, at).then(|| number(line, at, money)).flatten() {
            // A lone "one" is a pronoun more often than a number.
            Some(found) if !word.eq_ignore_ascii_case("one") || found.end > at + 1 => {
                if found.vague && found.end == at + 1 {
                    tell(Piece::Word(word));
                } else {
                    tell(Piece::Stem(&found.value.to_string()));
                    if let Some(high) = found.high.filter(|_| !found.vague) {
                        tell(Piece::Stem(&high.to_string()));
                    }
                }
                at = found.end;
                continue;
            }
            _ => {}
        }
        match token.kind {
            TokenKind::Number => {
                let parts = word.split(|c: char| !c.is_ascii_digit());
                parts.filter(|part| !part.is_empty()).for_each(|part| tell(Piece::Stem(part)));
            }
            TokenKind::Mark => {
                table.exact.get(word).into_iter().for_each(|stem| tell(Piece::Stem(stem)));
            }
            TokenKind::Word => {
                let tag = at > 0
                    && piece[at - 1].end == token.start
                    && matches!(piece[at - 1].text(text), "#" | "@");
                match tag {
                    true => humps(word).for_each(|hump| tell(Piece::Word(hump))),
                    // Nearly half of all words are of no content, which is known of them already.
                    false if line.is_stop(at) && !table.exact.contains_key(word) => {}
                    false => tell(Piece::Word(word)),
                }
            }
        }
        at += 1;
    }
}

/// Splits a tag or handle: `StopTheWar` is three words, `NATOSummit` two.
fn humps(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let mut seen: Option<(usize, char)> = None;
        let mut cut = None;
        for (at, c) in rest.char_indices() {
            if let Some((before_at, before)) = seen {
                if c.is_uppercase() && before.is_lowercase() {
                    cut = Some(at);
                } else if c.is_lowercase() && before.is_uppercase() && before_at > 0 {
                    cut = Some(before_at);
                } else if c.is_ascii_digit() != before.is_ascii_digit() {
                    cut = Some(at);
                }
                if cut.is_some() {
                    break;
                }
            }
            seen = Some((at, c));
        }
        let (hump, tail) = rest.split_at(cut.unwrap_or(rest.len()));
        rest = tail;
        (!hump.is_empty()).then_some(hump)
    })
}

/// The tables as the stemmer's forms.
struct Table {
    stemmer: Stemmer,
    /// Words that are meant in this case only: US, U.S., $.
    exact: HashMap<&'static str, String>,
    /// Irregular forms to the stem of their base.
    base: HashMap<&'static str, String>,
    /// Stems to the stem that stands for them.
    same: HashMap<String, String>,
}

impl Table {
    fn builtin() -> &'static Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(|| {
            let stemmer = Stemmer::create(Algorithm::English);
            let base: HashMap<_, _> = irregular_forms()
                .map(|(form, base)| (form, stemmer.stem(base).into_owned()))
                .collect();
            let stem = |word: &str| match base.get(word) {
                Some(base) => base.clone(),
                None => stemmer.stem(word).into_owned(),
            };
            let is_exact = |word: &str| word.chars().any(|c| !c.is_ascii_lowercase() && c != '-');
            let (exact, same): (Vec<_>, Vec<_>) = synonyms().partition(|(word, _)| is_exact(word));
            let same = same.iter().map(|(word, to)| (stem(word), stem(to))).collect();
            let exact = exact.iter().map(|(word, to)| (*word, stem(to))).collect();
            Self { stemmer, exact, base, same }
        })
    }

    /// Appends the stem of a word, or those of its parts.
    fn word(&self, word: &str, out: &mut Vec<String>) {
        if let Some(stem) = self.exact.get(word) {
            out.push(stem.clone());
            return;
        }
        let folded = fold(word);
        if is_stop_word(&folded) {
            return;
        }
        if folded.contains('-') && !self.same.contains_key(&*self.stemmer.stem(&folded)) {
            for part in folded.split('-').filter(|part| !is_stop_word(part)) {
                self.plain(part, out);
            }
        } else {
            self.plain(&folded, out);
        }
    }

    fn plain(&self, folded: &str, out: &mut Vec<String>) {
        let folded = folded.trim_end_matches('.');
        if folded.chars().nth(1).is_none() {
            return;
        }
        let stem = match self.base.get(folded) {
            Some(base) => base.clone(),
            None => self.stemmer.stem(folded).into_owned(),
        };
        out.push(self.same.get(&stem).cloned().unwrap_or(stem));
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, stems};
    use crate::lexicon::{irregular_forms, is_stop_word, synonyms};

    #[test]
    fn joins_forms_numbers_and_synonyms() {
        let pairs = [
            ("Police detained two hundred and fifty men", "police arrested 250 men"),
            ("The truce held", "the cease-fire holds"),
            ("the U.S. sold 1.3 million UAVs", "US sale of 1,300,000 drones"),
            ("He was willing to sell", "he is willing to sell"),
            ("a denial", "denied"),
            ("#StopTheWar @JohnSmith", "stop the war, John Smith"),
            ("see https://example.org/a-b(c) today", "see today"),
            ("Élysée", "elysee"),
            ("10-12 boats", "10 boats 12"),
        ];
        for (a, b) in pairs {
            let (mut a, mut b) = (stems(a), stems(b));
            a.sort();
            b.sort();
            assert_eq!(a, b);
        }
        assert_eq!(stems("It is said that they would, by then."), Vec::<String>::new());
        assert_eq!(stems("one of us asked"), ["ask"]);
    }

    #[test]
    fn splits_tags() {
        assert_eq!(stems("#NATOSummit2022"), ["nato", "summit", "2022"]);
        assert_eq!(stems("#"), Vec::<String>::new());
    }

    #[test]
    fn every_form_and_synonym_reaches_its_row() {
        let table = Table::builtin();
        let mut wrong = Vec::new();
        for (word, to) in irregular_forms().chain(synonyms()) {
            let (mut from, mut want) = (Vec::new(), Vec::new());
            table.word(word, &mut from);
            table.word(to, &mut want);
            if word.len() == 1 {
                from = stems(word);
            }
            if from != want || (is_stop_word(word) && word != "US") {
                wrong.push((word, to, from, want));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
