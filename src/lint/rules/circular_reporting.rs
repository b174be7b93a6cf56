use crate::lint::{Case, Check, Finding, Rule, Severity};

/// Many articles, one source.
pub(super) const RULE: Rule = Rule {
    id: "circular-reporting",
    severity: Severity::Note,
    summary: "many articles, one source",
    why: "Copies are no confirmation. A claim that went through many outlets may still rest on one voice.",
    example: "three articles that all cite the same ministry",
    mend: "look for a second source; nothing in the ledger has to change",
    effect: "the status counts one source",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    // Fewer than three articles are no circle, and a fold for each claim would cost time.
    if case.appearances().count() < 3 {
        return Vec::new();
    }
    let status = case.status();
    match &status.sources[..] {
        [voice] if status.articles >= 3 => {
            let name = voice.name.as_deref().unwrap_or(&voice.key);
            let message = format!("{} articles, 1 source: {name}", status.articles);
            vec![case.claim(&RULE, &["statement"], message)]
        }
        _ => Vec::new(),
    }
}
