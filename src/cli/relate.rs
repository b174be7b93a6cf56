//! `claims same-as` and `claims distinct`: two ids are one claim, or two claims only look alike.

use claimbook::claim::{ClaimId, Entry, Record, Relation, Strike};
use claimbook::status::struck;

use crate::cli::append::{append, say};
use crate::cli::{Failure, Options, Out, Outcome, home};

/// Which two claims, and why.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The claim that gets the entry
    id: String,

    /// The other claim
    other: String,

    /// Why
    #[arg(long, value_name = "WORDS")]
    why: Option<String>,

    /// Take it back: strike what says so, on whichever of the two claims it stands
    #[arg(long, requires = "why")]
    undo: bool,
}

/// Runs `claims same-as`.
pub(crate) fn same_as(options: &Options, args: &Args) -> Outcome {
    relate(options, args, "same-as", Entry::SameAs)
}

/// Runs `claims distinct`.
pub(crate) fn distinct(options: &Options, args: &Args) -> Outcome {
    relate(options, args, "distinct", Entry::Distinct)
}

fn relate(options: &Options, args: &Args, kind: &str, make: fn(Relation) -> Entry) -> Outcome {
    let mut writer = home::write(options)?;
    let id = home::claim(writer.ledger(), &args.id)?.claim.id.clone();
    let other = home::claim(writer.ledger(), &args.other)?.claim.id.clone();
    if id == other {
        return Err(Failure::new(format!("{id}: a claim cannot be {kind} itself")));
    }
    if args.undo {
        let record = |id: &ClaimId| home::claim(writer.ledger(), id.as_str());
        let mut found = said(record(&id)?, kind, &other);
        found.extend(said(record(&other)?, kind, &id));
        if found.is_empty() {
            return Err(Failure::new(format!("nothing says that {id} is {kind} {other}")));
        }
        let out = Out::open(options)?;
        let mut written = Vec::new();
        for (id, entry) in found {
            let strike = Entry::Strike(Strike {
                schema: Entry::SCHEMA.to_owned(),
                r#type: "strike".to_owned(),
                recorded: options.recorded(),
                by: options.by(),
                entry,
                why: args.why.clone().unwrap_or_default(),
            });
            written.push(writer.append(&id, &strike).map_err(|error| home::failed(&error))?);
        }
        return say(out, &written);
    }
    let entry = make(Relation {
        schema: Entry::SCHEMA.to_owned(),
        r#type: kind.to_owned(),
        recorded: options.recorded(),
        by: options.by(),
        other,
        why: args.why.clone(),
    });
    append(options, &mut writer, &id, &entry)
}

/// Returns the entries of a claim that relate it to another and are not struck.
fn said(record: &Record, kind: &str, other: &ClaimId) -> Vec<(ClaimId, String)> {
    let gone = struck(&record.entries.iter().collect::<Vec<_>>());
    let relates = |entry: &Entry| match entry {
        Entry::SameAs(entry) | Entry::Distinct(entry) => {
            entry.r#type == kind && entry.other == *other
        }
        _ => false,
    };
    let found = record
        .entries
        .iter()
        .filter(|stored| relates(&stored.entry) && !gone.contains(stored.name.as_str()));
    found.map(|stored| (record.claim.id.clone(), stored.name.clone())).collect()
}
