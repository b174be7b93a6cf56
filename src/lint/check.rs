use crate::ledger::Ignore;
use crate::lint::{Case, Check, Context, Finding, RULES, Rule, Severity};

/// Returns what is wrong with a ledger, in the order of paths.
pub fn check(context: &Context<'_>) -> Vec<Finding> {
    let active: Vec<(&Rule, Severity)> = RULES
        .iter()
        .map(|rule| (*rule, severity(context, rule)))
        .filter(|(_, severity)| *severity != Severity::Off)
        .collect();
    let mut found = Vec::new();
    for (rule, severity) in &active {
        if let Check::Ledger(look) = rule.check {
            found.extend(look(context).into_iter().map(|finding| (finding, *severity)));
        }
    }
    for record in &context.ledger.records {
        let case = Case::new(context, record);
        for (rule, severity) in &active {
            if let Check::Claim(look) = rule.check {
                found.extend(look(&case).into_iter().map(|finding| (finding, *severity)));
            }
        }
    }
    let root = context.ledger.shown();
    let mut findings: Vec<Finding> = found
        .into_iter()
        .map(|(finding, severity)| Finding { severity, ..finding })
        .filter(|finding| !is_accepted(context, &root, finding))
        .collect();
    findings.sort();
    findings.dedup();
    findings
}

/// Tells whether `--fix` can mend findings of this rule: bytes and names, never content.
pub fn fixable(rule: &str) -> bool {
    matches!(rule, "canonical" | "name")
}

/// Returns the severity that `ledger.toml` gives a rule; an unknown word changes nothing.
fn severity(context: &Context<'_>, rule: &Rule) -> Severity {
    let own = context.ledger.config.severity.get(rule.id);
    own.and_then(|word| Severity::named(word)).unwrap_or(rule.severity)
}

fn is_accepted(context: &Context<'_>, root: &str, finding: &Finding) -> bool {
    let within = finding
        .path
        .strip_prefix(root)
        .map_or(finding.path.as_str(), |rest| rest.trim_start_matches('/'));
    let fits = |ignore: &&Ignore| {
        ignore.rule == finding.rule
            && ignore.path.as_ref().is_none_or(|start| within.starts_with(start))
            && context.today <= ignore.until
            && !ignore.reason.trim().is_empty()
    };
    context.ledger.config.ignore.iter().any(|ignore| fits(&ignore))
}
