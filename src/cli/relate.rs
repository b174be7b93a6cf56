//! `claims same-as` and `claims distinct`: two ids are one claim, or two claims only look alike.

use claimbook::claim::{Entry, Relation};

use crate::cli::append::append;
use crate::cli::{Failure, Options, Outcome, home};

/// Which two claims, and why.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The claim that gets the entry
    id: String,

    /// The other claim
    other: String,

    /// Why
    #[arg(long, value_name = "WORDS")]
    why: Option<String>,
}

/// Runs `claims same-as`.
pub(crate) fn same_as(options: &Options, args: &Args) -> Outcome {
    relate(options, args, "same-as", Entry::SameAs)
}

/// Runs `claims distinct`.
pub(crate) fn distinct(options: &Options, args: &Args) -> Outcome {
    relate(options, args, "distinct", Entry::Distinct)
}

fn relate(options: &Options, args: &Args, kind: &str, make: fn(Relation) -> Entry) -> Outcome {
    let mut writer = home::write(options)?;
    let id = home::claim(writer.ledger(), &args.id)?.claim.id.clone();
    let other = home::claim(writer.ledger(), &args.other)?.claim.id.clone();
    if id == other {
        return Err(Failure::new(format!("{id}: a claim cannot be {kind} itself")));
    }
    let entry = make(Relation {
        schema: Entry::SCHEMA.to_owned(),
        r#type: kind.to_owned(),
        recorded: options.recorded(),
        by: options.by(),
        other,
        why: args.why.clone(),
    });
    append(options, &mut writer, &id, &entry)
}
