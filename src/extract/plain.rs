use crate::claim::one_line;

/// The most characters of a statement.
const LONGEST: usize = 300;

/// Returns the words of a claim as a statement: one line, without outer quote marks, "that" and the
/// marks around it, at most 300 characters.
pub(super) fn plain(words: &str) -> String {
    let line = one_line(words);
    let mut text = line.as_str();
    loop {
        let inner = bare(text);
        if inner.len() == text.len() {
            break;
        }
        text = inner;
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    match chars.next() {
        Some(c) if c.is_lowercase() => out.extend(c.to_uppercase()),
        first => out.extend(first),
    }
    out.push_str(chars.as_str());
    shorten(out)
}

/// Returns words without what negates them: "had not received" to "had received".
pub(super) fn positive(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut list = words.split(' ').peekable();
    while let Some(word) = list.next() {
        let kept = match word.to_ascii_lowercase().as_str() {
            "not" | "never" => continue,
            "no" => match list.peek() {
                Some(next) if next.ends_with('s') => continue,
                Some(next) if next.starts_with(['a', 'e', 'i', 'o', 'u']) => "an",
                _ => "a",
            },
            "can't" | "cannot" => "can",
            "won't" => "will",
            _ => word.strip_suffix("n't").or(word.strip_suffix("n’t")).unwrap_or(word),
        };
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(kept);
    }
    out
}

/// Drops one layer: marks at the ends, a pair of quote marks, a conjunction.
fn bare(text: &str) -> &str {
    let text = text.trim_matches([' ', ',', ';', ':', '-', '–', '—', '.']);
    const PAIRS: &[(&str, &str)] = &[
        ("\"", "\""),
        ("“", "”"),
        ("``", "''"),
        ("''", "''"),
        ("‘", "’"),
        ("\"", "”"),
        ("“", "\""),
    ];
    for (open, close) in PAIRS {
        let inner = text.strip_prefix(open).and_then(|inner| inner.strip_suffix(close));
        if let Some(inner) = inner.filter(|inner| !inner.contains(open) && !inner.contains(close)) {
            return inner;
        }
    }
    let opens = text.strip_prefix(['"', '“', '”']).filter(|rest| !rest.contains(['"', '“', '”']));
    if let Some(rest) =
        opens.or_else(|| text.strip_prefix("``").filter(|rest| !rest.contains("''")))
    {
        return rest;
    }
    let closes = text.strip_suffix(['"', '“', '”']).filter(|rest| !rest.contains(['"', '“', '”']));
    if let Some(rest) = closes {
        return rest;
    }
    for lead in ["that ", "whether ", "That ", "and ", "but "] {
        if let Some(rest) = text.strip_prefix(lead) {
            return rest;
        }
    }
    text
}

/// Cuts at the last space that leaves room for three dots.
fn shorten(text: String) -> String {
    if text.len() <= LONGEST || text.chars().count() <= LONGEST {
        return text;
    }
    let end = text.char_indices().nth(LONGEST - 4).map_or(text.len(), |(at, _)| at);
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{} ...", text[..cut].trim_end_matches([',', ';', ' ']))
}

#[cfg(test)]
mod tests {
    use super::{plain, positive};

    #[test]
    fn drops_what_is_not_the_claim() {
        assert_eq!(plain("that  the mill\nwill close,"), "The mill will close");
        assert_eq!(plain("\"We will close,”"), "We will close");
        assert_eq!(plain("``It is over.''"), "It is over");
        assert_eq!(plain("the “old” mill closed"), "The “old” mill closed");
        assert_eq!(plain(""), "");
    }

    #[test]
    fn is_short_and_on_one_line() {
        let long = plain(&"ä word ".repeat(200));
        assert!(long.chars().count() <= 300 && long.ends_with("..."), "{long}");
    }

    #[test]
    fn a_denial_gives_what_is_denied() {
        assert_eq!(positive("It had received no approach"), "It had received an approach");
        assert_eq!(positive("There are no plans to sell"), "There are plans to sell");
        assert_eq!(positive("we haven't sold it"), "we have sold it");
    }
}
