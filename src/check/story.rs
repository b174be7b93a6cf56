use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, Layout};
use crate::check::Checker;
use crate::claim::{Actors, Kind, Link, Mention, Record, Source, Stance, fold};
use crate::matching::{Match, Reason};
use crate::slots::{ActorFinder, Tagged, events, names};

/// Fewer names than this tell too little to weigh whole.
const ENOUGH: usize = 4;
/// From this likeness on two articles may tell one story, and from that on they do.
const LIKE: (f64, f64) = (0.15, 0.5);
/// What one story adds to what the words share already.
const SAME_WORDS: f64 = 0.5;
/// What one story adds where both count the same.
const SAME_MEASURE: f64 = 0.3;
/// What one story adds where both tell an event of one class.
const SAME_EVENT: f64 = 0.2;
/// What one story adds where both fall on one day.
const SAME_DAY: f64 = 0.1;
/// What one story adds to an event of one class where a mention denies: it answers what was said before.
const ANSWERS: f64 = 0.25;
/// What it adds that a party to the claim denies an event of its class, one story or not.
const ANSWERED: f64 = 0.4;
/// What one story adds where both name the same persons or places, states and other known actors apart.
const SAME_NAMES: f64 = 0.3;
/// What one story adds to a claim entered by hand where one voice says both.
const SAME_VOICE: f64 = 0.25;
/// What one story adds to a claim entered by hand where both are of one kind.
const SAME_KIND: f64 = 0.1;
/// So many words of names in both are as good as more.
const NAMES: usize = 3;

/// Who and what an article names, its sources left out: what tells one story from another.
///
/// Two reports of one event share its places, persons and bodies however they put it; two events of
/// one kind share the words for it, the agencies that measure it, and few names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Story {
    /// Ids of known actors, and other names word by word.
    words: BTreeSet<String>,
}

impl Story {
    /// Returns the story that the mentions of an article tell.
    pub(crate) fn of(article: &Article, mentions: &[Mention], finder: &ActorFinder) -> Self {
        let mut story = Self::default();
        for mention in mentions {
            for span in &mention.content {
                story.read(article.slice(*span), &mention.attribution, finder);
            }
        }
        story
    }

    /// Returns the story of an article on file: what all that was recorded of it names.
    fn on_file<'a>(
        sha256: &str,
        records: impl Iterator<Item = &'a Record>,
        finder: &ActorFinder,
    ) -> Self {
        let mut story = Self::default();
        let entries = records.flat_map(|record| &record.entries);
        for entry in entries.filter_map(|stored| stored.entry.appearance()) {
            if entry.article.sha256.as_deref() == Some(sha256) {
                story.read(entry.quote.as_deref().unwrap_or_default(), &entry.attribution, finder);
            }
        }
        story
    }

    /// Returns the story of a claim that was entered by hand: what it says, and who is party to it.
    fn of_claim(record: &Record, finder: &ActorFinder) -> Self {
        let mut story = Self::default();
        story.read(&record.claim.statement, &[], finder);
        story.words.extend(record.claim.parties.iter().map(|party| party.actor.clone()));
        story
    }

    fn read(&mut self, text: &str, attribution: &[Link], finder: &ActorFinder) {
        let sources = || attribution.iter().filter_map(|link| link.source.as_ref());
        let spoken: BTreeSet<String> =
            sources().flat_map(|source| words(&fold(&source.text))).collect();
        let layout = Layout::of(text);
        let read = Tagged::of(text, layout.tokens);
        for sentence in &layout.sentences {
            let line = read.sentence(sentence.tokens.clone());
            let found = finder.find(line).into_iter();
            let known = found.map(|found| found.actor);
            let speaks = |id: &String| sources().any(|source| source.actor.as_ref() == Some(id));
            self.words.extend(known.filter(|id| !speaks(id)));
            let named = names(line);
            let named = named.iter().flat_map(|name| words(name));
            self.words.extend(named.filter(|word| !spoken.contains(word)));
        }
    }

    /// Returns the share of the smaller story's names that stand in both, 0 to 1.
    fn likeness(&self, other: &Self) -> f64 {
        let shared = self.words.intersection(&other.words).count();
        let smaller = self.words.len().min(other.words.len());
        shared as f64 / smaller.max(ENOUGH) as f64
    }
}

fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
    words.map(str::to_owned).collect()
}

/// The story of the article at hand beside those of the articles on file, each read when first asked for.
pub(crate) struct Stories<'a> {
    mine: Story,
    read: BTreeMap<&'a str, Story>,
    /// What the claims on file tell, by id.
    gists: BTreeMap<&'a str, Gist>,
}

impl<'a> Stories<'a> {
    /// Returns the stories beside this one.
    pub(crate) fn new(mine: Story) -> Self {
        Self { mine, read: BTreeMap::new(), gists: BTreeMap::new() }
    }

    /// Adds to a match what it tells that the claim stands in the same story, or keeps the two apart;
    /// `here` is what the mention tells.
    pub(crate) fn weigh(
        &mut self,
        found: &mut Match,
        mention: &Mention,
        here: &Gist,
        record: &'a Record,
        checker: &'a Checker<'a>,
    ) {
        let finder = checker.finder();
        let with = |sha256: &str| {
            let places = checker.on_file.get(sha256).into_iter().flatten();
            places.map(|at| &checker.ledger.records[*at])
        };
        let mut best: Option<(f64, &Story, String)> = None;
        let appearances = record.entries.iter().filter_map(|stored| stored.entry.appearance());
        let articles: BTreeMap<&'a str, String> = appearances
            .map(|entry| {
                let day = entry.published.date();
                let of = entry.article.outlet.as_ref().map_or(String::new(), |o| format!("{o}, "));
                // What was written by hand has no text beside the claim's own.
                let text = entry.article.sha256.as_deref();
                (text.unwrap_or(record.claim.id.as_str()), format!("{of}{day}"))
            })
            .collect();
        for key in articles.keys() {
            self.read.entry(key).or_insert_with(|| match *key == record.claim.id.as_str() {
                true => Story::of_claim(record, finder),
                false => Story::on_file(key, with(key), finder),
            });
        }
        let there = || Gist::of(&record.claim.statement, finder);
        let there = &*self.gists.entry(record.claim.id.as_str()).or_insert_with(there);
        let by_hand = articles.keys().all(|key| *key == record.claim.id.as_str());
        for (sha256, name) in articles {
            let story = &self.read[sha256];
            let likeness = self.mine.likeness(story);
            if best.as_ref().is_none_or(|best| likeness > best.0) {
                best = Some((likeness, story, name));
            }
        }
        let Some((likeness, story, name)) = best else { return };
        let known = self.mine.words.len().min(story.words.len()) >= ENOUGH;
        if likeness == 0.0 && known && is_sudden(mention.kind) && found.kept_apart.is_none() {
            let list = |story: &Story| {
                let words: Vec<&str> = story.words.iter().take(2).map(String::as_str).collect();
                words.join(" ")
            };
            let apart = format!("other story ({}; {})", list(&self.mine), list(story));
            found.kept_apart = Some(apart);
        }
        let same = ((likeness - LIKE.0) / (LIKE.1 - LIKE.0)).clamp(0.0, 1.0);
        let agrees = match by_hand {
            true => agreement_by_hand(mention, record, checker.actors()),
            false => agreement(found, mention, record, here, there),
        };
        let add = (same * agrees).max(part(answers(mention, record, here, there), ANSWERED));
        if add > 0.0 {
            let shared = self.mine.words.intersection(&story.words).take(4);
            let shared: Vec<&str> = shared.map(String::as_str).collect();
            let reason = Reason {
                feature: "story",
                weight: 1.0 - found.score,
                score: add,
                mention: shared.join(", "),
                claim: name,
            };
            found.score += reason.part();
            found.reasons.push(reason);
            found.reasons.sort_by(|a, b| b.part().total_cmp(&a.part()));
        }
    }
}

/// Returns how far a mention agrees with a claim that was entered by hand, 0 to 1.
///
/// Its story is one sentence, which the words have weighed already: who speaks and what is counted tell more.
fn agreement_by_hand(mention: &Mention, record: &Record, actors: &Actors) -> f64 {
    let voice = |source: Option<&Source>| {
        source.and_then(|source| source.actor.as_deref()).map(|id| actors.roll_up(id).to_owned())
    };
    let ours = voice(mention.claimant());
    let entries = record.entries.iter().filter_map(|stored| stored.entry.appearance());
    let mut theirs = entries.map(|entry| voice(entry.attribution.last()?.source.as_ref()));
    let same_voice = ours.is_some() && theirs.any(|theirs| theirs == ours);
    let kind = mention.kind == record.claim.kind && mention.kind != Kind::Other;
    let counts = counts_the_same(mention, record);
    part(same_voice, SAME_VOICE) + part(counts, SAME_MEASURE) + part(kind, SAME_KIND)
}

fn part(holds: bool, weight: f64) -> f64 {
    if holds { weight } else { 0.0 }
}

/// Tells whether both count the same: one measure, or the same things where one text leaves the measure open.
fn counts_the_same(mention: &Mention, record: &Record) -> bool {
    let Some(ours) = mention.figures.first() else { return false };
    let entries = record.entries.iter().filter_map(|stored| stored.entry.appearance());
    let mut theirs = entries.filter_map(|entry| entry.figure.as_ref());
    // People are counted in any story, so there the unit tells nothing.
    let people = mention.kind == Kind::Casualty || record.claim.kind == Kind::Casualty;
    theirs.any(|theirs| match (&ours.measure, &theirs.measure) {
        (Some(ours), Some(theirs)) => ours == theirs,
        _ => !people && ours.unit.is_some() && ours.unit == theirs.unit,
    })
}

/// Tells whether somebody whom the claim names denies an event of its class.
fn answers(mention: &Mention, record: &Record, here: &Gist, there: &Gist) -> bool {
    let Some(voice) = mention.claimant().filter(|_| leaves_open(mention)) else {
        return false;
    };
    let statement = fold(&record.claim.statement);
    let known = voice.actor.as_ref();
    let party = record.claim.parties.iter().any(|party| Some(&party.actor) == known)
        || words(&fold(&voice.text)).iter().any(|word| statement.split(' ').any(|one| one == word));
    party && here.tells_as(there)
}

/// Tells whether a mention denies something said elsewhere: who denies a figure says what is denied.
fn leaves_open(mention: &Mention) -> bool {
    mention.stance == Stance::Denies && mention.figures.is_empty()
}

/// Returns how far mention and claim agree in what one story makes likely, 0 to 1.
fn agreement(found: &Match, mention: &Mention, record: &Record, here: &Gist, there: &Gist) -> f64 {
    let counts = counts_the_same(mention, record);
    let event = here.tells_as(there);
    let names = here.names.intersection(&there.names).count().min(NAMES) as f64 / NAMES as f64;
    let words = SAME_WORDS * found.score.clamp(0.0, 1.0);
    let answers = event && leaves_open(mention);
    let day = found.reasons.iter().any(|reason| reason.feature == "day");
    let sum = words
        + part(day, SAME_DAY)
        + part(answers, ANSWERS)
        + part(counts, SAME_MEASURE)
        + part(event, SAME_EVENT)
        + SAME_NAMES * names;
    sum.min(1.0)
}

/// What a statement tells, beside its words.
pub(crate) struct Gist {
    events: BTreeSet<&'static str>,
    /// Names word by word, those of known actors left out.
    names: BTreeSet<String>,
}

impl Gist {
    /// Returns what a statement tells.
    pub(crate) fn of(statement: &str, finder: &ActorFinder) -> Self {
        let read = Tagged::new(statement);
        let known = finder.find(read.line());
        let known: BTreeSet<&str> = known.iter().flat_map(|found| found.actor.split('-')).collect();
        let named = names(read.line());
        let named = named.iter().flat_map(|name| words(name));
        Self {
            events: events(read.line()).iter().map(|event| event.class).collect(),
            names: named.filter(|word| !known.contains(word.as_str())).collect(),
        }
    }

    /// Tells whether both tell an event of one class.
    fn tells_as(&self, other: &Self) -> bool {
        self.events.iter().any(|class| other.events.contains(class))
    }
}

/// Tells whether claims of this kind are about things that happen at one place and time.
fn is_sudden(kind: Kind) -> bool {
    matches!(kind, Kind::Casualty | Kind::Disaster | Kind::Military)
}
