//! Which side of a cue its content is on, and how far it goes.

use crate::claim::Act;
use crate::extract::content::Cut;
use crate::extract::reading::Mark;
use crate::extract::right::{Right, after_cue};
use crate::extract::source::{How, Subject};
use crate::extract::{Found, Reading, Stretch, VerbGroup, content, phrase, source};
use crate::lexicon::{Classes, Frames, VerbForm};

/// Returns what a verb attributes, if it attributes anything here.
pub(super) fn of_verb<'l>(
    reading: &Reading<'_>,
    limits: Stretch,
    group: &VerbGroup<'l>,
    cuts: &[Cut],
) -> Option<Found<'l>> {
    let frames = group.cue.frames;
    let mut subject = source::before(reading, limits, group);
    if group.passive {
        return passive(reading, limits, group, subject, cuts);
    }
    let mut inverted = None;
    let at_quote = ends_quote(reading, limits, group.span.start);
    let at_comma =
        group.span.start > limits.start && reading.is_mark(group.span.start - 1, Mark::Comma);
    if frames.any(Frames::INVERTED)
        && !group.bare
        && (at_quote
            || (at_comma && subject.how != How::Before && !frames.any(Frames::LISTENER))
            || group.span.start == limits.start)
        && matches!(group.form, VerbForm::Past | VerbForm::OnlyPast | VerbForm::Present)
    {
        inverted = source::behind(reading, limits, group);
    }
    if let Some(behind) = inverted
        && let Some(left) = left_content(reading, limits, group.span.start, at_quote)
    {
        let mut content = vec![left];
        content.extend(resumed(reading, limits, behind.span.end, cuts));
        return Some(Found::new(group, Some(behind.span), content, behind));
    }
    let right = after_cue(reading, limits, group.cue.frames, group.span.end);
    let left_quote = !is_title(reading, limits, subject)
        && (subject.how == How::Before && ends_quote(reading, limits, subject.start)
            || subject.how != How::Before && !group.bare && at_quote);
    // Behind a quotation only what directly follows the verb can be its content.
    let comma = left_quote
        && closes_with_comma(
            reading,
            limits,
            if subject.how == How::Before { subject.start } else { group.span.start },
        );
    let strong = match right {
        _ if comma => false,
        Right::That(at) | Right::Clause(at) | Right::Question(at) => at == group.span.end,
        Right::Colon(_) => true,
        _ => false,
    };
    if left_quote
        && !strong
        && frames.any(Frames::QUOTE)
        && let Some(left) = left_content(reading, limits, subject.start, true)
    {
        let mut content = vec![left];
        content.extend(resumed(reading, limits, group.span.end, cuts));
        return Some(Found::new(group, span(subject), content, subject));
    }
    let content = content_right(reading, limits, group, right, cuts);
    if let Some(content) = content {
        let trailing = matches!(right, Right::Noun(_) | Right::Preposition(_) | Right::Ing(_))
            && is_trailing(reading, limits, subject)
            && left_content(reading, limits, subject.start, false)
                .is_some_and(|left| content::has_finite(reading, left, left.start));
        if !(trailing && frames.any(Frames::THAT)) {
            let source = resolve(reading, limits, group, &mut subject);
            let plans = frames.any(Frames::PLANS) && matches!(right, Right::To(_));
            let mut found = Found::new(group, source, content, subject);
            if let Right::Preposition(at) = right
                && at == group.span.end
            {
                found.cue = Stretch::new(found.cue.start, at + 1);
            }
            if plans {
                found.act = Act::Plans;
            }
            return Some(found);
        }
    }
    // "…, Lee said in Oslo." and "…, Lee said, …": the content stands left.
    if is_trailing(reading, limits, subject)
        && frames.any(Frames::BARE | Frames::THAT)
        && !group.bare
        && let Some(left) = left_content(reading, limits, subject.start, false)
    {
        let mut content = vec![left];
        if let Right::Comma(next) = right {
            let end = content::end(reading, limits, next, cuts);
            if end > next + 1 && !reading.is(next, Classes::ING | Classes::COORDINATOR) {
                content.push(Stretch::new(next, end));
            }
        }
        return Some(Found::new(group, span(subject), content, subject));
    }
    if let (Right::Comma(next), How::Before) = (right, subject.how) {
        // "In a word, Lee said, it is over": the left part was only an adjunct.
        let end = content::end(reading, limits, next, cuts);
        if frames.any(Frames::BARE) && is_trailing(reading, limits, subject) && end > next + 2 {
            return Some(Found::new(group, span(subject), vec![Stretch::new(next, end)], subject));
        }
    }
    None
}

fn span(subject: Subject) -> Option<Stretch> {
    (!subject.span.is_empty()).then_some(subject.span)
}

/// The subject of a coordinated verb or a participle is that of the clause before.
fn resolve(
    reading: &Reading<'_>,
    limits: Stretch,
    group: &VerbGroup<'_>,
    subject: &mut Subject,
) -> Option<Stretch> {
    if subject.how == How::Before && !group.bare {
        return span(*subject);
    }
    if let Some(shared) = source::shared(reading, limits, group) {
        subject.span = shared;
        subject.how = How::Shared;
        return Some(shared);
    }
    if subject.how == How::Before { span(*subject) } else { None }
}

/// "was told by Lee that", "is said to": a by-phrase speaks, or nobody named.
fn passive<'l>(
    reading: &Reading<'_>,
    limits: Stretch,
    group: &VerbGroup<'l>,
    subject: Subject,
    cuts: &[Cut],
) -> Option<Found<'l>> {
    let next = group.span.end;
    if next >= limits.end {
        return None;
    }
    let none = Subject { span: Stretch::new(next, next), start: subject.start, how: How::None };
    if reading.is_word(next, "by")
        && group.cue.frames.any(Frames::THAT | Frames::NOUN | Frames::OBJECT)
    {
        let by = phrase::after(reading, limits, next + 1, true);
        if by.is_empty() {
            return None;
        }
        let right = after_cue(reading, limits, group.cue.frames, by.end);
        let content = match right {
            Right::That(at) | Right::To(at) | Right::Quote(at) => {
                vec![Stretch::new(at, content::end(reading, limits, at, cuts))]
            }
            _ if !subject.span.is_empty() => vec![subject.span],
            _ => return None,
        };
        let subject = Subject { span: by, how: How::Inverted, ..none };
        return Some(Found::new(group, Some(by), content, subject));
    }
    // "was dismissed as groundless by Lee": what is judged stands before, who judges behind.
    if reading.is_word(next, "as")
        && group.cue.frames.any(Frames::OBJECT)
        && !subject.span.is_empty()
        && let Some(by) = (next..limits.end.min(next + 6)).find(|at| reading.is_word(*at, "by"))
    {
        let by = phrase::after(reading, limits, by + 1, true);
        let found = Subject { span: by, how: How::Inverted, ..none };
        return (!by.is_empty()).then(|| Found::new(group, Some(by), vec![subject.span], found));
    }
    let right = after_cue(reading, limits, group.cue.frames, next);
    let frames = group.cue.frames;
    match right {
        Right::That(at) if frames.any(Frames::THAT) => {
            let content = vec![Stretch::new(at, content::end(reading, limits, at, cuts))];
            // "was told that": the subject listens.
            Some(Found::new(group, None, content, none))
        }
        Right::To(at) if frames.any(Frames::PASSIVE | Frames::TO | Frames::LISTENER) => {
            let mut content = vec![Stretch::new(at, content::end(reading, limits, at, cuts))];
            if !subject.span.is_empty() && frames.any(Frames::PASSIVE) {
                content.insert(0, subject.span);
            }
            Some(Found::new(group, None, content, none))
        }
        Right::Quote(at) | Right::Question(at) | Right::Preposition(at) | Right::Clause(at)
            if frames.any(Frames::QUESTION | Frames::OBJECT) =>
        {
            let content = vec![Stretch::new(at, content::end(reading, limits, at, cuts))];
            Some(Found::new(group, None, content, none))
        }
        _ => None,
    }
}

/// Tells whether a closing quotation mark stands before `at`, a comma between them allowed.
fn ends_quote(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let mut left = at;
    while left > limits.start
        && (reading.is_mark(left - 1, Mark::Comma) || reading.is_mark(left - 1, Mark::Dash))
    {
        left -= 1;
    }
    // `"Is it?" Lee said.`: the quotation is a sentence of its own before this one.
    left > limits.start && reading.is_quote(left - 1)
        || left == limits.start && follows_quote(reading, left)
}

/// Tells whether a closing quotation mark stands before a sentence on the same line.
fn follows_quote(reading: &Reading<'_>, at: usize) -> bool {
    at > 0 && reading.is_quote(at - 1) && {
        let (end, start) = (reading.token(at - 1).end as usize, reading.token(at).start as usize);
        !reading.article.text[end..start].contains('\n') && reading.quotation_ending(end).is_some()
    }
}

/// "On the show “Morning in Town,” Lee said": a quoted title in an adjunct is no quotation.
fn is_title(reading: &Reading<'_>, limits: Stretch, subject: Subject) -> bool {
    if subject.how != How::Before
        || subject.start < limits.start + 2
        || !reading.is(limits.start, Classes::PREPOSITION)
    {
        return false;
    }
    let end = reading.token(subject.start - 1).end as usize;
    let Some(quote) = reading.quotation_ending(end) else { return false };
    let words = reading.tokens_in(quote.inner);
    let small = Classes::PREPOSITION | Classes::DETERMINER | Classes::COORDINATOR;
    let titled = Classes::CAPITAL | Classes::MARK | Classes::DIGITS;
    words.len() <= 9 && words.range().all(|at| reading.is(at, titled | small))
}

/// `…,"`: a comma inside the marks announces the speaker.
fn closes_with_comma(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    at > limits.start + 1 && reading.is_quote(at - 1) && reading.is_mark(at - 2, Mark::Comma)
}

/// Tells whether a comma stands before the subject: it may end the content.
fn is_trailing(reading: &Reading<'_>, limits: Stretch, subject: Subject) -> bool {
    subject.how == How::Before
        && subject.start > limits.start
        && (reading.is_mark(subject.start - 1, Mark::Comma)
            || reading.is_mark(subject.start - 1, Mark::Dash))
}

/// The content left of `at`: the quotation that ends there, or the clause before the comma.
fn left_content(
    reading: &Reading<'_>,
    limits: Stretch,
    at: usize,
    quoted: bool,
) -> Option<Stretch> {
    let mut end = at;
    while end > limits.start
        && (reading.is_mark(end - 1, Mark::Comma) || reading.is_mark(end - 1, Mark::Dash))
    {
        end -= 1;
    }
    if end == limits.start && !(quoted && follows_quote(reading, end)) {
        return None;
    }
    let mut start = limits.start;
    if quoted {
        let close = reading.token(end - 1).end as usize;
        let quote = reading.quotation_ending(close);
        let open = quote.map_or(limits.start, |quote| reading.tokens_in(quote.span).start);
        if open < limits.start {
            return Some(Stretch::new(open, end));
        }
        start = content::clause_start(reading, limits, open);
    } else {
        while start < end
            && (reading.is(start, Classes::COORDINATOR)
                || reading.is_word(start, "meanwhile")
                || reading.is_mark(start, Mark::Comma)
                || reading.is_mark(start, Mark::Other)
                || reading.is_mark(start, Mark::Dash))
        {
            start += 1;
        }
        // An adjunct alone is no content: "In Oslo, Lee said …".
        let adjunct = reading.is(
            start,
            Classes::PREPOSITION
                | Classes::SUBORDINATOR
                | Classes::ADVERB
                | Classes::LY
                | Classes::TIME
                | Classes::WEEKDAY
                | Classes::ING,
        );
        if end - start < 2
            || (adjunct && end - start < 5 && !(start..end).any(|at| reading.is_finite(limits, at)))
        {
            return None;
        }
    }
    (start < end).then(|| Stretch::new(start, end))
}

/// `…," he said, "…`: the quotation goes on behind the cue.
fn resumed(reading: &Reading<'_>, limits: Stretch, from: usize, cuts: &[Cut]) -> Option<Stretch> {
    let stop = cuts
        .iter()
        .find(|cut| cut.at >= from && cut.since <= from)
        .map_or(limits.end, |cut| cut.at);
    let open = (from..stop.min(from + 45)).find(|at| {
        let joins =
            |at: usize| matches!(reading.words[at].mark, Mark::Comma | Mark::Dash | Mark::Colon);
        reading.is_quote(*at) && *at > from && (joins(*at - 1) || continues(reading, from, *at))
    })?;
    // Words between may be a place or a listener, but no other clause.
    let clear = (from..open).all(|at| !reading.is_mark(at, Mark::Semicolon));
    clear.then(|| Stretch::new(open, content::end(reading, limits, open, cuts)))
}

/// ", but “…": a coordinator and at most two words lead on to the next quotation.
fn continues(reading: &Reading<'_>, from: usize, open: usize) -> bool {
    (open.saturating_sub(4).max(from)..open).any(|at| {
        reading.is_mark(at, Mark::Comma)
            && reading.is(at + 1, Classes::COORDINATOR)
            && !(at + 1..open).any(|at| reading.is(at, Classes::PRONOUN))
    })
}

fn content_right(
    reading: &Reading<'_>,
    limits: Stretch,
    group: &VerbGroup<'_>,
    right: Right,
    cuts: &[Cut],
) -> Option<Vec<Stretch>> {
    let frames = group.cue.frames;
    let clause = |at: usize| Stretch::new(at, content::end(reading, limits, at, cuts));
    let phrase = |at: usize| Stretch::new(at, content::phrase_end(reading, limits, at, cuts));
    let stretch = match right {
        Right::That(at) if frames.any(Frames::THAT) => clause(at),
        Right::Quote(at)
            if frames.any(Frames::QUOTE | Frames::BARE | Frames::NOUN | Frames::OBJECT) =>
        {
            clause(at)
        }
        Right::Colon(at) if frames.any(Frames::QUOTE | Frames::THAT) => clause(at),
        Right::Clause(at) if frames.any(Frames::BARE) => clause(at),
        Right::Question(at) if frames.any(Frames::QUESTION) => clause(at),
        Right::To(at) if frames.any(Frames::TO) => clause(at),
        Right::Ing(at) if frames.any(Frames::GERUND) => phrase(at),
        Right::Preposition(at) if frames.any(Frames::PREPOSITION | Frames::TOWARD) => {
            phrase(at + 1)
        }
        Right::Noun(at) if frames.any(Frames::NOT_PERSONS) && is_persons(reading, limits, at) => {
            return None;
        }
        Right::Noun(at)
            if frames.any(Frames::BARE)
                && !frames.any(Frames::NOUN | Frames::OBJECT | Frames::LISTENER) =>
        {
            clause(at)
        }
        Right::Noun(at) | Right::Clause(at) if frames.any(Frames::NOUN | Frames::OBJECT) => {
            phrase(at)
        }
        _ => return None,
    };
    // A colon at the end of a paragraph: the next one is the content.
    if matches!(right, Right::Colon(at) if at == limits.end) {
        return Some(Vec::new());
    }
    (!stretch.is_empty()).then(|| vec![stretch])
}

/// The object is a person or several, and nothing is said of them: "dismissed two senior officers".
fn is_persons(reading: &Reading<'_>, limits: Stretch, at: usize) -> bool {
    let object = phrase::after(reading, limits, at, false);
    let Some(head) = object.range().rev().find(|at| !reading.is(*at, Classes::MARK)) else {
        return reading.is(at, Classes::OBJECT);
    };
    let of_them = object.end < limits.end && reading.is_word(object.end, "as");
    !of_them
        && reading.is(head, Classes::ROLE | Classes::COLLECTIVE | Classes::NUMBER | Classes::OBJECT)
}
