use crate::article::{Article, Lines};
use crate::check::{Checked, Report};
use crate::claim::{Force, Mention, Source, SourceClass, Stance};
use crate::report::layout::{cut, pad, width};
use crate::report::terminal::page::{Page, WIDTH};
use crate::report::{visible, words};

/// The columns of a row: kind, who, the words.
const KIND: usize = 11;
const WHO: usize = KIND + 11;
const WORDS: usize = WHO + 17;

/// Returns where the words of a mention begin: `13:58`.
pub(super) fn place(lines: &Lines<'_>, mention: &Mention) -> String {
    let start = mention.content.first().map_or(mention.span.start, |span| span.start);
    let place = lines.place(start);
    format!("{}:{}", place.line, place.column)
}

/// Adds one row: place, kind, who says so, the words; under it the claims that come near.
pub(super) fn row(page: &mut Page, article: &Article, lines: &Lines<'_>, checked: &Checked) {
    let mention = &checked.mention;
    let start = pad(&format!("+  {}", place(lines, mention)), KIND);
    let kind = pad(mention.kind.name(), WHO - KIND);
    let who = pad(&cut(&who(mention), WORDS - WHO - 1), WORDS - WHO);
    let figure = mention.figures.first().map_or("", |figure| figure.text.as_str());
    let words = around(&visible(&said(article, mention)), &visible(figure), WIDTH - WORDS);
    page.line(&format!("{start}{kind}{who}{words}"));
    for near in checked.candidates.iter().filter(|near| near.kept_apart.is_none()) {
        page.line(&format!("{:KIND$}near, {:.2}  {}", "", near.score, near.claim));
    }
}

/// Cuts words to a width so that the figure in them stays in sight.
fn around(words: &str, figure: &str, columns: usize) -> String {
    let plain = cut(words, columns);
    if figure.is_empty() || plain.contains(figure) {
        return plain;
    }
    let Some(at) = words.find(figure) else { return plain };
    // A few words before the figure tell what it counts.
    let room = columns.saturating_sub(width(figure) + 8) / 2;
    let mut start = at;
    for (before, _) in words[..at].rmatch_indices(' ').skip(1) {
        if width(&words[before + 1..at]) > room {
            break;
        }
        start = before + 1;
    }
    format!("... {}", cut(&words[start..], columns.saturating_sub(4)))
}

/// Adds a line for each claim from which a guard kept a mention apart.
pub(super) fn kept_apart(page: &mut Page, report: &Report, lines: &Lines<'_>, checked: &Checked) {
    for near in &checked.candidates {
        let Some(guard) = &near.kept_apart else { continue };
        let mention = &checked.mention;
        let words = match mention.figures.first() {
            Some(figure) => figure.text.clone(),
            None => cut(&visible(&content(&report.article, mention)), 40),
        };
        let words = words.trim_matches(['"', '“', '”']);
        let place = place(lines, mention);
        let text = format!("kept apart: \"{words}\" ({place}) from {}; {guard}", near.claim);
        page.entry("", KIND, &text);
    }
}

/// Returns who says so: the claimant, and the last relay.
pub(super) fn who(mention: &Mention) -> String {
    let name = |source: &Source| match source.class {
        SourceClass::Unnamed => format!("unnamed {}", visible(&source.text)),
        _ => visible(&source.text).into_owned(),
    };
    let via: Vec<_> = mention.via().collect();
    match (mention.claimant(), via.last()) {
        (Some(source), Some(relay)) => format!("{} via {}", name(source), visible(&relay.text)),
        (Some(source), None) => name(source),
        (None, Some(relay)) => format!("nobody named via {}", visible(&relay.text)),
        (None, None) if mention.attribution.is_empty() => "unsourced".to_owned(),
        (None, None) => "nobody named".to_owned(),
    }
}

/// Returns the words of the claim, with what a reader must not miss before them.
pub(super) fn said(article: &Article, mention: &Mention) -> String {
    let words = content(article, mention);
    let cue = mention.attribution.last().and_then(|link| link.cue.as_ref());
    match (mention.stance, cue) {
        (Stance::Asserts, Some(cue)) if cue.force == Force::Weak => {
            format!("\"{}\": {words}", cue.text)
        }
        (Stance::Asserts, _) => words,
        (stance, _) => format!("{}: {words}", words::stance(stance)),
    }
}

/// Returns the claim's own words; `...` where they are interrupted.
pub(super) fn content(article: &Article, mention: &Mention) -> String {
    let parts: Vec<_> = mention.content.iter().map(|span| article.slice(*span)).collect();
    if parts.is_empty() { article.slice(mention.span).to_owned() } else { parts.join(" ... ") }
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn a_figure_stays_in_sight() {
        let words = "On Monday the embattled president of the island suspended 28 more officers";
        assert_eq!(around(words, "28 more", 40), "... suspended 28 more officers");
        assert_eq!(around(words, "", 20), "On Monday the ...");
        assert_eq!(around("28 more left", "28 more", 40), "28 more left");
    }
}
