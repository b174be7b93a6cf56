use crate::lexicon::{FigureRole, NumberKind, NumberWord};
use crate::slots::line::Line;
use crate::slots::number::{Number, word_at};

/// Reads number words: "three hundred and forty-six", "half a million", "hundreds of thousands".
pub(crate) fn words_at(line: Line<'_>, at: usize) -> Option<Number> {
    if is_article(line, at) {
        let number = match word_at(line, at + 1)?.kind {
            NumberKind::Hundred | NumberKind::Scale | NumberKind::Pack => sum(line, at + 1)?,
            NumberKind::Vague => vague(line, at + 1, true)?,
            _ => return None,
        };
        return Some(number);
    }
    if line.has_role(at, FigureRole::Half) {
        let scale = word_at(line, at + 2).filter(|word| {
            is_article(line, at + 1) && matches!(word.kind, NumberKind::Scale | NumberKind::Pack)
        })?;
        let value = scale.value / 2.0;
        return Some(Number { scale: scale.value, ..Number::exact(value, at + 3) });
    }
    match word_at(line, at)?.kind {
        NumberKind::Vague => vague(line, at, false),
        NumberKind::Unit | NumberKind::Tens => sum(line, at),
        _ => None,
    }
}

fn is_article(line: Line<'_>, at: usize) -> bool {
    line.has_role(at, FigureRole::Single)
}

/// Adds up number words from `at`, which may start with a bare "hundred" behind an article.
fn sum(line: Line<'_>, at: usize) -> Option<Number> {
    let mut total = 0.0;
    let mut current: Option<f64> = None;
    // The last word's worth, so that "five six" and "twenty thirty" end after the first.
    let mut room = f64::INFINITY;
    let mut pack = false;
    let mut scale = 1.0;
    let mut end = at;
    loop {
        let here =
            if total + current.unwrap_or(0.0) > 0.0 { skip_and(line, end, room) } else { end };
        let Some(word) = word_at(line, here) else { break };
        match word.kind {
            NumberKind::Unit | NumberKind::Tens if word.value < room && !pack => {
                current = Some(current.unwrap_or(0.0) + word.value);
                scale = 1.0;
                room = match word.value {
                    value if value >= 20.0 && value % 10.0 == 0.0 => 10.0,
                    _ => 0.0,
                };
            }
            NumberKind::Hundred if here == end && current.unwrap_or(1.0) < 100.0 => {
                current = Some(100.0 * current.unwrap_or(1.0));
                room = 100.0;
            }
            NumberKind::Scale if here == end => {
                total += current.take().unwrap_or(1.0) * word.value;
                (room, scale) = (1000.0, word.value);
            }
            NumberKind::Pack if here == end && total == 0.0 => {
                current = Some(current.unwrap_or(1.0) * word.value);
                (pack, room) = (true, 0.0);
            }
            _ => break,
        }
        end = here + 1;
        if let Some(half) = half_behind(line, end).filter(|_| room < 100.0) {
            // "one and a half million"
            current = current.map(|current| current + 0.5);
            (end, room) = (half, 0.0);
        }
    }
    if end == at {
        return None;
    }
    let value = total + current.unwrap_or(0.0);
    if pack {
        // Nobody counts in dozens: two dozen is 22 to 26.
        let slack = (value / 12.0).round();
        return Some(Number { pack: true, ..Number::vague(value, value + slack, end) });
    }
    Some(Number { scale, ..Number::exact(value, end) })
}

/// Steps over the "and" of "two hundred and fifty" if a smaller number follows it.
fn skip_and(line: Line<'_>, at: usize, room: f64) -> usize {
    let and = room >= 100.0 && room.is_finite() && line.is(at, "and");
    let small = |word: NumberWord| {
        matches!(word.kind, NumberKind::Unit | NumberKind::Tens) && word.value < 100.0
    };
    // "two hundred and three hundred" are two numbers.
    let large = word_at(line, at + 2)
        .is_some_and(|word| matches!(word.kind, NumberKind::Hundred | NumberKind::Scale));
    if and && !large && word_at(line, at + 1).is_some_and(small) { at + 1 } else { at }
}

/// Returns the token behind "and a half" if it stands here.
fn half_behind(line: Line<'_>, at: usize) -> Option<usize> {
    let half = line.is(at, "and") && line.is(at + 1, "a") && line.is(at + 2, "half");
    half.then_some(at + 3)
}

/// Reads a vague word with the scale that it multiplies: "several hundred", "tens of thousands".
fn vague(line: Line<'_>, at: usize, article: bool) -> Option<Number> {
    let word = word_at(line, at)?;
    let of = line.is(at + 1, "of");
    let (mut low, mut high) = (word.value, word.high);
    let mut end = at + 1;
    let next = word_at(line, at + 1 + usize::from(of));
    match next {
        Some(next) if of && next.kind == NumberKind::Vague && next.value >= 100.0 => {
            // "tens of thousands" counts single thousands.
            let scale = 10f64.powf(next.value.log10().floor());
            (low, high, end) = (low * scale, (high + 1.0) * scale - 1.0, at + 3);
        }
        Some(next)
            if (!of || article)
                && matches!(
                    next.kind,
                    NumberKind::Hundred | NumberKind::Scale | NumberKind::Pack
                ) =>
        {
            (low, high, end) = (low * next.value, high * next.value, at + 2 + usize::from(of));
        }
        // "the couple", "the scores", "few people": no number by themselves.
        _ if line.any(at, &["couple", "handful"]) && !(article && of) => return None,
        _ if line.is(at, "few") && !article => return None,
        _ if line.any(at, &["scores", "tens"]) && !of => return None,
        _ => {}
    }
    Some(Number::vague(low, high, end))
}
