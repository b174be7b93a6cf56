use crate::ledger::ErrorKind;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// A field is unknown, missing or wrong.
pub(super) const RULE: Rule = Rule {
    id: "schema",
    severity: Severity::Error,
    summary: "a field is unknown, missing or wrong",
    why: "A misspelt field would be lost in silence; a value out of range would count as a fact.",
    example: "\"stance\": \"denied\"",
    mend: "mend the field; `claims schema claim` and `claims schema entry` name them all",
    effect: "the file is left out of every status and count",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    context.unread(&RULE, ErrorKind::Schema)
}
