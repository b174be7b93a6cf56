//! Whatever the bytes are, slots give spans on character boundaries and words that stand there.

use chrono::NaiveDate;
use proptest::prelude::*;

use claimbook::article::{Span, tokens};
use claimbook::lexicon::actors;
use claimbook::slots::{ActorFinder, Anchor, Tagged, figures, names, periods, stems};

/// Words and marks that the tables know, with some that they do not.
const PIECES: &[&str] = &[
    "at",
    "least",
    "more",
    "than",
    "between",
    "and",
    "10",
    "12-15",
    "1.3",
    "million",
    "$",
    "€",
    "pct",
    "no",
    "one",
    "injuries",
    "killed",
    "a",
    "man",
    "of",
    "the",
    "from",
    "to",
    "rose",
    "9",
    "March",
    "Monday",
    "last",
    "week",
    "ago",
    "two",
    "dozen",
    "dozens",
    "hundred",
    "é",
    "“",
    "’",
    "s",
    "(",
    ")",
    "CEPE",
    "U.S.",
    "Iran",
    "-",
    ",",
    ".",
    "1850",
    "GMT",
    "2019",
    "half",
    "an",
    "another",
    "up",
    "m",
    "km",
    "Putin",
    "🙂",
    "per",
    "cent",
    "in",
    "out",
    "years",
    "old",
    "previously",
    "reported",
    "days",
    "later",
    "or",
    "so",
    "Flight",
];

fn holds(text: &str) {
    let read = Tagged::new(text);
    let mut end = 0;
    for figure in figures(read.line()) {
        let span = figure.span;
        assert_eq!(text.get(span.start..span.end), Some(figure.text.as_str()));
        assert!(span.start >= end && !span.is_empty(), "figures overlap in {text:?}");
        end = span.end;
        assert!(figure.value.is_finite());
        assert!(figure.low.zip(figure.high).is_none_or(|(low, high)| low <= high), "{figure:?}");
        assert!(figure.likely[0] <= figure.likely[1], "{figure:?}");
    }
    for future in [false, true] {
        let date = NaiveDate::from_ymd_opt(2024, 2, 29);
        let mut end = 0;
        for period in periods(read.line(), &Anchor { date, last: date, future }) {
            let span = period.span;
            assert_eq!(text.get(span.start..span.end), Some(period.text.as_str()));
            assert!(span.start >= end && !span.is_empty(), "periods overlap in {text:?}");
            end = span.end;
            assert!(
                period.start.zip(period.end).is_none_or(|(start, end)| start <= end),
                "{period:?}"
            );
        }
    }
    names(read.line());
    stems(text);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn known_words_in_any_order(nth in prop::collection::vec(0..PIECES.len(), 0..24), gap in prop::bool::ANY) {
        let words: Vec<_> = nth.into_iter().map(|nth| PIECES[nth]).collect();
        holds(&words.join(if gap { " " } else { "" }));
    }

    #[test]
    fn any_text(text in "\\PC{0,80}") {
        holds(&text);
    }
}

#[test]
fn finders_hold_on_any_words() {
    let finder = ActorFinder::new(&actors());
    for first in PIECES {
        for second in PIECES {
            let text = format!("{first} ({second}) {first}{second} {second}");
            let mut out = Vec::new();
            tokens(&text, Span::new(0, text.len()), &mut out);
            for found in finder.find_with(Tagged::new(&text).line(), &finder.acronyms(&text, &out))
            {
                assert!(text.get(found.span.start..found.span.end).is_some());
            }
            finder.resolve(&text);
            finder.same_name(first, second);
        }
    }
}
