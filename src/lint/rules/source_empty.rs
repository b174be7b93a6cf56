use crate::lint::{Case, Check, Finding, Rule, Severity};

/// A source without a name or a reason.
pub(super) const RULE: Rule = Rule {
    id: "source-empty",
    severity: Severity::Error,
    summary: "a source without a name or a reason",
    why: "An unnamed source is written as the text has it (\"a senior official\"). One that the desk itself withholds needs a reason: \"withheld: her safety\".",
    example: "\"source\": {\"text\": \"withheld\", \"actor\": null, \"class\": \"unnamed\"}",
    mend: "write the words of the article, or `withheld:` and the reason",
    effect: "it counts as no source",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (stored, entry) in case.appearances() {
        for (at, link) in entry.attribution.iter().enumerate() {
            let message = match &link.source {
                None if link.cue.is_none() => "neither a source nor the words that attribute",
                Some(source) if source.text.trim().is_empty() => "the source is empty",
                Some(source) if is_bare(&source.text) => "withheld, and no reason",
                _ => continue,
            };
            let at = at.to_string();
            let text = ["attribution", at.as_str(), "source", "text"];
            let route = if link.source.is_some() { &text[..] } else { &text[..2] };
            found.push(case.entry(&RULE, stored, route, message).label("who, or why not?"));
        }
    }
    found
}

fn is_bare(text: &str) -> bool {
    let rest = text.trim().strip_prefix("withheld");
    rest.is_some_and(|rest| rest.trim_matches([':', ' ']).is_empty())
}
