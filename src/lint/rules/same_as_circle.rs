use std::collections::BTreeSet;

use crate::claim::{Entry, Record, Relation, Stored};
use crate::lint::{Case, Check, Finding, Rule, Severity};
use crate::status::struck;

/// Same-as leads back to where it began.
pub(super) const RULE: Rule = Rule {
    id: "same-as-circle",
    severity: Severity::Error,
    summary: "same-as leads back to where it began",
    why: "Same-as says which of two ids is kept. In a circle none is, and a reader is sent round and round.",
    example: "a claim whose same-as names itself, or two that name each other",
    mend: "strike one of the entries",
    effect: "none on the status; nobody can say which id to cite",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (stored, relation) in links(case.record) {
        if leads_to(case, relation.other.as_str(), case.id()) {
            let message = format!("`{}` leads back to this claim", relation.other);
            found.push(
                case.entry(&RULE, stored, &["other"], message).label("and from there to here"),
            );
        }
    }
    found
}

fn leads_to(case: &Case<'_>, from: &str, goal: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![from.to_owned()];
    while let Some(id) = next.pop() {
        if id == goal {
            return true;
        }
        if let Some(record) = case.context.ledger.record(&id).filter(|_| seen.insert(id.clone())) {
            next.extend(links(record).into_iter().map(|(_, relation)| relation.other.to_string()));
        }
    }
    false
}

/// The same-as entries of a claim that hold.
fn links<'a>(record: &'a Record) -> Vec<(&'a Stored, &'a Relation)> {
    if !record.entries.iter().any(|stored| matches!(stored.entry, Entry::SameAs(_))) {
        return Vec::new();
    }
    let gone = struck(&record.entries.iter().collect::<Vec<_>>());
    let link = |stored: &'a Stored| match stored {
        Stored { entry: Entry::SameAs(relation), name } if !gone.contains(name.as_str()) => {
            Some((stored, relation))
        }
        _ => None,
    };
    record.entries.iter().filter_map(link).collect()
}
