use crate::article::{Span, Token, TokenKind};
use crate::slots::ActorFinder;

/// An acronym that an article defines itself: "Harbour Workers Union (HWU)".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// The short form.
    pub text: String,
    /// Where it is defined.
    pub short: Span,
    /// The long form.
    pub long: Span,
    /// The actor that the long form names, if it is a known one.
    pub actor: Option<String>,
}

impl ActorFinder {
    /// Finds the acronyms that these tokens define, as `Long Form (LF)` or `LF (Long Form)`.
    pub fn acronyms(&self, text: &str, tokens: &[Token]) -> Vec<Acronym> {
        let mut out: Vec<Acronym> = Vec::new();
        for open in 1..tokens.len().saturating_sub(2) {
            if tokens[open].text(text) != "(" {
                continue;
            }
            let inner = tokens[open + 1];
            let found = if is_short(inner.text(text)) && tokens[open + 2].text(text) == ")" {
                before(text, tokens, open, inner.text(text)).map(|long| (inner, long))
            } else if is_short(tokens[open - 1].text(text)) {
                within(text, tokens, open, tokens[open - 1].text(text))
                    .map(|long| (tokens[open - 1], long))
            } else {
                None
            };
            let Some((short, long)) = found else { continue };
            let name = short.text(text);
            if !out.iter().any(|known| known.text == name) {
                let actor = self.resolve(&text[long.start..long.end]);
                out.push(Acronym { text: name.to_owned(), short: short.span(), long, actor });
            }
        }
        out
    }
}

fn is_short(word: &str) -> bool {
    (2..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The long form that ends before the bracket; its capitals give the letters of the acronym.
fn before(text: &str, tokens: &[Token], open: usize, short: &str) -> Option<Span> {
    let furthest = open.saturating_sub(2 * short.len() + 3);
    (furthest..open)
        .rev()
        .find(|start| spells(text, &tokens[*start..open], short))
        .map(|start| tokens[start].span().cover(tokens[open - 1].span()))
}

/// The long form between the brackets.
fn within(text: &str, tokens: &[Token], open: usize, short: &str) -> Option<Span> {
    let close = (open + 1..tokens.len().min(open + 2 * short.len() + 4))
        .find(|at| tokens[*at].text(text) == ")")?;
    spells(text, tokens.get(open + 1..close)?, short)
        .then(|| tokens[open + 1].span().cover(tokens[close - 1].span()))
}

/// Tells whether the initials of the words spell the acronym; small words may be left out.
fn spells(text: &str, words: &[Token], short: &str) -> bool {
    let mut letters = short.chars().peekable();
    for (nth, token) in words.iter().enumerate() {
        let word = token.text(text);
        if token.kind != TokenKind::Word {
            // A possessive or a hyphen may stand inside, a stop may not.
            if matches!(word, "'" | "’" | "-" | "&") {
                continue;
            }
            return false;
        }
        for part in word.split('-') {
            let Some(first) = part.chars().next() else { continue };
            let capital = first.is_uppercase();
            match letters.peek() {
                Some(letter)
                    if first.to_uppercase().next() == Some(*letter) && (capital || nth > 0) =>
                {
                    letters.next();
                }
                _ if capital => return false,
                _ if nth == 0 => return false,
                _ => {}
            }
        }
    }
    letters.peek().is_none()
}

#[cfg(test)]
mod tests {
    use crate::article::{Span, tokens};
    use crate::lexicon::actors;
    use crate::slots::ActorFinder;

    #[test]
    fn finds_defined_acronyms() {
        let finder = ActorFinder::new(&actors());
        for (text, short, long, actor) in [
            ("The Harbour Workers Union (HWU) struck.", "HWU", "Harbour Workers Union", None),
            (
                "the Bureau of Bridges and Roads (BBR) said",
                "BBR",
                "Bureau of Bridges and Roads",
                None,
            ),
            ("NTA (National Tram Authority) said", "NTA", "National Tram Authority", None),
            (
                "the International Monetary Fund (IMF) said",
                "IMF",
                "International Monetary Fund",
                Some("imf"),
            ),
        ] {
            let mut out = Vec::new();
            tokens(text, Span::new(0, text.len()), &mut out);
            let found = finder.acronyms(text, &out);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].text, short);
            assert_eq!(&text[found[0].long.start..found[0].long.end], long);
            assert_eq!(found[0].actor.as_deref(), actor);
        }
        let text = "He left (OK) and (see page) it";
        let mut out = Vec::new();
        tokens(text, Span::new(0, text.len()), &mut out);
        assert_eq!(finder.acronyms(text, &out), []);
    }
}
