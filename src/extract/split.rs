use crate::article::Span;
use crate::claim::{Figure, Mention};
use crate::extract::clause::{self, Clause};
use crate::extract::{Depth, Held, Join, Reading, Stretch, statement};
use crate::lexicon::{Classes, EventForm};
use crate::slots::Event;

/// One of the claims of a mention, with where it is read.
pub(super) struct Part {
    /// The claim.
    pub(super) mention: Mention,
    /// The stretches of its content.
    pub(super) content: Vec<Stretch>,
    /// The clauses of these.
    pub(super) clauses: Vec<Clause>,
}

/// Splits the mention of one sentence into one for each measure and each coordinated event.
///
/// The first keeps source and cue; each of the others spans its own clause.
pub(super) fn split(
    reading: &Reading<'_>,
    held: &Held,
    mention: Mention,
    depth: Depth,
    mut take: impl FnMut(Part),
) {
    let content = content(reading, &mention);
    let all = clauses(reading, held, &content);
    let starts = starts(reading, held, &all);
    if starts.is_empty() {
        let mention = Mention { figures: figures(reading, held, &content), ..mention };
        return take(Part { mention, content, clauses: all });
    }
    let mut start = 0;
    for end in starts.into_iter().chain([all.len()]) {
        let (before, group) = (&all[..start], &all[start..end]);
        let content = merge(reading, group);
        let spans: Vec<Span> = content.iter().map(|part| reading.span(*part)).collect();
        let mut span = spans.iter().copied().reduce(Span::cover).unwrap_or(mention.span);
        let mut statement = String::new();
        if start == 0 {
            span = with_source(&mention, span);
        } else if depth == Depth::Told {
            statement = statement::completed(reading, held, before, group);
        }
        let figures = figures(reading, held, &content);
        let mention = Mention { span, content: spans, figures, statement, ..mention.clone() };
        let clauses = clauses(reading, held, &content);
        take(Part { mention, content, clauses });
        start = end;
    }
}

/// The stretches of a mention's content.
fn content(reading: &Reading<'_>, mention: &Mention) -> Vec<Stretch> {
    mention
        .content
        .iter()
        .map(|span| reading.tokens_in(*span))
        .filter(|part| !part.is_empty())
        .collect()
}

/// The clauses of stretches, cut also where a second measure is counted: "nine dead and | ten missing".
fn clauses(reading: &Reading<'_>, held: &Held, content: &[Stretch]) -> Vec<Clause> {
    let mut out = Vec::new();
    for (index, part) in content.iter().enumerate() {
        clause::clauses(reading, held, *part, |mut clause| {
            if index > 0 && clause.join == Join::First {
                clause.join = Join::Shared;
            }
            recount(reading, held, clause, &mut out);
        });
    }
    out
}

/// Cuts a clause before each figure that counts something else than the one before.
fn recount(reading: &Reading<'_>, held: &Held, mut clause: Clause, out: &mut Vec<Clause>) {
    let mut known: Option<&Figure> = None;
    for figure in held.figures_in(reading, clause.tokens).filter(|figure| tracked(figure)) {
        let at = reading.tokens_in(figure.span).start;
        let joint = at.checked_sub(1).is_some_and(|at| {
            reading.is(at, Classes::COORDINATOR) || matches!(reading.text(at), "," | ";")
        });
        if known.is_some_and(|known| known.measure != figure.measure)
            && joint
            && at > clause.tokens.start + 1
        {
            out.push(Clause {
                tokens: Stretch::new(clause.tokens.start, at - 1),
                join: clause.join,
            });
            clause = Clause { tokens: Stretch::new(at, clause.tokens.end), join: Join::And };
        }
        known = Some(figure);
    }
    out.push(clause);
}

/// Tells whether a figure is worth a claim of its own.
fn tracked(figure: &Figure) -> bool {
    figure.measure.is_some()
}

/// Where a claim of its own starts among the clauses, behind the first.
fn starts(reading: &Reading<'_>, held: &Held, clauses: &[Clause]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut start = 0;
    for at in 1..clauses.len() {
        if stands_alone(reading, held, &clauses[start..at], &clauses[at]) {
            out.push(at);
            start = at;
        }
    }
    out
}

/// Tells whether a clause makes a claim beside the one of the clauses before it.
fn stands_alone(reading: &Reading<'_>, held: &Held, before: &[Clause], clause: &Clause) -> bool {
    let counted = |clause: &Clause| {
        held.figures_in(reading, clause.tokens).filter(|figure| tracked(figure)).last()
    };
    let known = before.iter().rev().find_map(counted);
    let figure = counted(clause);
    match (clause.join, known, figure) {
        (Join::First, ..) => false,
        (Join::And | Join::Shared, Some(_), Some(_)) => true,
        (Join::Ing | Join::Which | Join::With | Join::When, Some(known), Some(figure)) => {
            known.measure != figure.measure
        }
        // "was sinking with nine people on board": the event, and who was there.
        (Join::With, None, Some(figure)) => {
            figure.measure.as_deref() == Some("aboard")
                && before.iter().any(|clause| told(held, clause.tokens).is_some())
        }
        (Join::And | Join::Shared, ..) => {
            let tell = |clause: &Clause| told(held, clause.tokens).copied();
            let known = before.iter().rev().find_map(tell);
            match (known, tell(clause)) {
                (Some(known), Some(event)) => {
                    behind_joint(reading, clause.tokens)
                        && known.class != event.class
                        && (clause.join == Join::And || known.kind == event.kind)
                }
                _ => false,
            }
        }
        _ => false,
    }
}

/// Tells whether "and" or a semicolon leads to a clause, and not a comma alone.
fn behind_joint(reading: &Reading<'_>, tokens: Stretch) -> bool {
    tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| reading.is(at, Classes::COORDINATOR) || reading.text(at) == ";")
}

/// The sure verb of a clause that tells an event.
fn told(held: &Held, tokens: Stretch) -> Option<&Event> {
    held.events_in(tokens)
        .find(|event| event.sure && event.form.is_verb() && event.form != EventForm::Base)
}

/// The figures in stretches, the tracked one first.
fn figures(reading: &Reading<'_>, held: &Held, content: &[Stretch]) -> Vec<Figure> {
    let mut out: Vec<Figure> =
        content.iter().flat_map(|part| held.figures_in(reading, *part)).cloned().collect();
    out.sort_by_key(|figure| !tracked(figure));
    out
}

/// The stretches of clauses, those without a word of content between them joined.
fn merge(reading: &Reading<'_>, clauses: &[Clause]) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for clause in clauses {
        match out.last_mut() {
            Some(last)
                if last.end + 2 >= clause.tokens.start || joined(reading, *last, clause.tokens) =>
            {
                last.end = clause.tokens.end;
            }
            _ => out.push(clause.tokens),
        }
    }
    out
}

fn joined(reading: &Reading<'_>, left: Stretch, right: Stretch) -> bool {
    (left.end..right.start).all(|at| reading.is(at, Classes::MARK | Classes::COORDINATOR))
}

/// The span with those parts of the attribution that stand in its sentence.
fn with_source(mention: &Mention, span: Span) -> Span {
    let parts = mention.attribution.iter().flat_map(|link| {
        let source = link.source.as_ref().and_then(|source| source.span);
        source.into_iter().chain(link.cue.as_ref().and_then(|cue| cue.span))
    });
    parts.filter(|part| mention.span.contains(*part)).fold(span, Span::cover)
}
