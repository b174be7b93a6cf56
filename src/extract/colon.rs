//! "LEE: I never said so." and a cue with a colon whose content is the next paragraph.

use crate::article::SentenceKind;
use crate::claim::Act;
use crate::extract::reading::Mark;
use crate::extract::source::How;
use crate::extract::{Found, Reading, Stretch, content, phrase};
use crate::lexicon::Classes;

/// A name before a colon has at most so many tokens.
const NAME: usize = 6;
/// The first paragraphs may be headlines.
const TITLES: usize = 2;

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
    speaker(reading, here, paragraph < TITLES)
}

/// The tokens of a paragraph of running text.
fn whole(reading: &Reading<'_>, paragraph: usize) -> Option<Stretch> {
    let sentences = reading.layout.paragraphs.get(paragraph)?.sentences.clone();
    let sentences = &reading.layout.sentences[sentences];
    let (first, last) = (sentences.first()?, sentences.last()?);
    let prose =
        matches!(first.kind, SentenceKind::Prose | SentenceKind::List | SentenceKind::Heading);
    let stretch = Stretch::new(first.tokens.start, last.tokens.end);
    (prose && !stretch.is_empty()).then_some(stretch)
}

/// "LEE: I left", "Mayor Lee: The Bridge Is Safe": a transcript or a headline names its speaker before a colon.
fn speaker<'l>(reading: &Reading<'l>, here: Stretch, title: bool) -> Option<Found<'l>> {
    let start = here.start + usize::from(reading.is_quote(here.start));
    let colon =
        (start..here.end.min(start + NAME + 1)).find(|at| reading.is_mark(*at, Mark::Colon))?;
    let name = Stretch::new(start, colon);
    let speaks =
        Classes::ROLE | Classes::BODY | Classes::DOCUMENT | Classes::OUTLET | Classes::TITLE;
    let named = name.range().all(|at| {
        reading.is(at, Classes::CAPITAL | speaks)
            || reading.is(at, Classes::MARK) && !reading.is_quote(at)
    });
    let shouted = name.range().any(|at| reading.is(at, Classes::UPPER));
    let short = name.len() <= 3 || shouted || title;
    let content = Stretch::new(colon + 1, here.end);
    let known = || !title || recurs(reading, name);
    let says = title && content.len() > 4 || is_said(reading, content);
    (named && short && says && is_name(reading, name) && known()).then(|| found(name, content))
}

/// A name or a word for somebody: no letter of a questionnaire, no "The Latest", no "Update".
fn is_name(reading: &Reading<'_>, name: Stretch) -> bool {
    let small = Classes::PRONOUN | Classes::DETERMINER | Classes::ADVERB | Classes::CHANNEL;
    let some = |at: usize| {
        reading.is(at, Classes::CAPITAL | Classes::DOCUMENT)
            && !reading.is(at, small | Classes::TIME)
    };
    let letter = name.len() == 1 && reading.text(name.start).len() < 2;
    !letter && name.range().any(some) && !reading.is(name.start, small)
}

/// A word for somebody, or a name that comes again: "Breaking", "Bombshell" do not.
fn recurs(reading: &Reading<'_>, name: Stretch) -> bool {
    let speaks = Classes::BODY | Classes::DOCUMENT | Classes::OUTLET | Classes::COLLECTIVE;
    let last = name.end - 1;
    let again = |at: &usize| {
        reading.is(*at, Classes::CAPITAL)
            && !reading.is(at - 1, Classes::MARK)
            && reading.text(*at) == reading.text(last)
    };
    reading.is(last, speaks) || (name.end + 1..reading.words.len()).any(|at| again(&at))
}

/// What stands behind the colon is a quotation or a clause.
fn is_said(reading: &Reading<'_>, content: Stretch) -> bool {
    let first = content.start;
    let quoted = reading.is_quote(first) || reading.is_apostrophe(first);
    content.len() > 3 && (quoted || content::has_finite(reading, content, first))
}

/// The name before a colon says what stands behind it.
fn found<'l>(source: Stretch, content: Stretch) -> Found<'l> {
    Found {
        row: None,
        cue: Stretch::new(source.end, source.end + 1),
        source: Some(source),
        content: vec![content],
        act: Act::Says,
        negated: false,
        how: How::Before,
    }
}

/// "More from Ann Lee: “The port is shut.”": the name before a colon and a quotation that no cue has taken.
pub(super) fn quoted<'l>(
    reading: &Reading<'l>,
    limits: Stretch,
    found: &[Found<'_>],
) -> Option<Found<'l>> {
    let colon = limits.range().skip(1).find(|at| {
        reading.is_mark(*at, Mark::Colon) && !reading.words[*at].quoted && reading.is_quote(at + 1)
    })?;
    let content = Stretch::new(colon + 1, limits.end);
    let taken = found.iter().any(|found| {
        found.cue.end == colon || found.content.iter().any(|part| part.meets(content))
    });
    let name = phrase::before(reading, limits, colon);
    let person = !name.is_empty()
        && (reading.is(colon - 1, Classes::CAPITAL) || reading.is_mark(colon - 1, Mark::Close))
        && is_name(reading, name);
    (!taken && person && is_said(reading, content)).then(|| self::found(name, content))
}
