use crate::lint::append_only::{back, effect, lost};
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// A recorded entry is gone.
pub(super) const RULE: Rule = Rule {
    id: "entry-vanished",
    severity: Severity::Error,
    summary: "a recorded entry is gone",
    why: "Append-only means that no entry ever vanishes: neither by deletion, nor by a merge, nor by a move to another name or claim.",
    example: "an entry file of the base commit that is not in the working tree",
    mend: "take the file back from git; an error in it: `claims strike`",
    effect: "",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    let Some(base) = context.base else { return Vec::new() };
    let mut found = Vec::new();
    for lost in lost(context, base).into_iter().filter(|lost| lost.edited.is_none()) {
        let path = lost.path(context);
        let spot = crate::ledger::Spot { path: path.clone(), ..Default::default() };
        let message = match &lost.moved {
            Some(_) => "the base has it under this name, and here it has another",
            None if base.merged => "the base has it, and it is not here",
            None => "the base has it, and this branch does not hold the base's last commits",
        };
        let mend = match (&lost.moved, base.merged) {
            (None, false) => {
                format!("merge {} first; if it is still gone: {}", base.name, back(base, &path))
            }
            _ => back(base, &path),
        };
        let finding = Finding::new(&RULE, spot, message).effect(effect(context, base, &lost));
        found.push(finding.mend(mend).also(lost.moved.clone()));
    }
    found
}
