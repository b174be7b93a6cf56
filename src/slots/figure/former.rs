use crate::slots::figure::Draft;
use crate::slots::figure::read::changes_before;
use crate::slots::line::Line;

/// Gives former values to the figures that replaced them: "rose to 12 from 7" is 12, formerly 7.
///
/// A former value whose successor the sentence does not name stays, marked as its own former value.
pub(crate) fn attach_former(line: Line<'_>, drafts: &mut Vec<Draft>) {
    let mut at = 0;
    while at < drafts.len() {
        if !is_former(line, &drafts[at]) {
            at += 1;
            continue;
        }
        let value = drafts[at].value;
        let successor = [at.checked_sub(1), Some(at + 1)]
            .into_iter()
            .flatten()
            .find(|other| drafts.get(*other).is_some_and(|to| succeeds(line, &drafts[at], to)));
        match successor {
            Some(to) => {
                if drafts[to].unit.is_none() {
                    drafts[to].unit = drafts[at].unit.clone();
                }
                drafts[to].former = Some(value);
                drafts.remove(at);
            }
            None => {
                drafts[at].former = Some(value);
                at += 1;
            }
        }
    }
}

fn is_former(line: Line<'_>, draft: &Draft) -> bool {
    if draft.is_former {
        return true;
    }
    let from = draft.from.checked_sub(1).filter(|at| {
        line.is(*at, "from")
            || (line.any(*at, &["a", "an", "the"]) && line.is(at.wrapping_sub(1), "from"))
    });
    draft.high.is_none() && from.is_some_and(|from| changes_before(line, from))
}

/// Tells whether `to` is what the value became: "to 12" right behind, or a figure before it.
fn succeeds(line: Line<'_>, former: &Draft, to: &Draft) -> bool {
    let near = if to.from > former.from {
        let gap = former.noun..to.from;
        gap.len() <= 4 && line.any(to.from - 1, &["to", "at"])
    } else {
        former.from.saturating_sub(to.noun) <= 9
    };
    let same = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    near && !to.is_former && same(&former.unit, &to.unit)
}
