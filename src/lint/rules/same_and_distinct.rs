use crate::claim::{ClaimId, Entry};
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// Two claims are called one and called two.
pub(super) const RULE: Rule = Rule {
    id: "same-and-distinct",
    severity: Severity::Error,
    summary: "two claims are called one and called two",
    why: "A desk that has ruled both ways has not ruled. The fold takes them for one, the matcher for two.",
    example: "a same-as and a distinct entry that name the same claim",
    mend: "strike the entry that does not hold",
    effect: "both claims share one status, and are still offered apart",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let held = || case.record.entries.iter().filter(|stored| !case.is_struck(stored));
    let same: Vec<&ClaimId> = held()
        .filter_map(|stored| match &stored.entry {
            Entry::SameAs(relation) => Some(&relation.other),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for stored in held() {
        let Entry::Distinct(relation) = &stored.entry else { continue };
        if same.contains(&&relation.other) {
            let message = format!("a same-as entry joins this claim with `{}`", relation.other);
            found.push(case.entry(&RULE, stored, &["other"], message).label("also same-as"));
        }
    }
    found
}
