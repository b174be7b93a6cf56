use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lexicon::words::rows;
use crate::lexicon::{Column, Lexicon, Vocabulary, WordId};

/// What a small word does in a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhenRole {
    /// last week.
    Last,
    /// the past week: up to now.
    Past,
    /// this week.
    This,
    /// next week.
    Next,
    /// the following week: after the one last spoken of.
    Following,
    /// the previous week: before the one last spoken of.
    Previous,
    /// the same week: the one last spoken of.
    Same,
    /// by Monday: its start is open.
    By,
    /// since Monday: its end is open.
    Since,
    /// on Monday: nothing more.
    Lead,
    /// early July.
    Early,
    /// mid July.
    Mid,
    /// late July.
    Late,
    /// the start of July.
    Start,
    /// the end of July.
    End,
    /// the middle of July.
    Middle,
    /// two weeks ago: before the article.
    Ago,
    /// two weeks earlier: before the day last spoken of.
    Earlier,
    /// two weeks later: after the day last spoken of.
    Later,
    /// Monday to Thursday.
    Join,
    /// the third quarter.
    Nth,
}

impl Lexicon {
    /// Tells whether a word does this in time expressions.
    #[inline]
    pub fn has_when(&self, id: WordId, role: WhenRole) -> bool {
        self.when.get(id).is_some_and(|roles| roles & 1 << role as u32 != 0)
    }
}

/// Reads the table: for each word the set of its roles.
pub(super) fn table(words: &mut Vocabulary) -> Column<u32> {
    let mut table: BTreeMap<String, u32> = BTreeMap::new();
    for row in rows::<Row>(include_str!("../../lexicons/when.csv")) {
        *table.entry(row.word).or_default() |= 1 << row.role as u32;
    }
    Column::new(words, table)
}

#[derive(Deserialize)]
struct Row {
    word: String,
    role: WhenRole,
}
