//! `claims changes`: what was recorded in some days and changed something.

use std::io::Write;

use chrono::NaiveDate;
use claimbook::report::table::Window;
use claimbook::report::{markdown, table, terminal};

use crate::cli::home::Home;
use crate::cli::{Failure, Format, Options, Out, Outcome, tables};

/// Which days.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// First day of recording
    #[arg(long, value_name = "DATE")]
    since: Option<NaiveDate>,

    /// Last day of recording
    #[arg(long, value_name = "DATE")]
    until: Option<NaiveDate>,
}

/// The formats of a list of changes.
const FORMATS: &[Format] =
    &[Format::Terminal, Format::Json, Format::Ndjson, Format::Csv, Format::Markdown];

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let format = options.format(FORMATS)?;
    if let (Some(since), Some(until)) = (args.since, args.until)
        && since > until
    {
        return Err(Failure::new(format!("--since {since} lies after --until {until}")));
    }
    let home = Home::read(options)?;
    let desk = home.desk();
    let window = Window { since: args.since, until: args.until };
    let records: Vec<_> = home.ledger.records.iter().collect();
    let mut out = Out::open(options)?;
    match format {
        Format::Terminal => {
            let page = terminal::changes(&desk, &records, window, out.color);
            out.write_all(page.as_bytes())?;
        }
        Format::Markdown => {
            out.write_all(markdown::changes(&desk, &records, window).as_bytes())?;
        }
        format => tables::write(&mut out, format, &table::changes(&desk, &records, window))?,
    }
    out.finish()?;
    Ok(home.end)
}
