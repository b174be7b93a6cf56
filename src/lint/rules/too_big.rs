use crate::ledger::ErrorKind;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// A file is larger than any sound one.
pub(super) const RULE: Rule = Rule {
    id: "too-big",
    severity: Severity::Error,
    summary: "a file is larger than any sound one",
    why: "An entry holds one fact. A file of a megabyte is an article, an image or a mistake.",
    example: "an article pasted into claim.json",
    mend: "move it out of the ledger",
    effect: "the file is left out of every status and count",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    context.unread(&RULE, ErrorKind::TooBig)
}
