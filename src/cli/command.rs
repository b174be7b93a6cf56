//! The command line: which commands there are, and how their ends become exit codes.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use crate::cli::{
    Exit, Failure, Options, Outcome, accept, add, amend, changes, check, compile, config, due,
    explain, export, extract, generate, import, init, lint, list, log, match_, new, note, relate,
    review, schema, show, split, strike, verdict,
};

/// A fact-checker's ledger: reads articles, matches their claims, says what changed.
///
/// The tool proposes; a person rules. Exit codes: 0 done; 1 findings, or some inputs failed;
/// 2 could not run.
#[derive(Parser)]
#[command(
    name = "claims",
    version = concat!(env!("CARGO_PKG_VERSION"), " (claimbook)"),
    max_term_width = 100,
    disable_help_subcommand = true
)]
pub(crate) struct Program {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Make a ledger: empty, or with an example
    Init(init::Args),
    /// Lay articles against the ledger and say what changes
    Check(check::Args),
    /// Split articles into attributed claims
    Extract(extract::Args),
    /// Rule on an article's suggestions one by one
    Review(review::Args),
    /// Show what in the ledger is like a statement
    Match(match_::Args),
    /// List claims
    List(list::Args),
    /// Show all that is known of a claim
    Show(show::Args),
    /// Show what was recorded, the newest first
    Log(log::Args),
    /// Show what changed
    Changes(changes::Args),
    /// Show announced events whose day has come
    Due(due::Args),
    /// Make a claim by hand
    New(new::Args),
    /// Add an appearance by hand: who said it, when and where
    Add(add::Args),
    /// Take over entries that were recorded unreviewed
    Accept(accept::Args),
    /// Mark an entry of ours as an error; it stays on file and counts no more
    Strike(strike::Args),
    /// Rule on a claim
    Verdict(verdict::Args),
    /// Say that two ids are one claim
    SameAs(relate::Args),
    /// Say that two claims only look alike
    Distinct(relate::Args),
    /// Put a claim's statement differently
    Amend(amend::Args),
    /// Make two claims of one that holds two propositions
    Split(split::Args),
    /// Add a remark to a claim
    Note(note::Args),
    /// Judge the ledger
    Lint(lint::Args),
    /// Say what a rule of lint demands, and why
    Explain(explain::Args),
    /// Write the ledger in another form
    Export(export::Args),
    /// Take in what others have: claims and reviews
    Import(import::Args),
    /// Show the settings of the ledger
    Config(config::Args),
    /// Write the JSON Schema of what we read or write
    Schema(schema::Args),
    /// Write the ledger as one file that is fast to look up: for many claims, and for other machines
    Compile(compile::Args),
    /// Write the manual page or shell completions
    Generate(generate::Args),
}

/// Runs the program with the arguments of the process.
pub(crate) fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let program = match Program::try_parse_from(arguments) {
        Ok(program) => program,
        Err(error) => {
            let help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            // Nobody is left to tell when printing the help fails.
            let _ = error.print();
            return ExitCode::from(if help { 0 } else { 2 });
        }
    };
    match dispatch(&program) {
        Ok(Exit::Done) | Err(Failure::Pipe) => ExitCode::SUCCESS,
        Ok(Exit::Findings) => ExitCode::from(1),
        Err(Failure::Message(message)) => {
            say_error(&program.options, &message);
            ExitCode::from(2)
        }
    }
}

fn dispatch(program: &Program) -> Outcome {
    let options = &program.options;
    match &program.command {
        Command::Init(args) => init::run(options, args),
        Command::Check(args) => check::run(options, args),
        Command::Extract(args) => extract::run(options, args),
        Command::Review(args) => review::run(options, args),
        Command::Match(args) => match_::run(options, args),
        Command::List(args) => list::run(options, args),
        Command::Show(args) => show::run(options, args),
        Command::Log(args) => log::run(options, args),
        Command::Changes(args) => changes::run(options, args),
        Command::Due(args) => due::run(options, args),
        Command::New(args) => new::run(options, args),
        Command::Add(args) => add::run(options, args),
        Command::Accept(args) => accept::run(options, args),
        Command::Strike(args) => strike::run(options, args),
        Command::Verdict(args) => verdict::run(options, args),
        Command::SameAs(args) => relate::same_as(options, args),
        Command::Distinct(args) => relate::distinct(options, args),
        Command::Amend(args) => amend::run(options, args),
        Command::Split(args) => split::run(options, args),
        Command::Note(args) => note::run(options, args),
        Command::Lint(args) => lint::run(options, args),
        Command::Explain(args) => explain::run(options, args),
        Command::Export(args) => export::run(options, args),
        Command::Import(args) => import::run(options, args),
        Command::Config(args) => config::run(options, args),
        Command::Schema(args) => schema::run(options, args),
        Command::Compile(args) => compile::run(options, args),
        Command::Generate(args) => generate::run(options, args),
    }
}

/// Writes an error to standard error; its words may come from a file, so they are made harmless.
pub(crate) fn say_error(options: &Options, message: &str) {
    say(options, "error", "31", message);
}

/// Writes a warning to standard error.
pub(crate) fn say_warning(options: &Options, message: &str) {
    say(options, "warning", "33", message);
}

/// Writes a remark to standard error, unless `--quiet`.
pub(crate) fn remark(options: &Options, message: &str) {
    if !options.quiet {
        let _ = writeln!(io::stderr(), "{}", claimbook::report::visible_lines(message));
    }
}

fn say(options: &Options, word: &str, color: &str, message: &str) {
    let message = claimbook::report::visible_lines(message);
    let mut stderr = io::stderr();
    // There is no third stream to complain on.
    let _ = if options.colored(stderr.is_terminal()) {
        writeln!(stderr, "\x1b[1;{color}m{word}\x1b[0m: {message}")
    } else {
        writeln!(stderr, "{word}: {message}")
    };
}
