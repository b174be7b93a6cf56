use crate::lint::{Check, Context, Finding, Rule, Severity};

/// The bytes are not the canonical ones.
pub(super) const RULE: Rule = Rule {
    id: "canonical",
    severity: Severity::Error,
    summary: "the bytes are not the canonical ones",
    why: "One value has one form: fixed key order, two spaces, a final newline. Then a diff shows what changed, and nothing else.",
    example: "\"kind\":\"deal\" without the space",
    mend: "run `claims lint --fix`",
    effect: "none: the value is the same",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    let untidy = context.ledger.untidy.iter();
    let finding = untidy.map(|untidy| {
        let spot = crate::ledger::Spot {
            path: untidy.path.clone(),
            line: untidy.line,
            ..Default::default()
        };
        Finding::new(&RULE, spot, "this line and those after it are written in another way")
    });
    finding.collect()
}
