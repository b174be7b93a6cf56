use crate::ledger::ErrorKind;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// A file could not be read.
pub(super) const RULE: Rule = Rule {
    id: "unreadable",
    severity: Severity::Error,
    summary: "a file could not be read",
    why: "What cannot be read cannot be judged, and a check must not pass over it.",
    example: "claim.json without read permission",
    mend: "check who owns the file and its permissions",
    effect: "the file is left out of every status and count",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    context.unread(&RULE, ErrorKind::Io)
}
