use std::collections::BTreeSet;

use crate::claim::{Entry, Record, fold};
use crate::lexicon::is_stop_word;
use crate::lint::{Check, Context, Finding, Rule, Severity};
use crate::matching::{Match, Matcher};

/// Two claims that say the same.
pub(super) const RULE: Rule = Rule {
    id: "near-duplicate",
    severity: Severity::Warning,
    summary: "two claims that say the same",
    why: "Two ids for one claim split its history: one shows the report, the other the denial. Two branches coin them in good faith. Looked for among the claims that the base does not have; without a base, in ledgers of up to 2,000 claims.",
    example: "2024-05-port-of-varna-will-close-1a2b and 2024-05-varna-port-to-close-9c0d",
    mend: "one claim: `claims same-as`; two claims that look alike: `claims distinct`",
    effect: "each of the two shows half of the history",
    check: Check::Ledger(look),
};

fn look(context: &Context<'_>) -> Vec<Finding> {
    let records = &context.ledger.records;
    let is_new = |record: &&Record| {
        context.base.is_none_or(|base| !base.claims.contains_key(record.claim.id.as_str()))
    };
    let fresh: Vec<&Record> = records.iter().filter(is_new).collect();
    // Each is compared with the nearest others, which takes its time.
    if records.len() < 2 || fresh.is_empty() || fresh.len() > LARGE {
        return Vec::new();
    }
    let matcher = Matcher::new(records, &context.actors);
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for record in fresh {
        let id = record.claim.id.as_str();
        let nearest = matcher.top(&record.claim.statement, None, "", NEAREST);
        // How a score of 1 would look in this ledger, the claim itself shows.
        let own = nearest.iter().find(|near| near.claim == id).map_or(1.0, |near| near.score);
        for near in nearest {
            let alike = near.claim != id && near.score >= NEAR * own;
            let Some(other) = context.ledger.record(&near.claim).filter(|_| alike) else {
                continue;
            };
            if shared(&record.claim.statement, &other.claim.statement) < SHARED {
                continue;
            }
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

/// Beyond this many new claims the rule does not look: that is an import, not a desk's work.
const LARGE: usize = 2_000;
/// The score of a near one, as a share of the score that the claim has with itself.
const NEAR: f64 = 0.5;
/// The share of words that the two must have in common.
const SHARED: f64 = 0.7;
/// How many of the nearest claims are looked at; the first is most often the claim itself.
const NEAREST: usize = 4;

/// Returns the share of words that two statements have in common, function words left out.
fn shared(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> BTreeSet<String> {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.filter(|word| !is_stop_word(word)).map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let common = one.intersection(&other).count();
    let all = one.union(&other).count();
    if all == 0 { 0.0 } else { common as f64 / all as f64 }
}

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
