use crate::claim::one_line;
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// The quote does not hold its figure.
pub(super) const RULE: Rule = Rule {
    id: "quote-lacks-figure",
    severity: Severity::Error,
    summary: "the quote does not hold its figure",
    why: "The figure must be read from the words. One that the quote does not hold was taken from elsewhere, or the quote was cut.",
    example: "\"quote\": \"the port will close\", \"figure\": {\"text\": \"at least 12\"}",
    mend: "strike it and record it with the words that hold the figure",
    effect: "the figure series rests on words that are not there",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (stored, entry) in case.appearances() {
        let (Some(quote), Some(figure)) = (&entry.quote, &entry.figure) else { continue };
        if !spaced(quote).contains(&spaced(&figure.text)) {
            let message = format!("the quote does not say \"{}\"", figure.text);
            let finding = case.entry(&RULE, stored, &["quote"], message);
            found.push(finding.label(format!("where is \"{}\"?", figure.text)));
        }
    }
    found
}

fn spaced(text: &str) -> String {
    one_line(text).to_lowercase()
}
