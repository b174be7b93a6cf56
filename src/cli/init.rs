//! `claims init`: an empty ledger.

use std::io::Write;
use std::path::{Path, PathBuf};

use claimbook::ledger;

use crate::cli::command::remark;
use crate::cli::{Exit, Failure, Options, Out, Outcome, home};

/// Where, and under which name.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder of the ledger
    #[arg(value_name = "DIR", default_value = "claims")]
    dir: PathBuf,

    /// What the ledger or its desk is called [default: the name of the folder that holds it]
    #[arg(long)]
    name: Option<String>,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    if options.ledger.is_some() {
        return Err(Failure::new("init takes the folder itself: claims init DIR"));
    }
    let name = args.name.clone().unwrap_or_else(|| name_of(&args.dir));
    let made = ledger::init(&args.dir, &name).map_err(|error| home::failed(&error))?;
    let mut out = Out::open(options)?;
    for file in made {
        writeln!(out, "wrote {}", args.dir.join(file).display())?;
    }
    out.finish()?;
    remark(options, "next: claims check ARTICLE, then claims review ARTICLE");
    Ok(Exit::Done)
}

/// The name of the folder around the ledger, which usually is that of the project.
fn name_of(dir: &Path) -> String {
    let around = std::path::absolute(dir).ok();
    let around = around.as_deref().and_then(Path::parent).and_then(Path::file_name);
    around.map_or_else(|| "claims".to_owned(), |name| name.to_string_lossy().into_owned())
}
