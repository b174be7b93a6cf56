//! `claims export`: the ledger in another form.

use claimbook::exchange;
use claimbook::report::table::{self, Window};
use claimbook::report::{json, sheet};
use clap::ValueEnum;

use crate::cli::command::say_warning;
use crate::cli::home::Home;
use crate::cli::{Options, Out, Outcome, site};

/// Which form.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    form: Form,
}

#[derive(clap::Subcommand)]
enum Form {
    /// A table for a spreadsheet
    Csv(CsvArgs),
    /// A folder of pages for a browser
    Html(site::Args),
    /// Claims with their entries, one a line; nothing is lost
    Ndjson,
    /// The verdicts of people, as schema.org has them
    Claimreview,
}

#[derive(clap::Args)]
struct CsvArgs {
    /// Which table: claims, entries, verdicts, changes or figures
    #[arg(long, value_name = "TABLE", default_value = "claims", hide_possible_values = true)]
    table: Which,

    /// For whom: `excel` adds what a spreadsheet on a desk needs
    #[arg(long = "for", value_name = "PROGRAM")]
    program: Option<Program>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Which {
    /// A row a claim
    Claims,
    /// A row an entry
    Entries,
    /// A row a verdict
    Verdicts,
    /// A row a change
    Changes,
    /// A row a figure
    Figures,
}

#[derive(Clone, Copy, ValueEnum)]
enum Program {
    /// A byte order mark, CRLF, no dates made of ranges
    Excel,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    match &args.form {
        Form::Csv(args) => csv(options, args),
        Form::Html(args) => site::run(options, args),
        Form::Ndjson => lines(options),
        Form::Claimreview => reviews(options),
    }
}

fn lines(options: &Options) -> Outcome {
    let home = Home::read(options)?;
    let mut out = Out::open(options)?;
    exchange::export_ndjson(&home.ledger.records, &mut out)?;
    out.finish()?;
    Ok(home.end)
}

/// Writes the feed, and says which verdicts are not in it.
fn reviews(options: &Options) -> Outcome {
    let home = Home::read(options)?;
    let feed = exchange::export_claimreview(&home.ledger.config.name, &home.ledger.records);
    for omitted in &feed.omitted {
        let reason = &omitted.reason;
        say_warning(options, &format!("{}: its verdict is left out: {reason}", omitted.claim));
    }
    let mut out = Out::open(options)?;
    json::write(&mut out, json::Layout::Pretty, &feed)?;
    out.finish()?;
    Ok(home.end)
}

fn csv(options: &Options, args: &CsvArgs) -> Outcome {
    let home = Home::read(options)?;
    let desk = home.desk();
    let records: Vec<_> = home.ledger.records.iter().collect();
    let rows = || records.iter().map(|record| (*record, desk.status(record))).collect::<Vec<_>>();
    let table = match args.table {
        Which::Claims => table::claims(&desk, &rows()),
        Which::Entries => table::entries(&desk, &rows()),
        Which::Verdicts => table::verdicts(&desk, &rows()),
        Which::Changes => table::changes(&desk, &records, Window::default()),
        Which::Figures => table::figures(&desk, &rows()),
    };
    let profile = match args.program {
        Some(Program::Excel) => sheet::Profile::Excel,
        None => sheet::Profile::Plain,
    };
    let mut out = Out::open(options)?;
    sheet::write(&mut out, profile, &table)?;
    out.finish()?;
    Ok(home.end)
}
