use crate::lexicon::{Fault, statement_fault};
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// The statement denies instead of stating.
pub(super) const RULE: Rule = Rule {
    id: "statement-negated",
    severity: Severity::Warning,
    summary: "the statement denies instead of stating",
    why: "A claim is written as it was made; who denies it is an entry. Else a denial of the denial reads as a yes.",
    example: "\"statement\": \"It is not true that the port of Varna will close\"",
    mend: "write the claim itself: `claims amend`",
    effect: "denials and confirmations change places",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let statement = &case.record.claim.statement;
    let Some(words) = statement_fault(Fault::Negated, statement) else { return Vec::new() };
    let message = format!("\"{words}\" belongs to a denial, not to the claim");
    vec![case.claim(&RULE, &["statement"], message).label("state the claim itself")]
}
