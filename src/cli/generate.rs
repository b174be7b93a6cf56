//! `claims generate`: the manual page and shell completions.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::command::Program;
use crate::cli::{Exit, Failure, Options, Out, Outcome};

/// What to generate.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// man, or completions with the name of a shell
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// The manual page
    Man,
    /// Completions for a shell
    Completions {
        /// Which shell
        shell: Shell,
    },
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let mut out = Out::open(options)?;
    let mut program = Program::command();
    let mut bytes = Vec::new();
    match args.what {
        What::Man => clap_mangen::Man::new(program)
            .render(&mut bytes)
            .map_err(|error| Failure::new(error.to_string()))?,
        What::Completions { shell } => {
            clap_complete::generate(shell, &mut program, "claims", &mut bytes);
        }
    }
    out.write_all(&bytes)?;
    out.finish()?;
    Ok(Exit::Done)
}
