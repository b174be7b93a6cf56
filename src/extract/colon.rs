//! "LEE: I never said so." and a cue with a colon whose content is the next paragraph.

use crate::article::SentenceKind;
use crate::claim::Act;
use crate::extract::reading::Mark;
use crate::extract::source::How;
use crate::extract::{Found, Reading, Stretch};
use crate::lexicon::Classes;

/// A name before a colon has at most so many tokens.
const NAME: usize = 5;

/// Gives a paragraph to the cue with a colon that ends the one before, or to the speaker whose name leads it.
pub(super) fn lead_in<'l>(
    reading: &Reading<'l>,
    paragraph: usize,
    found: &mut [Found<'l>],
) -> Option<Found<'l>> {
    let here = whole(reading, paragraph)?;
    if let Some(before) = paragraph.checked_sub(1).and_then(|before| whole(reading, before))
        && reading.is_mark(before.end - 1, Mark::Colon)
        && let Some(last) = found.last_mut()
        && last.content.is_empty()
        && before.holds(last.cue.start)
    {
        last.content.push(here);
        return None;
    }
    speaker(reading, here)
}

/// The tokens of a paragraph of running text.
fn whole(reading: &Reading<'_>, paragraph: usize) -> Option<Stretch> {
    let sentences = reading.layout.paragraphs.get(paragraph)?.sentences.clone();
    let sentences = &reading.layout.sentences[sentences];
    let (first, last) = (sentences.first()?, sentences.last()?);
    let prose = matches!(first.kind, SentenceKind::Prose | SentenceKind::List);
    let stretch = Stretch::new(first.tokens.start, last.tokens.end);
    (prose && !stretch.is_empty()).then_some(stretch)
}

/// A transcript names its speaker before a colon.
fn speaker<'l>(reading: &Reading<'l>, here: Stretch) -> Option<Found<'l>> {
    let start = here.start + usize::from(reading.is_quote(here.start));
    let colon =
        (start..here.end.min(start + NAME + 1)).find(|at| reading.is_mark(*at, Mark::Colon))?;
    let named = colon > start
        && (start..colon).all(|at| {
            reading.is(at, Classes::CAPITAL)
                || reading.is(at, Classes::MARK) && !reading.is_quote(at)
        })
        && (start..colon).any(|at| {
            reading.is(at, Classes::CAPITAL)
                && !reading.is(at, Classes::PRONOUN | Classes::TIME | Classes::DETERMINER)
        });
    let shouted = (start..colon).any(|at| reading.is(at, Classes::UPPER));
    let short = colon - start <= 3 || shouted;
    (named && short && colon + 3 < here.end).then(|| Found {
        row: None,
        cue: Stretch::new(colon, colon + 1),
        source: Some(Stretch::new(start, colon)),
        content: vec![Stretch::new(colon + 1, here.end)],
        act: Act::Says,
        negated: false,
        how: How::Before,
    })
}
