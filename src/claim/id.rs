use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The id of a claim: `[a-z0-9][a-z0-9-]{0,119}`, and the name of its folder.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
pub struct ClaimId(#[schemars(regex(pattern = r"^[a-z0-9][a-z0-9-]{0,119}$"))] String);

impl ClaimId {
    /// Returns the id that a new claim gets: `YYYY-MM`, up to six words of the statement, four hex of its hash.
    ///
    /// `month` is `YYYY-MM`; the same statement in the same month gives the same id on every branch.
    pub fn draft(month: &str, statement: &str, skip: impl Fn(&str) -> bool) -> Self {
        let folded = fold(statement);
        let mut id = slug(month);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        for word in
            words.filter(|word| !skip(word)).map(slug).filter(|word| !word.is_empty()).take(6)
        {
            if id.len() + word.len() > 100 {
                break;
            }
            id.push('-');
            id.push_str(&word);
        }
        let hash = Sha256::digest(statement.as_bytes());
        id.push_str(&format!("-{:02x}{:02x}", hash[0], hash[1]));
        Self(id.trim_start_matches('-').to_owned())
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ClaimId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fits = text.len() <= 120
            && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
            && !text.starts_with('-')
            && !text.is_empty()
            && !is_reserved(text);
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!(
                "`{}` is no claim id: use a-z, 0-9 and -, at most 120, and no name that a system keeps",
                text.escape_debug()
            ))
        }
    }
}

/// Names that no claim's folder may have: our own archive, and the devices of Windows.
fn is_reserved(text: &str) -> bool {
    matches!(text, "archive" | "con" | "prn" | "aux" | "nul")
        || matches!(text.as_bytes(), [b'c', b'o', b'm', _] | [b'l', b'p', b't', _])
}

impl TryFrom<String> for ClaimId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<ClaimId> for String {
    fn from(id: ClaimId) -> Self {
        id.0
    }
}

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Returns a text folded for comparison: compatibility forms, no marks on letters, lower case, straight quotes.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            // Marks are dropped, so that their order does not matter, and letters can go one by one.
            decompose_compatible(c, |c| fold_char(c, &mut out));
        }
    }
    out
}

fn fold_char(c: char, out: &mut String) {
    match c {
        '‘' | '’' | 'ʼ' => out.push('\''),
        '“' | '”' | '„' => out.push('"'),
        '–' | '—' | '‐' | '‑' => out.push('-'),
        'ß' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        'ø' | 'Ø' => out.push('o'),
        'ł' | 'Ł' => out.push('l'),
        'đ' | 'Đ' => out.push('d'),
        'ı' => out.push('i'),
        c if is_combining_mark(c) => {}
        c => out.extend(c.to_lowercase()),
    }
}

/// Returns the words of a text on one line, a blank between two.
pub fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Returns the ASCII letters and digits of a text, folded, with single hyphens between its words.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') && c != '\'' {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{ClaimId, fold, slug};

    #[test]
    fn drafts_are_the_same_everywhere() {
        let draft = || {
            ClaimId::draft("2022-07", "Zelenskyy dismissed two senior officials", |word| {
                word == "two"
            })
        };
        assert_eq!(draft(), draft());
        assert!(draft().as_str().starts_with("2022-07-zelenskyy-dismissed-senior-officials-"));
        assert!(draft().as_str().parse::<ClaimId>().is_ok());
    }

    #[test]
    fn hostile_ids_are_refused() {
        for bad in
            ["", "-a", "../x", "a/b", "A", "a\0", "ä", "nul", "com1", "archive", &"a".repeat(121)]
        {
            assert!(bad.parse::<ClaimId>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn folds_letters() {
        assert_eq!(fold("Erdoğan’s Élysée"), "erdogan's elysee");
        assert_eq!(slug("Republic World (TV)"), "republic-world-tv");
    }
}
