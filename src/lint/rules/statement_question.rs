use crate::lint::{Case, Check, Finding, Rule, Severity};

/// The statement is a question.
pub(super) const RULE: Rule = Rule {
    id: "statement-question",
    severity: Severity::Warning,
    summary: "the statement is a question",
    why: "A claim says something that can be so or not. Nobody can deny a question.",
    example: "\"statement\": \"Will the port of Varna close?\"",
    mend: "write what is claimed: `claims amend`",
    effect: "matching has no sentence to compare with",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let statement = &case.record.claim.statement;
    if !statement.trim_end().ends_with(['?', '\u{ff1f}']) {
        return Vec::new();
    }
    vec![case.claim(&RULE, &["statement"], "a question can be neither so nor not so")]
}
