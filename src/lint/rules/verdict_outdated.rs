use crate::claim::Entry;
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// The status moved after the verdict.
pub(super) const RULE: Rule = Rule {
    id: "verdict-outdated",
    severity: Severity::Warning,
    summary: "the status moved after the verdict",
    why: "A ruling stays at the top of every view. When the facts moved on, somebody has to look again.",
    example: "a verdict of May, a denial by a party of June",
    mend: "rule again: `claims verdict`",
    effect: "none on the status; readers see an old ruling first",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let verdict = |stored: &crate::claim::Stored| matches!(stored.entry, Entry::Verdict(_));
    if !case.record.entries.iter().any(verdict) {
        return Vec::new();
    }
    let Some(ruling) = case.status().verdict.as_ref().filter(|ruling| ruling.outdated) else {
        return Vec::new();
    };
    let Some(stored) = case.record.entries.iter().find(|stored| stored.name == ruling.entry) else {
        return Vec::new();
    };
    let entries = if ruling.later == 1 { "entry" } else { "entries" };
    let message = format!("the verdict predates {} {entries} that moved the status", ruling.later);
    vec![case.entry(&RULE, stored, &["recorded"], message).label("look again")]
}
