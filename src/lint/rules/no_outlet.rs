use crate::lint::{Case, Check, Finding, Rule, Severity};

/// An appearance without an outlet.
pub(super) const RULE: Rule = Rule {
    id: "no-outlet",
    severity: Severity::Warning,
    summary: "an appearance without an outlet",
    why: "A reader must be able to find the article, and two articles of one outlet must be known as such.",
    example: "\"outlet\": null",
    mend: "strike it and record it with --outlet",
    effect: "an unknown outlet is a voice of its own",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let bare = |entry: &crate::claim::Appearance| {
        entry.article.outlet.as_deref().is_none_or(|outlet| outlet.trim().is_empty())
    };
    let appearances = case.appearances().filter(|(_, entry)| bare(entry));
    let finding = appearances.map(|(stored, _)| {
        let route = ["article", "outlet"];
        case.entry(&RULE, stored, &route, "who published it?").label("who?")
    });
    finding.collect()
}
