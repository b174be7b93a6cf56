use crate::lint::{Case, Check, Finding, Rule, Severity};

/// An event planned for a day before its announcement.
pub(super) const RULE: Rule = Rule {
    id: "planned-before-created",
    severity: Severity::Warning,
    summary: "an event planned for a day before its announcement",
    why: "What is announced lies ahead. A planned day before the claim was made is the wrong year, or the claim is no plan.",
    example: "\"planned_for\": \"2023-05-10\", \"created\": \"2024-05-02\"",
    mend: "mend planned_for",
    effect: "the claim is overdue from the start",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let claim = &case.record.claim;
    match claim.planned_for {
        Some(day) if day < claim.created => {
            let message = format!("planned for {day}, created on {}", claim.created);
            vec![case.claim(&RULE, &["planned_for"], message).label("before it was announced")]
        }
        _ => Vec::new(),
    }
}
