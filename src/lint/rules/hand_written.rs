use crate::lint::{Case, Check, Finding, Rule, Severity};

/// An appearance without its words.
pub(super) const RULE: Rule = Rule {
    id: "hand-written",
    severity: Severity::Note,
    summary: "an appearance without its words",
    why: "Without the words and their place nobody can check the entry against the article.",
    example: "\"span\": null, \"quote\": null",
    mend: "record the article itself: `claims check --record`",
    effect: "none",
    check: Check::Claim(look),
};

fn look(case: &Case<'_>) -> Vec<Finding> {
    let bare = |entry: &crate::claim::Appearance| {
        entry.quote.is_none() || entry.span.is_none() || entry.article.sha256.is_none()
    };
    let appearances = case.appearances().filter(|(_, entry)| bare(entry));
    let finding = appearances.map(|(stored, entry)| {
        let fields = [
            ("quote", entry.quote.is_none()),
            ("span", entry.span.is_none()),
            ("article.sha256", entry.article.sha256.is_none()),
        ];
        let fields: Vec<_> =
            fields.iter().filter(|(_, gone)| *gone).map(|(name, _)| *name).collect();
        case.entry(&RULE, stored, &[], format!("without {}", fields.join(", ")))
    });
    finding.collect()
}
