use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Actors, Appearance, Entry, Scope, Stance, Stored, When, slug};
use crate::status::{Copies, Reading, Speaker, WhyNot, struck};

/// An appearance on its way through the fold.
pub(crate) struct Turn<'a> {
    /// What becomes public of it.
    pub(crate) reading: Reading,
    /// The entry.
    pub(crate) entry: &'a Appearance,
    /// Who speaks.
    pub(crate) speaker: Speaker,
}

/// Returns the appearances in the fold's order, each with the reason why it does not count, as far as
/// that shows without looking at positions.
pub(crate) fn turns<'a>(entries: &[&'a Stored], actors: &Actors) -> Vec<Turn<'a>> {
    let gone = struck(entries);
    let accepted: BTreeSet<&str> = entries
        .iter()
        .filter(|stored| !gone.contains(stored.name.as_str()))
        .filter_map(|stored| match &stored.entry {
            Entry::Accept(accept) => Some(accept.entry.as_str()),
            _ => None,
        })
        .collect();
    let mut turns: Vec<Turn<'_>> = entries
        .iter()
        .filter_map(|stored| Some((stored, stored.entry.appearance()?)))
        .map(|(stored, entry)| {
            let mut turn = turn(&stored.name, entry, actors);
            turn.reading.accepted |= accepted.contains(stored.name.as_str());
            turn.reading.why_not = gone.contains(stored.name.as_str()).then_some(WhyNot::Struck);
            turn
        })
        .collect();
    turns.sort_by(order);
    // One name is one entry, also when it reached us through two claims that are one.
    turns.dedup_by(|a, b| a.reading.entry == b.reading.entry && a.entry == b.entry);
    mark_superseded(&mut turns);
    mark_twice(&mut turns);
    mark_silent(&mut turns);
    turns
}

fn turn<'a>(name: &str, entry: &'a Appearance, actors: &Actors) -> Turn<'a> {
    let article = article_key(entry);
    let speaker = Speaker::of(entry, &article, actors);
    let via = entry.attribution.iter().rev().skip(1).rev();
    let reading = Reading {
        entry: name.to_owned(),
        actor: speaker.actor.clone(),
        voice: speaker.voice.clone(),
        claimant: speaker.text.clone(),
        via: via.filter_map(|link| Some(link.source.as_ref()?.text.clone())).collect(),
        article,
        sha256: entry.article.sha256.clone(),
        said: entry.said.clone().unwrap_or_else(|| entry.published.clone()),
        dated: entry.said.is_some(),
        published: entry.published.clone(),
        recorded: entry.recorded.clone(),
        stance: entry.stance,
        scope: entry.scope,
        modality: entry.modality,
        quotation: entry.quotation,
        accepted: entry.accepted_by.is_some(),
        why_not: None,
        reversed: false,
    };
    Turn { reading, entry, speaker }
}

/// Returns what stands for the article: its url, else its hash, else outlet and day.
fn article_key(entry: &Appearance) -> String {
    let article = &entry.article;
    article.url.clone().or_else(|| article.sha256.clone()).unwrap_or_else(|| {
        format!("{} {}", slug(article.outlet.as_deref().unwrap_or("")), entry.published.date())
    })
}

/// Said else published, published, recorded, article, stance, span, file name.
fn order(a: &Turn<'_>, b: &Turn<'_>) -> Ordering {
    type Key<'k> = (&'k When, &'k When, &'k When, &'k str, u8, Option<(usize, usize)>, &'k str);
    fn key<'k>(turn: &'k Turn<'_>) -> Key<'k> {
        let reading = &turn.reading;
        (
            &reading.said,
            &reading.published,
            &reading.recorded,
            &reading.article,
            rank(reading.stance),
            turn.entry.span.map(|span| (span.start, span.end)),
            &reading.entry,
        )
    }
    key(a).cmp(&key(b))
}

/// Of stances taken in one article at one time the one against comes last, and so holds.
fn rank(stance: Stance) -> u8 {
    match stance {
        Stance::Asserts | Stance::Confirms | Stance::NoComment => 0,
        Stance::Doubts => 1,
        Stance::Denies => 2,
        Stance::Retracts => 3,
    }
}

/// Of several texts under one address only the newest counts.
fn mark_superseded(turns: &mut [Turn<'_>]) {
    type Version = (When, When, String);
    let version = |turn: &Turn<'_>| -> Option<(String, Version)> {
        let article = &turn.entry.article;
        let sha = article.sha256.clone()?;
        let reading = &turn.reading;
        Some((article.url.clone()?, (reading.published.clone(), reading.recorded.clone(), sha)))
    };
    let mut newest: BTreeMap<String, Version> = BTreeMap::new();
    for (url, version) in turns.iter().filter(|turn| turn.reading.stands()).filter_map(version) {
        let held = newest.entry(url).or_insert_with(|| version.clone());
        *held = version.max(held.clone());
    }
    for turn in turns.iter_mut().filter(|turn| turn.reading.stands()) {
        if let Some((url, (_, _, sha))) = version(turn)
            && newest.get(&url).is_some_and(|newest| newest.2 != sha)
        {
            turn.reading.why_not = Some(WhyNot::Superseded);
        }
    }
}

/// One article recorded twice counts once: same article, span and stance.
fn mark_twice(turns: &mut [Turn<'_>]) {
    let mut seen = BTreeSet::new();
    for turn in turns.iter_mut().filter(|turn| turn.reading.stands()) {
        let identity = (turn.reading.article.clone(), turn.entry.span, turn.reading.stance, {
            // Hand-written entries have no span: there the claimant tells two voices of one article apart.
            turn.entry.span.is_none().then(|| turn.reading.actor.clone())
        });
        if !seen.insert(identity) {
            turn.reading.why_not = Some(WhyNot::SameArticle);
        }
    }
}

/// Doubts, refusals, parts and copies move nothing, whoever holds what.
fn mark_silent(turns: &mut [Turn<'_>]) {
    let copies: Vec<bool> = {
        let mut copies = Copies::default();
        turns
            .iter()
            .map(|turn| {
                let quote = turn.entry.quote.as_deref().filter(|_| turn.reading.stands());
                let (voice, article) = (&turn.reading.voice.key, &turn.reading.article);
                quote.is_some_and(|quote| copies.add(quote, voice, article))
            })
            .collect()
    };
    for (turn, copy) in turns.iter_mut().zip(copies).filter(|(turn, _)| turn.reading.stands()) {
        turn.reading.why_not = match (turn.reading.stance, turn.reading.scope) {
            (Stance::NoComment, _) => Some(WhyNot::NoComment),
            (Stance::Doubts, _) => Some(WhyNot::Doubt),
            (_, Scope::Part) => Some(WhyNot::InPart),
            _ if copy => Some(WhyNot::Copy),
            _ => None,
        };
    }
}
