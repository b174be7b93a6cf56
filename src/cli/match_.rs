//! `claims match`: what in the ledger is like this.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read, Write};

use claimbook::Match;
use claimbook::check::Compiled;
use claimbook::ledger::Ledger;
use claimbook::matching::Matcher;
use claimbook::report::{json, terminal};
use rayon::prelude::*;
use serde::Deserialize;

use crate::cli::compiled::Opened;
use crate::cli::{Exit, Failure, Format, Options, Out, Outcome, compiled, home};

/// What to look for.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A statement; `-` reads {"id", "text", "speaker"?, "context"?, "date"?}, one a line
    statement: String,

    /// How many claims to show
    #[arg(long, value_name = "N", default_value_t = 5)]
    top: usize,

    /// Show the reasons that make the score
    #[arg(long)]
    explain: bool,

    /// Who said it
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,

    /// The sentences around it
    #[arg(long, value_name = "WORDS")]
    context: Option<String>,
}

/// One line of the input.
#[derive(Deserialize)]
struct Query {
    id: serde_json::Value,
    text: String,
    speaker: Option<String>,
    context: Option<String>,
    /// Read, so that nobody must leave it out; the day of a publication is no evidence of a match.
    #[serde(rename = "date")]
    _date: Option<String>,
}

/// How many lines are read before they are answered.
const BATCH: usize = 512;

/// The claims to look among.
struct Book {
    matcher: Matcher,
    link: f64,
    end: Exit,
    claims: Claims,
}

/// Where their statements are.
enum Claims {
    Loose(Box<Ledger>),
    Compiled(Box<Compiled>),
}

impl Book {
    fn open(options: &Options) -> Result<Self, Failure> {
        if let Some(Opened { claims, settings: (config, actors), end }) = compiled::open(options)? {
            let matcher = claims.matcher(&actors);
            let (link, claims) = (config.thresholds.link, Claims::Compiled(Box::new(claims)));
            return Ok(Self { matcher, link, end, claims });
        }
        let (ledger, end) = home::read(options)?;
        let matcher = Matcher::new(&ledger.records, &home::actors(&ledger));
        let (link, claims) = (ledger.config.thresholds.link, Claims::Loose(Box::new(ledger)));
        Ok(Self { matcher, link, end, claims })
    }

    fn statement(&self, id: &str) -> Option<String> {
        match &self.claims {
            Claims::Loose(ledger) => Some(ledger.record(id)?.claim.statement.clone()),
            Claims::Compiled(claims) => Some(claims.record(claims.find(id)?)?.claim.statement),
        }
    }
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    if args.statement == "-" {
        return batch(options, args);
    }
    let format = options.format(&[Format::Terminal, Format::Json, Format::Ndjson])?;
    let book = Book::open(options)?;
    let around = args.context.as_deref().unwrap_or_default();
    let found = book.matcher.top(&args.statement, args.speaker.as_deref(), around, args.top);
    let link = book.link;
    let mut out = Out::open(options)?;
    match format {
        Format::Json => json::write(&mut out, json::Layout::Pretty, &json::matches(&found))?,
        Format::Ndjson => json::write(&mut out, json::Layout::Line, &json::matches(&found))?,
        _ => {
            let statements: BTreeMap<&str, String> = found
                .iter()
                .filter_map(|found| Some((found.claim.as_str(), book.statement(&found.claim)?)))
                .collect();
            let statement = |id: &str| statements.get(id).map(String::as_str);
            let page = terminal::matches(&found, &statement, link, args.explain, out.color);
            out.write_all(page.as_bytes())?;
        }
    }
    out.finish()?;
    let hit = found.first().is_some_and(|best| best.score >= link);
    Ok(book.end.or(Exit::findings(!hit)))
}

/// Answers one query a line; thresholds have no say.
fn batch(options: &Options, args: &Args) -> Outcome {
    options.format(&[Format::Ndjson, Format::Json])?;
    let book = Book::open(options)?;
    let mut out = Out::open(options)?;
    let mut stdin = io::stdin().lock();
    let mut number = 0;
    loop {
        let mut lines: Vec<(usize, String)> = Vec::new();
        while lines.len() < BATCH {
            let mut line = String::new();
            let read = Read::by_ref(&mut stdin).read_line(&mut line);
            match read.map_err(|error| Failure::new(format!("-: {error}")))? {
                0 => break,
                _ => number += 1,
            }
            if !line.trim().is_empty() {
                lines.push((number, line));
            }
        }
        if lines.is_empty() {
            break;
        }
        let answers: Vec<Result<Vec<u8>, String>> = lines
            .par_iter()
            .map(|(number, line)| answer(&book.matcher, *number, line, args.top))
            .collect();
        for answer in answers {
            out.write_all(&answer.map_err(Failure::new)?)?;
        }
    }
    if number == 0 {
        return Err(Failure::new("there is no query in it"));
    }
    out.finish()?;
    Ok(book.end)
}

fn answer(matcher: &Matcher, number: usize, line: &str, top: usize) -> Result<Vec<u8>, String> {
    let query: Query = serde_json::from_str(line)
        .map_err(|error| format!("-:{number}:{}: {error}", error.column()))?;
    let around = query.context.as_deref().unwrap_or_default();
    let found: Vec<Match> = matcher.top(&query.text, query.speaker.as_deref(), around, top);
    let mut bytes = Vec::new();
    json::write(&mut bytes, json::Layout::Line, &json::answer(&query.id, &found))
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}
