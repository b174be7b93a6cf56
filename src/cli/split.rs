//! `claims split`: a claim that holds two propositions becomes two, by new entries alone.

use std::collections::BTreeMap;

use claimbook::claim::{
    Amendment, Appearance, Claim, ClaimId, Entry, Kind, Record, Relation, Stored, Strike, one_line,
};
use claimbook::ledger::{Ledger, Writer, Written};
use claimbook::lexicon::is_stop_word;
use claimbook::status::{fold, struck};

use crate::cli::append::say;
use crate::cli::command::remark;
use crate::cli::{Failure, Options, Out, Outcome, home};

/// Which claim, how each half is put, and which half its appearances speak of.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The claim that holds two propositions; it keeps the first
    id: String,

    /// The first proposition: how the claim is put from now on
    #[arg(long, value_name = "STATEMENT")]
    keep: String,

    /// The second proposition, which becomes a claim of its own
    #[arg(long, value_name = "STATEMENT", required_unless_present = "into")]
    new: Option<String>,

    /// A claim that there is already for the second proposition, instead of --new
    #[arg(long, value_name = "ID", conflicts_with_all = ["new", "kind", "measure"])]
    into: Option<String>,

    /// What the new claim is about [default: as before]
    #[arg(long)]
    kind: Option<Kind>,

    /// What the figures of the new claim count; it takes along no others [default: as before]
    #[arg(long)]
    measure: Option<String>,

    /// An appearance that is about the first alone: its file name, or the end of it
    #[arg(long, value_name = "ENTRY")]
    stays: Vec<String>,

    /// An appearance that is about the second alone; what is named by neither is about both
    #[arg(long, value_name = "ENTRY")]
    moves: Vec<String>,

    /// Why
    #[arg(long, value_name = "WORDS")]
    why: Option<String>,
}

/// Where an appearance belongs.
#[derive(Clone, Copy, PartialEq)]
enum Half {
    First,
    Second,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let by = options.person().ok_or_else(|| Failure::new("who splits it? pass --by NAME"))?;
    let mut writer = home::write(options)?;
    let ledger = writer.ledger();
    let old = home::claim(ledger, &args.id)?.clone();
    let second = second(args, ledger, &old)?;
    if second.id == old.claim.id {
        return Err(Failure::new(format!("{}: a claim cannot be split into itself", second.id)));
    }
    let halves = halves(args, &old)?;
    let gone = struck(&old.entries.iter().collect::<Vec<_>>());
    let stands: Vec<(&Stored, &Appearance)> = old
        .entries
        .iter()
        .filter(|stored| !gone.contains(stored.name.as_str()))
        .filter_map(|stored| Some((stored, stored.entry.appearance()?)))
        .collect();
    let out = Out::open(options)?;
    let mut hand = Hand { options, by, why: args.why.as_deref(), written: Vec::new() };
    // What is new comes first: whatever breaks in between, an appearance stands twice, never nowhere.
    if args.into.is_none() {
        hand.note(writer.create_claim(&second))?;
    }
    for (stored, said) in &stands {
        if halves.get(&stored.name) != Some(&Half::First) {
            let copy = hand.copy(&old, stored, said, second.measure.as_deref());
            hand.note(writer.append(&second.id, &copy))?;
        }
    }
    hand.part(&mut writer, &old, &second.id)?;
    hand.amend(&mut writer, &old, &args.keep)?;
    for (stored, _) in stands.iter().filter(|(at, _)| halves.get(&at.name) == Some(&Half::Second)) {
        let strike = hand.strike(&stored.name, &second.id);
        hand.note(writer.append(&old.claim.id, &strike))?;
    }
    if old.entries.iter().any(|stored| matches!(stored.entry, Entry::Verdict(_))) {
        remark(options, "a verdict stays with the first claim, and was about both: rule anew");
    }
    say(out, &hand.written)
}

/// Returns the claim of the second proposition: one that there is, or a new one like the old.
fn second(args: &Args, ledger: &Ledger, old: &Record) -> Result<Claim, Failure> {
    if let Some(id) = &args.into {
        return Ok(home::claim(ledger, id)?.claim.clone());
    }
    let words = args.new.as_deref().unwrap_or_default();
    let statement = one_line(words);
    if statement.is_empty() || args.keep.trim().is_empty() {
        return Err(Failure::new("a claim needs a statement"));
    }
    let month = old.claim.created.format("%Y-%m").to_string();
    Ok(Claim {
        id: ClaimId::draft(&month, &statement, is_stop_word),
        statement,
        wordings: Vec::new(),
        kind: args.kind.unwrap_or(old.claim.kind),
        measure: args.measure.clone().or_else(|| old.claim.measure.clone()),
        ..old.claim.clone()
    })
}

/// Returns of which half the named appearances speak; an entry of another claim is refused.
fn halves(args: &Args, old: &Record) -> Result<BTreeMap<String, Half>, Failure> {
    let named = args.stays.iter().map(|name| (name, Half::First));
    let named = named.chain(args.moves.iter().map(|name| (name, Half::Second)));
    let mut out = BTreeMap::new();
    for (name, half) in named {
        let (id, stored) = home::entry(std::slice::from_ref(old), name)?;
        if stored.entry.appearance().is_none() {
            let text = format!("`{name}` is no appearance; see `claims log {id}`");
            return Err(Failure::new(text));
        }
        if out.insert(stored.name.clone(), half).is_some_and(|other| other != half) {
            let text = format!("`{name}`: --stays and --moves both name it; about both is neither");
            return Err(Failure::new(text));
        }
    }
    Ok(out)
}

/// Who splits, and what was written so far.
struct Hand<'a> {
    options: &'a Options,
    by: String,
    why: Option<&'a str>,
    written: Vec<Written>,
}

impl Hand<'_> {
    fn note(&mut self, written: Result<Written, claimbook::ledger::Error>) -> Result<(), Failure> {
        self.written.push(written.map_err(|error| home::failed(&error))?);
        Ok(())
    }

    /// Returns an appearance for the second claim: with the review it had, and the figure if it counts the same.
    fn copy(&self, old: &Record, from: &Stored, said: &Appearance, measure: Option<&str>) -> Entry {
        let taken = old.entries.iter().find_map(|stored| match &stored.entry {
            Entry::Accept(accept) if accept.entry == from.name => Some(accept.by.clone()),
            _ => None,
        });
        let figure = said.figure.clone().filter(|figure| {
            measure.is_none() || figure.measure.is_none() || figure.measure.as_deref() == measure
        });
        Entry::Appearance(Box::new(Appearance {
            recorded: self.options.recorded(),
            by: self.by.clone(),
            accepted_by: said.accepted_by.clone().or(taken),
            figure,
            ..said.clone()
        }))
    }

    /// Says on the first claim that the second is another, so that nobody takes them for one again.
    fn part(&mut self, writer: &mut Writer, old: &Record, other: &ClaimId) -> Result<(), Failure> {
        let known = old
            .entries
            .iter()
            .any(|stored| matches!(&stored.entry, Entry::Distinct(entry) if entry.other == *other));
        if known {
            return Ok(());
        }
        let why = self.why.map_or(String::new(), |why| format!(": {why}"));
        let entry = Entry::Distinct(Relation {
            schema: Entry::SCHEMA.to_owned(),
            r#type: "distinct".to_owned(),
            recorded: self.options.recorded(),
            by: self.by.clone(),
            other: other.clone(),
            why: Some(format!("split in two{why}")),
        });
        self.note(writer.append(&old.claim.id, &entry))
    }

    /// Puts the first claim's statement as it is from now on, unless it is put so already.
    fn amend(&mut self, writer: &mut Writer, old: &Record, keep: &str) -> Result<(), Failure> {
        let actors = home::actors(writer.ledger());
        let authorities = &writer.ledger().config.authorities;
        if fold(&old.claim, &old.entries, &actors, authorities).statement == keep {
            return Ok(());
        }
        let entry = Entry::Amendment(Amendment {
            schema: Entry::SCHEMA.to_owned(),
            r#type: "amendment".to_owned(),
            recorded: self.options.recorded(),
            by: self.by.clone(),
            statement: keep.to_owned(),
            why: Some(self.why.unwrap_or("split in two").to_owned()),
        });
        self.note(writer.append(&old.claim.id, &entry))
    }

    /// Returns the strike of an appearance that stands on the second claim now.
    fn strike(&self, entry: &str, other: &ClaimId) -> Entry {
        Entry::Strike(Strike {
            schema: Entry::SCHEMA.to_owned(),
            r#type: "strike".to_owned(),
            recorded: self.options.recorded(),
            by: self.by.clone(),
            entry: entry.to_owned(),
            why: format!("split in two: it is about {other}"),
        })
    }
}
