use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::lexicon::words::{Words, rows};

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

/// Tells whether a word does this in time expressions.
pub fn has_when(word: &str, role: WhenRole) -> bool {
    static TABLE: OnceLock<Words<Vec<WhenRole>>> = OnceLock::new();
    TABLE
        .get_or_init(|| {
            let mut table: BTreeMap<String, Vec<WhenRole>> = BTreeMap::new();
            for row in rows::<Row>(include_str!("../../lexicons/when.csv")) {
                table.entry(row.word).or_default().push(row.role);
            }
            Words::new(table)
        })
        .get(word)
        .is_some_and(|roles| roles.contains(&role))
}

#[derive(Deserialize)]
struct Row {
    word: String,
    role: WhenRole,
}
