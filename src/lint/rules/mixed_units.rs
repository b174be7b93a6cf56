use std::collections::BTreeMap;

use crate::lint::{Case, Check, Finding, Rule, Severity};

/// Figures of one measure in different units.
pub(super) const RULE: Rule = Rule {
    id: "mixed-units",
    severity: Severity::Warning,
    summary: "figures of one measure in different units",
    why: "A series compares like with like: 40 kilometres is no less than 180 metres.",
    example: "\"measure\": \"distance\", \"unit\": \"km\" in one entry and \"metres\" in the next",
    mend: "strike the entry that is wrong, or give it a measure of its own",
    effect: "the points of the series cannot be compared",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let mut first: BTreeMap<&str, (&str, &crate::claim::Stored)> = BTreeMap::new();
    let mut found = Vec::new();
    for (stored, entry) in case.appearances() {
        let Some(figure) = &entry.figure else { continue };
        let (Some(measure), Some(unit)) = (&figure.measure, &figure.unit) else { continue };
        let (known, other) = *first.entry(measure).or_insert((unit, stored));
        if known != unit {
            let message = format!("{measure} in {unit}, and elsewhere in {known}");
            let finding = case.entry(&RULE, stored, &["figure", "unit"], message);
            found.push(finding.label("another unit").also([case.path(other)]));
        }
    }
    found
}
