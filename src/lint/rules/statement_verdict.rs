use crate::lexicon::{Fault, statement_fault};
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// The statement holds its own verdict.
pub(super) const RULE: Rule = Rule {
    id: "statement-verdict",
    severity: Severity::Warning,
    summary: "the statement holds its own verdict",
    why: "A statement that says \"false\" or \"hoax\" has ruled before anybody looked, and readers take the ruling for the claim.",
    example: "\"statement\": \"The hoax that the port of Varna will close\"",
    mend: "write the claim itself, and rule with `claims verdict`",
    effect: "none",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let statement = &case.record.claim.statement;
    let Some(words) = statement_fault(Fault::Verdict, statement) else { return Vec::new() };
    let message = format!("\"{words}\" is a verdict");
    vec![case.claim(&RULE, &["statement"], message).label("state the claim itself")]
}
