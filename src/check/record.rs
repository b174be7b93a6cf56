use chrono::NaiveDate;

use crate::check::{Hand, Report, appearance};
use crate::claim::{Claim, ClaimId, Entry};

/// What `--record` writes for one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// The claim's id.
    pub id: ClaimId,
    /// The claim, if it is new.
    pub claim: Option<Claim>,
    /// The entries to add, in text order.
    pub entries: Vec<Entry>,
}

/// Returns what taking every suggestion of a report writes, a value a claim, in text order.
///
/// What is on file already is left out, whoever recorded it and when; so recording an article again
/// writes nothing, and an article of which more is understood now adds only what is new.
pub fn record(report: &Report, hand: &Hand) -> Vec<Write> {
    let sha256 = report.article.sha256();
    let day: NaiveDate = report.article.meta.date.unwrap_or_else(|| hand.recorded.date());
    let mut out: Vec<Write> = Vec::new();
    for checked in report.mentions.iter().filter(|checked| !checked.on_file) {
        let Some(id) = checked.claim() else { continue };
        let at = out.iter().position(|write| write.id.as_str() == id).unwrap_or_else(|| {
            let claim = report.proposals.iter().find(|claim| claim.id.as_str() == id).cloned();
            if let Ok(id) = id.parse() {
                out.push(Write { id, claim, entries: Vec::new() });
            }
            out.len() - 1
        });
        let entry = appearance(&report.article, &sha256, &checked.mention, day, hand);
        out[at].entries.push(Entry::Appearance(Box::new(entry)));
    }
    out
}
