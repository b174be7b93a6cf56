use crate::article::TokenKind;
use crate::claim::Bound;
use crate::lexicon::FigureRole;
use crate::slots::figure::Draft;
use crate::slots::figure::guard::is_no_figure;
use crate::slots::figure::noun::{Noun, noun, unit_at};
use crate::slots::line::Line;
use crate::slots::number::{Number, number};

/// Reads the figure whose number starts at a token; words before `floor` belong to another one.
pub(crate) fn read(line: Line<'_>, at: usize, floor: usize) -> Option<Draft> {
    if line.has(at, TokenKind::Mark) {
        return None;
    }
    let coin = coin_before(line, at).max(floor);
    let money = coin < at;
    let mut number = number(line, at, money)?;
    let ranged = join(line, at, &mut number, coin, money);
    let joined = number.end > at + 1 && ranged;
    let noun = noun(line, &number, money.then(|| line.word(at - 1)));
    let mut draft = Draft {
        from: coin,
        number: at,
        to: noun.words,
        noun: noun.end,
        value: number.value,
        high: number.high,
        bound: match (number.vague, number.high) {
            (true, _) => Bound::Vague,
            (false, Some(_)) => Bound::Range,
            _ => Bound::Exact,
        },
        nearly: false,
        pack: number.pack,
        unit: noun.name.clone(),
        delta: false,
        soft: false,
        is_former: false,
        former: None,
    };
    let bounded = bounds_before(line, &mut draft, floor, noun.is_time);
    bounds_after(line, &mut draft, number.end);
    if is_no_figure(line, at, &number, &noun, bounded || money || joined) {
        return None;
    }
    if ranged && line.is(draft.from.wrapping_sub(1), "between") && draft.from > floor {
        draft.from -= 1;
    }
    Some(draft)
}

/// Returns the first token of the currency mark before a number; `at` itself if there is none.
fn coin_before(line: Line<'_>, at: usize) -> usize {
    match line.before(at, 1) {
        "$" | "€" | "£" | "¥" | "₹" => {
            let country = matches!(line.before(at, 2), "US" | "A" | "C" | "HK" | "NZ" | "S");
            at - 1 - usize::from(country && line.touches(at - 1))
        }
        "USD" | "EUR" | "GBP" | "JPY" | "CHF" | "INR" => at - 1,
        _ => at,
    }
}

/// Joins "10 to 12", "between 10 and 12", "two or three", "3 pct to 4 pct" into a range.
fn join(line: Line<'_>, at: usize, low: &mut Number, coin: usize, money: bool) -> bool {
    if low.high.is_some() {
        return !low.vague;
    }
    let unit = usize::from(unit_at(line, low.end).is_some());
    let sep = low.end + unit;
    let before = line.before(coin, 1);
    let joins = match line.word(sep).to_ascii_lowercase().as_str() {
        "-" | "–" | "—" => true,
        // "rose from 5 to 6" names a former value.
        "to" => !(before.eq_ignore_ascii_case("from") && changes_before(line, coin)),
        "and" => before.eq_ignore_ascii_case("between"),
        "or" => low.value < 100.0,
        _ => false,
    };
    if !joins {
        return false;
    }
    let coin = usize::from(money && matches!(line.word(sep + 1), "$" | "€" | "£" | "¥"));
    let Some(high) = number(line, sep + 1 + coin, money) else { return false };
    if high.vague || high.high.is_some() {
        return false;
    }
    // "10 to 12 million" are millions both.
    let scale =
        if low.scale == 1.0 && low.value * high.scale < high.value { high.scale } else { 1.0 };
    let same_unit = unit == 0 || unit_at(line, high.end).is_some();
    let near = !line.is(sep, "or") || high.value <= 2.0 * low.value + 1.0;
    if high.value <= low.value * scale || !same_unit || !near || (at == 0 && low.value == 1.0) {
        return false;
    }
    low.value *= scale;
    low.high = Some(high.value);
    low.end = high.end;
    low.bare &= high.bare;
    true
}

/// Tells whether a verb of change stands a few words before.
pub(crate) fn changes_before(line: Line<'_>, at: usize) -> bool {
    (at.saturating_sub(10)..at).any(|at| line.has_role(at, FigureRole::Change))
}

/// Reads the bounds before a number outward; tells whether there was one.
pub(crate) fn bounds_before(
    line: Line<'_>,
    draft: &mut Draft,
    floor: usize,
    is_time: bool,
) -> bool {
    let mut found = false;
    for _ in 0..3 {
        let word = line.id(draft.from.wrapping_sub(1));
        let phrase = line.lexicon.phrases_ending(word).iter().find(|phrase| {
            takes_number(phrase.role) && line.ends_with(draft.from, floor, &phrase.words)
        });
        let Some(phrase) = phrase else { break };
        let single = phrase.words.len() == 1;
        // "over two days" lasts two days; "rose to over 9" does not.
        if is_time && single && line.any(draft.from - 1, &["over", "around", "some"]) {
            break;
        }
        apply(draft, phrase.role);
        draft.from -= phrase.words.len();
        found = true;
    }
    if draft.bound == Bound::Exact && line.is(draft.from.wrapping_sub(1), "at") {
        let start = draft.from.saturating_sub(12).max(floor);
        if (start..draft.from).any(|at| line.has_role(at, FigureRole::AboutAt)) {
            draft.bound = Bound::About;
        }
    }
    found
}

fn takes_number(role: FigureRole) -> bool {
    matches!(
        role,
        FigureRole::AtLeast
            | FigureRole::MoreThan
            | FigureRole::AtMost
            | FigureRole::LessThan
            | FigureRole::About
            | FigureRole::Nearly
            | FigureRole::Delta
            | FigureRole::Former
    )
}

/// Reads what may stand behind the number or behind its noun: "or more", "or so", "more".
fn bounds_after(line: Line<'_>, draft: &mut Draft, end: usize) {
    for at in [end, draft.noun] {
        let after = line.lexicon.phrases_starting(line.id(at)).iter().find(|phrase| {
            matches!(
                phrase.role,
                FigureRole::AtLeastAfter
                    | FigureRole::AtMostAfter
                    | FigureRole::AboutAfter
                    | FigureRole::DeltaAfter
            ) && line.starts_with(at, &phrase.words)
        });
        let Some(phrase) = after else { continue };
        let behind = at + phrase.words.len();
        // "9 more than last year" compares; "at least" may belong to the next number.
        let next = number(line, behind, false);
        if line.is(behind, "than") || (phrase.role != FigureRole::DeltaAfter && next.is_some()) {
            continue;
        }
        if phrase.role == FigureRole::DeltaAfter && at != end && at + 1 != draft.noun + 1 {
            continue;
        }
        apply(draft, phrase.role);
        if at == end || draft.to == draft.noun {
            draft.to = draft.to.max(behind);
        }
        draft.noun = draft.noun.max(behind);
        return;
    }
}

fn apply(draft: &mut Draft, role: FigureRole) {
    let bound = match role {
        FigureRole::AtLeast | FigureRole::AtLeastAfter => Bound::AtLeast,
        FigureRole::MoreThan => Bound::MoreThan,
        FigureRole::AtMost | FigureRole::AtMostAfter => Bound::AtMost,
        FigureRole::LessThan => Bound::LessThan,
        FigureRole::About | FigureRole::AboutAfter | FigureRole::Nearly => Bound::About,
        FigureRole::Delta | FigureRole::DeltaAfter => {
            draft.delta = true;
            return;
        }
        FigureRole::Former => {
            draft.is_former = true;
            return;
        }
        _ => return,
    };
    let soft = bound == Bound::About;
    match draft.bound {
        Bound::Range => return,
        // "about two dozen" stays two dozen; "up to several hundred" is bounded by the high end.
        Bound::Vague if soft => return,
        Bound::Vague if matches!(bound, Bound::AtMost | Bound::LessThan) && !draft.pack => {
            draft.value = draft.high.unwrap_or(draft.value);
        }
        Bound::Exact | Bound::Vague | Bound::About => {}
        // A hard bound nearer to the number holds: "at least some 20".
        _ => return,
    }
    if draft.bound != Bound::About || !soft {
        draft.bound = bound;
        draft.high = None;
        draft.nearly = role == FigureRole::Nearly;
    }
}

impl Draft {
    /// Returns an exact figure over these tokens.
    pub(crate) fn exact(from: usize, to: usize, value: f64, noun: Noun) -> Self {
        Self {
            from,
            number: from,
            to,
            noun: noun.end.max(to),
            value,
            high: None,
            bound: Bound::Exact,
            nearly: false,
            pack: false,
            unit: noun.name,
            delta: false,
            soft: false,
            is_former: false,
            former: None,
        }
    }
}
