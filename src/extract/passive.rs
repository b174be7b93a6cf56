//! "was told by Lee that", "is said to": a verb in the passive.

use crate::extract::right::{Right, after_cue};
use crate::extract::source::{How, Subject};
use crate::extract::{Cut, Found, Reading, Stretch, VerbGroup, content, phrase};
use crate::lexicon::Frames;

/// "was told by Lee that", "is said to": a by-phrase speaks, or nobody named.
pub(super) fn of_verb<'l>(
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
            Right::That(at) | Right::To(at) | Right::Quote(at) | Right::Question(at) => {
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
