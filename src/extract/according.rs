//! "according to", "as X put it", "in the words of X".

use crate::claim::Act;
use crate::extract::reading::Mark;
use crate::extract::source::How;
use crate::extract::{Cut, Found, Reading, Stretch, content, phrase};
use crate::lexicon::Classes;

/// Returns what the phrase at `at` attributes.
pub(super) fn find<'l>(
    reading: &Reading<'l>,
    limits: Stretch,
    at: usize,
    cuts: &[Cut],
) -> Option<Found<'l>> {
    let to = at + 1;
    if to >= limits.end || !reading.is_word(to, "to") {
        return None;
    }
    // "But, according to Lee,", "it closed after, according to Lee,": the clause is still to come.
    let joins = Classes::COORDINATOR | Classes::SUBORDINATOR | Classes::ADVERB | Classes::LY;
    let comma = usize::from(at > limits.start && reading.is_mark(at - 1, Mark::Comma));
    let before = (at > limits.start + comma).then(|| at - 1 - comma);
    let leads = before.is_none_or(|before| {
        let opens = before == limits.start && reading.is(before, joins | Classes::MARK);
        let clause = Classes::COORDINATOR | Classes::SUBORDINATOR;
        opens || reading.is(before, clause) || reading.is_word(before, "that")
    });
    // Behind "According to Lee," what follows the comma is the content, no apposition.
    let pronoun = to + 1 < limits.end && reading.is(to + 1, Classes::OBJECT);
    let source = if pronoun && !reading.is(to + 1, Classes::POSSESSIVE) {
        Stretch::new(to + 1, to + 2)
    } else {
        phrase::after(reading, limits, to + 1, !leads)
    };
    if source.is_empty() {
        return None;
    }
    let content = if leads {
        let mut start = source.end;
        while start < limits.end && !reading.is_mark(start, Mark::Comma) && !reading.is_quote(start)
        {
            start += 1;
        }
        if start < limits.end && reading.is_mark(start, Mark::Comma) {
            start += 1;
        }
        vec![Stretch::new(start, content::end(reading, limits, start, cuts))]
    } else {
        let end = if reading.is_mark(at - 1, Mark::Comma) { at - 1 } else { at };
        let mut start = limits.start;
        while start < end && reading.is(start, Classes::COORDINATOR) {
            start += 1;
        }
        let mut out = vec![Stretch::new(start, end)];
        // ", according to X, …": the sentence goes on behind it.
        if source.end + 1 < limits.end
            && reading.is_mark(source.end, Mark::Comma)
            && !reading.is(source.end + 1, Classes::ING | Classes::RELATIVE)
        {
            let from = source.end + 1;
            out.push(Stretch::new(from, content::end(reading, limits, from, cuts)));
        }
        out
    };
    let content: Vec<Stretch> = content.into_iter().filter(|part| !part.is_empty()).collect();
    if content.is_empty() {
        return None;
    }
    Some(Found {
        row: None,
        cue: Stretch::new(at, to + 1),
        source: Some(source),
        content,
        act: Act::Says,
        negated: false,
        how: How::Before,
    })
}
