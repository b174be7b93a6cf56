//! `claims explain`: what a rule of `claims lint` demands, and why.

use std::io::Write;

use claimbook::lint::{RULES, rule};
use claimbook::report::lint;

use crate::cli::{Exit, Failure, Options, Out, Outcome};

/// Which rule.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The rule; without it all are listed
    rule: Option<String>,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let mut out = Out::open(options)?;
    match &args.rule {
        Some(name) => {
            let rule = rule(name).ok_or_else(|| {
                Failure::new(format!("there is no rule `{name}`; `claims explain` lists them"))
            })?;
            out.write_all(lint::explain(rule, out.color).as_bytes())?;
        }
        None => {
            for rule in RULES {
                writeln!(out, "{:<8} {:<24} {}", rule.severity.name(), rule.id, rule.summary)?;
            }
        }
    }
    out.finish()?;
    Ok(Exit::Done)
}
