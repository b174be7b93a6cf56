use crate::ledger::ErrorKind;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// The text is no JSON, TOML or CSV.
pub(super) const RULE: Rule = Rule {
    id: "syntax",
    severity: Severity::Error,
    summary: "the text is no JSON, TOML or CSV",
    why: "A file that does not parse holds no fact, most often after a merge left its marks in it.",
    example: "<<<<<<< HEAD",
    mend: "mend the file, or take it back from git",
    effect: "the file is left out of every status and count",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    context.unread(&RULE, ErrorKind::Syntax)
}
