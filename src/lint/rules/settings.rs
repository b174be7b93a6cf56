use crate::lint::{Check, Context, Finding, Rule, Severity, rule};

/// Ledger.toml speaks of nothing.
pub(super) const RULE: Rule = Rule {
    id: "settings",
    severity: Severity::Warning,
    summary: "ledger.toml speaks of nothing",
    why: "A setting with a typing error switches nothing off, and an accepted finding that has run out is a promise nobody kept.",
    example: "[severity]\nnear-duplicates = \"off\"",
    mend: "mend the name or remove the setting",
    effect: "none: the setting changes nothing",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    let config = &context.ledger.config;
    let at = |word: &str, message: String| {
        Finding::new(&RULE, context.ledger.spot_word("ledger.toml", word), message)
    };
    let mut found = Vec::new();
    for (id, word) in &config.severity {
        if rule(id).is_none() {
            found.push(at(id, format!("there is no rule `{id}`")));
        }
        if Severity::named(word).is_none() {
            found.push(at(id, format!("`{word}` is none of error, warning, note, off")));
        }
    }
    for ignore in &config.ignore {
        if rule(&ignore.rule).is_none() {
            found.push(at(&ignore.rule, format!("there is no rule `{}`", ignore.rule)));
        }
        if ignore.reason.trim().is_empty() {
            found.push(at(&ignore.rule, "a finding is accepted without a reason".to_owned()));
        }
        if ignore.until < context.today {
            let day = ignore.until;
            found.push(at(&day.to_string(), format!("`{}` was accepted until {day}", ignore.rule)));
        }
    }
    found
}
