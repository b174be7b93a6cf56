//! What all commands that add to the ledger share: they write through one hand and say what they wrote.

use std::io::Write;

use claimbook::claim::{ClaimId, Entry};
use claimbook::ledger::{Writer, Written};

use crate::cli::{Exit, Options, Out, Outcome, home};

/// Adds one entry to a claim and says so.
pub(crate) fn append(
    options: &Options,
    writer: &mut Writer,
    id: &ClaimId,
    entry: &Entry,
) -> Outcome {
    let out = Out::open(options)?;
    let written = writer.append(id, entry).map_err(|error| home::failed(&error))?;
    say(out, &[written])
}

/// Says what was written and what was there before.
pub(crate) fn say(mut out: Out, written: &[Written]) -> Outcome {
    for file in written {
        let word = if file.fresh { "wrote" } else { "there already:" };
        writeln!(out, "{word} {}", file.path)?;
    }
    out.finish()?;
    Ok(Exit::Done)
}
