//! `claims strike`: an entry of ours was an error; it stays on file and counts no more.

use claimbook::claim::{Entry, Strike};

use crate::cli::append::append;
use crate::cli::{Options, Outcome, home};

/// Which entry, and why.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The entry: its file name, or the end of it
    entry: String,

    /// Why it was an error
    #[arg(long, value_name = "WORDS")]
    why: String,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let mut writer = home::write(options)?;
    let (id, stored) = home::entry(&writer.ledger().records, &args.entry)?;
    let entry = Entry::Strike(Strike {
        schema: Entry::SCHEMA.to_owned(),
        r#type: "strike".to_owned(),
        recorded: options.recorded(),
        by: options.by(),
        entry: stored.name.clone(),
        why: args.why.clone(),
    });
    let id = id.clone();
    append(options, &mut writer, &id, &entry)
}
