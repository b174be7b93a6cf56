//! Where the ledger is, and how it is opened for reading and for writing.

use std::env;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use claimbook::claim::{Actors, ClaimId, Record, Stored};
use claimbook::ledger::{Error, ErrorKind, Ledger, Writer};

use claimbook::lexicon;
use claimbook::report::Desk;
use claimbook::status::Kin;

use crate::cli::command::say_warning;
use crate::cli::{Exit, Failure, Options};

/// Reads the ledger; what is broken in it is said, and makes the command end with findings.
pub(crate) fn read(options: &Options) -> Result<(Ledger, Exit), Failure> {
    let ledger = Ledger::load(&folder(options)?).map_err(|error| failed(&error))?;
    let end = warn(options, &ledger.broken);
    Ok((ledger, end))
}

/// Says what is broken in a ledger, and returns how the command ends for it.
pub(crate) fn warn(options: &Options, broken: &[Error]) -> Exit {
    let broken: Vec<_> = broken.iter().filter(|error| error.kind != ErrorKind::Stray).collect();
    for error in &broken {
        say_warning(options, &words(error));
    }
    Exit::findings(!broken.is_empty())
}

/// A ledger that was read, with all that is needed to show it.
pub(crate) struct Home {
    pub(crate) ledger: Ledger,
    pub(crate) kin: Kin,
    pub(crate) actors: Actors,
    today: NaiveDate,
    /// How the command ends as far as the ledger is concerned.
    pub(crate) end: Exit,
}

impl Home {
    /// Reads the ledger.
    pub(crate) fn read(options: &Options) -> Result<Self, Failure> {
        let (ledger, end) = read(options)?;
        let actors = actors(&ledger);
        let kin = Kin::new(&ledger.records);
        Ok(Self { ledger, kin, actors, today: options.today(), end })
    }

    /// Returns what the pages need to know.
    pub(crate) fn desk(&self) -> Desk<'_> {
        Desk { ledger: &self.ledger, kin: &self.kin, actors: &self.actors, today: self.today }
    }
}

/// Opens the ledger for writing; one that is broken is refused.
pub(crate) fn write(options: &Options) -> Result<Writer, Failure> {
    Writer::open(&folder(options)?).map_err(|error| failed(&error))
}

/// Returns a failure with the file, the line and what to do.
pub(crate) fn failed(error: &Error) -> Failure {
    Failure::new(words(error))
}

fn words(error: &Error) -> String {
    if error.mend.is_empty() {
        error.to_string()
    } else {
        format!("{error}\n  mend: {}", error.mend)
    }
}

/// Returns the claim with this id, or says how to find one.
pub(crate) fn claim<'a>(ledger: &'a Ledger, id: &str) -> Result<&'a Record, Failure> {
    if let Some(record) = ledger.record(id) {
        return Ok(record);
    }
    // An id that was cut short is understood, if there is but one.
    let mut like = ledger.records.iter().filter(|record| record.claim.id.as_str().contains(id));
    match (like.next(), like.next()) {
        (Some(record), None) if id.len() >= 4 => Ok(record),
        (Some(first), Some(second)) => Err(Failure::new(format!(
            "`{id}` is not the id of a claim, but part of several: {}, {}{}",
            first.claim.id,
            second.claim.id,
            if like.next().is_some() { ", ..." } else { "" }
        ))),
        _ => Err(Failure::new(format!("there is no claim `{id}`; see `claims list`"))),
    }
}

/// Returns the entry with this file name, or the end of it before `.json`, with its claim.
///
/// Claims may hold entries of one name, and then the claim is named before it: `ID/ENTRY`.
pub(crate) fn entry<'a>(
    records: &'a [Record],
    path: &str,
) -> Result<(&'a ClaimId, &'a Stored), Failure> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let folder = folder.rsplit('/').next().unwrap_or(folder);
    let bare = name.strip_suffix(".json").unwrap_or(name);
    let fits = |stored: &Stored| {
        stored.name == name
            || bare.len() >= 6 && stored.name.strip_suffix(".json").unwrap_or("").ends_with(bare)
    };
    let there = |record: &&Record| folder.is_empty() || record.claim.id.as_str() == folder;
    let mut found = records.iter().filter(there).flat_map(|record| {
        let entries = record.entries.iter().filter(|stored| fits(stored));
        entries.map(|stored| (&record.claim.id, stored))
    });
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (Some(one), Some(two)) => Err(Failure::new(format!(
            "`{path}` is the name of several entries: {}/{}, {}/{}; write more of it",
            one.0, one.1.name, two.0, two.1.name
        ))),
        (None, _) => Err(Failure::new(format!(
            "there is no entry `{path}`; `claims log` and `claims show ID` name them"
        ))),
    }
}

/// Returns the folder of the ledger: the one that was named, else the nearest upward.
pub(crate) fn folder(options: &Options) -> Result<PathBuf, Failure> {
    if let Some(given) = &options.ledger {
        let is_file = given.file_name().is_some_and(|name| name == "ledger.toml");
        return Ok(match given.parent() {
            Some(parent) if is_file && parent.as_os_str().is_empty() => PathBuf::from("."),
            Some(parent) if is_file => parent.to_owned(),
            _ => given.clone(),
        });
    }
    let here = env::current_dir().map_err(|error| Failure::file(Path::new("."), &error))?;
    let home = here
        .ancestors()
        .map(|dir| dir.join("claims"))
        .find(|dir| dir.join("ledger.toml").is_file());
    let Some(home) = home else {
        return Err(Failure::new(
            "there is no claims/ledger.toml here or above: pass --ledger DIR, or make one with `claims init`",
        ));
    };
    // A short path for people, where there is one.
    Ok(home.strip_prefix(&here).map_or_else(|_| home.clone(), Path::to_owned))
}

/// Returns everybody who is known: the built-in actors, and over them the desk's own.
pub(crate) fn actors(ledger: &Ledger) -> Actors {
    let mut actors = lexicon::actors();
    actors.extend(ledger.actors.iter().cloned());
    actors
}
