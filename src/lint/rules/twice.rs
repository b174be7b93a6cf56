use crate::ledger::ErrorKind;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// One thing stands in two places.
pub(super) const RULE: Rule = Rule {
    id: "twice",
    severity: Severity::Error,
    summary: "one thing stands in two places",
    why: "Two files or rows for one id disagree sooner or later, and nobody can say which holds.",
    example: "the same claim in archive/2021.jsonl and in a folder",
    mend: "keep one of the two",
    effect: "the first one counts",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    context.unread(&RULE, ErrorKind::Twice)
}
