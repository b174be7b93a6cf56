//! Finds who says what: the cues of each sentence, then the quotations that go on without one.

use crate::article::SentenceKind;
use crate::claim::Act;
use crate::extract::content::Cut;
use crate::extract::reading::Mark;
use crate::extract::source::{How, Subject};
use crate::extract::{
    Reading, Stretch, VerbGroup, according, colon, content, frame, nominal, run, source, verb,
};
use crate::lexicon::{Classes, Cue, Frames, VerbForm};

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
        if let Some((cue, form)) = cues.verb(reading.id(at)) {
            groups.extend(verb::group(reading, limits, at, cue, form));
        }
        others |= word.classes.any(Classes::ACCORDING) || cues.noun(reading.id(at)).is_some();
    }
    let first = out.len();
    if groups.is_empty() && !others {
        out.extend(colon::quoted(reading, limits, &[]));
        return;
    }
    let cuts = cuts(reading, limits, &groups);
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
    for at in limits.range().filter(|at| !reading.words[*at].quoted) {
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
    let near = between.len() < 12 && between.next_back().is_some_and(|at| reading.is_mark(at, Mark::Comma));
    let clear = |at: usize| !reading.is(at, Classes::FINITE | Classes::PRONOUN | Classes::RELATIVE);
    group.form == VerbForm::Ing && group.bare && near && between.all(clear)
}

/// Where a later cue of the sentence starts a clause of its own, so that a content before it ends.
fn cuts(reading: &Reading<'_>, limits: Stretch, groups: &[VerbGroup<'_>]) -> Vec<Cut> {
    let mut out = Vec::new();
    for group in groups {
        let says = group.cue.frames.any(Frames::THAT | Frames::QUOTE);
        let subject = source::before(reading, limits, group);
        let before = match subject.how {
            How::Before => subject.start,
            _ => group.span.start,
        };
        if subject.how == How::Before && subject.span.end < group.span.start {
            // "Lee, who knew that, told": the apposition's own content ends with it.
            out.push(Cut { at: subject.span.end, since: subject.start });
            let close = (subject.span.start..group.span.start)
                .rev()
                .find(|at| reading.is_mark(*at, Mark::Comma));
            out.extend(close.map(|at| Cut { at, since: subject.start + 1 }));
        }
        if before <= limits.start || opens_content(reading, limits, groups, before - 1) {
            continue;
        }
        out.extend(relative_end(reading, limits, group, subject));
        let at = before - 1;
        let comma =
            if at > limits.start && reading.is_mark(at - 1, Mark::Comma) { at - 1 } else { at };
        let ing = group.form == VerbForm::Ing && group.bare;
        let since = limits.start;
        if ing && reading.is_mark(at, Mark::Comma) {
            out.push(Cut { at, since });
        } else if reading.is(at, Classes::COORDINATOR)
            && says
            && !(ing || group.form == VerbForm::Base)
        {
            if subject.how == How::Before || comma < at || speaks_on(reading, limits, group) {
                out.push(Cut { at: comma, since });
            }
        } else if says
            && comma < at
            && ["as", "while", "though", "although"].iter().any(|word| reading.is_word(at, word))
        {
            out.push(Cut { at: comma, since });
        } else if reading.is_mark(at, Mark::Semicolon) && says {
            out.push(Cut { at, since });
        } else if reading.is_mark(at, Mark::Comma)
            && says
            && subject.how == How::Before
            && (goes_on(reading, limits, group) || ends(reading, limits, group))
        {
            // "Asked about it, Lee said no": what precedes the comma is another clause.
            out.push(Cut { at, since });
        }
    }
    for at in limits.start + 1..limits.end {
        if reading.is(at, Classes::ACCORDING)
            && reading.is_mark(at - 1, Mark::Comma)
            && !reading.words[at].quoted
        {
            out.push(Cut { at: at - 1, since: limits.start });
        }
    }
    out.extend(but(reading, limits));
    out.extend(opening_clause(reading, limits));
    out.sort_unstable();
    out
}

/// "Polls showed a lead, but early polls are no votes": behind "but" and a noun the outlet speaks again.
fn but(reading: &Reading<'_>, limits: Stretch) -> Option<Cut> {
    let starts = Classes::DETERMINER | Classes::CAPITAL | Classes::COLLECTIVE | Classes::POSSESSIVE;
    let at = (limits.start + 1..limits.end.saturating_sub(4)).find(|at| {
        reading.is_word(*at, "but")
            && reading.is_mark(at - 1, Mark::Comma)
            && !reading.words[*at].quoted
            && reading.is(at + 1, starts)
            && !reading.is(at + 1, Classes::PRONOUN)
            && content::has_finite(reading, limits, at + 1)
    })?;
    Some(Cut { at: at - 1, since: limits.start })
}

/// "When Lee said that it rained, they left": a clause that opens the sentence ends at its comma.
fn opening_clause(reading: &Reading<'_>, limits: Stretch) -> Option<Cut> {
    let first = limits.start + usize::from(reading.is(limits.start, Classes::COORDINATOR));
    let opens = reading.is(first, Classes::SUBORDINATOR | Classes::ING | Classes::ED)
        || reading.is(first, Classes::PREPOSITION)
            && first + 1 < limits.end
            && reading.is(first + 1, Classes::ING);
    if !opens || reading.is_word(first, "that") || reading.is_quote(first) {
        return None;
    }
    let starts = Classes::DETERMINER
        | Classes::PRONOUN
        | Classes::CAPITAL
        | Classes::POSSESSIVE
        | Classes::COLLECTIVE;
    let comma = (first + 2..limits.end.saturating_sub(2)).find(|at| {
        reading.is_mark(*at, Mark::Comma)
            && !reading.words[*at].quoted
            && reading.is(at + 1, starts)
            && !reading.is(at + 1, Classes::RELATIVE | Classes::COORDINATOR)
            && content::has_finite(reading, limits, at + 1)
    })?;
    Some(Cut { at: comma, since: first })
}

/// "Lee, who opposes it, stopped the bill": the relative clause ends at its second comma.
fn relative_end(
    reading: &Reading<'_>,
    limits: Stretch,
    group: &VerbGroup<'_>,
    subject: Subject,
) -> Option<Cut> {
    let relative = subject.how == How::Before
        && reading.is(subject.span.start, Classes::RELATIVE)
        && subject.span.start > limits.start
        && reading.is_mark(subject.span.start - 1, Mark::Comma);
    let comma = (group.span.end..limits.end.saturating_sub(1)).find(|at| {
        relative
            && reading.is_mark(*at, Mark::Comma)
            && !reading.words[*at].quoted
            && (reading.is_finite(limits, at + 1)
                || reading.is(at + 1, Classes::ADVERB | Classes::LY))
    })?;
    Some(Cut { at: comma, since: group.span.start })
}

/// The cue ends the sentence: "…, the Post reported on Monday."
fn ends(reading: &Reading<'_>, limits: Stretch, group: &VerbGroup<'_>) -> bool {
    let rest = group.span.end..limits.end;
    rest.len() < 10
        && rest.clone().all(|at| !reading.is_mark(at, Mark::Comma) && !reading.is_quote(at))
}

/// The content of the cue stands behind it.
fn goes_on(reading: &Reading<'_>, limits: Stretch, group: &VerbGroup<'_>) -> bool {
    let next = group.span.end;
    next + 1 < limits.end
        && (!reading.is(next, Classes::MARK)
            && !reading.is(next, Classes::PREPOSITION | Classes::WEEKDAY | Classes::TIME)
            || reading.is_mark(next, Mark::Colon)
            || reading.is_quote(next)
            || reading.is_mark(next, Mark::Comma) && reading.is_quote(next + 1))
}

/// "argued that although he confessed, he left": the comma closes a clause inside the content.
fn opens_content(
    reading: &Reading<'_>,
    limits: Stretch,
    groups: &[VerbGroup<'_>],
    comma: usize,
) -> bool {
    reading.is_mark(comma, Mark::Comma)
        && groups.iter().any(|group| {
            let that = usize::from(reading.is_word(group.span.end, "that"));
            let first = group.span.end + that;
            first < comma
                && group.cue.frames.any(Frames::THAT)
                && reading.is(first, Classes::SUBORDINATOR)
                && !(first..comma.min(limits.end)).any(|at| reading.is_mark(at, Mark::Comma))
        })
}

/// A clause or quotation follows the cue, which says more than it does.
fn speaks_on(reading: &Reading<'_>, limits: Stretch, group: &VerbGroup<'_>) -> bool {
    let next = group.span.end;
    let frames = group.cue.frames;
    if next >= limits.end || !(frames.any(Frames::THAT) && frames.any(Frames::QUOTE)) {
        return false;
    }
    let clause = reading.is_word(next, "that")
        || reading.is_quote(next)
        || reading.is_mark(next, Mark::Comma);
    clause
        || !frames.any(Frames::NOUN)
            && reading.is(
                next,
                Classes::PRONOUN | Classes::DETERMINER | Classes::CAPITAL | Classes::COLLECTIVE,
            )
}
