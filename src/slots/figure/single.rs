use crate::article::TokenKind;
use crate::claim::Bound;
use crate::lexicon::{FigureRole, Tags};
use crate::slots::figure::Draft;
use crate::slots::figure::noun::{Noun, unit_at};
use crate::slots::figure::read::bounds_before;
use crate::slots::line::Line;

/// Reads "no injuries", "nobody was killed": a figure of zero.
pub(crate) fn none(line: Line<'_>, at: usize) -> Option<Draft> {
    let (nobody, start) = match () {
        () if line.has_role(at, FigureRole::Nobody) => (true, at + 1),
        () if !line.has_role(at, FigureRole::Nothing) => return None,
        () if line.any(at + 1, &["one", "person", "people"]) => (true, at + 2),
        () => (false, at + 1),
    };
    let mut delta = false;
    let end = start + if nobody { 5 } else { 6 };
    for next in start..end.min(line.tokens.len()) {
        let word = line.word(next);
        let hit = line.measures(next).iter().any(|own| match nobody {
            true => own.right && (own.left || own.measure == "killed" || own.measure == "missing"),
            false => own.unit && own.measure != "magnitude",
        });
        if hit {
            let noun = match nobody {
                true => Noun { name: Some("people".to_owned()), end: start, ..Noun::default() },
                false => Noun { name: Some(word.to_lowercase()), end: next + 1, ..Noun::default() },
            };
            let to = if nobody { start } else { next + 1 };
            let draft = Draft::exact(at, to, 0.0, noun);
            let near = at.saturating_sub(3)..(next + 5).min(line.tokens.len());
            let soft = near.into_iter().any(|at| line.any(at, &["reported", "reports", "report"]));
            return Some(Draft { soft, delta, ..draft });
        }
        delta |= line.any(next, &["further", "other", "more", "additional", "new"]);
        let passes = match nobody {
            true => line.any(
                next,
                &["was", "were", "is", "has", "had", "been", "else", "aboard", "of", "them", "the"],
            ),
            false => {
                delta
                    || line.any(
                        next,
                        &[
                            "immediate",
                            "known",
                            "confirmed",
                            "civilian",
                            "reports",
                            "report",
                            "of",
                            "any",
                            "or",
                            "deaths",
                            "casualties",
                        ],
                    )
            }
        };
        if !passes || !line.has(next, TokenKind::Word) {
            return None;
        }
    }
    None
}

/// Reads "a miner was killed", "killed a guard", "more than a month": a figure of one.
pub(crate) fn one(line: Line<'_>, at: usize, floor: usize) -> Option<Draft> {
    if !line.has_role(at, FigureRole::Single) {
        return None;
    }
    if let Some((unit, end)) =
        unit_at(line, at + 1).filter(|(unit, _)| unit.factor != 1.0 || unit.is_money())
    {
        let noun =
            Noun { name: Some(unit.name.clone()), end, is_time: unit.is_time(), ..Noun::default() };
        let mut draft = Draft::exact(at, end, 1.0, noun);
        bounds_before(line, &mut draft, floor, unit.is_time());
        let bounded = draft.bound != Bound::Exact && draft.from >= floor;
        return bounded.then_some(draft);
    }
    let person = (at + 1..at + 4)
        .take_while(|at| line.has(*at, TokenKind::Word))
        .find(|at| line.tagged(*at, Tags::PERSON))?;
    let hurts = |at: usize, left: bool| {
        line.measures(at).iter().any(|word| {
            (if left { word.left } else { word.right })
                && matches!(word.measure.as_str(), "killed" | "injured" | "missing" | "rescued")
        })
    };
    let mut next = person + 1;
    while line.any(next, &["was", "were", "had", "been", "has", "is", "also", "later"]) {
        next += 1;
    }
    let object = at > floor && hurts(at - 1, true);
    // "a guard killed an intruder" did it; "a guard died", "a guard was killed" suffered it.
    let suffers = hurts(next, false) && (next > person + 1 || !hurts(next, true));
    if !object && !suffers {
        return None;
    }
    let noun = Noun { name: Some("people".to_owned()), end: person + 1, ..Noun::default() };
    Some(Draft::exact(at, person + 1, 1.0, noun))
}
