use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Claim, Stored};
use crate::ledger::git::{Blob, Git, failure};
use crate::ledger::{Error, Home, Ledger, canonical, parse_archive_line, parse_claim, parse_entry};

/// A ledger as a commit holds it, as far as it must be compared with the one on disk.
#[derive(Clone, Debug, Default)]
pub struct Base {
    /// What was asked for: `origin/main`.
    pub name: String,
    /// The full id of the commit.
    pub commit: String,
    /// The commit is part of the history that is checked out.
    pub merged: bool,
    /// Its claims.
    pub claims: BTreeMap<String, Claim>,
    /// The names of all its entries, by claim.
    pub entries: BTreeMap<String, BTreeSet<String>>,
    /// The texts of those that the ledger on disk does not hold any more.
    pub gone: BTreeMap<(String, String), String>,
}

impl Base {
    /// Reads what a commit holds of this ledger; fails rather than compare with nothing.
    pub fn read(ledger: &Ledger, name: &str) -> Result<Self, Error> {
        let read = || {
            let git = Git::of(&ledger.dir)?;
            let commit = git.commit(name)?;
            let files = git.files(&commit)?;
            if !files.iter().any(|file| file.path == "ledger.toml") {
                let mend = "name a base that has the ledger, or leave out --base this once";
                return Err(failure(&format!("the base `{name}` has no ledger here"), mend));
            }
            let merged = git.has_merged(&commit);
            let mut base = Self { name: name.to_owned(), commit, merged, ..Self::default() };
            base.read_folders(&git, &files, ledger)?;
            base.read_archives(&git, &files, ledger)?;
            if base.count() == 0 && base.claims.is_empty() {
                let mend = "there is nothing to compare: leave out --base this once";
                return Err(failure(&format!("the ledger at `{name}` is empty"), mend));
            }
            Ok(base)
        };
        read().map_err(|error| error.at(ledger.shown()))
    }

    /// Returns the number of its entries.
    pub fn count(&self) -> usize {
        self.entries.values().map(BTreeSet::len).sum()
    }

    fn read_folders(&mut self, git: &Git, files: &[Blob], ledger: &Ledger) -> Result<(), Error> {
        let (mut claims, mut gone) = (Vec::new(), Vec::new());
        for file in files {
            let Some((id, name)) = file.path.split_once('/') else { continue };
            if id == "archive" || name.contains('/') || !name.ends_with(".json") {
                continue;
            }
            if name == "claim.json" {
                claims.push(file);
                continue;
            }
            self.entries.entry(id.to_owned()).or_default().insert(name.to_owned());
            if !holds(ledger, id, name) {
                gone.push(file);
            }
        }
        for (file, bytes) in claims.iter().zip(git.contents(&claims)?) {
            // What could not be read at the base cannot have been changed since.
            if let Ok(claim) = parse_claim(&String::from_utf8_lossy(&bytes)) {
                let id = file.path.trim_end_matches("/claim.json").to_owned();
                self.claims.insert(id, claim);
            }
        }
        for (file, bytes) in gone.iter().zip(git.contents(&gone)?) {
            let (id, name) = file.path.split_once('/').unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            self.gone.insert((id.to_owned(), name.to_owned()), text);
        }
        Ok(())
    }

    /// Reads the archives that differ from those on disk; the others say nothing new.
    fn read_archives(&mut self, git: &Git, files: &[Blob], ledger: &Ledger) -> Result<(), Error> {
        let packed =
            |file: &&Blob| file.path.starts_with("archive/") && file.path.ends_with(".jsonl");
        let archives: Vec<&Blob> = files.iter().filter(packed).collect();
        let paths: Vec<&str> = archives.iter().map(|file| file.path.as_str()).collect();
        let now = if paths.is_empty() { Vec::new() } else { git.ids(&paths)? };
        for (file, id) in archives.into_iter().zip(now) {
            if id.as_deref() == Some(file.id.as_str()) {
                self.take_archived(ledger, file.path.trim_start_matches("archive/"));
                continue;
            }
            for content in git.contents(&[file])? {
                for line in String::from_utf8_lossy(&content).lines() {
                    let Ok(record) = parse_archive_line(line) else { continue };
                    let id = record.claim.id.as_str().to_owned();
                    for stored in record.entries {
                        self.take(ledger, &id, stored);
                    }
                    self.claims.insert(id, record.claim);
                }
            }
        }
        Ok(())
    }

    /// Counts the claims of an archive that is the same here and there.
    fn take_archived(&mut self, ledger: &Ledger, name: &str) {
        for (record, home) in ledger.records.iter().zip(&ledger.homes) {
            if matches!(home, Home::Archive { file, .. } if file == name) {
                let id = record.claim.id.as_str().to_owned();
                // What came after the claim was packed stands in its folder and was listed there.
                let folder = ledger.dir.join(&id);
                let packed = |name: &str| !folder.is_dir() || !folder.join(name).exists();
                let names = record.entries.iter().map(|stored| stored.name.as_str());
                let names = names.filter(|name| packed(name)).map(str::to_owned);
                self.entries.entry(id.clone()).or_default().extend(names);
                self.claims.insert(id, record.claim.clone());
            }
        }
    }

    fn take(&mut self, ledger: &Ledger, id: &str, stored: Stored) {
        if !holds(ledger, id, &stored.name) {
            let text = canonical(&stored.entry);
            self.gone.insert((id.to_owned(), stored.name.clone()), text);
        }
        self.entries.entry(id.to_owned()).or_default().insert(stored.name);
    }

    /// Returns the entry of the base that the ledger on disk does not hold any more.
    pub fn lost(&self, id: &str, name: &str) -> Option<Stored> {
        let text = self.gone.get(&(id.to_owned(), name.to_owned()))?;
        Some(Stored { name: name.to_owned(), entry: parse_entry(text).ok()? })
    }
}

fn holds(ledger: &Ledger, id: &str, name: &str) -> bool {
    ledger.record(id).is_some_and(|record| {
        record.entries.binary_search_by(|stored| stored.name.as_str().cmp(name)).is_ok()
    })
}
