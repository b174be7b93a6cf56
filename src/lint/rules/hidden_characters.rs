use crate::lint::{Case, Check, Finding, Rule, Severity};

/// Characters that a reader cannot see.
pub(super) const RULE: Rule = Rule {
    id: "hidden-characters",
    severity: Severity::Error,
    summary: "characters that a reader cannot see",
    why: "Controls that turn the direction of text, and characters without width, make a line look like another one in review.",
    example: "\"statement\": \"The port \\u202ewill close\"",
    mend: "write it without them",
    effect: "none on the status; the text is not what it seems",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let message = |c: char| format!("the text holds U+{:04X}", c as u32);
    let mut found = Vec::new();
    if let Some(c) = hidden(&case.record.claim.statement) {
        found.push(case.claim(&RULE, &["statement"], message(c)));
    }
    for (stored, entry) in case.appearances() {
        let texts = [
            (&["article", "outlet"][..], entry.article.outlet.as_deref()),
            (&["article", "title"][..], entry.article.title.as_deref()),
            (&["by"][..], Some(entry.by.as_str())),
        ];
        for (route, text) in texts {
            if let Some(c) = text.and_then(hidden) {
                found.push(case.entry(&RULE, stored, route, message(c)));
            }
        }
    }
    found
}

/// Returns the first control or direction mark; a quote may hold what the article holds.
fn hidden(text: &str) -> Option<char> {
    if text.is_ascii() {
        return text.chars().find(|c| c.is_control());
    }
    let marks = ['\u{200b}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}'];
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().find(|c| c.is_control() || turns(*c) || marks.contains(c))
}
