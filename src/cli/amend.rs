//! `claims amend`: the statement of a claim is put differently from now on.

use claimbook::claim::{Amendment, Entry};

use crate::cli::append::append;
use crate::cli::{Options, Outcome, home};

/// Which claim, how it is put, and why.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The claim
    id: String,

    /// The new statement
    statement: String,

    /// Why
    #[arg(long, value_name = "WORDS")]
    why: Option<String>,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let mut writer = home::write(options)?;
    let id = home::claim(writer.ledger(), &args.id)?.claim.id.clone();
    let entry = Entry::Amendment(Amendment {
        schema: Entry::SCHEMA.to_owned(),
        r#type: "amendment".to_owned(),
        recorded: options.recorded(),
        by: options.by(),
        statement: args.statement.clone(),
        why: args.why.clone(),
    });
    append(options, &mut writer, &id, &entry)
}
