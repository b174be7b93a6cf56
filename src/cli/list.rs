//! `claims list`: the claims, by what stands and who is involved.

use std::io::Write;

use chrono::NaiveDate;
use claimbook::claim::{Kind, Record, fold};
use claimbook::report::{table, terminal};
use claimbook::status::Status;

use crate::cli::home::Home;
use crate::cli::{Failure, Format, Options, Out, Outcome, tables};

/// Which claims; every condition narrows the list.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Words of the statement or the id
    #[arg(value_name = "WORDS")]
    words: Vec<String>,

    /// open, reported, corroborated, confirmed, disputed, denied, retracted
    #[arg(long, value_delimiter = ',')]
    status: Vec<String>,

    /// What it is about: casualty, deal, meeting, ...
    #[arg(long, value_delimiter = ',')]
    kind: Vec<Kind>,

    /// Somebody involved: the id or the name of an actor
    #[arg(long, value_name = "ACTOR")]
    actor: Option<String>,

    /// Somebody who says or denies it: the id or the name of an actor
    #[arg(long, value_name = "ACTOR")]
    voice: Option<String>,

    /// A word of the desk
    #[arg(long)]
    tag: Option<String>,

    /// Said on this day or later
    #[arg(long, value_name = "DATE")]
    since: Option<NaiveDate>,

    /// Only announced events whose day has passed
    #[arg(long)]
    overdue: bool,

    /// Only what no person has reviewed
    #[arg(long)]
    unreviewed: bool,

    /// Only what no person has ruled on
    #[arg(long)]
    unruled: bool,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let format = options.format(&[Format::Terminal, Format::Json, Format::Ndjson, Format::Csv])?;
    let home = Home::read(options)?;
    let desk = home.desk();
    let known =
        ["open", "reported", "corroborated", "confirmed", "disputed", "denied", "retracted"];
    if let Some(wrong) = args.status.iter().find(|name| !known.contains(&name.as_str())) {
        let text = format!("--status {wrong}: it is none of {}", known.join(", "));
        return Err(Failure::new(text));
    }
    let rows: Vec<_> = home
        .ledger
        .records
        .iter()
        .filter(|record| args.takes_claim(record, &home))
        .map(|record| (record, desk.status(record)))
        .filter(|(_, status)| args.takes_status(status, &home, options.today()))
        .collect();
    let mut out = Out::open(options)?;
    match format {
        Format::Terminal => out.write_all(terminal::list(&desk, &rows, out.color).as_bytes())?,
        format => tables::write(&mut out, format, &table::claims(&desk, &rows))?,
    }
    out.finish()?;
    Ok(home.end)
}

impl Args {
    fn takes_claim(&self, record: &Record, home: &Home) -> bool {
        let claim = &record.claim;
        let text = format!("{} {}", claim.id, fold(&claim.statement));
        self.words.iter().all(|word| text.contains(&fold(word)))
            && (self.kind.is_empty() || self.kind.contains(&claim.kind))
            && self.tag.as_ref().is_none_or(|tag| claim.tags.contains(tag))
            && self
                .actor
                .as_ref()
                .is_none_or(|actor| claim.parties.iter().any(|party| is(home, &party.actor, actor)))
    }

    fn takes_status(&self, status: &Status, home: &Home, today: NaiveDate) -> bool {
        let recent =
            |day: NaiveDate| status.last_said.as_ref().is_some_and(|last| last.date() >= day);
        (self.status.is_empty() || self.status.iter().any(|name| name == status.state.name()))
            && self.since.is_none_or(recent)
            && (!self.overdue || status.overdue(today))
            && (!self.unreviewed || status.readings.iter().any(|row| row.stands() && !row.accepted))
            && (!self.unruled || status.verdict.is_none())
            && self.voice.as_ref().is_none_or(|voice| {
                status.positions.iter().any(|position| {
                    is(home, &position.actor, voice)
                        || position
                            .voice
                            .name
                            .as_ref()
                            .is_some_and(|name| fold(name) == fold(voice))
                })
            })
    }
}

/// Tells whether an actor is the one that was asked for, or stands below it.
fn is(home: &Home, id: &str, asked: &str) -> bool {
    let named = |id: &str| id == asked || fold(home.actors.name(id)) == fold(asked);
    named(id) || named(home.actors.roll_up(id))
}
