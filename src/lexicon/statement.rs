use std::sync::OnceLock;

use serde::Deserialize;

use crate::claim::fold;
use crate::lexicon::words::rows;

/// What words of a statement do wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// They lead a denial: "It is not true that".
    Negated,
    /// They rule: "hoax".
    Verdict,
}

/// Returns the words of a statement that have this fault, as the table has them.
///
/// A denial leads the statement; a verdict may stand anywhere.
pub fn statement_fault(fault: Fault, statement: &str) -> Option<&'static str> {
    let folded = fold(statement);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').collect();
    let text = format!(" {} ", words.join(" "));
    table().iter().filter(|row| row.fault == fault).map(|row| row.words.as_str()).find(|words| {
        let needle = format!(" {words} ");
        match fault {
            Fault::Negated => text.starts_with(&needle),
            Fault::Verdict => text.contains(&needle),
        }
    })
}

#[derive(Debug, Deserialize)]
struct Row {
    words: String,
    fault: Fault,
    #[serde(rename = "example")]
    _example: String,
}

fn table() -> &'static [Row] {
    static TABLE: OnceLock<Vec<Row>> = OnceLock::new();
    TABLE.get_or_init(|| rows(include_str!("../../lexicons/statements.csv")))
}

#[cfg(test)]
mod tests {
    use super::{Fault, statement_fault, table};

    #[test]
    fn every_row_finds_its_example() {
        for row in table() {
            assert_eq!(
                statement_fault(row.fault, &row._example),
                Some(row.words.as_str()),
                "{}",
                row._example
            );
        }
    }

    #[test]
    fn plain_statements_have_no_fault() {
        for text in ["The port will close", "He is not guilty", "The charge is a true bill"] {
            assert_eq!(statement_fault(Fault::Negated, text), None);
            assert_eq!(statement_fault(Fault::Verdict, text), None);
        }
    }
}
