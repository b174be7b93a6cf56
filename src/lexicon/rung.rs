use std::sync::OnceLock;

use serde::Deserialize;

use crate::lexicon::words::{Words, cell, rows};

/// How far a deal has come: a row of `lexicons/rungs.csv`, lowest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Rung {
    /// Its height: talks below readiness below agreement below delivery.
    #[serde(rename = "rung")]
    pub height: u8,
    words: String,
    /// How a question names it where it is denied: "a deal".
    pub denied: String,
    /// How a question names it where it is claimed: "preparing one".
    pub claimed: String,
    example: String,
}

/// Returns the rung that a text names first: "in talks about a sale" is talk.
pub fn rung(text: &str) -> Option<&'static Rung> {
    static TABLE: OnceLock<(Vec<Rung>, Words<usize>)> = OnceLock::new();
    let (rungs, words) = TABLE.get_or_init(|| {
        let rungs: Vec<Rung> = rows(include_str!("../../lexicons/rungs.csv"));
        let words = rungs
            .iter()
            .enumerate()
            .flat_map(|(at, rung)| cell(&rung.words).map(move |word| (word, at)));
        let words = Words::new(words.collect::<Vec<_>>());
        (rungs, words)
    });
    let mut found = text.split(|c: char| !c.is_alphanumeric()).filter_map(|word| words.get(word));
    found.next().map(|at| &rungs[*at])
}

#[cfg(test)]
mod tests {
    use super::{Rung, rung};
    use crate::lexicon::words::{cell, rows};

    #[test]
    fn examples_stand_on_their_rungs() {
        for row in rows::<Rung>(include_str!("../../lexicons/rungs.csv")) {
            assert_eq!(
                rung(&row.example).map(|found| found.height),
                Some(row.height),
                "{}",
                row.example
            );
            assert!(
                cell(&row.words)
                    .all(|word| rung(word).is_some_and(|found| found.height == row.height))
            );
        }
        assert_eq!(rung("The harbour was closed"), None);
    }
}
