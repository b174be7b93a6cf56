//! `claims new`: a claim by hand.

use chrono::NaiveDate;
use claimbook::claim::{Claim, ClaimId, Kind, Party, one_line};
use claimbook::lexicon::is_stop_word;

use crate::cli::append::say;
use crate::cli::{Failure, Options, Out, Outcome, home};

/// What it says, and what it is about.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The claim itself, as a positive sentence
    statement: String,

    /// What it is about: casualty, deal, meeting, ...
    #[arg(long)]
    kind: Kind,

    /// Day of the publication that brought it up [default: today]
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,

    /// Its id [default: made of the month and the statement]
    #[arg(long)]
    id: Option<ClaimId>,

    /// Somebody involved: an actor's id, with `:doer` or `:target` behind it
    #[arg(long, value_name = "ACTOR[:ROLE]")]
    party: Vec<String>,

    /// What its figures count: killed, price
    #[arg(long)]
    measure: Option<String>,

    /// The day for which an event is announced
    #[arg(long, value_name = "DATE")]
    planned_for: Option<NaiveDate>,

    /// A word of the desk
    #[arg(long)]
    tag: Vec<String>,

    /// Another way in which it is put
    #[arg(long, value_name = "WORDS")]
    wording: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let statement = one_line(&args.statement);
    if statement.is_empty() {
        return Err(Failure::new("a claim needs a statement"));
    }
    let created = args.date.unwrap_or_else(|| options.today());
    let id = args.id.clone().unwrap_or_else(|| {
        ClaimId::draft(&created.format("%Y-%m").to_string(), &statement, is_stop_word)
    });
    let claim = Claim {
        schema: Claim::SCHEMA.to_owned(),
        id,
        statement,
        wordings: args.wording.clone(),
        kind: args.kind,
        parties: args.party.iter().map(|text| party(text)).collect::<Result<_, _>>()?,
        measure: args.measure.clone(),
        planned_for: args.planned_for,
        tags: args.tag.clone(),
        created,
    };
    let mut writer = home::write(options)?;
    let out = Out::open(options)?;
    let written = writer.create_claim(&claim).map_err(|error| home::failed(&error))?;
    say(out, &[written])
}

fn party(text: &str) -> Result<Party, Failure> {
    let (actor, role) = text.split_once(':').unwrap_or((text, "party"));
    if actor.is_empty() || !matches!(role, "doer" | "target" | "party") {
        let text = format!("--party {text}: write an actor and doer, target or party: russia:doer");
        return Err(Failure::new(text));
    }
    Ok(Party { actor: actor.to_owned(), role: role.to_owned() })
}
