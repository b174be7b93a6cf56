use crate::claim::Stance;
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// A denial, and nobody who said it.
pub(super) const RULE: Rule = Rule {
    id: "denial-of-nothing",
    severity: Severity::Warning,
    summary: "a denial, and nobody who said it",
    why: "A denial answers somebody. The claim that is denied should be on file, with who made it.",
    example: "a claim whose only appearance denies it",
    mend: "record who said it first, or `claims same-as` with the claim that is denied",
    effect: "the claim is denied and was never reported",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let stands = |stance: &[Stance]| {
        case.appearances().find(|(_, entry)| stance.contains(&entry.stance)).map(|(at, _)| at)
    };
    let Some(denial) = stands(&[Stance::Denies]) else { return Vec::new() };
    if stands(&[Stance::Asserts, Stance::Confirms]).is_some() || has_kin(case) {
        return Vec::new();
    }
    let finding = case.entry(&RULE, denial, &["stance"], "nothing on file says what is denied");
    vec![finding.label("denies what, and whose words?")]
}

/// What a kin claim says is folded in, so the fold knows whether somebody said it.
fn has_kin(case: &Case<'_>) -> bool {
    case.status().readings.len() > case.appearances().count()
        && case.status().readings.iter().any(crate::status::Reading::is_for)
}
