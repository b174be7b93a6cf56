use crate::ledger::ErrorKind;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// A file is not UTF-8.
pub(super) const RULE: Rule = Rule {
    id: "not-utf8",
    severity: Severity::Error,
    summary: "a file is not UTF-8",
    why: "Other encodings look different on every machine, and offsets into quotes would shift.",
    example: "\"outlet\": \"Pr\\xe4sse\" saved as Latin-1",
    mend: "save the file as UTF-8",
    effect: "the file is left out of every status and count",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    context.unread(&RULE, ErrorKind::Encoding)
}
