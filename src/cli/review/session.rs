use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;

use claimbook::ledger::Ledger;
use claimbook::{Article, Report};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::cli::Failure;

/// What a person decided about one mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub(super) enum Decision {
    /// The suggestion is right.
    Accept,
    /// It belongs to this claim of the ledger.
    Claim {
        /// The claim's id.
        id: String,
    },
    /// It is a claim of its own.
    New {
        /// How the person puts it; `None`: as proposed.
        statement: Option<String>,
        /// A claim that it must not be confused with.
        distinct: Option<String>,
    },
    /// It is no claim.
    Reject,
    /// Undecided; nothing is written.
    Skip,
}

/// A review that can be left and taken up again; it lives with the person, never in the ledger.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Session {
    ledger: String,
    decisions: BTreeMap<String, Decision>,
    #[serde(skip)]
    path: Option<PathBuf>,
}

impl Session {
    /// Opens the review of an article; one of another state of the ledger is dropped.
    pub(super) fn open(ledger: &Ledger, article: &Article) -> Self {
        let state = state_of(ledger);
        let path = place(ledger, article);
        let saved = path.as_ref().and_then(|path| fs::read_to_string(path).ok());
        let saved: Option<Self> = saved.and_then(|text| serde_json::from_str(&text).ok());
        let decisions = saved.filter(|saved| saved.ledger == state).map(|saved| saved.decisions);
        Self { ledger: state, decisions: decisions.unwrap_or_default(), path }
    }

    /// Tells whether there are decisions of an earlier run.
    pub(super) fn resumed(&self) -> bool {
        !self.decisions.is_empty()
    }

    /// Returns the first mention from `at` on that has no decision yet.
    pub(super) fn next(&self, report: &Report, at: usize) -> Option<usize> {
        (at..report.mentions.len())
            .find(|at| !self.decisions.contains_key(&report.mentions[*at].mention.id))
    }

    /// Returns the decision about a mention.
    pub(super) fn decision(&self, id: &str) -> Option<&Decision> {
        self.decisions.get(id)
    }

    /// Keeps a decision.
    pub(super) fn decide(&mut self, id: &str, decision: Decision) {
        self.decisions.insert(id.to_owned(), decision);
    }

    /// Takes a decision back.
    pub(super) fn forget(&mut self, id: &str) {
        self.decisions.remove(id);
    }

    /// Returns what would be written, in a sentence.
    pub(super) fn summary(&self, report: &Report) -> String {
        let ids = report.mentions.iter().map(|row| (row, self.decision(&row.mention.id)));
        let (mut known, mut new, mut rejected, mut skipped) = (0, 0, 0, 0);
        for (row, decision) in ids {
            match decision {
                Some(Decision::Accept) if row.matched.is_some() => known += 1,
                Some(Decision::Claim { .. }) => known += 1,
                Some(Decision::Accept | Decision::New { .. }) => new += 1,
                Some(Decision::Reject) => rejected += 1,
                Some(Decision::Skip) | None => skipped += 1,
            }
        }
        format!(
            "{known} for claims on file, {new} for new claims, {rejected} rejected, {skipped} skipped"
        )
    }

    /// Writes the decisions down.
    pub(super) fn save(&self) -> Result<(), Failure> {
        let Some(path) = &self.path else { return Ok(()) };
        let put = || {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            let partial = path.with_extension("part");
            fs::write(&partial, serde_json::to_vec(self)?)?;
            fs::rename(&partial, path)
        };
        put().map_err(|error| Failure::file(path, &error))
    }

    /// Forgets the review.
    pub(super) fn drop(self) {
        if let Some(path) = &self.path {
            // It may never have been written.
            let _ = fs::remove_file(path);
        }
    }
}

/// The user's state folder of the XDG base directories.
fn place(ledger: &Ledger, article: &Article) -> Option<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let state = set("XDG_STATE_HOME").filter(|path| path.is_absolute());
    let state = state.or_else(|| Some(set("HOME")?.join(".local/state")))?;
    let home = fs::canonicalize(&ledger.dir).unwrap_or_else(|_| ledger.dir.clone());
    let key = hash([home.to_string_lossy().as_ref(), &article.sha256()].into_iter());
    Some(state.join("claims").join("review").join(format!("{key}.json")))
}

/// A hash of all that stands in the ledger by name; entries never change, so names are enough.
fn state_of(ledger: &Ledger) -> String {
    hash(ledger.records.iter().flat_map(|record| {
        let names = record.entries.iter().map(|stored| stored.name.as_str());
        std::iter::once(record.claim.id.as_str()).chain(names)
    }))
}

fn hash<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    hasher.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
