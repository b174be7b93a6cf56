//! Which side of a cue its content is on, and how far it goes.

use crate::claim::Act;
use crate::extract::reading::Mark;
use crate::extract::right::{Right, after_cue};
use crate::extract::source::{How, Subject};
use crate::extract::{
    Cut, Found, Reading, Stretch, VerbGroup, content, left, passive, phrase, shared, source,
};
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
        return passive::of_verb(reading, limits, group, subject, cuts);
    }
    let mut inverted = None;
    let at_quote = left::ends_quote(reading, limits, group.span.start);
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
        && let Some(left) = left::content(reading, limits, group.span.start, at_quote)
    {
        let mut content = vec![left];
        content.extend(left::resumed(reading, limits, behind.span.end, cuts));
        return Some(Found::new(group, Some(behind.span), content, behind));
    }
    // "But, said Lee, “…”": only a word that joins stands left.
    if let Some(behind) = inverted
        && at_comma
        && let Some(content) = left::resumed(reading, limits, behind.span.end, cuts)
    {
        return Some(Found::new(group, Some(behind.span), vec![content], behind));
    }
    let right = after_cue(reading, limits, group.cue.frames, group.span.end);
    let left_quote = !left::is_title(reading, limits, subject)
        && (subject.how == How::Before && left::ends_quote(reading, limits, subject.start)
            || subject.how != How::Before && !group.bare && at_quote);
    // Behind a quotation only what directly follows the verb can be its content.
    let comma = left_quote
        && left::closes_with_comma(
            reading,
            limits,
            if subject.how == How::Before { subject.start } else { group.span.start },
        );
    // The quotation only ends what leads in, or the sentence before: "Asked on “Morning Town,” Lee said he".
    let clause = matches!(right, Right::That(_) | Right::Clause(_) | Right::Question(_));
    let apart = left_quote && clause && left::is_apart(reading, limits, subject);
    let strong = match right {
        _ if apart => true,
        _ if comma => false,
        Right::That(at) | Right::Clause(at) | Right::Question(at) => at == group.span.end,
        Right::Colon(_) => true,
        _ => false,
    };
    if left_quote
        && !strong
        && frames.any(Frames::QUOTE)
        && let Some(left) = left::content(reading, limits, subject.start, true)
    {
        let mut content = vec![left];
        content.extend(left::resumed(reading, limits, group.span.end, cuts));
        return Some(Found::new(group, span(subject), content, subject));
    }
    if let Some(content) = as_clause(reading, limits, group, subject, right, cuts) {
        return Some(Found::new(group, span(subject), content, subject));
    }
    let content = content_right(reading, limits, group, right, cuts);
    if let Some(content) = content {
        let trailing = matches!(right, Right::Noun(_) | Right::Preposition(_) | Right::Ing(_))
            && left::is_trailing(reading, limits, subject)
            && left::content(reading, limits, subject.start, false)
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
    if left::is_trailing(reading, limits, subject)
        && frames.any(Frames::BARE | Frames::THAT)
        && !group.bare
        && let Some(left) = left::content(reading, limits, subject.start, false)
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
        if frames.any(Frames::BARE) && left::is_trailing(reading, limits, subject) && end > next + 2
        {
            return Some(Found::new(group, span(subject), vec![Stretch::new(next, end)], subject));
        }
    }
    None
}

/// "As Lee said, it rains": the clause behind the comma is the content.
fn as_clause(
    reading: &Reading<'_>,
    limits: Stretch,
    group: &VerbGroup<'_>,
    subject: Subject,
    right: Right,
    cuts: &[Cut],
) -> Option<Vec<Stretch>> {
    let before = subject.start.checked_sub(1)?;
    let opens = before <= limits.start + 1;
    let inside = before > limits.start && reading.is_mark(before - 1, Mark::Comma);
    let says = reading.is_word(before, "as")
        && subject.how == How::Before
        && group.cue.frames.any(Frames::THAT | Frames::BARE);
    let Right::Comma(next) = right else { return None };
    let content = Stretch::new(next, content::end(reading, limits, next, cuts));
    (says && (opens || inside) && content.len() > 2).then_some(())?;
    // "In June, as Lee said, it rained": the adjunct before it belongs to the clause.
    let adjunct = (!opens).then(|| Stretch::new(limits.start, before - 1));
    Some(adjunct.into_iter().chain([content]).collect())
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
    if let Some(shared) = shared::subject(reading, limits, group) {
        subject.span = shared;
        subject.how = How::Shared;
        return Some(shared);
    }
    if subject.how == How::Before { span(*subject) } else { None }
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
