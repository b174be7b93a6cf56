//! The options that every command has.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use chrono::NaiveDate;
use claimbook::claim::{When, one_line};
use clap::{Args, ValueEnum};

use crate::cli::{Failure, clock};

/// The options that every command has.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Everywhere")]
pub(crate) struct Options {
    /// The ledger: its folder or its ledger.toml [default: the nearest claims/ledger.toml upward]
    #[arg(long, global = true, value_name = "DIR|FILE")]
    pub(crate) ledger: Option<PathBuf>,

    /// The form of the output [default: terminal]
    #[arg(long, global = true, value_name = "FORMAT", hide_possible_values = true)]
    format: Option<Format>,

    /// The day that counts as today [default: the clock's]
    #[arg(long, global = true, value_name = "DATE")]
    today: Option<NaiveDate>,

    /// Who does it [default: git's user.name]
    #[arg(long, global = true, value_name = "NAME")]
    by: Option<String>,

    /// Colour: auto, always or never [default: auto; NO_COLOR and CLICOLOR_FORCE count]
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) color: Color,

    /// Write the result to a file: all of it or nothing
    #[arg(short, long, global = true, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Say nothing but results and errors
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
}

/// The forms of output; a command says which of them it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Terminal,
    /// One JSON document.
    Json,
    /// One compact JSON object a line.
    Ndjson,
    /// A table.
    Csv,
    /// One page.
    Html,
    /// For a comment or a newsletter.
    Markdown,
    /// Workflow commands of GitHub Actions.
    Github,
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit XML.
    Junit,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Options {
    /// Returns the format that was asked for, if the command has it; the first one is the default.
    pub(crate) fn format(&self, known: &[Format]) -> Result<Format, Failure> {
        let Some(format) = self.format else { return Ok(known[0]) };
        if known.contains(&format) {
            return Ok(format);
        }
        let names: Vec<_> = known.iter().map(|format| format.name()).collect();
        Err(Failure::new(format!(
            "--format {} is not for this command; it has: {}",
            format.name(),
            names.join(", ")
        )))
    }

    /// Returns the day that counts as today.
    pub(crate) fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(clock::today)
    }

    /// Returns the moment that is written as `recorded`: `--today`, else the clock's.
    pub(crate) fn recorded(&self) -> When {
        match self.today {
            Some(day) => When::day(day),
            None => clock::now(),
        }
    }

    /// Returns who does it: `--by`, else git's user.name, else `unknown`.
    pub(crate) fn by(&self) -> String {
        self.person().unwrap_or_else(|| "unknown".to_owned())
    }

    /// Returns who does it, if that is known.
    pub(crate) fn person(&self) -> Option<String> {
        let given = self.by.clone().or_else(|| {
            let out = Command::new("git").args(["config", "user.name"]).output().ok()?;
            String::from_utf8(out.stdout).ok()
        })?;
        let name = one_line(&given);
        (!name.is_empty()).then_some(name)
    }

    /// Tells whether to colour what goes to a stream that is, or is not, a terminal.
    pub(crate) fn colored(&self, terminal: bool) -> bool {
        let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) => false,
            Color::Auto => set("CLICOLOR_FORCE") || terminal,
        }
    }
}

impl Format {
    /// Returns the name as it is typed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Github => "github",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
        }
    }
}
