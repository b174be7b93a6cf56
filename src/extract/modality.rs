use crate::claim::Modality;
use crate::extract::{Clause, Join, Reading, Stretch};
use crate::lexicon::{Classes, Tags};
use crate::slots::Event;

/// How far before its event a modal phrase may stand, in tokens.
const REACH: usize = 8;

/// Tells whether the event of a claim lies behind, is announced, or is only possible.
///
/// The phrase that counts is the nearest before the main event in its own clause, else the first
/// of the main clause.
pub(super) fn of(reading: &Reading<'_>, clauses: &[Clause], event: Option<&Event>) -> Modality {
    let Some(clause) = event
        .and_then(|event| clauses.iter().find(|clause| clause.tokens.holds(event.index)))
        .or_else(|| clauses.iter().find(|clause| !matches!(clause.join, Join::When | Join::Which)))
    else {
        return Modality::Happened;
    };
    let at = event.map_or(clause.tokens.end, |event| event.index);
    let before = Stretch::new(clause.tokens.start.max(at.saturating_sub(REACH)), at);
    last(reading, before)
        .or_else(|| first(reading, Stretch::new(at, clause.tokens.end)))
        .or_else(|| first(reading, clause.tokens))
        .unwrap_or(Modality::Happened)
}

/// Tells whether a stretch holds a phrase that announces an event.
pub(super) fn announces(reading: &Reading<'_>, tokens: Stretch) -> bool {
    tokens.range().any(|at| phrase_at(reading, at, tokens.end) == Some(Modality::Planned))
}

/// Tells whether a time is that of an announced event: no verb of saying or of the past stands between
/// it and the phrase that announces.
pub(super) fn announced_at(reading: &Reading<'_>, time: Stretch) -> bool {
    let sentence = &reading.layout.sentences[reading.sentence_at(time.start)];
    let planned =
        |at: usize| phrase_at(reading, at, sentence.tokens.end) == Some(Modality::Planned);
    let told = |at: usize| {
        let cue = reading.lexicon.cues().verb(reading.id(at)).is_some();
        // What is done is seldom told right behind an infinitive: "to resume limited output".
        let done = reading.is(at, Classes::ED) && !(at >= 2 && reading.text(at - 2) == "to");
        cue || done || reading.is(at, Classes::FINITE)
    };
    // What announces is asked first: "is to" is told in the present, too.
    let speaks = |at: &usize| planned(*at) || told(*at);
    let mut before = (sentence.tokens.start..time.start).rev();
    let mut behind = time.end..sentence.tokens.end;
    before.find(speaks).is_some_and(planned) || behind.find(speaks).is_some_and(planned)
}

fn first(reading: &Reading<'_>, tokens: Stretch) -> Option<Modality> {
    tokens.range().find_map(|at| phrase_at(reading, at, tokens.end))
}

/// The phrase nearest to the end; "will probably" is possible, for a doubt weakens an announcement.
fn last(reading: &Reading<'_>, tokens: Stretch) -> Option<Modality> {
    tokens.range().rev().filter_map(|at| phrase_at(reading, at, tokens.end + 2)).max()
}

/// The modality of a phrase that starts at `at` and ends before `end`.
fn phrase_at(reading: &Reading<'_>, at: usize, end: usize) -> Option<Modality> {
    if !reading.tagged(at, Tags::MODAL) {
        return None;
    }
    let end = end.min(reading.words.len());
    reading.lexicon.modals(reading.id(at)).iter().find_map(|row| {
        // The month of May is no doubt.
        if reading.is(at, Classes::MONTH) && reading.is(at, Classes::CAPITAL) {
            return None;
        }
        let after = at + row.words.len();
        let fits =
            after <= end && (at..after).zip(&row.words).all(|(at, id)| reading.id(at) == *id);
        (fits && !(row.to && leads_noun(reading, after))).then_some(row.modality)
    })
}

/// Tells whether a noun and no verb follows: "due to an earthquake".
fn leads_noun(reading: &Reading<'_>, at: usize) -> bool {
    let noun = Classes::DETERMINER | Classes::POSSESSIVE | Classes::NUMBER | Classes::CAPITAL;
    reading.words.get(at).is_none_or(|word| word.classes.any(noun))
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::claim::{Actors, Modality};
    use crate::extract::Extractor;
    use crate::extract::fill::tests::claims;
    use crate::lexicon::modal_table;

    fn modality(text: &str) -> Modality {
        claims(text)[0].modality
    }

    #[test]
    fn every_row_makes_its_example_so() {
        for row in modal_table() {
            assert_eq!(modality(&row.example), row.modality, "{}: {}", row.phrase, row.example);
        }
    }

    #[test]
    fn what_is_announced_lies_ahead() {
        let extractor = Extractor::new(&Actors::default());
        let month = |text: &str| {
            let mut article = Article::from_text(text);
            article.meta.date = "2024-05-10".parse().ok();
            let day = extractor.mentions(&article)[0].periods[0].end;
            day.map(|day| day.format("%Y-%m").to_string())
        };
        assert_eq!(month("The mill is to open on December 8.").as_deref(), Some("2024-12"));
        assert_eq!(
            month("The state is due to resume limited output on December 8.").as_deref(),
            Some("2024-12")
        );
        assert_eq!(month("The trial was put off until December 8.").as_deref(), Some("2024-12"));
        assert_eq!(month("The mill closed on December 8.").as_deref(), Some("2023-12"));
    }

    #[test]
    fn what_happened_needs_no_phrase() {
        assert_eq!(modality("The mill closed in May."), Modality::Happened);
        assert_eq!(modality("The mill closed due to a fire."), Modality::Happened);
        assert_eq!(modality("A man, who will sue, was arrested."), Modality::Happened);
    }
}
