//! `claims import`: what others have, all of it or none.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::time::Duration;

use claimbook::claim::{ClaimId, Entry, Record};
use claimbook::exchange::{Fault, Import, Origin, import_claimreview, import_csv, import_ndjson};
use claimbook::ledger::{Ledger, Writer, Written};
use claimbook::lexicon;
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::command::{remark, say_warning};
use crate::cli::{Exit, Failure, Options, Out, Outcome, home};

/// So many new claims at once go to an archive, a line each.
const MANY: usize = 1000;

/// From where, and in which form.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The form: ndjson, csv or claimreview
    #[arg(value_name = "FORM", hide_possible_values = true)]
    form: Form,

    /// The file; `-` is standard input
    file: PathBuf,

    /// Take what is sound, although some records are not
    #[arg(long)]
    partial: bool,

    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// Claims with their entries, one a line
    Ndjson,
    /// A table of claims, entries or verdicts
    Csv,
    /// ClaimReviews, alone or in a feed
    Claimreview,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let text = read(args)?;
    let wait = spinner(options, "reading");
    let mut writer = home::write(options)?;
    let mut import = parse(options, args, writer.ledger(), &text);
    lay(&mut import, writer.ledger());
    wait.finish_and_clear();
    report(options, args, &import);
    if import.read == 0 {
        return Err(Failure::new(format!("{}: holds no record", args.file.display())));
    }
    if !import.faults.is_empty() && (!args.partial || import.faults.len() >= import.read) {
        let mend =
            if args.partial { "" } else { "; mend them, or pass --partial to take the rest" };
        let count = import.faults.len();
        return Err(Failure::new(format!(
            "nothing is imported: {count} of {} records cannot be{mend}",
            import.read
        )));
    }
    let mut out = Out::open(options)?;
    if args.dry_run {
        let (claims, entries) = (import.records.len(), entries(&import));
        writeln!(out, "would import {claims} claims and {entries} entries; nothing is written")?;
    } else {
        let wait = bar(options, (import.records.len() + import.entries.len()) as u64);
        let done = write(&mut writer, &import, &wait)?;
        wait.finish_and_clear();
        writeln!(out, "{done}")?;
    }
    out.finish()?;
    Ok(Exit::findings(!import.faults.is_empty()))
}

fn read(args: &Args) -> Result<String, Failure> {
    let bytes = if args.file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(&args.file)
    };
    let bytes = bytes.map_err(|error| Failure::file(&args.file, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::new(format!("{}: byte {at} is not UTF-8; save it as UTF-8", args.file.display()))
    })
}

fn parse(options: &Options, args: &Args, ledger: &Ledger, text: &str) -> Import {
    let origin = Origin { by: options.by(), recorded: options.recorded(), today: options.today() };
    match args.form {
        Form::Ndjson => import_ndjson(text),
        Form::Csv => import_csv(text, &origin, &home::actors(ledger), &lexicon::is_stop_word),
        Form::Claimreview => import_claimreview(text, &origin, &lexicon::is_stop_word),
    }
}

/// Refuses what does not fit the ledger before anything is written.
fn lay(import: &mut Import, ledger: &Ledger) {
    let mut faults = Vec::new();
    let mut fault = |record: usize, reason: String| {
        faults.push(Fault { record, line: 0, reason });
    };
    let mut records = std::mem::take(&mut import.records);
    records.retain(|record| {
        let id = &record.claim.id;
        let fits = ledger
            .record(id.as_str())
            .is_none_or(|old| old.claim.statement == record.claim.statement);
        if !fits {
            fault(0, format!("the ledger has another claim with the id `{id}`"));
        }
        fits
    });
    let mut entries = std::mem::take(&mut import.entries);
    entries.retain(|(id, _)| {
        let fits = ledger.record(id.as_str()).is_some();
        if !fits {
            fault(0, format!("the ledger has no claim `{id}`; import the claims first"));
        }
        fits
    });
    (import.records, import.entries) = (records, entries);
    import.faults.extend(faults);
}

fn report(options: &Options, args: &Args, import: &Import) {
    const SHOWN: usize = 20;
    let file = args.file.display();
    let place = |fault: &Fault| match (fault.line, fault.record) {
        (0, 0) => format!("{file}"),
        (0, record) => format!("{file}: record {record}"),
        (line, _) => format!("{file}:{line}"),
    };
    for fault in import.faults.iter().take(SHOWN) {
        say_warning(options, &format!("{}: {}", place(fault), fault.reason));
    }
    if import.faults.len() > SHOWN {
        say_warning(options, &format!("and {} more", import.faults.len() - SHOWN));
    }
    for note in import.notes.iter().take(SHOWN) {
        remark(options, &format!("{}: {}", place(note), note.reason));
    }
}

fn entries(import: &Import) -> usize {
    let packed: usize = import.records.iter().map(|record| record.entries.len()).sum();
    packed + import.entries.len()
}

/// Writes everything, and says in a line what that was.
fn write(writer: &mut Writer, import: &Import, bar: &ProgressBar) -> Result<String, Failure> {
    let failed = |error| home::failed(&error);
    let mut count = Count::default();
    let known = |writer: &Writer, id: &ClaimId| writer.ledger().record(id.as_str()).is_some();
    let (old, new): (Vec<&Record>, Vec<&Record>) =
        import.records.iter().partition(|record| known(writer, &record.claim.id));
    for record in old {
        bar.inc(1);
        count.there += 1;
        for stored in &record.entries {
            count.entry(&writer.append(&record.claim.id, &stored.entry).map_err(failed)?);
        }
    }
    for (id, entry) in &import.entries {
        bar.inc(1);
        count.entry(&append(writer, id, entry)?);
    }
    if new.len() < MANY {
        for record in new {
            bar.inc(1);
            writer.create_claim(&record.claim).map_err(failed)?;
            count.claims += 1;
            for stored in &record.entries {
                count.entry(&writer.append(&record.claim.id, &stored.entry).map_err(failed)?);
            }
        }
        return Ok(count.words(""));
    }
    let mut years: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    for record in new {
        let year = record.claim.created.format("%Y").to_string();
        count.claims += 1;
        count.entries += record.entries.len();
        years.entry(year).or_default().push(record.clone());
    }
    for (year, records) in &years {
        writer.archive(year, records).map_err(failed)?;
        bar.inc(records.len() as u64);
    }
    let files: Vec<String> = years.keys().map(|year| format!("archive/{year}.jsonl")).collect();
    Ok(count.words(&format!(", in {}", files.join(", "))))
}

fn append(writer: &mut Writer, id: &ClaimId, entry: &Entry) -> Result<Written, Failure> {
    writer.append(id, entry).map_err(|error| home::failed(&error))
}

#[derive(Default)]
struct Count {
    claims: usize,
    entries: usize,
    there: usize,
}

impl Count {
    fn entry(&mut self, written: &Written) {
        if written.fresh {
            self.entries += 1;
        } else {
            self.there += 1;
        }
    }

    fn words(&self, place: &str) -> String {
        let Self { claims, entries, there } = self;
        format!("imported {claims} claims and {entries} entries{place}; {there} there already")
    }
}

/// Shows how much of the writing is done, where somebody looks.
fn bar(options: &Options, length: u64) -> ProgressBar {
    if options.quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("writing {bar:32} {pos} of {len}, {eta} left");
    let bar = ProgressBar::new(length);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

/// Shows that something goes on, where somebody looks.
fn spinner(options: &Options, what: &'static str) -> ProgressBar {
    if options.quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner().with_message(what);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
