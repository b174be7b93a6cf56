//! `claims show`: all that is known of a claim.

use std::io::Write;

use claimbook::report::{json, terminal};

use crate::cli::home::{self, Home};
use crate::cli::{Format, Options, Out, Outcome};

/// Which claims.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The claims: their ids, or parts of them
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let format = options.format(&[Format::Terminal, Format::Json, Format::Ndjson])?;
    let home = Home::read(options)?;
    let desk = home.desk();
    let mut out = Out::open(options)?;
    for (number, id) in args.ids.iter().enumerate() {
        let record = home::claim(&home.ledger, id)?;
        if format != Format::Terminal {
            // Several documents would be no JSON: then each has a line.
            let one = format == Format::Json && args.ids.len() == 1;
            let layout = if one { json::Layout::Pretty } else { json::Layout::Line };
            json::write(&mut out, layout, &json::show(&desk, record))?;
            continue;
        }
        if number > 0 {
            writeln!(out)?;
        }
        out.write_all(terminal::show(&desk, record, out.color).as_bytes())?;
    }
    out.finish()?;
    Ok(home.end)
}
