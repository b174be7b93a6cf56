use crate::ledger::ErrorKind;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// A name does not follow from the content.
pub(super) const RULE: Rule = Rule {
    id: "name",
    severity: Severity::Error,
    summary: "a name does not follow from the content",
    why: "A claim's folder is its id, and an entry's name holds the hash of its bytes: an entry that was edited after it was recorded no longer fits its name.",
    example: "2024-05-02-daily-post-9f8e7d6c.json with other bytes",
    mend: "edited: take the file back from git, strike the entry and record anew; written by hand: `claims lint --fix`",
    effect: "the file is left out of every status and count",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    context.unread(&RULE, ErrorKind::Name)
}
