use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch};
use crate::lexicon::{Classes, Cue, Frames, VerbForm};

/// A verb that attributes, with the words that belong to it: "has repeatedly said", "declined to say".
#[derive(Clone, Copy, Debug)]
pub(super) struct VerbGroup<'l> {
    /// The row of the verb.
    pub(super) cue: &'l Cue,
    /// The tokens of the group; the cue's span.
    pub(super) span: Stretch,
    /// The verb itself.
    pub(super) verb: usize,
    /// The form of the verb.
    pub(super) form: VerbForm,
    /// "was told", "is said".
    pub(super) passive: bool,
    /// "did not say", "refused to say".
    pub(super) negated: bool,
    /// An -ing form or infinitive without its own subject: "saying", "to say".
    pub(super) bare: bool,
}

/// Returns the group of the verb at `at` inside a sentence, unless the word is no verb there.
pub(super) fn group<'l>(
    reading: &Reading<'_>,
    limits: Stretch,
    at: usize,
    cue: &'l Cue,
    form: VerbForm,
) -> Option<VerbGroup<'l>> {
    // `United States`, `Call Center`: a name, unless the sentence starts with the verb.
    if at > limits.start && reading.is(at, Classes::CAPITAL) && !reading.is(at - 1, Classes::MARK) {
        return None;
    }
    let aux = Classes::BE | Classes::HAVE | Classes::DO | Classes::MODAL;
    let mut start = at;
    let mut passive = false;
    let mut negated = false;
    let mut helped = false;
    let mut infinitive = false;
    while start > limits.start {
        let left = start - 1;
        let classes = reading.words[left].classes;
        if classes.any(Classes::MARK) {
            if let Some(open) = split_group(reading, limits, left) {
                start = open;
                continue;
            }
            // `he's said`, `he ’ s said`: the mark and the letter are two tokens.
            break;
        }
        if reading.words[left].quoted {
            break;
        }
        if reading.is_word(left, "s") && left > limits.start && follows_pronoun(reading, left) {
            helped = true;
            start = left - 1;
            continue;
        }
        if classes.any(aux) && !classes.any(Classes::CAPITAL) || reading.is_contracted(left) {
            if !helped && !infinitive {
                passive = classes.any(Classes::BE)
                    && matches!(form, VerbForm::Past | VerbForm::Participle);
            }
            helped = true;
            negated |= classes.any(Classes::NEGATION);
            // `they've said`: the token is subject and helper in one.
            if classes.any(Classes::PRONOUN) {
                break;
            }
            start = left;
            continue;
        }
        if reading.is_word(left, "without") {
            return None;
        }
        if classes.any(Classes::NEGATION) && !classes.any(Classes::DETERMINER | Classes::PRONOUN) {
            negated = true;
            start = left;
            continue;
        }
        if is_inner_adverb(reading, limits, left, helped) {
            start = left;
            continue;
        }
        if reading.is_word(left, "to") && matches!(form, VerbForm::Base) && !infinitive {
            infinitive = true;
            start = left;
            continue;
        }
        if infinitive
            && !helped
            && let Some(refuses) = raising(reading, left)
        {
            negated |= refuses;
            helped = true;
            infinitive = false;
            start = left;
            continue;
        }
        break;
    }
    let alone = Stretch::new(start, at + 1);
    if helped && is_noun_behind_helper(reading, at, form) {
        return None;
    }
    if !helped && !infinitive && !is_verb(reading, limits, start, at, form) {
        return None;
    }
    // "came to see", "an opportunity to confirm": what may happen, not what is said.
    if infinitive && !helped && cue.frames.any(Frames::FINITE) {
        return None;
    }
    passive |= !helped && form == VerbForm::Past && is_asked(reading, limits, cue, alone);
    // Adverbs before a bare verb belong to its group; before a subject they do not.
    let bare = infinitive || (form == VerbForm::Ing && !helped);
    Some(VerbGroup { cue, span: alone, verb: at, form, passive, negated, bare })
}

/// "had not, as of Monday, announced": a phrase between commas inside the group.
fn split_group(reading: &Reading<'_>, limits: Stretch, comma: usize) -> Option<usize> {
    if !reading.is_mark(comma, Mark::Comma) {
        return None;
    }
    let open = (comma.saturating_sub(7).max(limits.start + 1)..comma)
        .rev()
        .find(|at| reading.is_mark(*at, Mark::Comma))?;
    reading
        .is(open - 1, Classes::HAVE | Classes::MODAL | Classes::BE | Classes::NEGATION)
        .then_some(open)
}

/// "Asked about it, Lee said", "when told that": the participle opens a clause, and its subject listens.
fn is_asked(reading: &Reading<'_>, limits: Stretch, cue: &Cue, verb: Stretch) -> bool {
    let before = |at: usize| {
        reading.is(at, Classes::SUBORDINATOR | Classes::WH)
            || reading.is(at, Classes::MARK) && !reading.is_quote(at)
    };
    let after = Classes::PREPOSITION | Classes::WH | Classes::SUBORDINATOR;
    cue.frames.any(Frames::LISTENER)
        && (verb.start == limits.start || before(verb.start - 1))
        && verb.end < limits.end
        && (reading.is(verb.end, after)
            || reading.is_word(verb.end, "that")
            || reading.is_word(verb.end, "to"))
}

/// "have claims", "were reports": a form that no such helper takes is a noun.
fn is_noun_behind_helper(reading: &Reading<'_>, at: usize, form: VerbForm) -> bool {
    let plain = matches!(form, VerbForm::Base | VerbForm::Present);
    let before = reading.words[at - 1].classes;
    let takes = before.any(Classes::DO | Classes::MODAL) || reading.is_contracted(at - 1);
    plain && before.any(Classes::HAVE | Classes::BE) && !takes
}

/// Tells whether the `s` at `at` is the rest of "he's", "who's", "that's".
fn follows_pronoun(reading: &Reading<'_>, at: usize) -> bool {
    at >= 2 && reading.is(at - 1, Classes::MARK) && reading.is(at - 2, Classes::PRONOUN)
}

fn is_inner_adverb(reading: &Reading<'_>, limits: Stretch, at: usize, helped: bool) -> bool {
    let classes = reading.words[at].classes;
    if classes.any(Classes::CAPITAL) && at > limits.start && !helped {
        return false;
    }
    let pronoun = classes.any(Classes::PRONOUN | Classes::DETERMINER);
    (classes.any(Classes::LY) || (classes.any(Classes::ADVERB) && !pronoun))
        && !classes.any(Classes::TIME | Classes::CAPITAL)
        && !reading.is_word(at, "family")
        && !reading.is_word(at, "daily")
        && !reading.is_word(at, "weekly")
}

/// A verb that takes over the infinitive: "went on to say"; `Some(true)` where it refuses.
fn raising(reading: &Reading<'_>, at: usize) -> Option<bool> {
    let word = reading.lexicon.raising(reading.id(at))?;
    Some(word)
}

/// Tells a finite verb from a noun or an adjective of the same form.
fn is_verb(
    reading: &Reading<'_>,
    limits: Stretch,
    start: usize,
    at: usize,
    form: VerbForm,
) -> bool {
    let before = (start > limits.start).then(|| start - 1);
    let after = (at + 1 < limits.end).then_some(at + 1);
    let opens = |at: usize| {
        reading.is(
            at,
            Classes::DETERMINER
                | Classes::PRONOUN
                | Classes::OBJECT
                | Classes::POSSESSIVE
                | Classes::WH,
        ) || (reading.is(at, Classes::CAPITAL) && !reading.is(at, Classes::MARK))
            || reading.is_quote(at)
            || reading.is_word(at, "that")
            || reading.is_word(at, "to")
            || reading.is_word(at, ":")
    };
    let noun_context = before.is_some_and(|at| {
        reading.is(at, Classes::DETERMINER | Classes::POSSESSIVE | Classes::NUMBER)
            && !reading.is(at, Classes::PRONOUN)
            || reading.is_possessive(at)
            || (reading.is(at, Classes::PREPOSITION) && form != VerbForm::Ing)
    });
    match form {
        VerbForm::Ing
            if before.is_some_and(|at| {
                reading.is_word(at, "without") || reading.is_word(at, "worth")
            }) =>
        {
            false
        }
        VerbForm::Ing => {
            !noun_context || before.is_some_and(|at| reading.is(at, Classes::PREPOSITION))
        }
        VerbForm::Past | VerbForm::OnlyPast | VerbForm::Participle => !before.is_some_and(|at| {
            (reading.is(at, Classes::DETERMINER | Classes::POSSESSIVE)
                && !reading.is(at, Classes::PRONOUN))
                || reading.is_possessive(at)
                || (reading.is(at, Classes::PREPOSITION) && !reading.is_quote(at))
        }),
        VerbForm::Present | VerbForm::Base => {
            if noun_context {
                return false;
            }
            let Some(before) = before else { return false };
            let classes = reading.words[before].classes;
            // "a man like him": only behind a pronoun is it a verb.
            if reading.is(at, Classes::PREPOSITION)
                && (!classes.any(Classes::PRONOUN) || classes.any(Classes::DETERMINER))
            {
                return false;
            }
            let noun_too = reading.lexicon.is_noun_too(reading.id(at));
            if classes.any(Classes::PRONOUN | Classes::RELATIVE)
                && !(noun_too && classes.any(Classes::DETERMINER | Classes::NUMBER))
            {
                return true;
            }
            let plural = classes.any(Classes::COLLECTIVE | Classes::S | Classes::PLURAL);
            let agrees = match form {
                VerbForm::Base => plural,
                _ => !plural || classes.any(Classes::CAPITAL),
            };
            let sure = after.is_none_or(|at| {
                opens(at) || reading.is(at, Classes::LY | Classes::TIME | Classes::WEEKDAY)
            });
            let quote = reading.is_quote(before) || classes.any(Classes::MARK);
            if noun_too {
                // "…, the Daily Post reports.": behind the comma that ends what is said.
                let closes = classes.any(Classes::CAPITAL)
                    && after.is_none_or(|at| reading.is_mark(at, Mark::Stop))
                    && (before.saturating_sub(6).max(limits.start)..before)
                        .any(|at| reading.is_mark(at, Mark::Comma));
                if closes && form == VerbForm::Present {
                    return true;
                }
                // "percentage points": a common noun before it makes it a noun, too.
                let actor = classes.any(
                    Classes::CAPITAL
                        | Classes::ROLE
                        | Classes::BODY
                        | Classes::DOCUMENT
                        | Classes::COLLECTIVE
                        | Classes::OUTLET
                        | Classes::UNNAMED
                        | Classes::S,
                ) || reading.is_mark(before, Mark::Close);
                (agrees && sure && actor)
                    || (quote
                        && after.is_some_and(|at| {
                            reading
                                .is(at, Classes::CAPITAL | Classes::PRONOUN | Classes::DETERMINER)
                        })
                        && !reading.is_word(before, ","))
            } else {
                agrees
                    || quote
                    || sure
                        && !classes.any(
                            Classes::PREPOSITION
                                | Classes::ADVERB
                                | Classes::LY
                                | Classes::COORDINATOR,
                        )
            }
        }
    }
}
