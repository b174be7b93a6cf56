use crate::article::TokenKind;
use crate::claim::Basis;
use crate::lexicon::{FigureRole, MeasureWord, Unit, unit};
use crate::slots::figure::Draft;
use crate::slots::line::Line;

/// Finds the word that says what a figure measures, and its token.
pub(crate) fn measure(
    line: Line<'_>,
    drafts: &[Draft],
    nth: usize,
) -> Option<(&'static MeasureWord, usize)> {
    let draft = &drafts[nth];
    let dimension = draft.unit.as_deref().and_then(unit).filter(|unit| unit.dimension != "count");
    if dimension.is_some_and(Unit::is_time) {
        return None;
    }
    let low = nth.checked_sub(1).map_or(0, |before| drafts[before].noun);
    let mut high = drafts.get(nth + 1).map_or(line.tokens.len(), |next| next.from);
    if is_share(line, drafts, nth) {
        high = drafts.get(nth + 2).map_or(line.tokens.len(), |next| next.from);
    }
    // "32 of the 543 were found": the verb is of the 32.
    let whole = nth.checked_sub(1).is_some_and(|before| is_share(line, drafts, before));
    let unit = draft.noun.checked_sub(1).filter(|at| *at >= draft.number);
    let of_unit = |strong: bool| {
        unit.and_then(|at| pick(line, at, |word| if strong { word.unit } else { word.noun }))
    };
    of_unit(true)
        .or_else(|| left(line, draft, low))
        .or_else(|| (!whole).then(|| right(line, draft, high)).flatten())
        .or_else(|| far_left(line, draft, low))
        .or_else(|| of_unit(false))
        // Barrels are not aboard.
        .filter(|(word, _)| !word.human || dimension.is_none())
        .or_else(|| inherited(line, drafts, nth))
}

/// Tells whether the next figure is the whole of which this one is a part: "32 of the 543".
fn is_share(line: Line<'_>, drafts: &[Draft], nth: usize) -> bool {
    let Some(next) = drafts.get(nth + 1) else { return false };
    line.is(drafts[nth].to, "of") && next.from <= drafts[nth].to + 2
}

/// "damaged 9 barns, 3 mills and 2 silos", "killed 9 here and 4 there": the measure goes on.
fn inherited(
    line: Line<'_>,
    drafts: &[Draft],
    nth: usize,
) -> Option<(&'static MeasureWord, usize)> {
    let before = nth.checked_sub(1)?;
    let gap = drafts[before].noun..drafts[nth].from;
    let link = |at: usize| line.any(at, &[",", "and", "including", "plus", "or", "&"]);
    let lists = gap.clone().all(link) && !gap.is_empty();
    let again = drafts[nth].unit.is_none() && gap.len() <= 8 && gap.clone().any(link);
    if !lists && !again {
        return None;
    }
    measure(line, drafts, before)
}

fn pick(
    line: Line<'_>,
    at: usize,
    fits: impl Fn(&MeasureWord) -> bool,
) -> Option<(&'static MeasureWord, usize)> {
    line.measures(at).iter().find(|word| fits(word)).map(|word| (word, at))
}

/// "killed 9 miners": the verb right before, with nothing but its object between.
fn left(line: Line<'_>, draft: &Draft, low: usize) -> Option<(&'static MeasureWord, usize)> {
    for at in (low.max(draft.from.saturating_sub(4))..draft.from).rev() {
        if !line.has(at, TokenKind::Word) || line.has_role(at, FigureRole::Break) {
            return None;
        }
        if let Some(found) = pick(line, at, |word| word.left) {
            return Some(found);
        }
    }
    None
}

/// "9 miners were killed": a participle or an adjective behind, before the next clause or figure.
fn right(line: Line<'_>, draft: &Draft, high: usize) -> Option<(&'static MeasureWord, usize)> {
    let mut at = draft.to;
    let mut limit = high;
    let mut weak = None;
    let end = (draft.noun + 14).min(line.tokens.len());
    let mut passive = false;
    while at < end.min(limit) {
        let word = line.word(at);
        if line.has(at, TokenKind::Mark) {
            let aside =
                line.any(at + 1, &["including", "among", "many", "most", "some", "mostly", "all"]);
            let back =
                (at + 1..end).find(|at| line.word(*at) == ",").filter(|_| word == "," && aside);
            match back {
                // "9 miners, including 2 women, were killed"
                Some(back) => (at, limit) = (back + 1, end),
                None if matches!(word, "\"" | "'" | "’" | "“" | "”" | "''" | "(" | ")" | "-") =>
                {
                    at += 1;
                }
                None => return weak,
            }
            continue;
        }
        if line.any(at, &["and", "but", "while", "after", "when", "because"]) {
            let next = pick(line, at + 1, |word| word.left || word.right);
            if !line.is(at, "and") || next.is_some() {
                return weak;
            }
        }
        if let Some(found) = pick(line, at, |word| word.right) {
            // "9 gunmen killed a guard": they did it.
            let active = found.0.left && !passive && at >= draft.noun && governs(line, at, limit);
            if active {
                return weak;
            }
            // "9 people on board were killed": being aboard is the lesser news.
            if found.0.measure != "aboard" {
                return Some(found);
            }
            weak = weak.or(Some(found));
        }
        passive |= line.has_role(at, FigureRole::Auxiliary);
        at += 1;
    }
    weak
}

/// Tells whether an object follows the verb at a token.
fn governs(line: Line<'_>, at: usize, limit: usize) -> bool {
    let next = at + 1;
    if next >= line.tokens.len() || line.has(next, TokenKind::Mark) {
        return false;
    }
    if next >= limit || line.has(next, TokenKind::Number) {
        return true;
    }
    line.any(
        next,
        &["a", "an", "the", "its", "his", "their", "another", "at", "more", "up", "them"],
    ) && !line.is(next + 1, "the")
        || (!line.is_stop(next) && !line.word(next).ends_with("ly"))
}

/// "the toll in the valley rose to 9", "Total Dead: 9".
fn far_left(line: Line<'_>, draft: &Draft, low: usize) -> Option<(&'static MeasureWord, usize)> {
    let start = low.max(draft.from.saturating_sub(14));
    let links = draft.from.checked_sub(1).is_some_and(|at| {
        line.has_role(at, FigureRole::Link)
            || line.has_role(at, FigureRole::Change)
            || line.has_role(at, FigureRole::Former)
            || (draft.unit.is_none() && line.is(at, "in"))
    });
    for at in (start..draft.from).rev() {
        if matches!(line.word(at), ";" | "\"" | "“") {
            return None;
        }
        let near = draft.unit.is_none() && draft.from - at <= 3;
        if let Some(found) = pick(line, at, |word| word.head && (links || near || draft.is_former))
        {
            return Some(found);
        }
    }
    None
}

/// Returns how a figure came about, by the words from a little before it to behind its measure.
pub(crate) fn basis(line: Line<'_>, drafts: &[Draft], nth: usize, end: usize) -> Basis {
    let draft = &drafts[nth];
    let low = nth.checked_sub(1).map_or(0, |before| drafts[before].noun);
    let high = drafts.get(nth + 1).map_or(line.tokens.len(), |next| next.from);
    let from = low.max(draft.from.saturating_sub(5));
    let to = (end.max(draft.noun) + 1).min(high.max(end));
    let has = |role| {
        (from..to).any(|at| {
            let mut phrases = line.lexicon.phrases_ending(line.id(at)).iter();
            phrases.any(|phrase| phrase.role == role && line.ends_with(at + 1, from, &phrase.words))
        })
    };
    if has(FigureRole::Feared) {
        Basis::Feared
    } else if has(FigureRole::Presumed) {
        Basis::Presumed
    } else if has(FigureRole::Counted) {
        Basis::Counted
    } else {
        Basis::Reported
    }
}
