//! `claims compile`: the ledger as one file that is fast to look up.

use std::mem::ManuallyDrop;

use crate::cli::command::remark;
use crate::cli::{Failure, Format, Options, Outcome, compiled, home};

/// Nothing beside the options that every command has.
#[derive(clap::Args)]
pub(crate) struct Args {}

/// Runs the command.
pub(crate) fn run(options: &Options, _args: &Args) -> Outcome {
    options.format(&[Format::Terminal])?;
    let Some(path) = &options.output else {
        return Err(Failure::new("where to? pass -o FILE"));
    };
    let (ledger, end) = home::read(options)?;
    // The process ends behind it: nothing frees a million claims piece by piece.
    let ledger = ManuallyDrop::new(ledger);
    compiled::write(&ledger, 0, path).map_err(|error| Failure::file(path, &error))?;
    let claims = ledger.records.len();
    remark(
        options,
        &format!("{claims} claims compiled; look them up with --ledger {}", path.display()),
    );
    Ok(end)
}
