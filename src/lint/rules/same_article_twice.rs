use crate::lint::{Case, Check, Finding, Rule, Severity};

/// One article, recorded twice.
pub(super) const RULE: Rule = Rule {
    id: "same-article-twice",
    severity: Severity::Warning,
    summary: "one article, recorded twice",
    why: "Two people recorded the same words of the same article, most often on two branches. It does no harm, and one of the two can go.",
    example: "two entries of one claim with the same article, span and stance",
    mend: "strike one of them",
    effect: "none: counted once",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let appearances: Vec<_> = case.appearances().collect();
    let mut found = Vec::new();
    for (at, (stored, entry)) in appearances.iter().enumerate() {
        let Some((first, old)) = appearances[..at].iter().find(|(_, old)| old.same_as(entry))
        else {
            continue;
        };
        let who = if old.by == entry.by {
            format!("recorded by {} twice", entry.by)
        } else {
            format!("recorded by {} and by {}", old.by, entry.by)
        };
        found.push(case.entry(&RULE, stored, &["by"], who).also([case.path(first)]));
    }
    found
}
