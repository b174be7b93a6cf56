use crate::lint::append_only::back;
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// The statement of a claim was edited.
pub(super) const RULE: Rule = Rule {
    id: "statement-changed",
    severity: Severity::Error,
    summary: "the statement of a claim was edited",
    why: "Entries were recorded against a statement. With another one they would say something that nobody said.",
    example: "\"statement\": \"The port will close for a month\", where the base has \"for a week\"",
    mend: "take claim.json back from git, and put the statement differently with `claims amend`",
    effect: "every entry would be read as one about another statement",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    let Some(base) = context.base else { return Vec::new() };
    let mut found = Vec::new();
    for record in &context.ledger.records {
        let claim = &record.claim;
        let Some(old) = base.claims.get(claim.id.as_str()) else { continue };
        if old.statement == claim.statement {
            continue;
        }
        let spot = context.ledger.spot(claim.id.as_str(), None, &["statement"]);
        let mend = format!("{}; then `claims amend {}`", back(base, &spot.path), claim.id);
        let mut finding = Finding::new(&RULE, spot, "it differs from the base");
        if let Some(excerpt) = &mut finding.excerpt {
            excerpt.base = Some(format!("  \"statement\": \"{}\",", old.statement));
            excerpt.label = "amend it instead".to_owned();
        }
        found.push(finding.mend(mend));
    }
    found
}
