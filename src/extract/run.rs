//! Quotations that go on without a cue of their own.

use crate::article::Paragraph;
use crate::claim::Act;
use crate::extract::{Found, Reading, Stretch};
use crate::lexicon::Classes;

/// Gives quotations without a cue to the speaker before or behind them in the paragraph.
///
/// `found` holds the attributions of the article so far, those of this paragraph from `first` on;
/// `carried` is the one whose quotation the paragraph before left open. Returns the one that this
/// paragraph's last quotation belongs to.
pub(super) fn on(
    reading: &Reading<'_>,
    paragraph: &Paragraph,
    first: usize,
    carried: Option<usize>,
    found: &mut [Found<'_>],
) -> Option<usize> {
    let opening = reading.layout.quotations.get(paragraph.quotations.start);
    let continues =
        opening.is_some_and(|quote| !paragraph.quotations.is_empty() && quote.continues);
    let mut waiting: Vec<Stretch> = Vec::new();
    let mut last = carried.filter(|_| continues);
    let mut at = first;
    for index in paragraph.sentences.clone() {
        let limits = Stretch::from(reading.layout.sentences[index].tokens.clone());
        while at < found.len() && found[at].cue.end <= limits.start {
            at += 1;
        }
        let mut end = at;
        while end < found.len() && found[end].cue.start < limits.end {
            end += 1;
        }
        let quoting =
            |found: &Found<'_>| found.content.iter().any(|part| is_quoted(reading, *part));
        let own = (at..end).find(|at| quoting(&found[*at]));
        let any = (at..end).rev().find(|at| found[*at].act == Act::Says);
        if let Some(own) = own.or(any) {
            if !waiting.is_empty() && starts_quoted(reading, &found[own]) {
                let mut content = std::mem::take(&mut waiting);
                content.append(&mut found[own].content);
                found[own].content = content;
            }
            waiting.clear();
            merge(&mut found[own].content);
            let by_quote = (at..end).rev().find(|at| quoting(&found[*at]));
            // A sentence about the same speaker that quotes nothing does not break the run.
            let same = last.is_some() && by_quote.is_none() && is_pronoun(reading, &found[own]);
            last = if same { last } else { by_quote.or(Some(own)) };
            continue;
        }
        // Part of a quotation that another sentence has already taken.
        let near = first.max(at.saturating_sub(6))..found.len().min(end + 6);
        if found[near].iter().any(|found| found.content.iter().any(|part| part.meets(limits))) {
            continue;
        }
        let Some(quote) = bare_quote(reading, limits) else {
            waiting.clear();
            last = None;
            continue;
        };
        match last {
            Some(last) => {
                found[last].content.push(quote);
                merge(&mut found[last].content);
            }
            None => waiting.push(quote),
        }
    }
    last
}

fn is_pronoun(reading: &Reading<'_>, found: &Found<'_>) -> bool {
    found
        .source
        .is_some_and(|source| source.len() == 1 && reading.is(source.start, Classes::PRONOUN))
}

fn is_quoted(reading: &Reading<'_>, part: Stretch) -> bool {
    part.range().any(|at| reading.words[at].quoted)
}

/// Tells whether the content starts before the cue and holds a quotation.
fn starts_quoted(reading: &Reading<'_>, found: &Found<'_>) -> bool {
    let first = found.content.first();
    first.is_some_and(|part| part.start < found.cue.start && is_quoted(reading, *part))
}

/// The sentence as a quotation, if nearly all of it stands inside marks.
fn bare_quote(reading: &Reading<'_>, limits: Stretch) -> Option<Stretch> {
    let words = || limits.range().filter(|at| !reading.is(*at, Classes::MARK));
    let quoted = words().filter(|at| reading.words[*at].quoted).count();
    (quoted > 0 && quoted * 10 >= words().count() * 8).then_some(limits)
}

/// Sorts the pieces and joins those that touch.
fn merge(content: &mut Vec<Stretch>) {
    content.sort_unstable();
    content.dedup_by(|next, last| {
        let touches = next.start <= last.end;
        if touches {
            last.end = last.end.max(next.end);
        }
        touches
    });
}
