use crate::article::{Article, Layout, Lines, SentenceKind};
use crate::claim::Mention;
use crate::report::layout::{cut, pad};
use crate::report::terminal::mention;
use crate::report::terminal::page::{Page, WIDTH};
use crate::report::{visible, words};

/// What of a split is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Every sentence with its place and kind.
    Sentences,
    /// Every cue with its source.
    Cues,
    /// Every mention.
    Mentions,
}

/// Returns the split of an article, one line a piece.
pub fn split(article: &Article, mentions: &[Mention], show: Show, color: bool) -> String {
    let mut page = Page::new(color);
    let lines = Lines::new(&article.text);
    let place = |offset: usize| {
        let place = lines.place(offset);
        pad(&format!("{}:{}", place.line, place.column), 9)
    };
    match show {
        Show::Sentences => {
            for sentence in &Layout::of(&article.text).sentences {
                let kind = match sentence.kind {
                    SentenceKind::Prose => "prose",
                    SentenceKind::Heading => "heading",
                    SentenceKind::Caption => "caption",
                    SentenceKind::Byline => "byline",
                    SentenceKind::Dateline => "dateline",
                    SentenceKind::List => "list",
                    SentenceKind::Mark => "mark",
                };
                let label = format!("{}{}", place(sentence.span.start), pad(kind, 10));
                page.entry(&label, 19, article.slice(sentence.span));
            }
        }
        Show::Cues => {
            for mention in mentions {
                for link in &mention.attribution {
                    let source = link.source.as_ref().map_or("nobody named", |source| &source.text);
                    let (at, cue) = match &link.cue {
                        Some(cue) => (cue.span, format!("\"{}\", {}", cue.text, cue.force)),
                        None => (None, "no cue".to_owned()),
                    };
                    let at = at.unwrap_or(mention.span).start;
                    let stance = words::stance(mention.stance);
                    page.entry(&place(at), 9, &format!("{source}: {cue}, {stance}"));
                }
            }
        }
        Show::Mentions => {
            for mention in mentions {
                let start = mention.content.first().map_or(mention.span.start, |span| span.start);
                let who = pad(&cut(&mention::who(mention), 20), 21);
                let kind = pad(mention.kind.name(), 11);
                let said = visible(&mention::said(article, mention)).into_owned();
                let act = match mention.act {
                    crate::claim::Act::Says => String::new(),
                    act => format!("({act}) "),
                };
                let words = cut(&format!("{act}{said}"), WIDTH - 41);
                page.line(&format!("{}{kind}{who}{words}", place(start)));
            }
        }
    }
    page.finish()
}
