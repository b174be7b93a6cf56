use crate::article::Span;

/// What a mention marks in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The words.
    pub(super) span: Span,
    /// The number of the mention.
    pub(super) mention: usize,
    /// What the words are in it.
    pub(super) part: Part,
}

/// What words are in a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// What is claimed.
    Content,
    /// Who claims it.
    Source,
    /// The words that attribute it.
    Cue,
}

/// A run of text with the same marks from end to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Where it is.
    pub(super) span: Span,
    /// The mentions whose content it is, the narrowest first.
    pub(super) mentions: Vec<usize>,
    /// It names a source.
    pub(super) source: bool,
    /// It is a cue.
    pub(super) cue: bool,
}

/// How many mentions of a run are named: deep nests would else square the page.
const NAMED: usize = 6;

/// Returns the paragraphs of a text: blocks between blank lines or, where there are none, lines.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut blank_between = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim();
        if !body.is_empty() {
            let at = start + (line.len() - line.trim_start().len());
            lines.push((Span::new(at, at + body.len()), blank_between));
        }
        blank_between = body.is_empty();
        start += line.len();
    }
    if !lines.iter().skip(1).any(|(_, blank)| *blank) {
        return lines.into_iter().map(|(span, _)| span).collect();
    }
    let mut out: Vec<Span> = Vec::new();
    for (span, blank) in lines {
        match out.last_mut() {
            Some(last) if !blank => *last = last.cover(span),
            _ => out.push(span),
        }
    }
    out
}

/// Returns the runs of a paragraph; marks may nest and overlap, runs never do.
///
/// `marks` are those that touch the paragraph, in any order.
pub(super) fn runs(text: &str, paragraph: Span, marks: &[Mark]) -> Vec<Run> {
    let inside = |at: usize| text.floor_char_boundary(at.clamp(paragraph.start, paragraph.end));
    let marks: Vec<Mark> = marks
        .iter()
        .map(|mark| Mark {
            span: Span::new(inside(mark.span.start), inside(mark.span.end)),
            ..*mark
        })
        .filter(|mark| !mark.span.is_empty())
        .collect();
    let mut cuts: Vec<usize> =
        marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]).collect();
    cuts.extend([paragraph.start, paragraph.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut by_start: Vec<&Mark> = marks.iter().collect();
    by_start.sort_by_key(|mark| mark.span.start);
    let mut next = by_start.into_iter().peekable();
    let mut open: Vec<&Mark> = Vec::new();
    let mut out = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let span = Span::new(pair[0], pair[1]);
        open.retain(|mark| mark.span.end > span.start);
        while let Some(mark) = next.next_if(|mark| mark.span.start <= span.start) {
            open.push(mark);
        }
        let has = |part| open.iter().any(|mark| mark.part == part);
        let mut content: Vec<_> = open.iter().filter(|mark| mark.part == Part::Content).collect();
        content.sort_by_key(|mark| (mark.span.len(), mark.mention));
        let mut mentions: Vec<usize> = content.iter().map(|mark| mark.mention).collect();
        mentions.dedup();
        mentions.truncate(NAMED);
        out.push(Run { span, mentions, source: has(Part::Source), cue: has(Part::Cue) });
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Mark, Part, paragraphs, runs};
    use crate::article::Span;

    fn words(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|span| &text[span.start..span.end]).collect()
    }

    #[test]
    fn paragraphs_are_blocks_or_lines() {
        assert_eq!(words("one\ntwo\n\n  three \r\n\r\n"), ["one\ntwo", "three"]);
        assert_eq!(words("one\ntwo\n"), ["one", "two"]);
        assert_eq!(words(" \n\n"), [""; 0]);
    }

    #[test]
    fn nested_and_overlapping_marks_give_plain_runs() {
        let text = "Tass said the ministry said that it fell";
        let content = |mention, start, end| Mark {
            span: Span::new(start, end),
            mention,
            part: Part::Content,
        };
        let marks = [content(0, 10, 40), content(1, 33, 40), content(2, 27, 35)];
        let runs = runs(text, Span::new(0, 40), &marks);
        let seen: Vec<_> = runs
            .iter()
            .map(|run| (&text[run.span.start..run.span.end], &run.mentions[..]))
            .collect();
        assert_eq!(
            seen,
            [
                ("Tass said ", &[][..]),
                ("the ministry said", &[0][..]),
                (" that ", &[2, 0][..]),
                ("it", &[1, 2, 0][..]),
                (" fell", &[1, 0][..]),
            ]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn runs_give_the_paragraph_back(
            text in "[a-zé東 \n]{0,60}",
            spans in proptest::collection::vec((0usize..90, 0usize..90), 0..12),
        ) {
            let marks: Vec<_> = spans
                .iter()
                .enumerate()
                .map(|(mention, (a, b))| Mark {
                    span: Span::new(*a.min(b), *a.max(b)),
                    mention,
                    part: if mention % 3 == 0 { Part::Source } else { Part::Content },
                })
                .collect();
            for paragraph in paragraphs(&text) {
                let joined: String = runs(&text, paragraph, &marks)
                    .iter()
                    .map(|run| &text[run.span.start..run.span.end])
                    .collect();
                prop_assert_eq!(&joined, &text[paragraph.start..paragraph.end]);
            }
        }
    }
}
