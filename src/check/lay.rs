use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::article::{Article, Layout, Span};
use crate::check::{Checker, Gist, Proposal, Stories, Story, claim, draft, parties};
use crate::claim::{Mention, Record, Stance};
use crate::matching::{Match, Matcher, Relation, Setting};

/// How many candidates are listed.
const LISTED: usize = 3;

/// What two mentions of one article must score above `link` to be one claim: who says a thing twice
/// puts it alike, and all else in the article is about the same matter, too.
const SAME_ARTICLE: f64 = 0.2;

/// Which claim a mention belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// A claim of the ledger, by its place among the records.
    Filed(usize),
    /// A claim that the article would bring, by its place among the proposals.
    New(usize),
}

/// A mention laid against the ledger and the claims before it.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) claim: Place,
    pub(crate) found: Option<Match>,
    pub(crate) candidates: Vec<Match>,
    pub(crate) on_file: bool,
}

/// All mentions of an article laid.
pub(crate) struct Laid {
    /// One a mention.
    pub(crate) places: Vec<Placed>,
    /// The claims that the article would bring, each with the draft of its first appearance.
    pub(crate) proposals: Vec<Record>,
}

impl Laid {
    /// Returns the claim that would be new at this place.
    pub(crate) fn proposal(&self, place: Place) -> Option<Proposal> {
        let Place::New(at) = place else { return None };
        let claim = &self.proposals[at].claim;
        Some(Proposal { id: claim.id.clone(), statement: claim.statement.clone() })
    }
}

/// Lays mentions in text order against the ledger and the claims proposed before them; `all` are the
/// article's mentions of every act, for what they point back to.
pub(crate) fn lay(
    checker: &Checker<'_>,
    article: &Article,
    sha256: &str,
    day: NaiveDate,
    mentions: &[Mention],
    all: &[Mention],
) -> Laid {
    let mut bench = Bench {
        checker,
        article,
        sha256,
        day,
        sentences: sentences(article),
        matcher: checker.matcher.clone(),
        stories: Stories::new(Story::of(article, all, checker.finder())),
        laid: Laid { places: Vec::with_capacity(mentions.len()), proposals: Vec::new() },
    };
    for (at, mention) in mentions.iter().enumerate() {
        let before = mention.antecedent.as_deref();
        let before = before.and_then(|id| all.iter().find(|other| other.id == id));
        let same = before.and_then(|before| mentions[..at].iter().position(|m| m.id == before.id));
        let placed = bench
            .on_file(mention)
            .or_else(|| bench.pointed_back(mention, same?))
            .unwrap_or_else(|| bench.matched(mention, before));
        bench.laid.places.push(placed);
    }
    bench.laid
}

/// Returns the ids of the claims that mentions may belong to; `all` are those of every act.
pub(crate) fn near<'m>(
    matcher: &Matcher,
    article: &Article,
    mentions: impl Iterator<Item = &'m Mention>,
    all: &'m [Mention],
) -> BTreeSet<String> {
    let sentences = sentences(article);
    let mut out = BTreeSet::new();
    for mention in mentions {
        let before = mention.antecedent.as_deref();
        let before = before.and_then(|id| all.iter().find(|other| other.id == id));
        let around = around(&sentences, article, mention.span);
        let date = article.meta.date;
        let setting = Setting { around: &around, date, antecedent: before };
        out.extend(matcher.near(mention, setting));
    }
    out
}

/// What laying needs at hand.
struct Bench<'a> {
    checker: &'a Checker<'a>,
    article: &'a Article,
    sha256: &'a str,
    /// The day from which the article speaks.
    day: NaiveDate,
    sentences: Vec<Span>,
    matcher: Matcher,
    stories: Stories<'a>,
    laid: Laid,
}

impl<'a> Bench<'a> {
    /// Returns where this very mention was recorded before.
    fn on_file(&self, mention: &Mention) -> Option<Placed> {
        let records = &self.checker.ledger.records;
        let filed = self.checker.on_file.get(self.sha256)?;
        filed.iter().find_map(|at| {
            let record = &records[*at];
            let entries = record.entries.iter().filter_map(|stored| stored.entry.appearance());
            let mut here = entries.filter(|entry| {
                entry.article.sha256.as_deref() == Some(self.sha256)
                    && entry.span == Some(mention.span)
            });
            let on_file = here.clone().any(|entry| entry.stance == mention.stance);
            here.next()?;
            let id = record.claim.id.as_str();
            let mut near = self.matcher.candidates(mention, Setting::default()).into_iter();
            let found = near.find(|found| found.claim == id).unwrap_or(Match {
                claim: id.to_owned(),
                score: 1.0,
                relation: relation(mention.stance),
                reasons: Vec::new(),
                kept_apart: None,
            });
            let found = Match { kept_apart: None, ..found };
            Some(Placed {
                claim: Place::Filed(*at),
                found: Some(found),
                candidates: Vec::new(),
                on_file,
            })
        })
    }

    /// Returns the claim of the mention that this one points back to: "denied any such deal".
    ///
    /// Who only asserts may say something of its own about it, and is matched by its words.
    fn pointed_back(&self, mention: &Mention, same: usize) -> Option<Placed> {
        if mention.stance == Stance::Asserts {
            return None;
        }
        let other = &self.laid.places[same];
        let found = other.found.clone();
        Some(Placed {
            claim: other.claim,
            found: found.map(|found| Match { relation: relation(mention.stance), ..found }),
            candidates: Vec::new(),
            on_file: false,
        })
    }

    /// Returns the best claim at or above `link` that no guard keeps apart, else a new one.
    fn matched(&mut self, mention: &Mention, before: Option<&Mention>) -> Placed {
        let around = around(&self.sentences, self.article, mention.span);
        let setting = Setting { around: &around, date: Some(self.day), antecedent: before };
        let thresholds = self.checker.ledger.config.thresholds;
        let mut candidates = self.matcher.candidates(mention, setting);
        let here = Gist::of(&mention.statement, self.checker.finder());
        candidates.iter_mut().for_each(|found| self.in_story(found, mention, &here));
        candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
        let filed = |found: &Match| self.checker.ledger.position(&found.claim).is_ok();
        let hit = |found: &Match| {
            let link = thresholds.link + if filed(found) { 0.0 } else { SAME_ARTICLE };
            found.score >= link && found.kept_apart.is_none()
        };
        let best = candidates.iter().position(hit).map(|at| candidates.remove(at));
        candidates.retain(|found| {
            let listed = match found.kept_apart {
                Some(_) => found.score >= thresholds.link,
                None => found.score >= thresholds.suggest,
            };
            listed && filed(found)
        });
        candidates.truncate(LISTED);
        let known = best.as_ref().and_then(|found| self.place(&found.claim));
        let claim = known.unwrap_or_else(|| self.propose(mention, before));
        let found = best.filter(|_| matches!(claim, Place::Filed(_)));
        Placed { claim, found, candidates, on_file: false }
    }

    /// Returns where a claim stands: on file, or among those proposed before.
    fn place(&self, id: &str) -> Option<Place> {
        let proposed = || self.laid.proposals.iter().position(|new| new.claim.id.as_str() == id);
        let filed = self.checker.ledger.position(id).ok().map(Place::Filed);
        filed.or_else(|| proposed().map(Place::New))
    }

    /// Weighs a claim on file by the stories of its articles.
    fn in_story(&mut self, found: &mut Match, mention: &Mention, here: &Gist) {
        let checker: &'a Checker<'a> = self.checker;
        let Some(record) = checker.ledger.record(&found.claim) else { return };
        self.stories.weigh(found, mention, here, record, checker);
    }

    fn propose(&mut self, mention: &Mention, before: Option<&Mention>) -> Place {
        let positive = before.filter(|_| mention.stance != Stance::Asserts);
        let positive = positive.map(|before| before.statement.as_str());
        let statement = positive.unwrap_or(&mention.statement);
        let parties = parties(statement, mention, self.checker.finder());
        let proposals = &self.laid.proposals;
        let taken = |id: &str| {
            self.checker.ledger.record(id).is_some()
                || proposals.iter().any(|record| record.claim.id.as_str() == id)
        };
        let claim = claim(self.article, mention, positive, parties, self.day, taken);
        let entries = vec![draft(self.article, self.sha256, mention, self.day)];
        let record = Record { claim, entries };
        self.matcher.add(&record);
        self.laid.proposals.push(record);
        Place::New(self.laid.proposals.len() - 1)
    }
}

/// Returns the sentences before and after those of a span, and what else stands in them.
fn around(sentences: &[Span], article: &Article, span: Span) -> String {
    let first = sentences.partition_point(|sentence| sentence.end <= span.start);
    let last = sentences.partition_point(|sentence| sentence.start < span.end);
    let start = sentences.get(first.saturating_sub(1)).map_or(span.start, |s| s.start);
    let end = sentences.get(last).map_or(span.end, |s| s.end);
    article.slice(Span::new(start.min(span.start), end.max(span.end))).to_owned()
}

fn sentences(article: &Article) -> Vec<Span> {
    let mut layout = Layout::default();
    layout.split(&article.text);
    layout.sentences.iter().map(|sentence| sentence.span).collect()
}

fn relation(stance: Stance) -> Relation {
    match stance {
        Stance::Asserts => Relation::Same,
        Stance::Confirms => Relation::Confirms,
        Stance::Denies => Relation::Denies,
        Stance::Doubts => Relation::Doubts,
        Stance::Retracts => Relation::Retracts,
        Stance::NoComment => Relation::Related,
    }
}
