use crate::lint::{Case, Check, Finding, Rule, Severity};

/// The statement is over 300 characters.
pub(super) const RULE: Rule = Rule {
    id: "statement-long",
    severity: Severity::Warning,
    summary: "the statement is over 300 characters",
    why: "A statement of that length holds several claims, and each may have a status of its own.",
    example: "a paragraph as the statement",
    mend: "say it in one sentence: `claims amend`; several claims: `claims new`",
    effect: "one denial of a part would count for all of it",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let length = case.record.claim.statement.chars().count();
    if length <= 300 {
        return Vec::new();
    }
    vec![case.claim(&RULE, &["statement"], format!("{length} characters"))]
}
