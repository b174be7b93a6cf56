use crate::claim::Entry;
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// A verdict needs a person and a page.
pub(super) const RULE: Rule = Rule {
    id: "verdict-unsigned",
    severity: Severity::Error,
    summary: "a verdict needs a person and a page",
    why: "A ruling is somebody's. Readers must be able to see who ruled and to follow the work.",
    example: "\"by\": \"\", \"url\": \"\"",
    mend: "strike it and rule again with --by and --url",
    effect: "it is shown without a name",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for stored in case.record.entries.iter().filter(|stored| !case.is_struck(stored)) {
        let Entry::Verdict(verdict) = &stored.entry else { continue };
        if matches!(verdict.by.trim(), "" | "unknown") {
            let finding = case.entry(&RULE, stored, &["by"], "no person is named");
            found.push(finding.label("who ruled?"));
        }
        if !verdict.url.starts_with("https://") && !verdict.url.starts_with("http://") {
            let finding = case.entry(&RULE, stored, &["url"], "no page shows the work");
            found.push(finding.label("where is the work shown?"));
        }
    }
    found
}
