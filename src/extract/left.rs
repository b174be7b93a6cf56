//! What stands left of a cue: a quotation that ends there, or the clause before the comma.

use crate::extract::reading::Mark;
use crate::extract::source::{How, Subject};
use crate::extract::{Cut, Reading, Stretch, content as extent};
use crate::lexicon::Classes;

/// Tells whether a closing quotation mark stands before `at`, a comma between them allowed.
pub(super) fn ends_quote(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let mut left = at;
    while left > limits.start
        && (reading.is_mark(left - 1, Mark::Comma) || reading.is_mark(left - 1, Mark::Dash))
    {
        left -= 1;
    }
    // `"Is it?" Lee said.`: the quotation is a sentence of its own before this one.
    left > limits.start && reading.is_quote(left - 1)
        || left == limits.start && follows_quote(reading, left)
}

/// `…,"`: a comma inside the marks announces the speaker.
pub(super) fn closes_with_comma(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    at > limits.start + 1 && reading.is_quote(at - 1) && reading.is_mark(at - 2, Mark::Comma)
}

/// "On the show “Morning in Town,” Lee said": a quoted title in an adjunct is no quotation.
pub(super) fn is_title(reading: &Reading<'_>, limits: Stretch, subject: Subject) -> bool {
    if subject.how != How::Before
        || subject.start < limits.start + 2
        || !reading.is(limits.start, Classes::PREPOSITION)
    {
        return false;
    }
    let end = reading.token(subject.start - 1).end as usize;
    let Some(quote) = reading.quotation_ending(end) else { return false };
    let words = reading.tokens_in(quote.inner);
    let small = Classes::PREPOSITION | Classes::DETERMINER | Classes::COORDINATOR;
    let titled = Classes::CAPITAL | Classes::MARK | Classes::DIGITS;
    words.len() <= 9 && words.range().all(|at| reading.is(at, titled | small))
}

/// "Asked about the “new port,” Lee said": the quotation ends a lead-in, or the sentence before.
pub(super) fn is_apart(reading: &Reading<'_>, limits: Stretch, subject: Subject) -> bool {
    if subject.how != How::Before || subject.start == limits.start {
        return subject.start == limits.start;
    }
    let opens = reading.is(limits.start, Classes::PREPOSITION | Classes::SUBORDINATOR)
        || reading.is_word(limits.start, "asked");
    let open = limits.range().find(|at| reading.is_quote(*at)).unwrap_or(limits.start);
    let asked =
        reading.is_word(limits.start, "asked") || reading.is_word(limits.start + 1, "asked");
    let free = || !(limits.start..open).any(|at| reading.is_finite(limits, at));
    opens && open > limits.start + 1 && (asked || free())
}

/// Tells whether a comma stands before the subject: it may end the content.
pub(super) fn is_trailing(reading: &Reading<'_>, limits: Stretch, subject: Subject) -> bool {
    subject.how == How::Before
        && subject.start > limits.start
        && !reading.is(subject.span.start, Classes::RELATIVE)
        && (reading.is_mark(subject.start - 1, Mark::Comma)
            || reading.is_mark(subject.start - 1, Mark::Dash))
}

/// The content left of `at`: the quotation that ends there, or the clause before the comma.
pub(super) fn content(
    reading: &Reading<'_>,
    limits: Stretch,
    at: usize,
    quoted: bool,
) -> Option<Stretch> {
    let mut end = at;
    while end > limits.start
        && (reading.is_mark(end - 1, Mark::Comma) || reading.is_mark(end - 1, Mark::Dash))
    {
        end -= 1;
    }
    if end == limits.start && !(quoted && follows_quote(reading, end)) {
        return None;
    }
    let mut start = limits.start;
    if quoted {
        let close = reading.token(end - 1).end as usize;
        let quote = reading.quotation_ending(close);
        let open = quote.map_or(limits.start, |quote| reading.tokens_in(quote.span).start);
        if open < limits.start {
            return Some(Stretch::new(open, end));
        }
        start = extent::clause_start(reading, limits, open);
    } else {
        while start < end
            && (reading.is(start, Classes::COORDINATOR)
                || reading.is_word(start, "meanwhile")
                || reading.is_mark(start, Mark::Comma)
                || reading.is_mark(start, Mark::Other)
                || reading.is_mark(start, Mark::Dash))
        {
            start += 1;
        }
        // An adjunct alone is no content: "In Oslo, Lee said …".
        let adjunct = reading.is(
            start,
            Classes::PREPOSITION
                | Classes::SUBORDINATOR
                | Classes::ADVERB
                | Classes::LY
                | Classes::TIME
                | Classes::WEEKDAY
                | Classes::ING,
        );
        if end - start < 2
            || (adjunct && end - start < 5 && !(start..end).any(|at| reading.is_finite(limits, at)))
        {
            return None;
        }
    }
    (start < end).then(|| Stretch::new(start, end))
}

/// `…," he said, "…`: the quotation goes on behind the cue.
pub(super) fn resumed(
    reading: &Reading<'_>,
    limits: Stretch,
    from: usize,
    cuts: &[Cut],
) -> Option<Stretch> {
    let stop = cuts
        .iter()
        .find(|cut| cut.at >= from && cut.since <= from)
        .map_or(limits.end, |cut| cut.at);
    let open = (from..stop.min(from + 45)).find(|at| {
        let joins =
            |at: usize| matches!(reading.words[at].mark, Mark::Comma | Mark::Dash | Mark::Colon);
        reading.is_quote(*at) && *at > from && (joins(*at - 1) || continues(reading, from, *at))
    })?;
    // Words between may be a place or a listener, but no other clause.
    let clear = (from..open).all(|at| !reading.is_mark(at, Mark::Semicolon));
    clear.then(|| Stretch::new(open, extent::end(reading, limits, open, cuts)))
}

/// Tells whether a closing quotation mark stands before a sentence on the same line.
fn follows_quote(reading: &Reading<'_>, at: usize) -> bool {
    at > 0 && reading.is_quote(at - 1) && {
        let (end, start) = (reading.token(at - 1).end as usize, reading.token(at).start as usize);
        !reading.article.text[end..start].contains('\n') && reading.quotation_ending(end).is_some()
    }
}

/// ", but “…": a coordinator and at most two words lead on to the next quotation.
fn continues(reading: &Reading<'_>, from: usize, open: usize) -> bool {
    (open.saturating_sub(4).max(from)..open).any(|at| {
        reading.is_mark(at, Mark::Comma)
            && reading.is(at + 1, Classes::COORDINATOR)
            && !(at + 1..open).any(|at| reading.is(at, Classes::PRONOUN))
    })
}
