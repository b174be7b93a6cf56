use crate::claim::Entry;
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// An entry names a claim that is not there.
pub(super) const RULE: Rule = Rule {
    id: "same-as-dangling",
    severity: Severity::Error,
    summary: "an entry names a claim that is not there",
    why: "The status of two claims that are one is folded over both; without the other half it is wrong.",
    example: "\"type\": \"same-as\", \"other\": \"2024-05-port-close\"",
    mend: "mend the id in a new entry and strike this one",
    effect: "the entries of the other claim are not counted",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for stored in case.record.entries.iter().filter(|stored| !case.is_struck(stored)) {
        let (Entry::SameAs(relation) | Entry::Distinct(relation)) = &stored.entry else { continue };
        if !case.context.holds(relation.other.as_str()) {
            let message = format!("there is no claim `{}`", relation.other);
            found.push(case.entry(&RULE, stored, &["other"], message).label("no such claim"));
        }
    }
    found
}
