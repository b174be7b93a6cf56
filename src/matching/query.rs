use std::borrow::Cow;

use chrono::NaiveDate;

use crate::claim::{Mention, Stance};
use crate::matching::card::Facts;
use crate::matching::terms::{Term, terms};
use crate::matching::tidy::tidy;

/// What is known around a mention beside its own words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting<'a> {
    /// The sentences around it.
    pub around: &'a str,
    /// The article's day.
    pub date: Option<NaiveDate>,
    /// The mention that it points back to.
    pub antecedent: Option<&'a Mention>,
}

/// A statement laid against the ledger: its words, those around it, and its slots.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query<'a> {
    /// The words, as written.
    pub(crate) text: Cow<'a, str>,
    /// Their terms, in order.
    pub(crate) terms: Vec<Term>,
    /// Terms around it that are not its own, each once, sorted.
    pub(crate) around: Vec<Term>,
    /// Its slots.
    pub(crate) facts: Facts<'a>,
    /// How its claimant stands to it; a bare text asserts.
    pub(crate) stance: Option<Stance>,
}

impl<'a> Query<'a> {
    /// Returns the query of a bare text.
    pub(crate) fn of_text(text: &'a str, speaker: Option<&'a str>, around: &str) -> Self {
        let facts = Facts {
            speakers: speaker.map(Cow::Borrowed).into_iter().collect(),
            ..Facts::default()
        };
        Self { facts, ..Self::default() }.with_words(tidy(text), around)
    }

    /// Returns the query of a mention in its setting.
    pub(crate) fn of_mention(mention: &'a Mention, setting: Setting<'a>) -> Self {
        let mut facts = Facts::of_mention(mention, setting.date);
        let mut text = Cow::Borrowed(mention.statement.as_str());
        if let Some(before) = setting.antecedent {
            if !text.contains(&before.statement) {
                text = Cow::Owned(format!("{} {text}", before.statement));
            }
            facts.point_back(&Facts::of_mention(before, setting.date));
        }
        Self { facts, stance: Some(mention.stance), ..Self::default() }
            .with_words(text, setting.around)
    }

    fn with_words(mut self, text: Cow<'a, str>, around: &str) -> Self {
        self.terms = terms(&text);
        let mut around = terms(&tidy(around));
        around.sort_unstable();
        around.dedup();
        around.retain(|term| !self.terms.contains(term));
        self.around = around;
        self.text = text;
        self
    }
}
