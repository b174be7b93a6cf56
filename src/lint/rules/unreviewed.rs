use crate::claim::Entry;
use crate::lint::{Case, Check, Finding, Rule, Severity};

/// No person has reviewed this entry.
pub(super) const RULE: Rule = Rule {
    id: "unreviewed",
    severity: Severity::Error,
    summary: "no person has reviewed this entry",
    why: "The program proposes, a person rules. What was recorded with --record is a proposal until somebody takes it over.",
    example: "\"accepted_by\": null, and no accept entry names it",
    mend: "read it against the article, then `claims accept` or `claims strike`",
    effect: "it counts, and nobody has vouched for it",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let accepted = |name: &str| {
        case.record.entries.iter().any(|stored| match &stored.entry {
            Entry::Accept(accept) => accept.entry == name && !case.is_struck(stored),
            _ => false,
        })
    };
    let open = case.appearances().filter(|(stored, entry)| {
        entry.accepted_by.as_deref().is_none_or(|by| by.trim().is_empty())
            && !accepted(&stored.name)
    });
    let finding = open.map(|(stored, entry)| {
        let message = format!("recorded by {} and reviewed by nobody", entry.by);
        case.entry(&RULE, stored, &["accepted_by"], message).label("who vouches for it?")
    });
    finding.collect()
}
