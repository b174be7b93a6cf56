use crate::lint::append_only::{back, differences, lost};
use crate::lint::{Check, Context, Finding, Rule, Severity};

/// A recorded entry was edited.
pub(super) const RULE: Rule = Rule {
    id: "entry-changed",
    severity: Severity::Error,
    summary: "a recorded entry was edited",
    why: "What was recorded is history. A correction is a new entry; the old one is struck and stays to be seen.",
    example: "an entry file whose quote differs from the base commit",
    mend: "take the file back from git; an error in it: `claims strike`, and record anew",
    effect: "the status may rest on words that nobody recorded",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    let Some(base) = context.base else { return Vec::new() };
    let mut found = Vec::new();
    for lost in lost(context, base) {
        let Some(now) = &lost.edited else { continue };
        let path = lost.path(context);
        for difference in differences(&lost.text, now).into_iter().take(1) {
            let mut finding =
                Finding::new(&RULE, difference.spot(&path), "it differs from the base");
            if let Some(excerpt) = &mut finding.excerpt {
                excerpt.base = Some(difference.base.clone());
                excerpt.label.clone_from(&difference.label);
            }
            found.push(finding.mend(back(base, &path)));
        }
    }
    found
}
