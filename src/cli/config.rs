//! `claims config`: which ledger it is, and what its settings come to.

use std::io::Write;

use claimbook::report::visible;

use crate::cli::{Options, Out, Outcome, home};

/// Nothing more to say.
#[derive(clap::Args)]
pub(crate) struct Args {}

/// Runs the command.
pub(crate) fn run(options: &Options, _args: &Args) -> Outcome {
    let (ledger, end) = home::read(options)?;
    let config = &ledger.config;
    let mut out = Out::open(options)?;
    writeln!(out, "# {}", ledger.dir.join("ledger.toml").display())?;
    writeln!(out, "name = {:?}", visible(&config.name))?;
    writeln!(out, "language = {:?}", visible(&config.language))?;
    writeln!(out, "\n[thresholds]")?;
    writeln!(out, "link = {}\nsuggest = {}", config.thresholds.link, config.thresholds.suggest)?;
    writeln!(out, "\n[authorities]")?;
    for (kind, who) in &config.authorities.0 {
        writeln!(out, "{kind} = {who:?}")?;
    }
    writeln!(out, "\n[severity]")?;
    for (rule, severity) in &config.severity {
        writeln!(out, "{rule} = {severity:?}")?;
    }
    for ignore in &config.ignore {
        writeln!(out, "\n[[ignore]]\nrule = {:?}", ignore.rule)?;
        if let Some(path) = &ignore.path {
            writeln!(out, "path = {path:?}")?;
        }
        writeln!(out, "reason = {:?}\nuntil = {}", visible(&ignore.reason), ignore.until)?;
    }
    let entries: usize = ledger.records.iter().map(|record| record.entries.len()).sum();
    writeln!(
        out,
        "\n# {} claims, {entries} entries, {} actors of its own",
        ledger.records.len(),
        ledger.actors.len()
    )?;
    writeln!(out, "# recorded by {:?}, today is {}", visible(&options.by()), options.today())?;
    out.finish()?;
    Ok(end)
}
