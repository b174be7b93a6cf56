use crate::lint::append_only::back;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// A recorded claim is gone.
pub(super) const RULE: Rule = Rule {
    id: "claim-vanished",
    severity: Severity::Error,
    summary: "a recorded claim is gone",
    why: "A claim that others cite must stay to be found. Two ids for one claim are joined by same-as; a claim made in error is struck entry by entry.",
    example: "a claim folder of the base commit that is not in the working tree",
    mend: "take the folder back from git",
    effect: "its entries count for nothing",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    let Some(base) = context.base else { return Vec::new() };
    let gone = base.claims.keys().filter(|id| !context.holds(id));
    let finding = gone.map(|id| {
        let path = format!("{}/{id}/claim.json", context.ledger.shown());
        let spot = crate::ledger::Spot { path: path.clone(), ..Default::default() };
        Finding::new(&RULE, spot, "the base has it, and it is not here").mend(back(base, &path))
    });
    finding.collect()
}
