//! `claims note`: a remark of the desk.

use claimbook::claim::{Entry, Note};

use crate::cli::append::append;
use crate::cli::{Options, Outcome, home};

/// On which claim, and the remark.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The claim
    id: String,

    /// The remark
    text: String,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let mut writer = home::write(options)?;
    let id = home::claim(writer.ledger(), &args.id)?.claim.id.clone();
    let entry = Entry::Note(Note {
        schema: Entry::SCHEMA.to_owned(),
        r#type: "note".to_owned(),
        recorded: options.recorded(),
        by: options.by(),
        text: args.text.clone(),
    });
    append(options, &mut writer, &id, &entry)
}
