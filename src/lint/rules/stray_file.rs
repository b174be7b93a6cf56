use crate::ledger::ErrorKind;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// A file that belongs to no ledger.
pub(super) const RULE: Rule = Rule {
    id: "stray-file",
    severity: Severity::Warning,
    summary: "a file that belongs to no ledger",
    why: "What nobody reads nobody reviews; a misplaced entry would be missing without a word.",
    example: "claims/notes.txt",
    mend: "move it out of the ledger",
    effect: "none: it is not read",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    context.unread(&RULE, ErrorKind::Stray)
}
