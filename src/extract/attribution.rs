//! Finds who says what: the cues of each sentence, then the quotations that go on without one.

use crate::article::SentenceKind;
use crate::claim::Act;
use crate::extract::reading::Mark;
use crate::extract::source::{How, Subject};
use crate::extract::{
    Reading, Stretch, VerbGroup, according, colon, cut, frame, nominal, run, verb,
};
use crate::lexicon::{Classes, Cue, Frames, Tags, VerbForm};

/// An attribution before names are resolved and stances judged.
#[derive(Clone, Debug)]
pub(super) struct Found<'l> {
    /// The row of the cue.
    pub(super) row: Option<&'l Cue>,
    /// The words that attribute; empty for a quotation without any.
    pub(super) cue: Stretch,
    /// The words for the source.
    pub(super) source: Option<Stretch>,
    /// What is said.
    pub(super) content: Vec<Stretch>,
    /// What the source does.
    pub(super) act: Act,
    /// The cue is negated: "did not say".
    pub(super) negated: bool,
    /// How the source was found.
    pub(super) how: How,
}

impl<'l> Found<'l> {
    /// Returns what a verb attributes.
    pub(super) fn new(
        group: &VerbGroup<'l>,
        source: Option<Stretch>,
        content: Vec<Stretch>,
        subject: Subject,
    ) -> Self {
        Self {
            row: Some(group.cue),
            cue: group.span,
            source,
            act: group.cue.act,
            content,
            negated: group.negated,
            how: subject.how,
        }
    }
}

/// Returns all attributions of an article in text order.
pub(super) fn find<'l>(reading: &Reading<'l>) -> Vec<Found<'l>> {
    let mut out: Vec<Found<'l>> = Vec::new();
    let mut carried = None;
    for (number, paragraph) in reading.layout.paragraphs.iter().enumerate() {
        let first = out.len();
        if let Some(lead) = colon::lead_in(reading, number, &mut out) {
            out.push(lead);
        }
        for index in paragraph.sentences.clone() {
            let sentence = &reading.layout.sentences[index];
            let kinds = [SentenceKind::Prose, SentenceKind::List, SentenceKind::Heading];
            if kinds.contains(&sentence.kind) {
                in_sentence(reading, Stretch::from(sentence.tokens.clone()), &mut out);
            }
        }
        carried = run::on(reading, paragraph, first, carried, &mut out);
    }
    out.retain(|found| !found.content.is_empty());
    out
}

/// The attributions with a cue in this sentence.
fn in_sentence<'l>(reading: &Reading<'l>, limits: Stretch, out: &mut Vec<Found<'l>>) {
    let cues = reading.lexicon.cues();
    let mut groups: Vec<VerbGroup<'l>> = Vec::new();
    let mut others = false;
    for at in limits.range() {
        let word = reading.words[at];
        if word.quoted {
            continue;
        }
        others |= word.classes.any(Classes::ACCORDING);
        if !reading.tagged(at, Tags::CUE) {
            continue;
        }
        if let Some((cue, form)) = cues.verb(reading.id(at)) {
            groups.extend(verb::group(reading, limits, at, cue, form));
        }
        others |= cues.noun(reading.id(at)).is_some();
    }
    let first = out.len();
    if groups.is_empty() && !others {
        out.extend(colon::quoted(reading, limits, &[]));
        return;
    }
    let cuts = cut::all(reading, limits, &groups);
    for group in &groups {
        if out[first..].iter().any(|found| found.cue.meets(group.span)) {
            continue;
        }
        let mut found = frame::of_verb(reading, limits, group, &cuts);
        if let Some(found) = &mut found
            && let Some(last) = out[first..].last()
            && follows(reading, last, group)
        {
            found.source = last.source;
            found.how = How::Shared;
        }
        out.extend(found);
    }
    let may = |at: &usize| reading.tagged(*at, Tags::CUE) && !reading.words[*at].quoted;
    for at in limits.range().filter(may) {
        let Some(cue) = cues.noun(reading.id(at)) else { continue };
        let adverb = cue.frames.any(Frames::ADVERB);
        let taken = |found: &Found<'_>| {
            found.cue.holds(at) || adverb && found.content.iter().any(|part| part.holds(at))
        };
        if !out[first..].iter().any(taken) {
            out.extend(nominal::find(reading, limits, at, cue, &cuts));
        }
    }
    if others {
        for at in limits.range() {
            if reading.is(at, Classes::ACCORDING) && !reading.words[at].quoted {
                out.extend(according::find(reading, limits, at, &cuts));
            }
        }
    }
    let named = colon::quoted(reading, limits, &out[first..]);
    out.extend(named);
    out[first..].sort_by_key(|found| found.cue.start);
}

/// "…, said Ann Lee, adding that": the participle behind an inverted cue is said by who stands there.
fn follows(reading: &Reading<'_>, last: &Found<'_>, group: &VerbGroup<'_>) -> bool {
    let Some(source) = last.source.filter(|_| last.how == How::Inverted) else { return false };
    let mut between = source.end..group.span.start;
    let near = between.len() < 12
        && between.next_back().is_some_and(|at| reading.is_mark(at, Mark::Comma));
    let clear = |at: usize| !reading.is(at, Classes::FINITE | Classes::PRONOUN | Classes::RELATIVE);
    group.form == VerbForm::Ing && group.bare && near && between.all(clear)
}
