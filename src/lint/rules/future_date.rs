use chrono::Days;

use crate::claim::When;
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// A date that has not come.
pub(super) const RULE: Rule = Rule {
    id: "future-date",
    severity: Severity::Error,
    summary: "a date that has not come",
    why: "An entry records what was said and published. A date after today is a typing error, and it would be the latest stance for good.",
    example: "\"published\": \"2042-05-03\"",
    mend: "strike the entry and record it with the right date",
    effect: "this entry would outrank every later one",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    // East of the judge it may be tomorrow already.
    let last = case.context.today.checked_add_days(Days::new(1)).unwrap_or(case.context.today);
    let mut found = Vec::new();
    for stored in &case.record.entries {
        let recorded = ("recorded", Some(stored.entry.recorded()));
        let (said, published) = match stored.entry.appearance() {
            Some(entry) => (entry.said.as_ref(), Some(&entry.published)),
            None => (None, None),
        };
        let dates: [(&str, Option<&When>); 3] =
            [recorded, ("said", said), ("published", published)];
        for (field, when) in dates {
            if let Some(when) = when.filter(|when| when.date() > last) {
                let message = format!("{field} on {}, after {}", when.date(), case.context.today);
                found.push(case.entry(&RULE, stored, &[field], message).label("not yet"));
            }
        }
    }
    if case.record.claim.created > last {
        let message = format!("created on {}", case.record.claim.created);
        found.push(case.claim(&RULE, &["created"], message).label("not yet"));
    }
    found
}
