//! `claims lint`: what is wrong with the ledger.

use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use claimbook::ledger::{self, Base, Ledger};
use claimbook::lint::{Context, Severity, check};
use claimbook::report::json;
use claimbook::report::lint::{self, Judgement};

use crate::cli::command::{remark, say_warning};
use crate::cli::{Exit, Failure, Format, Options, Out, Outcome, home};

/// With what to compare, and whether to mend.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Compare with this commit: no entry may have changed or vanished since
    #[arg(long, value_name = "REF")]
    base: Option<String>,

    /// Put bytes and names in order; no value is touched
    #[arg(long)]
    fix: bool,

    /// End with 1 on warnings, too
    #[arg(long)]
    strict: bool,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let format = options.format(&[
        Format::Terminal,
        Format::Json,
        Format::Github,
        Format::Sarif,
        Format::Junit,
    ])?;
    let folder = home::folder(options)?;
    if args.fix {
        for done in ledger::tidy(&folder).map_err(|error| home::failed(&error))? {
            let now =
                if done.now == done.path { String::new() } else { format!(" -> {}", done.now) };
            remark(options, &format!("mended {}{now}", done.path));
        }
    }
    let ledger = Ledger::load(&folder).map_err(|error| home::failed(&error))?;
    let base = args.base.as_deref().map(|name| Base::read(&ledger, name)).transpose();
    let base = base.map_err(|error| home::failed(&error))?;
    let findings = check(&Context::new(&ledger, options.today(), base.as_ref()));
    let prefix = prefix(&folder);
    let judged =
        Judgement { ledger: &ledger, base: base.as_ref(), findings: &findings, prefix: &prefix };
    let mut out = Out::open(options)?;
    match format {
        Format::Json => json::write(&mut out, json::Layout::Pretty, &lint::json(&judged))?,
        Format::Sarif => {
            let sarif = lint::sarif(&judged, env!("CARGO_PKG_VERSION"));
            json::write(&mut out, json::Layout::Pretty, &sarif)?;
        }
        Format::Junit => out.write_all(lint::junit(&judged).map_err(Failure::new)?.as_bytes())?,
        Format::Github => {
            out.write_all(lint::annotations(&judged).as_bytes())?;
            step_summary(options, &lint::summary(&judged));
        }
        _ => out.write_all(lint::terminal(&judged, out.color).as_bytes())?,
    }
    out.finish()?;
    let warned = args.strict && judged.count(Severity::Warning) > 0;
    Ok(Exit::findings(warned || judged.count(Severity::Error) > 0))
}

/// What stands before the paths of findings, which begin with the name of the ledger's folder.
fn prefix(folder: &Path) -> String {
    match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => format!("{}/", parent.display()),
        _ => String::new(),
    }
}

/// Adds the whole list to the summary of the step, if this runs in GitHub Actions.
fn step_summary(options: &Options, text: &str) {
    let Some(path) = env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else {
        return;
    };
    let file = OpenOptions::new().create(true).append(true).open(&path);
    if let Err(error) = file.and_then(|mut file| file.write_all(text.as_bytes())) {
        say_warning(options, &format!("GITHUB_STEP_SUMMARY: {error}"));
    }
}
