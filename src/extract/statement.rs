use crate::claim::{Mention, SourceClass, Stance};
use crate::extract::clause::{has_verb, is_finite};
use crate::extract::plain::{plain, positive};
use crate::extract::{Clause, Held, Join, Reading, Stretch, coreference};
use crate::lexicon::{Classes, EventWords};

/// Returns what a mention claims as a sentence of its own; a denial gives what is denied.
///
/// A content that is only a noun keeps source and cue ("The mayor announced his resignation"), a
/// pronoun at its start gives way to the claimant, "rumours that" is left out.
pub(super) fn of(
    reading: &Reading<'_>,
    held: &Held,
    mention: &Mention,
    content: &[Stretch],
) -> String {
    let mut parts = content.to_vec();
    if let Some(first) = parts.first_mut() {
        *first = behind_time(reading, held, *first);
    }
    let Some(first) = parts.first() else { return String::new() };
    if let Some(inner) = behind_that(reading, held, *first) {
        parts[0] = inner;
    }
    let mut words = String::new();
    let verbal = parts.iter().any(|part| has_verb(reading, held, *part));
    let negated = mention.stance == Stance::Denies && !denies_itself(reading, mention);
    let infinitive = reading.text(parts[0].start) == "to";
    if !verbal && !infinitive && (mention.stance == Stance::Asserts || negated) {
        words = lead(mention);
    }
    for part in parts {
        join(&mut words, &with_subject(reading, held, mention, part));
    }
    plain(&if negated { positive(&words) } else { words })
}

/// "On Monday, the mayor resigned": the words behind the comma; the day is kept as a period.
fn behind_time(reading: &Reading<'_>, held: &Held, part: Stretch) -> Stretch {
    let starts = |at: usize| {
        held.periods_in(reading, part)
            .any(|period| period.span.start == reading.token(at).span().start)
    };
    let time = !part.is_empty() && starts(part.start);
    let comma = part.range().take(10).find(|at| time && reading.text(*at) == ",");
    let only = |comma: usize| {
        held.periods_in(reading, part)
            .any(|period| period.span.end == reading.token(comma - 1).span().end)
    };
    match comma.filter(|at| only(*at)) {
        Some(at) if at + 3 < part.end => Stretch::new(at + 1, part.end),
        _ => part,
    }
}

/// "rumours that it was for sale": the clause behind "that".
fn behind_that(reading: &Reading<'_>, held: &Held, content: Stretch) -> Option<Stretch> {
    let that = content.range().take(10).find(|at| reading.text(*at) == "that")?;
    if that + 1 == content.end {
        return None;
    }
    let noun =
        (content.start..that).any(|at| reading.lexicon.cues().noun(reading.id(at)).is_some());
    let before = Stretch::new(content.start, that);
    (noun && !has_verb(reading, held, before)).then(|| Stretch::new(that + 1, content.end))
}

/// Tells whether the cue denies by its own meaning: "denied" and not "has not announced".
fn denies_itself(reading: &Reading<'_>, mention: &Mention) -> bool {
    let cue = mention.attribution.last().and_then(|link| link.cue.as_ref());
    let Some(span) = cue.and_then(|cue| cue.span) else { return false };
    reading.tokens_in(span).range().any(|at| {
        let id = reading.id(at);
        let cues = reading.lexicon.cues();
        let verb = cues.verb(id).is_some_and(|(cue, _)| cue.stance == Stance::Denies);
        verb || cues.noun(id).is_some_and(|cue| cue.stance == Stance::Denies)
    })
}

/// Source and cue: "The mayor announced".
fn lead(mention: &Mention) -> String {
    let Some(link) = mention.attribution.last() else { return String::new() };
    let (Some(source), Some(cue)) = (&link.source, &link.cue) else { return String::new() };
    let order = [source.span, cue.span, mention.content.first().copied()];
    if !order.is_sorted_by_key(|span| span.map(|span| span.start)) {
        return String::new();
    }
    format!("{} {}", short(&source.text), cue.text)
}

/// The words of a stretch, with a name in place of the pronoun that is its subject, and with a
/// subject where there is none: "to have won" is "Ann Lee has won".
fn with_subject(reading: &Reading<'_>, held: &Held, mention: &Mention, part: Stretch) -> String {
    let words = slice(reading, part);
    let claimant = mention.claimant().filter(|source| !is_pronoun(&source.text));
    if let (Some(source), "to") = (claimant, reading.text(part.start)) {
        let several = source.class == SourceClass::Collective;
        let rest = words[2..].trim_start();
        let verb = match rest.split(' ').next() {
            Some("have") if !several => "has",
            Some("have") => "have",
            Some("be") if !several => "is",
            Some("be") => "are",
            _ => return format!("{} {words}", short(&source.text)),
        };
        let rest = rest.split_once(' ').map_or("", |(_, rest)| rest);
        return format!("{} {verb} {rest}", short(&source.text));
    }
    let Some(at) = subject_pronoun(reading, held, part) else { return words.to_owned() };
    let name = claimant
        .filter(|source| stands_for(reading, at, part.end, source.class))
        .map(|source| source.text.as_str())
        .or_else(|| named(reading, mention, at).map(|name| slice(reading, name)));
    let Some(name) = name else { return words.to_owned() };
    let before = Stretch::new(part.start, at);
    let mut out = if before.is_empty() { String::new() } else { slice(reading, before).to_owned() };
    join(&mut out, short(name));
    join(&mut out, slice(reading, Stretch::new(at + 1, part.end)));
    out
}

/// The name that the subject pronoun of the outlet's own words stands for.
pub(super) fn named(reading: &Reading<'_>, mention: &Mention, at: usize) -> Option<Stretch> {
    let person = matches!(reading.text(at).to_ascii_lowercase().as_str(), "he" | "she");
    let own = mention.attribution.is_empty();
    let found =
        (own && person).then(|| coreference::resolve(reading, Stretch::new(at, at + 1), &[]));
    found.flatten().map(|resolved| resolved.name)
}

/// The pronoun before the verb of a stretch.
pub(super) fn subject_pronoun(reading: &Reading<'_>, held: &Held, part: Stretch) -> Option<usize> {
    part.range().take_while(|at| !is_finite(reading, held, *at)).find(|at| {
        reading.is(*at, Classes::PRONOUN)
            && !reading.is(*at, Classes::FIRST | Classes::RELATIVE)
            && is_pronoun(reading.text(*at))
    })
}

/// Tells whether the pronoun at `at` means whoever speaks.
fn stands_for(reading: &Reading<'_>, at: usize, end: usize, class: SourceClass) -> bool {
    let person = matches!(class, SourceClass::Person | SourceClass::Role);
    match reading.text(at).to_ascii_lowercase().as_str() {
        "he" | "she" => person,
        "they" => matches!(class, SourceClass::Collective | SourceClass::Body),
        // "it will take a month", "it is clear" mean nobody.
        "it" => {
            !person
                && !(at + 1..end).take(4).any(|at| {
                    reading.is(at, Classes::BE)
                        || matches!(reading.text(at), "take" | "cost" | "takes" | "took")
                })
        }
        _ => false,
    }
}

fn is_pronoun(text: &str) -> bool {
    const PRONOUNS: [&str; 9] = ["he", "she", "it", "they", "i", "we", "who", "which", "that"];
    text.len() <= 5 && PRONOUNS.iter().any(|pronoun| text.eq_ignore_ascii_case(pronoun))
}

/// A source without what stands behind the name: "Ann Lee, the mayor of".
fn short(source: &str) -> &str {
    source.split([',', '(']).next().unwrap_or(source).trim_end()
}

fn join(words: &mut String, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}

/// Returns the words of a clause with the subject that it shares with the clauses before it.
pub(super) fn completed(
    reading: &Reading<'_>,
    held: &Held,
    before: &[Clause],
    clauses: &[Clause],
) -> String {
    let Some(first) = clauses.first() else { return String::new() };
    let mut words = String::new();
    let mut rest = first.tokens;
    let subject = before.first().map(|main| subject(reading, held, main.tokens));
    match (first.join, subject.filter(|subject| !subject.is_empty())) {
        (Join::Shared, Some(subject)) => words.push_str(slice(reading, subject)),
        (Join::Ing, Some(subject)) => {
            words.push_str(slice(reading, subject));
            if let Some(past) = EventWords::builtin().past(reading.id(rest.start)) {
                words.push(' ');
                words.push_str(past);
                rest.start += 1;
            }
        }
        (Join::Which, _) if reading.is(rest.start, Classes::RELATIVE) => {
            let noun =
                before.last().map_or_else(Stretch::default, |last| noun(reading, last.tokens));
            words.push_str(slice(reading, noun));
            rest.start += 1;
        }
        (Join::With | Join::When, _) if rest.len() > 1 => rest.start += 1,
        _ => {}
    }
    for tokens in [rest].into_iter().chain(clauses[1..].iter().map(|clause| clause.tokens)) {
        join(&mut words, slice(reading, tokens));
    }
    plain(&words)
}

/// What stands before the verb of a clause.
fn subject(reading: &Reading<'_>, held: &Held, clause: Stretch) -> Stretch {
    let verb = clause.range().find(|at| is_finite(reading, held, *at)).unwrap_or(clause.end);
    let mut start = clause.start;
    // "On Friday, a truck": the subject starts behind the last comma.
    for at in clause.start..verb {
        if reading.text(at) == "," || at == clause.start && reading.text(at) == "that" {
            start = at + 1;
        }
    }
    // "On Friday the bank": the day is no subject.
    let time = Classes::WEEKDAY | Classes::MONTH | Classes::TIME;
    let leads = start + 1 < verb && reading.is(start, Classes::PREPOSITION);
    if leads && reading.is(start + 1, time) {
        start += 1;
    }
    while start < verb && reading.is(start, time | Classes::DIGITS) {
        start += 1;
    }
    Stretch::new(start, verb)
}

/// The noun at the end of a clause that a relative clause is about; times are passed over.
fn noun(reading: &Reading<'_>, clause: Stretch) -> Stretch {
    let mut end = clause.end;
    loop {
        let mut start = end;
        while start > clause.start && !ends_noun(reading, start - 1) {
            start -= 1;
        }
        let time = Classes::WEEKDAY | Classes::MONTH | Classes::TIME;
        let dated = end > start && reading.is(end - 1, time);
        if !dated || start <= clause.start + 1 {
            return Stretch::new(start, end);
        }
        end = start - 1;
    }
}

/// Tells whether no noun reaches back over a token; the apostrophe of "Monday's" joins.
fn ends_noun(reading: &Reading<'_>, at: usize) -> bool {
    let apostrophe = matches!(reading.text(at), "'" | "’");
    reading.is(at, Classes::PREPOSITION | Classes::MARK) && !apostrophe
}

fn slice<'a>(reading: &Reading<'a>, tokens: Stretch) -> &'a str {
    reading.article.slice(reading.span(tokens))
}

#[cfg(test)]
mod tests {
    use crate::extract::fill::tests::claims;

    #[test]
    fn later_clauses_get_their_subject() {
        let last = |text| claims(text).pop().map(|claim| claim.statement).unwrap_or_default();
        assert_eq!(
            last("The mayor resigned and his deputy was sworn in."),
            "His deputy was sworn in"
        );
        assert_eq!(
            last("On Friday the bank sacked its chief and appointed Ann Lee."),
            "The bank appointed Ann Lee"
        );
    }
}
