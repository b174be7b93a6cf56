use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::article::Article;
use crate::check::{
    Checked, Laid, Place, Reader, Report, Side, changes, draft, lay, questions, without,
};
use crate::claim::{Act, Actors, Mention, Record, Stored};
use crate::ledger::Ledger;
use crate::matching::Matcher;
use crate::slots::ActorFinder;
use crate::status::{Change, ChangeType, Kin, Status, change};

/// Lays articles against a ledger; made once, used for many articles.
pub struct Checker<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) matcher: Matcher,
    reader: Reader,
    kin: Kin,
    /// The claims in which an article appears, by its hash.
    pub(crate) on_file: BTreeMap<&'a str, BTreeSet<usize>>,
    today: Option<NaiveDate>,
}

impl<'a> Checker<'a> {
    /// Returns a checker over this ledger, with the built-in actors below the desk's own.
    pub fn new(ledger: &'a Ledger) -> Self {
        let reader = Reader::new(&ledger.actors);
        let matcher = Matcher::new(&ledger.records, reader.actors());
        Self::over(ledger, reader, matcher)
    }

    /// Returns a checker over this ledger that finds candidates with this matcher, which may know claims
    /// that are not in the ledger at hand.
    pub fn over(ledger: &'a Ledger, reader: Reader, matcher: Matcher) -> Self {
        let mut on_file: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (at, record) in ledger.records.iter().enumerate() {
            for stored in &record.entries {
                let sha256 =
                    stored.entry.appearance().and_then(|entry| entry.article.sha256.as_deref());
                if let Some(sha256) = sha256 {
                    on_file.entry(sha256).or_default().insert(at);
                }
            }
        }
        Self { ledger, matcher, reader, kin: Kin::new(&ledger.records), on_file, today: None }
    }

    /// Takes articles without a date of their own as of this day.
    pub fn at(mut self, today: NaiveDate) -> Self {
        self.today = Some(today);
        self
    }

    /// Returns the finder of the known actors.
    pub(crate) fn finder(&self) -> &ActorFinder {
        self.reader.finder()
    }

    /// Returns who is known: the built-in actors with the desk's own.
    pub fn actors(&self) -> &Actors {
        self.reader.actors()
    }

    /// Reads an article and lays its mentions against the ledger.
    pub fn check(&self, article: &Article) -> Report {
        self.check_mentions(article, self.reader.mentions(article))
    }

    /// Lays these mentions of an article against the ledger; only what somebody says is a claim.
    pub fn check_mentions(&self, article: &Article, all: Vec<Mention>) -> Report {
        let day = article.meta.date.or(self.today).unwrap_or(NaiveDate::MAX);
        let sha256 = article.sha256();
        let says = |mention: &&Mention| mention.act == Act::Says;
        let mentions: Vec<Mention> = all.iter().filter(says).cloned().collect();
        let laid = lay(self, article, &sha256, day, &mentions, &all);
        let draft = |mention| draft(article, &sha256, mention, day);
        let drafts: Vec<Stored> = mentions.iter().map(draft).collect();
        let sides = self.sides(&laid, &drafts, &sha256);
        let rows = mentions.into_iter().zip(&laid.places).zip(&drafts);
        let checked: Vec<Checked> = rows
            .map(|((mention, placed), stored)| {
                let side = &sides[&placed.claim];
                let change = self.change(side, stored);
                let questions =
                    |found| questions(article, &mention, &change, found, &side.after.statement);
                let look_at = placed.found.as_ref().map(questions).unwrap_or_default();
                Checked {
                    matched: placed.found.clone(),
                    candidates: placed.candidates.clone(),
                    proposed: laid.proposal(placed.claim),
                    on_file: placed.on_file,
                    mention,
                    change,
                    look_at,
                }
            })
            .collect();
        let changes = changes(&laid, &sides, &checked);
        let proposals = laid.proposals.into_iter().map(|record| record.claim).collect();
        Report { article: article.clone(), mentions: checked, proposals, changes }
    }

    /// Folds every claim that the article touches before and after it.
    fn sides<'s>(
        &'s self,
        laid: &'s Laid,
        drafts: &[Stored],
        sha256: &str,
    ) -> BTreeMap<Place, Side<'s>> {
        let mut mine: BTreeMap<Place, Vec<Stored>> = BTreeMap::new();
        for (placed, stored) in laid.places.iter().zip(drafts) {
            mine.entry(placed.claim).or_default().push(stored.clone());
        }
        let side = |(place, drafts): (Place, Vec<Stored>)| {
            let (base, filed) = match place {
                Place::Filed(at) => (without(&self.ledger.records[at], sha256), true),
                Place::New(at) => (without(&laid.proposals[at], sha256), false),
            };
            let before = filed.then(|| self.fold(&base, &[]));
            let after = self.fold(&base, &drafts);
            (place, Side { base, before, after })
        };
        mine.into_iter().map(side).collect()
    }

    /// Returns what one mention alone does to its claim as it stood before the article; a claim that
    /// is new with the article is told with its status after all of it.
    fn change(&self, side: &Side<'_>, stored: &Stored) -> Change {
        let after = self.fold(&side.base, std::slice::from_ref(stored));
        let mut change = change(side.before.as_ref(), &after, &stored.name);
        if change.r#type == ChangeType::New {
            change.to = side.after.state;
        }
        change
    }

    fn fold(&self, record: &Record, drafts: &[Stored]) -> Status {
        let authorities = &self.ledger.config.authorities;
        self.kin.status(record, &self.ledger.records, drafts, self.actors(), authorities)
    }
}
