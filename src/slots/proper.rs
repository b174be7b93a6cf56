use crate::article::TokenKind;
use crate::claim::{Form, fold, one_line};
use crate::lexicon::Tags;
use crate::slots::case::Case;
use crate::slots::line::Line;

/// Returns the folded proper names among the tokens of one sentence, each once, in text order.
///
/// Titles, weekdays, months and adjectives of nations are left out; a capital that only starts the
/// sentence makes no name, and in headings only known names count.
pub fn names(line: Line<'_>) -> Vec<String> {
    let mut out = Vec::new();
    if !(0..line.tokens.len()).any(|at| line.is_capital(at)) {
        return out;
    }
    let case = Case::of(line);
    let mut at = 0;
    while at < line.tokens.len() {
        let end = run_end(line, at, case);
        if end == at {
            at += 1;
            continue;
        }
        let run = line.tokens[at].span().cover(line.tokens[end - 1].span());
        let single = end == at + 1;
        let known = line.lexicon.known_name(line.id(at)).is_some();
        // "Transport Minister" is an office; a sentence starts with a capital.
        let starts = at == 0 || line.has(at - 1, TokenKind::Mark) && opens(line.word(at - 1));
        if !single || known || !(line.tagged(end, Tags::TITLE) || starts) {
            let name = one_line(&fold(&line.text[run.start..run.end]));
            if !out.contains(&name) {
                out.push(name);
            }
        }
        at = end;
    }
    out
}

/// Tells whether a mark may stand before the first word of a sentence.
fn opens(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "``" | "''" | "‘" | "'" | "(" | ":" | "-" | "—" | "–" | "•")
}

/// Tells whether a token may be part of a name.
fn is_part(line: Line<'_>, at: usize, case: Case) -> bool {
    let word = line.word(at);
    line.is_capital(at)
        && word.len() > 1
        && (!line.is_stop(at) || word == "US")
        && !line.tagged(at, Tags::TITLE.with(Tags::CALENDAR))
        && match line.lexicon.known_name(line.id(at)) {
            Some(form) => form != Form::Demonym,
            None => case == Case::Mixed,
        }
}

/// Returns the token behind the name that starts here; `at` itself if none does.
fn run_end(line: Line<'_>, at: usize, case: Case) -> usize {
    if !is_part(line, at, case) {
        return at;
    }
    let mut end = at + 1;
    while end < line.tokens.len() {
        let word = line.word(end);
        if is_part(line, end, case) || is_initial(word) {
            end += 1;
        } else if matches!(
            word,
            "of" | "de" | "da" | "del" | "van" | "von" | "der" | "bin" | "al" | "el" | "&"
        ) && is_part(line, end + 1, case)
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
    use crate::slots::Tagged;

    fn read(text: &str) -> Vec<String> {
        names(Tagged::new(text).line())
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
