use crate::extract::{Held, Reading, Stretch};
use crate::lexicon::{Classes, EventForm, Tags};

/// A clause of a sentence, and how it hangs on the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// Its tokens, without the comma and the word that join it.
    pub(super) tokens: Stretch,
    /// How it is joined.
    pub(super) join: Join,
}

/// How a clause is joined to the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// It is the first, or goes on with it: "the quake, …, killed nine men".
    First,
    /// It has a subject of its own: "…, and nine men died".
    And,
    /// It shares the subject: "… and killed nine men".
    Shared,
    /// "…, killing nine men".
    Ing,
    /// "…, which killed nine men".
    Which,
    /// "… with nine men on board".
    With,
    /// "… after nine men died".
    When,
}

/// Cuts a stretch of one sentence into clauses, in text order.
pub(super) fn clauses(
    reading: &Reading<'_>,
    held: &Held,
    whole: Stretch,
    mut take: impl FnMut(Clause),
) {
    let mut start = whole.start;
    let mut join = Join::First;
    let mut at = whole.start;
    while at < whole.end {
        let open = Stretch::new(start, at);
        match boundary(reading, held, Clause { tokens: open, join }, at, whole.end) {
            Some((next, behind)) => {
                take_bare(reading, open, join, &mut take);
                (start, join) = (behind, next);
                at = behind.max(at + 1);
            }
            None => at += 1,
        }
    }
    take_bare(reading, Stretch::new(start, whole.end), join, &mut take);
}

/// Hands over a clause unless it is empty, without marks at its ends.
fn take_bare(
    reading: &Reading<'_>,
    mut tokens: Stretch,
    join: Join,
    take: &mut impl FnMut(Clause),
) {
    let joint = Classes::MARK;
    while !tokens.is_empty() && reading.is(tokens.start, joint) && !opens(reading, tokens.start) {
        tokens.start += 1;
    }
    let joins = |at: usize| matches!(reading.text(at), "," | ";" | "—" | "–" | "-");
    while !tokens.is_empty() && reading.is(tokens.end - 1, joint) && joins(tokens.end - 1) {
        tokens.end -= 1;
    }
    if !tokens.is_empty() {
        take(Clause { tokens, join });
    }
}

fn opens(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.text(at),
        "\"" | "“" | "``" | "''" | "'" | "‘" | "(" | "[" | "$" | "£" | "€" | "#" | "@"
    )
}

/// Tells whether a clause ends before the token at `at`: how the next one is joined, and where it starts.
fn boundary(
    reading: &Reading<'_>,
    held: &Held,
    open: Clause,
    at: usize,
    end: usize,
) -> Option<(Join, usize)> {
    let Clause { tokens: open, join } = open;
    if open.is_empty() {
        return None;
    }
    const JOINTS: Classes = Classes::MARK
        .with(Classes::COORDINATOR)
        .with(Classes::RELATIVE)
        .with(Classes::SUBORDINATOR)
        .with(Classes::ING);
    // Most words join nothing.
    let with = reading.is(at, Classes::PREPOSITION) && reading.is_word(at, "with");
    if !with && !reading.is(at, JOINTS) {
        return None;
    }
    let text = reading.text(at);
    if matches!(text, ";" | "—" | "–" | "--") {
        return Some((Join::And, at + 1));
    }
    let comma = text == ",";
    let mut next = at + usize::from(comma);
    if next >= end {
        return None;
    }
    let and = reading.is(next, Classes::COORDINATOR);
    if and {
        next += 1;
    }
    if next >= end {
        return None;
    }
    let finished = || comma || has_verb(reading, held, open);
    if and || comma {
        let verb = skip_adverbs(reading, next, end);
        let ing = is_ing_event(held, verb) || comma && counts(reading, held, verb, end);
        if ing && !reading.is(verb, Classes::PREPOSITION) {
            return Some((Join::Ing, next));
        }
        if and && finished() && is_finite(reading, held, verb) {
            return Some((Join::Shared, next));
        }
        if comma && !and && reading.is(next, Classes::RELATIVE) {
            return Some((Join::Which, next));
        }
        let aside = !matches!(join, Join::First | Join::And | Join::Shared);
        if comma && !and && aside && is_finite(reading, held, verb) {
            return Some((Join::First, next));
        }
        if has_verb(reading, held, open) && leads_clause(reading, held, next, end) {
            return Some((Join::And, next));
        }
    }
    if comma || and {
        return None;
    }
    if reading.is(at, Classes::RELATIVE)
        && is_finite(reading, held, skip_adverbs(reading, at + 1, end))
    {
        return (at > open.start && !reading.is(at - 1, Classes::PREPOSITION))
            .then_some((Join::Which, at));
    }
    if with && figure_at(reading, held, at + 1, 2) {
        return Some((Join::With, at));
    }
    if counts(reading, held, at, at + 4)
        && !nominal(reading, at)
        && !reading.is(at - 1, Classes::BE)
    {
        return Some((Join::Ing, at));
    }
    let subordinate = reading.is(at, Classes::SUBORDINATOR) && !reading.is(at, Classes::RELATIVE);
    (subordinate && leads_clause(reading, held, at + 1, end)).then_some((Join::When, at))
}

/// Tells whether a stretch starts with a verb, or with a subject and then a verb.
pub(super) fn stands(reading: &Reading<'_>, held: &Held, tokens: Stretch) -> bool {
    let verb = skip_adverbs(reading, tokens.start, tokens.end);
    is_finite(reading, held, verb) || leads_clause(reading, held, tokens.start, tokens.end)
}

/// Tells whether a clause with a subject and a verb starts at `at`, before the next comma.
fn leads_clause(reading: &Reading<'_>, held: &Held, at: usize, end: usize) -> bool {
    let mut subject = false;
    for at in at..end.min(at + 14) {
        if reading.is(at, Classes::MARK) || reading.is(at, Classes::COORDINATOR | Classes::RELATIVE)
        {
            return false;
        }
        if subject && is_finite(reading, held, at) {
            return true;
        }
        subject |= !reading.is(at, Classes::PREPOSITION | Classes::ADVERB | Classes::DETERMINER);
    }
    false
}

/// Tells whether a stretch holds a verb that can be that of a sentence.
pub(super) fn has_verb(reading: &Reading<'_>, held: &Held, tokens: Stretch) -> bool {
    tokens.range().any(|at| is_finite(reading, held, at))
}

/// Tells whether a token can be the verb of a sentence: a form of be or have, a modal, a past tense.
pub(super) fn is_finite(reading: &Reading<'_>, held: &Held, at: usize) -> bool {
    if at >= reading.words.len() {
        return false;
    }
    const AUXILIARY: Classes = Classes::BE
        .with(Classes::HAVE)
        .with(Classes::DO)
        .with(Classes::MODAL)
        .with(Classes::FINITE);
    if reading.is(at, AUXILIARY) {
        return !matches!(reading.text(at), "be" | "been" | "being" | "having" | "'s" | "s");
    }
    let form = reading
        .tagged(at, Tags::EVENT)
        .then(|| held.events_at(at).next())
        .flatten()
        .map(|event| event.form);
    match form {
        Some(EventForm::Past | EventForm::Participle) => !nominal(reading, at),
        Some(EventForm::Present) => {
            at > 0 && !nominal(reading, at) && !reading.is(at - 1, Classes::CAPITAL)
        }
        Some(_) => false,
        None => {
            reading.is(at, Classes::ED)
                && !reading.is(at, Classes::CAPITAL)
                && !nominal(reading, at)
        }
    }
}

/// Tells whether the word before makes this one part of a noun phrase: "the damaged pipeline".
fn nominal(reading: &Reading<'_>, at: usize) -> bool {
    let leads = Classes::DETERMINER | Classes::POSSESSIVE | Classes::PREPOSITION;
    at > 0
        && (reading.is(at - 1, leads) && !reading.is(at - 1, Classes::RELATIVE)
            || reading.is_word(at - 1, "s"))
}

fn skip_adverbs(reading: &Reading<'_>, mut at: usize, end: usize) -> usize {
    while at < end && reading.is(at, Classes::ADVERB | Classes::LY) {
        at += 1;
    }
    at
}

fn is_ing_event(held: &Held, at: usize) -> bool {
    held.events_at(at).any(|event| event.form == EventForm::Ing)
}

/// Tells whether an -ing form leads to a figure before the next mark: "causing eleven deaths".
fn counts(reading: &Reading<'_>, held: &Held, at: usize, end: usize) -> bool {
    let stop = (at + 10).min(end).min(reading.words.len());
    at < stop
        && reading.is(at, Classes::ING)
        && !reading.is(at, Classes::PREPOSITION | Classes::CAPITAL)
        && {
            let mark = (at..stop).find(|at| reading.text(*at) == ",").unwrap_or(stop);
            figure_at(reading, held, at + 1, mark - at)
        }
}

/// Tells whether a figure starts within `reach` tokens from `at`.
fn figure_at(reading: &Reading<'_>, held: &Held, at: usize, reach: usize) -> bool {
    let end = (at + reach).min(reading.layout.tokens.len());
    held.figures
        .iter()
        .any(|figure| (at..end).any(|at| reading.token(at).span().start == figure.span.start))
}

#[cfg(test)]
mod tests {
    use super::clauses;
    use crate::article::{Article, Layout};
    use crate::extract::{Held, Reading, Stretch};

    /// The clauses of a sentence, each as `join: words`.
    fn cut(text: &str) -> Vec<String> {
        let article = Article::from_text(text);
        let layout = Layout::of(text);
        let reading = Reading::new(&article, &layout);
        let tokens = layout.sentences[0].tokens.clone();
        let held = Held::of(&reading, tokens.clone());
        let mut out = Vec::new();
        clauses(&reading, &held, Stretch::from(tokens), |clause| {
            let words = article.slice(reading.span(clause.tokens));
            out.push(format!("{:?}: {words}", clause.join));
        });
        out
    }

    #[test]
    fn cuts_where_clauses_join() {
        for (text, expected) in [
            (
                "The quake shook two towns, killing nine people and injuring forty.",
                &[
                    "First: The quake shook two towns",
                    "Ing: killing nine people",
                    "Ing: injuring forty.",
                ][..],
            ),
            (
                "The mayor resigned and his deputy was sworn in.",
                &["First: The mayor resigned", "And: his deputy was sworn in."],
            ),
            (
                "The quake, which lasted a minute, killed nine people.",
                &["First: The quake", "Which: which lasted a minute", "First: killed nine people."],
            ),
            (
                "Police arrested two men and seized a boat after a guard was shot.",
                &[
                    "First: Police arrested two men",
                    "Shared: seized a boat",
                    "When: after a guard was shot.",
                ],
            ),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn joined_nouns_are_no_clauses() {
        for text in [
            "A truck and a group of riders collided.",
            "The storm damaged churches, houses and other buildings.",
            "The king met Ann Lee, the envoy, in Oslo.",
        ] {
            assert_eq!(cut(text).len(), 1, "{text}: {:?}", cut(text));
        }
    }
}
