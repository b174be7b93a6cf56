use claimbook::Report;
use claimbook::check::{Hand, Proposal, record};
use claimbook::claim::{Claim, ClaimId, Entry, Relation, one_line};
use claimbook::ledger::{Ledger, Written};
use claimbook::lexicon::is_stop_word;
use claimbook::matching::{Match, Relation as Stands};

use crate::cli::review::{Decision, Session};
use crate::cli::{Failure, Options, home};

/// Writes what a person decided, and returns the files; what was skipped or rejected is left out.
///
/// `fresh` is the article laid against an empty ledger: there every mention has a claim of its own.
pub(super) fn apply(
    options: &Options,
    by: &str,
    ledger: &Ledger,
    mut report: Report,
    fresh: &Report,
    session: &Session,
) -> Result<Vec<Written>, Failure> {
    let mut distinct: Vec<(ClaimId, String)> = Vec::new();
    let mut rows = Vec::new();
    for mut row in std::mem::take(&mut report.mentions) {
        match session.decision(&row.mention.id) {
            Some(Decision::Accept) => {}
            Some(Decision::Claim { id }) => {
                let found = row.candidates.iter().find(|found| found.claim == *id).cloned();
                row.matched = Some(found.unwrap_or_else(|| by_hand(id)));
                row.proposed = None;
            }
            Some(Decision::New { statement, distinct: other }) => {
                let claim = own_claim(&row.mention.id, statement.as_deref(), fresh, ledger)?;
                distinct.extend(other.clone().map(|other| (claim.id.clone(), other)));
                row.matched = None;
                row.proposed =
                    Some(Proposal { id: claim.id.clone(), statement: claim.statement.clone() });
                if !report.proposals.iter().any(|known| known.id == claim.id) {
                    report.proposals.push(claim);
                }
            }
            Some(Decision::Reject | Decision::Skip) | None => continue,
        }
        rows.push(row);
    }
    report.mentions = rows;
    let hand =
        Hand { by: by.to_owned(), recorded: options.recorded(), accepted_by: Some(by.to_owned()) };
    let mut writer = home::write(options)?;
    let mut written = Vec::new();
    for write in record(&report, &hand) {
        if let Some(claim) = &write.claim {
            written.push(writer.create_claim(claim).map_err(|error| home::failed(&error))?);
        }
        for entry in &write.entries {
            written.push(writer.append(&write.id, entry).map_err(|error| home::failed(&error))?);
        }
    }
    for (id, other) in distinct {
        let entry = Entry::Distinct(Relation {
            schema: Entry::SCHEMA.to_owned(),
            r#type: "distinct".to_owned(),
            recorded: options.recorded(),
            by: by.to_owned(),
            other: other.parse().map_err(Failure::new)?,
            why: Some("told apart in review".to_owned()),
        });
        written.push(writer.append(&id, &entry).map_err(|error| home::failed(&error))?);
    }
    written.retain(|file| file.fresh);
    Ok(written)
}

/// Returns the claim that a mention becomes by itself, put as the person wants it.
fn own_claim(
    mention: &str,
    statement: Option<&str>,
    fresh: &Report,
    ledger: &Ledger,
) -> Result<Claim, Failure> {
    let row = fresh.mentions.iter().find(|row| row.mention.id == mention);
    let id = row.and_then(|row| row.claim());
    let claim = fresh.proposals.iter().find(|claim| Some(claim.id.as_str()) == id);
    let mut claim = claim.cloned().ok_or_else(|| {
        Failure::new(format!("mention {mention}: there is no claim to make of it"))
    })?;
    let first = match statement {
        Some(statement) => {
            claim.statement = one_line(statement);
            let month = claim.created.format("%Y-%m").to_string();
            ClaimId::draft(&month, &claim.statement, is_stop_word)
        }
        None => claim.id.clone(),
    };
    // The id of another claim is not taken over.
    claim.id = first.clone();
    let mut number = 2;
    while ledger.record(claim.id.as_str()).is_some_and(|other| other.claim != claim) {
        claim.id = format!("{first}-{number}").parse().map_err(Failure::new)?;
        number += 1;
    }
    Ok(claim)
}

/// The match that a person made.
fn by_hand(id: &str) -> Match {
    Match {
        claim: id.to_owned(),
        score: 1.0,
        relation: Stands::Same,
        reasons: Vec::new(),
        kept_apart: None,
    }
}
