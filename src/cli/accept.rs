//! `claims accept`: a person takes over entries that were recorded unreviewed.

use claimbook::claim::{Accept, Entry};

use crate::cli::append::say;
use crate::cli::{Failure, Options, Out, Outcome, home};

/// Which entries.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The entries: their file names, or the ends of them
    #[arg(required = true, value_name = "ENTRY")]
    entries: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let by = options.person().ok_or_else(|| Failure::new("who accepts it? pass --by NAME"))?;
    let mut writer = home::write(options)?;
    let mut accepts = Vec::new();
    for name in &args.entries {
        let (id, stored) = home::entry(&writer.ledger().records, name)?;
        if stored.entry.appearance().is_none() {
            let kind = stored.entry.kind();
            return Err(Failure::new(format!(
                "`{name}` is of type {kind}; only appearances are accepted"
            )));
        }
        accepts.push((id.clone(), stored.name.clone()));
    }
    let out = Out::open(options)?;
    let mut written = Vec::new();
    for (id, name) in accepts {
        let entry = Entry::Accept(Accept {
            schema: Entry::SCHEMA.to_owned(),
            r#type: "accept".to_owned(),
            recorded: options.recorded(),
            by: by.clone(),
            entry: name,
        });
        written.push(writer.append(&id, &entry).map_err(|error| home::failed(&error))?);
    }
    say(out, &written)
}
