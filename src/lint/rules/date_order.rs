use chrono::TimeDelta;

use crate::claim::When;
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// Dates in an impossible order.
pub(super) const RULE: Rule = Rule {
    id: "date-order",
    severity: Severity::Error,
    summary: "dates in an impossible order",
    why: "Words are said, then published, then recorded. Another order is a typing error in one of them.",
    example: "\"said\": \"2024-05-09\", \"published\": \"2024-05-02\"",
    mend: "strike the entry and record it with the right dates",
    effect: "the order of stances, and so the status, may be wrong",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (stored, entry) in case.appearances() {
        if let Some(said) = entry.said.as_ref().filter(|said| follows(said, &entry.published)) {
            let message = format!("said on {said}, published on {}", entry.published);
            found.push(
                case.entry(&RULE, stored, &["said"], message).label("after it was published"),
            );
        }
        if follows(&entry.published, &entry.recorded) {
            let message =
                format!("published on {}, recorded on {}", entry.published, entry.recorded);
            found.push(
                case.entry(&RULE, stored, &["recorded"], message).label("before it was published"),
            );
        }
    }
    found
}

/// Tells whether one moment lies after another, whatever the time zones of the two are.
fn follows(later: &When, earlier: &When) -> bool {
    later.moment() - earlier.moment() > TimeDelta::days(1)
}
