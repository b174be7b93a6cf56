use crate::ledger::ErrorKind;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// Entries without their claim.
pub(super) const RULE: Rule = Rule {
    id: "orphan",
    severity: Severity::Error,
    summary: "entries without their claim",
    why: "An entry means nothing without the statement that it is about; the claim was renamed, removed or is broken.",
    example: "a folder with entries and no claim.json, and no line of an archive for it",
    mend: "take claim.json back from git, or mend it",
    effect: "the entries count for no claim",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    context.unread(&RULE, ErrorKind::Orphan)
}
