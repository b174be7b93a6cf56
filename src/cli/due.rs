//! `claims due`: announced events whose day has come, or comes soon.

use std::io::Write;

use chrono::Days;
use claimbook::report::{table, terminal};

use crate::cli::home::Home;
use crate::cli::{Format, Options, Out, Outcome, tables};

/// How far to look ahead.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Days to look ahead
    #[arg(long, value_name = "N", default_value_t = 7)]
    days: u64,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let format = options.format(&[Format::Terminal, Format::Json, Format::Ndjson, Format::Csv])?;
    let home = Home::read(options)?;
    let desk = home.desk();
    let last = options.today().checked_add_days(Days::new(args.days));
    let mut rows: Vec<_> = home
        .ledger
        .records
        .iter()
        .map(|record| (record, desk.status(record)))
        .filter(|(_, status)| {
            let day = status.planned_for.filter(|_| status.phase.is_ahead());
            day.is_some_and(|day| last.is_none_or(|last| day <= last))
        })
        .collect();
    rows.sort_by_key(|(record, status)| (status.planned_for, record.claim.id.clone()));
    let mut out = Out::open(options)?;
    match format {
        Format::Terminal => out.write_all(terminal::due(&desk, &rows, out.color).as_bytes())?,
        format => tables::write(&mut out, format, &table::claims(&desk, &rows))?,
    }
    out.finish()?;
    Ok(home.end)
}
