//! `claims log`: what was recorded, the newest first.

use std::io::Write;

use chrono::NaiveDate;
use claimbook::report::{table, terminal};

use crate::cli::home::{self, Home};
use crate::cli::{Format, Options, Out, Outcome, tables};

/// Of which claims, and how much.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only of these claims: their ids, or parts of them
    #[arg(value_name = "ID")]
    ids: Vec<String>,

    /// First day of recording
    #[arg(long, value_name = "DATE")]
    since: Option<NaiveDate>,

    /// How many entries
    #[arg(short = 'n', long, value_name = "N")]
    number: Option<usize>,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let format = options.format(&[Format::Terminal, Format::Json, Format::Ndjson, Format::Csv])?;
    let home = Home::read(options)?;
    let desk = home.desk();
    let records = match args.ids.is_empty() {
        true => home.ledger.records.iter().collect(),
        false => args
            .ids
            .iter()
            .map(|id| home::claim(&home.ledger, id))
            .collect::<Result<Vec<_>, _>>()?,
    };
    let mut rows: Vec<_> = records
        .iter()
        .flat_map(|record| record.entries.iter().map(move |stored| (*record, stored)))
        .filter(|(_, stored)| {
            args.since.is_none_or(|since| stored.entry.recorded().date() >= since)
        })
        .collect();
    rows.sort_by(|(_, a), (_, b)| {
        b.entry.recorded().cmp(a.entry.recorded()).then_with(|| b.name.cmp(&a.name))
    });
    rows.truncate(args.number.unwrap_or(usize::MAX));
    let mut out = Out::open(options)?;
    match format {
        Format::Terminal => out.write_all(terminal::log(&desk, &rows, out.color).as_bytes())?,
        format => tables::write(&mut out, format, &table::log(&desk, &rows))?,
    }
    out.finish()?;
    Ok(home.end)
}
