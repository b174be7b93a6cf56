use crate::ledger::ErrorKind;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// A symbolic link in the ledger.
pub(super) const RULE: Rule = Rule {
    id: "symlink",
    severity: Severity::Error,
    summary: "a symbolic link in the ledger",
    why: "A link may lead out of the ledger: to a file that git does not show to a reviewer, or to one of another claim.",
    example: "2024-05-port-closes-1a2b -> ../../drafts/port",
    mend: "put the file or folder itself there",
    effect: "the file is left out of every status and count",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    context.unread(&RULE, ErrorKind::Link)
}
