use std::collections::BTreeMap;

use crate::claim::{Actor, fold};
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// One name for two actors.
pub(super) const RULE: Rule = Rule {
    id: "alias-collision",
    severity: Severity::Error,
    summary: "one name for two actors",
    why: "A name in a text must lead to one actor; else the words of one are laid to the other.",
    example: "port-varna,Port of Varna,\"the port\",body,,\nport-burgas,Port of Burgas,\"the port\",body,,",
    mend: "drop the alias from one of the two, or make it longer",
    effect: "a mention of the name goes to either of them",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    let mut owners: BTreeMap<String, &Actor> = BTreeMap::new();
    let own = &context.ledger.actors;
    // A row of the desk replaces the built-in one of the same id, so that one owns nothing.
    let replaced = |actor: &&Actor| !own.iter().any(|row| row.id == actor.id);
    for actor in context.built_in.iter().filter(replaced) {
        for name in names(actor) {
            owners.insert(name, actor);
        }
    }
    let mut found = Vec::new();
    for actor in own {
        for name in names(actor) {
            match owners.get(&name) {
                Some(owner) if owner.id != actor.id => {
                    let spot = context.ledger.spot_word("actors.csv", &format!("{},", actor.id));
                    let message =
                        format!("`{name}` is a name of both `{}` and `{}`", owner.id, actor.id);
                    found.push(Finding::new(&RULE, spot, message));
                }
                _ => {
                    owners.insert(name, actor);
                }
            }
        }
    }
    found
}

fn names(actor: &Actor) -> Vec<String> {
    let mut names: Vec<String> =
        [&actor.name].into_iter().chain(&actor.aliases).map(|name| fold(name)).collect();
    names.sort();
    names.dedup();
    names
}
