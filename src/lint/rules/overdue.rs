use crate::lint::{Case, Check, Finding, Rule, Severity};

/// The planned day has passed, and nobody said what happened.
pub(super) const RULE: Rule = Rule {
    id: "overdue",
    severity: Severity::Warning,
    summary: "the planned day has passed, and nobody said what happened",
    why: "The calendar confirms nothing. Somebody has to look whether the event took place.",
    example: "\"planned_for\": \"2024-05-10\", and it is June",
    mend: "record what happened: `claims add`, or accept it for a while in ledger.toml",
    effect: "the claim stays planned",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    // Only a plan can be overdue; the fold is for those alone.
    let dated = case.record.claim.planned_for.is_some()
        || case.appearances().any(|(_, entry)| entry.modality == crate::claim::Modality::Planned);
    if !dated || !case.status().overdue(case.context.today) {
        return Vec::new();
    }
    let day = case.status().planned_for.map(|day| day.to_string()).unwrap_or_default();
    let finding = case.claim(&RULE, &["planned_for"], format!("planned for {day}"));
    vec![finding.label("what happened?")]
}
