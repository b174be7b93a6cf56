use crate::claim::fold;

/// Tells how alike two names of one sort are, 0 to 1: equal, one part of the other, or a spelling apart.
pub(crate) fn alike(a: &str, b: &str) -> f64 {
    let (a, b) = (parts(a), parts(b));
    let (Some(last_a), Some(last_b)) = (a.last(), b.last()) else { return 0.0 };
    if a == b {
        return 1.0;
    }
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.iter().all(|part| long.contains(part)) {
        return 0.9;
    }
    if last_a == last_b && last_a.len() > 2 {
        return 0.8;
    }
    let near = strsim::jaro_winkler(last_a, last_b);
    if near >= 0.93 && last_a.len().min(last_b.len()) > 4 && a.len() == b.len() {
        return 0.7 * near;
    }
    0.0
}

/// Returns the last part of a name, folded: by it a speaker is found.
pub(crate) fn last(name: &str) -> Option<String> {
    parts(name).pop()
}

/// The folded parts of a name, without initials.
fn parts(name: &str) -> Vec<String> {
    fold(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| part.len() > 1)
        .map(str::to_owned)
        .collect()
}

/// Returns the proper names of a text, folded: runs of capitalised words, but for a lone first word.
pub(crate) fn proper(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    let mut first_of_sentence = true;
    let mut run_is_first = false;
    let mut close = |run: &mut Vec<&str>, is_first: bool| {
        let lone = run.len() == 1 && is_first;
        if !run.is_empty() && !lone {
            let name = fold(&run.join(" "));
            if !out.contains(&name) {
                out.push(name);
            }
        }
        run.clear();
    };
    for word in text.split_whitespace() {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        let opens = word.starts_with(|c: char| !c.is_alphanumeric());
        let closes = word.ends_with(|c: char| !c.is_alphanumeric());
        let core = core.strip_suffix("'s").or_else(|| core.strip_suffix("’s")).unwrap_or(core);
        let capital = core.chars().next().is_some_and(char::is_uppercase);
        if opens {
            close(&mut run, run_is_first);
        }
        if capital {
            if run.is_empty() {
                run_is_first = first_of_sentence;
            }
            run.push(core);
        } else if !core.is_empty() {
            close(&mut run, run_is_first);
        }
        if closes || word.ends_with("'s") || word.ends_with("’s") {
            close(&mut run, run_is_first);
        }
        first_of_sentence = word.ends_with(['.', '!', '?', ':']);
    }
    close(&mut run, run_is_first);
    out
}

#[cfg(test)]
mod tests {
    use super::{alike, proper};

    #[test]
    fn reads_names_through_titles_and_typos() {
        assert!(alike("MR. ROMNEY", "Mitt Romney") >= 0.8);
        assert!(alike("Volodymyr Zelensky", "Volodymyr Zelenskyy") > 0.6);
        assert_eq!(alike("Angela Merkel", "Olaf Scholz"), 0.0);
    }

    #[test]
    fn finds_runs_of_capitals() {
        assert_eq!(
            proper("Rescuers left Teri Mangal, Kurram Agency. Police said so."),
            ["teri mangal", "kurram agency"]
        );
    }
}
