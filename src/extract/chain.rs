//! Attributions inside attributions: "Tass reported that Russia has claimed".

use crate::claim::Act;
use crate::extract::reading::Mark;
use crate::extract::{Found, Reading, Stretch};
use crate::lexicon::{Classes, Cue, VerbForm};

/// One link before its names are resolved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link<'l> {
    /// The words for the source.
    pub(super) source: Option<Stretch>,
    /// The words that attribute.
    pub(super) cue: Stretch,
    /// The row of the cue.
    pub(super) row: Option<&'l Cue>,
}

/// An attribution with everybody who relays it.
#[derive(Clone, Debug)]
pub(super) struct Chained<'l> {
    /// The attribution of the claimant.
    pub(super) found: Found<'l>,
    /// Outermost first; the last one is the claimant.
    pub(super) links: Vec<Link<'l>>,
}

/// Returns the attributions with their chains; one that only relays another gives way to it.
pub(super) fn nest<'l>(reading: &Reading<'l>, mut found: Vec<Found<'l>>) -> Vec<Chained<'l>> {
    let cited = quoted_sources(reading, &mut found);
    let mut chains: Vec<Vec<Link<'l>>> = Vec::with_capacity(found.len());
    let mut relays = vec![false; found.len()];
    for (index, inner) in found.iter().enumerate() {
        let mut links = vec![link(inner)];
        let mut at = index;
        while let Some(outer) = enclosing(&found, at) {
            links.insert(0, link(&found[outer]));
            relays[outer] |= gives_way(reading, &found[outer], &found[at]);
            at = outer;
            if links.len() > 8 {
                break;
            }
        }
        let cited = |to: usize| {
            let behind = cited.partition_point(|(at, _)| *at < to);
            cited[behind..].iter().take_while(move |(at, _)| *at == to).map(|(_, link)| *link)
        };
        // "…, which quoted the ministry as saying that": the chain of the main verb holds here, too.
        match said_by_cited(reading, &found, index).filter(|main| cited(*main).next().is_some()) {
            Some(main) => links = [link(&found[main])].into_iter().chain(cited(main)).collect(),
            None => links.extend(cited(index)),
        }
        // What somebody plans or thinks inside of what is said is part of what is said.
        relays[index] |= inner.act != Act::Says && links.len() > 1;
        chains.push(links);
    }
    let chained = found.into_iter().zip(chains).zip(relays);
    let kept = chained.filter(|(_, relays)| !relays);
    kept.map(|((found, links), _)| Chained { found, links }).collect()
}

/// The main attribution of the sentence, if this one is the "saying" of "quoted … as saying".
fn said_by_cited(reading: &Reading<'_>, found: &[Found<'_>], index: usize) -> Option<usize> {
    let cue = found[index].cue;
    if cue.start == 0 || !reading.is_word(cue.start - 1, "as") {
        return None;
    }
    let sentence = reading.sentence_at(cue.start);
    let same = |at: &usize| reading.sentence_at(found[*at].cue.start) == sentence;
    (0..index).rev().take_while(same).find(|at| found[*at].act == Act::Says)
}

fn link<'l>(found: &Found<'l>) -> Link<'l> {
    Link { source: found.source, cue: found.cue, row: found.row }
}

/// The narrowest attribution whose content holds the cue of this one; it stands nearby.
fn enclosing(found: &[Found<'_>], inner: usize) -> Option<usize> {
    let cue = found[inner].cue;
    let near = inner.saturating_sub(12)..(inner + 12).min(found.len());
    near.filter(|at| *at != inner && found[*at].act == Act::Says && !found[*at].cue.is_empty())
        .filter_map(|at| {
            let part = found[at]
                .content
                .iter()
                .find(|part| part.start <= cue.start && cue.end <= part.end)?;
            // Two that hold each other are no nest.
            let back = found[inner].content.iter().any(|own| own.meets(found[at].cue));
            (!back).then_some((part.len(), at))
        })
        .min()
        .map(|(_, at)| at)
}

/// The outer one says nothing beyond the inner one.
fn gives_way(reading: &Reading<'_>, outer: &Found<'_>, inner: &Found<'_>) -> bool {
    // "Lee said he rejected the plan": what he did is the content, no saying of its own.
    let pronoun = inner
        .source
        .is_some_and(|source| source.len() == 1 && reading.is(source.start, Classes::PRONOUN));
    let clause = inner.content.first().is_some_and(|part| {
        let first = part.start;
        reading.is_word(first, "that") || reading.is_word(first, "to") || reading.is_quote(first)
    });
    if pronoun && !clause {
        return false;
    }
    let size = |parts: &[Stretch]| parts.iter().map(|part| part.len()).sum::<usize>();
    let own = size(&inner.content) + inner.cue.len() + inner.source.map_or(0, Stretch::len);
    inner.act == Act::Says
        && size(&outer.content) <= own + 3
        && size(&inner.content) * 2 > size(&outer.content)
}

/// "Lee, quoting the ministry, said": the ministry is the claimant behind Lee; by the index of what Lee said.
fn quoted_sources<'l>(reading: &Reading<'l>, found: &mut Vec<Found<'l>>) -> Vec<(usize, Link<'l>)> {
    let mut out: Vec<(usize, Link<'l>)> = Vec::new();
    let mut gone = Vec::new();
    for index in 0..found.len() {
        let citing = &found[index];
        let Some(source) = cited(reading, citing) else { continue };
        let near = |other: &Found<'_>| {
            let (a, b) = (other.cue, citing.cue);
            reading.sentence_at(a.start) == reading.sentence_at(b.start)
        };
        let says = |at: &usize| {
            let other = &found[*at];
            other.act == Act::Says && cited(reading, other).is_none()
        };
        let before = (0..index).rev().take_while(|at| near(&found[*at])).find(says);
        let main = before.or_else(|| {
            (index + 1 < found.len() && near(&found[index + 1]) && says(&(index + 1)))
                .then_some(index + 1)
        });
        let Some(main) = main else { continue };
        out.push((main, Link { source: Some(source), cue: citing.cue, row: citing.row }));
        gone.push(index);
        // The source of the main verb ends before the participle.
        let cue = found[index].cue;
        if let Some(span) = &mut found[main].source
            && span.holds(cue.start)
            && cue.start > span.start + 1
        {
            let end =
                if reading.is_mark(cue.start - 1, Mark::Comma) { cue.start - 1 } else { cue.start };
            *span = Stretch::new(span.start, end);
        }
        let reach = Stretch::new(cue.start, source.end);
        for part in &mut found[main].content {
            if part.start < reach.start && reach.end >= part.end && part.end > reach.start {
                part.end = reach.start - usize::from(reading.is_mark(reach.start - 1, Mark::Comma));
            }
        }
    }
    let mut index = 0;
    found.retain(|_| {
        index += 1;
        gone.binary_search(&(index - 1)).is_err()
    });
    for (main, _) in &mut out {
        *main -= gone.partition_point(|index| *index < *main);
    }
    out.sort_by_key(|(main, _)| *main);
    out
}

/// Who is cited, if the attribution is "citing X" or "quoting X" and X can speak.
fn cited(reading: &Reading<'_>, found: &Found<'_>) -> Option<Stretch> {
    let row = found.row.filter(|row| row.lemma == "cite" || row.lemma == "quote")?;
    let form = reading.lexicon.cues().verb(reading.id(found.cue.end - 1))?.1;
    let relative = found.source.is_some_and(|source| reading.is(source.start, Classes::RELATIVE));
    if form != VerbForm::Ing && !relative || row.lemma.is_empty() {
        return None;
    }
    let source = *found.content.first()?;
    let speaks = Classes::ROLE
        | Classes::COLLECTIVE
        | Classes::BODY
        | Classes::UNNAMED
        | Classes::OUTLET
        | Classes::DOCUMENT;
    let end = source
        .range()
        .find(|at| reading.is_mark(*at, Mark::Comma) || reading.is_word(*at, "as"))
        .unwrap_or(source.end);
    let named = reading.is(source.start, Classes::CAPITAL);
    let head = Stretch::new(source.start, end);
    let able = head.range().take(8).any(|at| reading.is(at, speaks));
    (named || able).then_some(head)
}
