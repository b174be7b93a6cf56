use crate::lint::{Check, Context, Finding, Rule, Severity};

/// An actor speaks for nobody known, or in a circle.
pub(super) const RULE: Rule = Rule {
    id: "speaks-for",
    severity: Severity::Error,
    summary: "an actor speaks for nobody known, or in a circle",
    why: "Sources are counted by whom they speak for. A broken chain makes one source look like two.",
    example: "varna-harbour-master,Harbour Master,,person,varna-port-typo,",
    mend: "name the id of an actor, and let the chain end",
    effect: "two articles of one voice may count as two sources",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for actor in &context.ledger.actors {
        let Some(upper) = &actor.speaks_for else { continue };
        let message = if context.actors.get(upper).is_none() {
            format!("`{}` speaks for `{upper}`, and there is no such actor", actor.id)
        } else if context.actors.is_above(&actor.id, upper) {
            format!("`{}` speaks for itself, through `{upper}`", actor.id)
        } else {
            continue;
        };
        let spot = context.ledger.spot_word("actors.csv", &format!("{},", actor.id));
        found.push(Finding::new(&RULE, spot, message));
    }
    found
}
