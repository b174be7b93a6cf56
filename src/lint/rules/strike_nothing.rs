use crate::claim::Entry;
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// An entry strikes or accepts nothing.
pub(super) const RULE: Rule = Rule {
    id: "strike-nothing",
    severity: Severity::Error,
    summary: "an entry strikes or accepts nothing",
    why: "The entry that it names is not there: the error it was meant to undo still counts.",
    example: "\"type\": \"strike\", \"entry\": \"2024-05-02-daily-post-00000000.json\"",
    mend: "name the full file name of an entry of this claim",
    effect: "the entry that was meant still counts as before",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let entries = &case.record.entries;
    let mut found = Vec::new();
    for stored in entries {
        let target = match &stored.entry {
            Entry::Strike(strike) => &strike.entry,
            Entry::Accept(accept) => &accept.entry,
            _ => continue,
        };
        if entries.iter().any(|other| other.name == *target) {
            continue;
        }
        let message = format!("this claim has no entry `{target}`");
        found.push(case.entry(&RULE, stored, &["entry"], message).label("no such entry"));
    }
    found
}
