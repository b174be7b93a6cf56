use std::collections::BTreeSet;

use crate::claim::{Entry, Record};
use crate::lint::{Check, Context, Finding, Rule, Severity};
use crate::matching::{Match, Matcher, Relation};

/// Two claims that say the same.
pub(super) const RULE: Rule = Rule {
    id: "near-duplicate",
    severity: Severity::Warning,
    summary: "two claims that say the same",
    why: "Two ids for one claim split its history: one shows the report, the other the denial. Two branches coin them in good faith.",
    example: "2024-05-port-of-varna-will-close-1a2b and 2024-05-varna-port-to-close-9c0d",
    mend: "one claim: `claims same-as`; two claims that look alike: `claims distinct`",
    effect: "each of the two shows half of the history",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    let records = &context.ledger.records;
    // A comparison of each claim with the nearest others is for ledgers that people write.
    if records.len() < 2 || records.len() > LARGE {
        return Vec::new();
    }
    let matcher = Matcher::new(records, &context.actors);
    let link = context.ledger.config.thresholds.link;
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for record in records {
        let id = record.claim.id.as_str();
        for near in matcher.top(&record.claim.statement, None, "", NEAREST) {
            let alike =
                near.claim != id && near.score >= NEAR * link && near.relation != Relation::Related;
            let Some(other) = context.ledger.record(&near.claim).filter(|_| alike) else {
                continue;
            };
            let pair = if id < near.claim.as_str() {
                (id, near.claim.as_str())
            } else {
                (near.claim.as_str(), id)
            };
            let pair = (pair.0.to_owned(), pair.1.to_owned());
            if apart(record, other) || !told.insert(pair) {
                continue;
            }
            let spot = context.ledger.spot(id, None, &["statement"]);
            let finding = Finding::new(&RULE, spot, said(&near));
            found.push(finding.also([context.ledger.spot(&near.claim, None, &[]).path]));
        }
    }
    found
}

/// Beyond this many claims the rule does not look; imports of that size are checked by their makers.
const LARGE: usize = 20_000;
/// Two statements have only words to compare, which are a part of what links a mention to a claim.
const NEAR: f64 = 0.8;
/// How many of the nearest claims are looked at; the first is most often the claim itself.
const NEAREST: usize = 4;

/// Tells whether the two may stand side by side: ruled on, of other figures, or planned for other days.
fn apart(one: &Record, other: &Record) -> bool {
    let ruled = |a: &Record, b: &Record| {
        a.entries.iter().any(|stored| match &stored.entry {
            Entry::SameAs(relation) | Entry::Distinct(relation) => relation.other == b.claim.id,
            _ => false,
        })
    };
    let (a, b) = (&one.claim, &other.claim);
    ruled(one, other)
        || ruled(other, one)
        || (a.measure.is_some() && b.measure.is_some() && a.measure != b.measure)
        || (a.planned_for.is_some() && b.planned_for.is_some() && a.planned_for != b.planned_for)
}

fn said(near: &Match) -> String {
    let reasons: Vec<String> = near
        .reasons
        .iter()
        .filter(|reason| reason.part() > 0.0)
        .map(|reason| {
            let part = reason.part();
            format!(
                "{} {part:.2}: {} {} {}",
                reason.feature,
                reason.mention,
                reason.sign(),
                reason.claim
            )
        })
        .collect();
    format!("match {:.2} with {} ({})", near.score, near.claim, reasons.join("; "))
}
