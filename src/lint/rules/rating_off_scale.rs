use crate::claim::Entry;
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// A rating outside its own scale.
pub(super) const RULE: Rule = Rule {
    id: "rating-off-scale",
    severity: Severity::Error,
    summary: "a rating outside its own scale",
    why: "A number means nothing but between its ends, and other desks read them: worst, best, and the value between.",
    example: "\"scale\": {\"value\": 7, \"best\": 5, \"worst\": 1}",
    mend: "strike it and rule again with a value between the ends",
    effect: "export to ClaimReview refuses it",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for stored in case.record.entries.iter().filter(|stored| !case.is_struck(stored)) {
        let Entry::Verdict(verdict) = &stored.entry else { continue };
        let Some(scale) = &verdict.scale else { continue };
        let message = if scale.best <= scale.worst {
            format!("best {} is not above worst {}", scale.best, scale.worst)
        } else if scale.value < scale.worst || scale.value > scale.best {
            format!("{} is not between {} and {}", scale.value, scale.worst, scale.best)
        } else {
            continue;
        };
        found.push(case.entry(&RULE, stored, &["scale", "value"], message).label("off the scale"));
    }
    found
}
