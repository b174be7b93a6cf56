//! `claims review`: suggestions one by one, for a person to rule on.

mod apply;
mod ask;
mod saved;
mod session;

use std::fs;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use claimbook::check::Checker;
use claimbook::ledger::Ledger;
use claimbook::report::Desk;
use claimbook::status::Kin;
use claimbook::{Article, Report};

use crate::cli::articles::Articles;
use crate::cli::command::remark;
use crate::cli::{Exit, Failure, Options, Outcome, home};

use apply::apply;
use ask::{Answer, Asker};
use saved::Saved;
use session::{Decision, Session};

/// Which article.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    articles: Articles,

    /// Review a saved report of `check --format json`: its article, and only the mentions in it
    #[arg(long, value_name = "REPORT.json")]
    from: Option<PathBuf>,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let by = options.person().ok_or_else(|| Failure::new("who reviews it? pass --by NAME"))?;
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Failure::new(
            "review asks questions and needs a terminal; `check --record` takes every suggestion unreviewed",
        ));
    }
    let saved = args.from.as_deref().map(Saved::read).transpose()?;
    let article = the_article(options, args, saved.as_ref())?;
    if article.meta.date.is_none() {
        return Err(Failure::new("it is not stated when the article was published: pass --date"));
    }
    let (ledger, end) = home::read(options)?;
    if end != Exit::Done {
        return Err(Failure::new("mend the ledger first; `claims lint` shows how"));
    }
    let checker = Checker::new(&ledger).at(options.today());
    let mut report = checker.check(&article);
    report
        .mentions
        .retain(|row| !row.on_file && saved.as_ref().is_none_or(|saved| saved.holds(row)));
    if report.mentions.is_empty() {
        remark(options, "nothing to review: all of it is on file");
        return Ok(Exit::Done);
    }
    let fresh = Checker::new(&blank(&ledger)).at(options.today()).check(&article);
    let kin = Kin::new(&ledger.records);
    let desk =
        Desk { ledger: &ledger, kin: &kin, actors: checker.actors(), today: options.today() };
    let mut session = Session::open(&ledger, &article);
    if session.resumed() {
        remark(options, "going on where the last review of this article stopped");
    }
    let mut asker = Asker::new(options);
    if !ask_all(&mut asker, &mut session, &report, &desk)? {
        session.save()?;
        remark(options, "nothing is written; run the same command to go on");
        return Ok(Exit::Done);
    }
    let written = apply(options, &by, &ledger, report, &fresh, &session)?;
    session.drop();
    for file in &written {
        asker.say(&format!("wrote {}", file.path))?;
    }
    Ok(Exit::Done)
}

/// Asks for every mention that has no decision yet, and at the end whether to write; tells whether to.
fn ask_all(
    asker: &mut Asker,
    session: &mut Session,
    report: &Report,
    desk: &Desk<'_>,
) -> Result<bool, Failure> {
    let last = report.mentions.len();
    let mut at = session.next(report, 0).unwrap_or(last);
    loop {
        let answer = match at {
            at if at < last => asker.ask(report, at, desk)?,
            _ => asker.confirm(&session.summary(report))?,
        };
        match answer {
            Answer::Decide(decision) => {
                session.decide(&report.mentions[at].mention.id, decision);
                session.save()?;
                at = session.next(report, at + 1).unwrap_or(last);
            }
            Answer::Back => {
                at = at.saturating_sub(1);
                session.forget(&report.mentions[at].mention.id);
            }
            Answer::Write => return Ok(true),
            Answer::Quit => return Ok(false),
        }
    }
}

fn the_article(options: &Options, args: &Args, saved: Option<&Saved>) -> Result<Article, Failure> {
    let mut found: Vec<Article> = Vec::new();
    let take = |article| {
        found.push(article);
        Ok(())
    };
    match saved {
        Some(saved) => saved.articles().each(options, take)?.end()?,
        None => args.articles.each(options, take)?.end()?,
    };
    if found.len() > 1 {
        return Err(Failure::new("one article at a time: this file holds several"));
    }
    let article = found.pop().ok_or_else(|| Failure::new("there is no article in it"))?;
    if let Some(saved) = saved
        && saved.sha256 != article.sha256()
    {
        let path = article.meta.path.as_deref().unwrap_or_default();
        return Err(Failure::new(format!(
            "{path}: it has changed since the report was made; check it anew"
        )));
    }
    Ok(article)
}

/// The desk's settings without its claims: every mention becomes a claim of its own.
fn blank(ledger: &Ledger) -> Ledger {
    Ledger { actors: ledger.actors.clone(), config: ledger.config.clone(), ..Ledger::default() }
}

/// Reads a file that must be there.
fn read(path: &std::path::Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}
