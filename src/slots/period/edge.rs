use crate::claim::Grain;
use crate::lexicon::{CalendarWord, WhenRole};
use crate::slots::line::Line;
use crate::slots::period::Found;
use crate::slots::period::calendar::{ahead, back, third};

/// Takes in the words before an expression: "early", "on", "since", "by", and what they do to it.
pub(crate) fn extend(line: Line<'_>, core: Found, floor: usize) -> Found {
    let mut found = core;
    // "went on overnight": no preposition stands before these.
    let bare = matches!(line.calendar(core.from), Some(CalendarWord::Relative(_)));
    let closed = core.grain == Grain::Span;
    while found.from > floor {
        let word = line.word(found.from - 1);
        let has = |role| line.has_when(found.from - 1, role);
        let part = match () {
            () if has(WhenRole::Early) => Some(0),
            () if has(WhenRole::Mid) => Some(1),
            () if has(WhenRole::Late) => Some(2),
            () => None,
        };
        if let Some(part) = part {
            let long =
                matches!(found.grain, Grain::Week | Grain::Month | Grain::Quarter | Grain::Year);
            let days = found.start.zip(found.end).filter(|_| long);
            if let Some((start, end)) = days.and_then(|days| third(days, part)) {
                (found.start, found.end) = (Some(start), Some(end));
            }
            found.from -= 1;
            continue;
        }
        // "earlier this week", "later today"
        if line.any(found.from - 1, &["earlier", "later"]) {
            found.from -= 1;
            continue;
        }
        let owns = matches!(line.word(found.to), "'" | "’");
        if has(WhenRole::Since) && !owns {
            found.from -= 1;
            if let Some((start, end)) = found.start.zip(found.end).filter(|_| !closed) {
                let after = word.eq_ignore_ascii_case("after");
                found.start = if after { ahead(end, 1) } else { Some(start) };
                found.end = None;
                found.grain = Grain::Span;
            }
        } else if has(WhenRole::By) && !owns {
            found.from -= 1;
            if let Some((start, end)) = found.start.zip(found.end) {
                let before = word.eq_ignore_ascii_case("before");
                found.end = if before { back(start, 1) } else { Some(end) };
                found.start = None;
                found.grain = Grain::Span;
            }
        } else if has(WhenRole::Lead) && !bare && !owns {
            found.from -= 1;
        }
        break;
    }
    found
}

/// Joins "from Monday to Thursday", "Monday through Thursday", "between 2014 and 2016" into one.
pub(crate) fn join(line: Line<'_>, found: &mut Vec<Found>) {
    let mut at = 1;
    while at < found.len() {
        let (first, second) = (found[at - 1], found[at]);
        match joined(line, first, second) {
            Some(whole) => {
                found[at - 1] = whole;
                found.remove(at);
            }
            None => at += 1,
        }
    }
}

fn joined(line: Line<'_>, first: Found, second: Found) -> Option<Found> {
    // "until" was read as the second one's own word.
    let own = usize::from(first.to == second.from && line.has_when(second.from, WhenRole::By));
    let link = line.word(first.to);
    let dash = matches!(link, "-" | "–" | "—");
    if second.from + own != first.to + 1 || !(dash || line.has_when(first.to, WhenRole::Join)) {
        return None;
    }
    let from = line.has_when(first.from, WhenRole::Since);
    let between = line.is(first.from, "between");
    let fits = match link.to_ascii_lowercase().as_str() {
        "and" => between,
        "to" => from,
        _ => true,
    };
    let (start, mut end) = (first.start?, second.end?);
    // Each weekday was taken by itself: the Thursday behind a Monday is the next one.
    if end < start && ahead(end, 7)? > start {
        end = ahead(end, 7)?;
    }
    (fits && start <= end).then_some(Found {
        from: first.from,
        to: second.to,
        start: Some(start),
        end: Some(end),
        grain: Grain::Span,
    })
}
