//! Figures: numbers with what the words around them commit to.

mod former;
mod guard;
mod measure;
mod noun;
mod read;
mod single;

use crate::claim::{Bound, Figure};
use crate::slots::figure::former::attach_former;
use crate::slots::figure::measure::{basis, measure};
use crate::slots::figure::read::read;
use crate::slots::figure::single::{none, one};
use crate::slots::line::Line;
use crate::slots::number::may_start;

/// A figure in the making, in tokens.
#[derive(Clone, Debug)]
struct Draft {
    /// First token of the words, the bound included.
    from: usize,
    /// First token of the number.
    number: usize,
    /// The token behind the words.
    to: usize,
    /// The token behind the noun that is counted; `to` if there is none.
    noun: usize,
    value: f64,
    /// The high end of a range or of a vague word.
    high: Option<f64>,
    bound: Bound,
    nearly: bool,
    pack: bool,
    unit: Option<String>,
    delta: bool,
    /// Only the words around say that nobody is known: "no injuries were reported".
    soft: bool,
    /// Words before it mark it as a former value.
    is_former: bool,
    former: Option<f64>,
}

/// Finds the figures among the tokens of one sentence, in text order.
///
/// Ages, dates, clock times, scores, addresses, flight and model numbers are none.
pub fn figures(line: Line<'_>) -> Vec<Figure> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut at = 0;
    while at < line.tokens.len() {
        if !may_start(line, at) {
            at += 1;
            continue;
        }
        let floor = drafts.last().map_or(0, |draft| draft.noun.min(at));
        let draft =
            read(line, at, floor).or_else(|| none(line, at)).or_else(|| one(line, at, floor));
        match draft {
            Some(draft) => {
                at = draft.to.max(at + 1);
                drafts.push(draft);
            }
            None => at += 1,
        }
    }
    if drafts.is_empty() {
        return Vec::new();
    }
    attach_former(line, &mut drafts);
    (0..drafts.len()).map(|nth| figure(line, &drafts, nth)).collect()
}

fn figure(line: Line<'_>, drafts: &[Draft], nth: usize) -> Figure {
    let draft = &drafts[nth];
    let span = line.tokens[draft.from].span().cover(line.tokens[draft.to - 1].span());
    let words = &line.text[span.start..span.end];
    let mut figure = match (draft.bound, draft.high) {
        (Bound::Vague, Some(high)) if draft.pack => {
            let slack = high - draft.value;
            Figure { value: draft.value, ..Figure::vague(words, span, draft.value - slack, high) }
        }
        (Bound::Vague, Some(high)) => Figure::vague(words, span, draft.value, high),
        _ if draft.nearly => Figure::nearly(words, span, draft.value),
        (bound, high) => Figure::new(words, span, draft.value, bound, high),
    };
    figure.soft |= draft.soft;
    figure.delta = draft.delta;
    figure.former = draft.former;
    let measured = measure(line, drafts, nth);
    figure.unit = draft.unit.clone();
    if let Some((word, at)) = measured {
        if word.noun && word.measure == "magnitude" {
            figure.unit = Some(word.measure.clone());
        }
        figure.measure = Some(word.measure.clone());
        figure.basis = basis(line, drafts, nth, at + 1);
        if figure.unit.is_none() && word.human {
            figure.unit = Some("people".to_owned());
        }
    }
    figure
}

#[cfg(test)]
mod tests {
    use super::figures;
    use crate::claim::Figure;
    use crate::slots::Tagged;

    fn read(text: &str) -> Vec<Figure> {
        figures(Tagged::new(text).line())
    }

    /// What a test compares: words, value, bound, low, high, likely.
    fn row(figure: &Figure) -> String {
        let end = |end: Option<f64>| end.map_or("inf".to_owned(), |end| end.to_string());
        let soft = if figure.soft { " soft" } else { "" };
        let delta = if figure.delta { " delta" } else { "" };
        let [from, to] = figure.likely;
        format!(
            "{} {} [{}, {}] {from}-{to}{soft}{delta}",
            figure.value,
            figure.bound,
            end(figure.low),
            end(figure.high)
        )
    }

    #[test]
    fn wordings_commit_to_intervals() {
        for (text, want) in [
            ("They found 250 boats.", "250 exact [250, 250] 250-250"),
            ("They found two hundred and fifty boats.", "250 exact [250, 250] 250-250"),
            (
                "The port cost 1.3 million euros.",
                "1300000 exact [1300000, 1300000] 1300000-1300000",
            ),
            ("at least 250 boats", "250 at_least [250, inf] 250-299"),
            ("no fewer than 250 boats", "250 at_least [250, inf] 250-299"),
            ("more than 250 boats", "250 more_than [251, inf] 250-299"),
            ("over 250 boats", "250 more_than [251, inf] 250-299"),
            ("up to 270 boats", "270 at_most [0, 270] 203-270"),
            ("as many as 270 boats", "270 at_most [0, 270] 203-270"),
            ("fewer than 270 boats", "270 less_than [0, 269] 203-270"),
            ("nearly 300 boats", "300 about [285, 300] 285-300 soft"),
            ("around 300 boats", "300 about [270, 330] 285-315 soft"),
            ("two dozen boats", "24 vague [22, 26] 22-26 soft"),
            ("dozens of boats", "24 vague [24, 99] 24-99 soft"),
            ("scores of boats", "40 vague [40, 199] 40-199 soft"),
            ("hundreds of boats", "200 vague [200, 999] 200-999 soft"),
            ("several boats", "3 vague [3, 9] 3-9 soft"),
            ("up to several hundred boats", "900 at_most [0, 900] 675-900"),
            ("They found 28 more boats.", "28 exact [28, 28] 28-28 delta"),
            ("another 28 boats", "28 exact [28, 28] 28-28 delta"),
            ("at least another 20 boats", "20 at_least [20, inf] 20-23 delta"),
            ("between 10 and 12 boats", "10 range [10, 12] 10-12"),
            ("10-12 boats", "10 range [10, 12] 10-12"),
            ("10 to 12 million boats", "10000000 range [10000000, 12000000] 10000000-12000000"),
            ("No injuries were found.", "0 exact [0, 0] 0-0"),
            ("No injuries were reported.", "0 exact [0, 0] 0-0 soft"),
        ] {
            let found = read(text);
            assert_eq!(found.iter().map(row).collect::<Vec<_>>(), [want], "{text}");
        }
        assert_eq!(read("The number of dead is not known and under investigation."), []);
    }

    #[test]
    fn former_values_stand_beside_the_new_ones() {
        for (text, want) in [
            ("The toll rose to 12 from 7.", (12.0, Some(7.0))),
            ("The toll rose from 7 people to 12.", (12.0, Some(7.0))),
            ("The toll is 12, up from 7.", (12.0, Some(7.0))),
            ("The toll rose from a previously reported 85.", (85.0, Some(85.0))),
            ("They hired from 5 to 7 divers.", (5.0, None)),
        ] {
            let found = read(text);
            let got: Vec<_> = found.iter().map(|figure| (figure.value, figure.former)).collect();
            assert_eq!(got, [want], "{text}");
        }
    }

    #[test]
    fn measures_belong_to_their_figure() {
        let text = "The gale killed 12 sailors, hurt 30 and left 4,000 people homeless; \
                    32 of the 543 guests were found dead and 9 gunmen shot a guard.";
        let found = read(text);
        let measured: Vec<_> =
            found.iter().map(|one| (one.value, one.measure.as_deref().unwrap_or("-"))).collect();
        assert_eq!(
            measured,
            [
                (12.0, "killed"),
                (30.0, "injured"),
                (4000.0, "homeless"),
                (32.0, "killed"),
                (543.0, "-"),
                (9.0, "-")
            ]
        );
    }

    #[test]
    fn what_is_no_figure() {
        for text in [
            "Ada Holm, 23, was a 23-year-old aged 23.",
            "He left on March 5, 1987, on 5 March and on 3 and 4 May at 8 p.m.",
            "They lost 3-2 and won 4-6 in 2019 and the 1980s.",
            "He lives at 10 Harbour Street near Route 2.",
            "Flight 12, a Boeing 737, and a T-72 went by.",
            "It was a two-day trip on the 12th, three days ago.",
            "One of them said no one else was there that one day.",
            "People under 30 met Ada, who is 70, at three o’clock at Ground Zero.",
            "In the 2016 elections the two sides won 4 in 10 voters.",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
