use crate::article::{Token, TokenKind};
use crate::claim::{Form, fold};
use crate::lexicon::{calendar_word, is_stop_word, is_title, known_name};
use crate::slots::case::Case;

/// Returns the folded proper names among the tokens of one sentence, each once, in text order.
///
/// Titles, weekdays, months and adjectives of nations are left out; a capital that only starts the
/// sentence makes no name, and in headings only known names count.
pub fn names(text: &str, tokens: &[Token]) -> Vec<String> {
    let mut out = Vec::new();
    if !tokens.iter().any(|token| is_capital(text, *token)) {
        return out;
    }
    let case = Case::of(text, tokens);
    let mut at = 0;
    while at < tokens.len() {
        let end = run_end(text, tokens, at, case);
        if end == at {
            at += 1;
            continue;
        }
        let run = &tokens[at..end];
        let before_title = tokens.get(end).is_some_and(|next| is_title(next.text(text)));
        let single = end == at + 1;
        let known = known_name(run[0].text(text)).is_some();
        // "Transport Minister" is an office; a sentence starts with a capital.
        let starts =
            at == 0 || tokens[at - 1].kind == TokenKind::Mark && opens(tokens[at - 1], text);
        if !single || known || !(before_title || starts) {
            let name = fold(&text[run[0].start as usize..run[run.len() - 1].end as usize]);
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            if !out.contains(&name) {
                out.push(name);
            }
        }
        at = end;
    }
    out
}

/// Tells whether a mark may stand before the first word of a sentence.
fn opens(mark: Token, text: &str) -> bool {
    matches!(
        mark.text(text),
        "\"" | "“" | "``" | "''" | "‘" | "'" | "(" | ":" | "-" | "—" | "–" | "•"
    )
}

fn is_capital(text: &str, token: Token) -> bool {
    token.kind == TokenKind::Word && token.text(text).starts_with(char::is_uppercase)
}

/// Tells whether a token may be part of a name.
fn is_part(text: &str, token: Token, case: Case) -> bool {
    let word = token.text(text);
    is_capital(text, token)
        && word.len() > 1
        && (!is_stop_word(word) || word == "US")
        && !is_title(word)
        && calendar_word(word).is_none()
        && match known_name(word) {
            Some(form) => form != Form::Demonym,
            None => case == Case::Mixed,
        }
}

/// Returns the token behind the name that starts here; `at` itself if none does.
fn run_end(text: &str, tokens: &[Token], at: usize, case: Case) -> usize {
    if !is_part(text, tokens[at], case) {
        return at;
    }
    let mut end = at + 1;
    while let Some(token) = tokens.get(end) {
        let word = token.text(text);
        let next = tokens.get(end + 1).is_some_and(|next| is_part(text, *next, case));
        if is_part(text, *token, case) || is_initial(word) {
            end += 1;
        } else if next
            && matches!(
                word,
                "of" | "de" | "da" | "del" | "van" | "von" | "der" | "bin" | "al" | "el" | "&"
            )
        {
            end += 2;
        } else {
            break;
        }
    }
    end
}

fn is_initial(word: &str) -> bool {
    word.len() == 2 && word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::article::{Span, tokens};

    fn read(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        tokens(text, Span::new(0, text.len()), &mut out);
        names(text, &out)
    }

    #[test]
    fn finds_names() {
        for (text, want) in [
            ("Divers from Varna found it.", vec!["varna"]),
            ("Iran denied it.", vec!["iran"]),
            (
                "Transport Minister Herman de Kray left Port Hale on Monday.",
                vec!["herman de kray", "port hale"],
            ),
            (
                "The Bank of Harwich, Mr. John F. Gray said in May.",
                vec!["bank of harwich", "john f. gray"],
            ),
            ("When Russian troops reached Élan-sur-Mer", vec!["elan-sur-mer"]),
            ("IRAN SINKS FERRY", vec!["iran"]),
            ("nobody came", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn every_title_is_left_out() {
        let rows = include_str!("../../lexicons/titles.csv").lines().skip(1);
        for row in rows {
            let (_, example) = row.split_once(',').unwrap();
            assert_eq!(read(example), ["oakhurst"], "{row}");
        }
    }
}
