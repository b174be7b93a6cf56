use std::path::{Path, PathBuf};

use crate::claim::{Actor, Claim, ClaimId, Record, Stored};
use crate::ledger::archive::Archive;
use crate::ledger::file::{self, Item};
use crate::ledger::folder::{Folder, stray};
use crate::ledger::{Config, Error, ErrorKind, parse_actors, parse_config};

/// A ledger as it was read: what is sound, and what is not.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Its folder, as it was given.
    pub dir: PathBuf,
    /// What `ledger.toml` says; the built-in values where it could not be read.
    pub config: Config,
    /// The desk's own actors, to be laid over the built-in ones.
    pub actors: Vec<Actor>,
    /// The claims in the order of their ids, each with its entries in the order of their names.
    pub records: Vec<Record>,
    /// Where each of them stands.
    pub homes: Vec<Home>,
    /// What could not be read, in the order of paths.
    pub broken: Vec<Error>,
    /// What was read although its bytes are not the canonical ones.
    pub untidy: Vec<Untidy>,
}

/// Entries that stand in a folder, with the id of their claim, which may stand in an archive.
pub type Loose = (ClaimId, Vec<Stored>);

/// Which part of a ledger is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    Everywhere,
    Archives,
    Folders,
}

/// Where a claim stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// In a folder of its own.
    Folder,
    /// In a line of an archive; entries that came later stand in its folder.
    Archive {
        /// The file's name within `archive`.
        file: String,
        /// The line, from 1.
        line: usize,
        /// The byte at which it begins.
        offset: u64,
    },
}

/// A file or a line whose bytes are not the canonical ones.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Untidy {
    /// The file, relative to the folder that holds the ledger.
    pub path: String,
    /// The first line that differs, from 1.
    pub line: usize,
}

impl Untidy {
    /// Compares a text with its canonical form.
    pub(super) fn between(path: String, text: &str, right: &str) -> Option<Self> {
        if text == right {
            return None;
        }
        let same = text.split('\n').zip(right.split('\n')).take_while(|(a, b)| a == b).count();
        Some(Self { path, line: same + 1 })
    }
}

impl Ledger {
    /// Reads the ledger in a folder; fails only where there is none.
    pub fn load(dir: &Path) -> Result<Self, Error> {
        Self::read(dir, Where::Everywhere).map(|(ledger, _)| ledger)
    }

    /// Reads what stands in its archives alone.
    pub fn load_archives(dir: &Path) -> Result<Self, Error> {
        Self::read(dir, Where::Archives).map(|(ledger, _)| ledger)
    }

    /// Reads what stands in folders alone; entries of claims that stand in an archive come apart.
    pub fn load_folders(dir: &Path) -> Result<(Self, Vec<Loose>), Error> {
        Self::read(dir, Where::Folders)
    }

    fn read(dir: &Path, place: Where) -> Result<(Self, Vec<Loose>), Error> {
        let missing = |what: String| {
            let mend = "pass --ledger DIR, or make one with `claims init`";
            Error::new(ErrorKind::Missing, what, mend).at(dir.display().to_string())
        };
        if !dir.is_dir() {
            return Err(missing("there is no such folder".to_owned()));
        }
        if std::fs::symlink_metadata(dir.join("ledger.toml")).is_err() {
            return Err(missing("this folder is no ledger: it has no ledger.toml".to_owned()));
        }
        let mut ledger = Self { dir: dir.to_owned(), ..Self::default() };
        let shown = ledger.shown();
        ledger.read_settings(&shown);
        let loose = ledger.read_claims(&shown, place)?;
        ledger.broken.sort();
        ledger.untidy.sort();
        Ok((ledger, loose))
    }

    /// Returns a ledger of these claims that stands on no disk.
    pub fn in_memory(records: Vec<Record>) -> Self {
        let mut ledger = Self { records, ..Self::default() };
        ledger.records.sort_by(|a, b| a.claim.id.cmp(&b.claim.id));
        ledger.homes = vec![Home::Folder; ledger.records.len()];
        ledger
    }

    /// Returns the claim with this id.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.position(id).ok().map(|at| &self.records[at])
    }

    /// Returns where the claim with this id stands among the records, or where it would.
    pub fn position(&self, id: &str) -> Result<usize, usize> {
        self.records.binary_search_by(|record| record.claim.id.as_str().cmp(id))
    }

    /// Returns the name of the ledger's folder, with which every path begins that people see.
    pub fn shown(&self) -> String {
        let name = |dir: &Path| Some(dir.file_name()?.to_string_lossy().into_owned());
        name(&self.dir)
            .or_else(|| name(&self.dir.canonicalize().ok()?))
            .unwrap_or_else(|| "claims".to_owned())
    }

    fn read_settings(&mut self, shown: &str) {
        let path = format!("{shown}/ledger.toml");
        let config = file::read(&self.dir.join("ledger.toml"), &path, file::SMALL)
            .and_then(|text| parse_config(&text).map_err(|error| error.at(path.as_str())));
        match config {
            Ok(config) => self.config = config,
            Err(error) => self.broken.push(error),
        }
        let path = format!("{shown}/actors.csv");
        let table = self.dir.join("actors.csv");
        if std::fs::symlink_metadata(&table).is_ok() {
            match file::read(&table, &path, file::TABLE) {
                Ok(text) => {
                    let (rows, broken) = parse_actors(&text);
                    self.actors = rows;
                    self.broken.extend(broken.into_iter().map(|error| error.at(path.as_str())));
                }
                Err(error) => self.broken.push(error),
            }
        }
    }

    fn read_claims(&mut self, shown: &str, place: Where) -> Result<Vec<Loose>, Error> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let mut folders = Vec::new();
        let mut parts = Vec::new();
        for item in file::list(&self.dir, shown)? {
            match item {
                Item::Folder(name) if name == "archive" && place == Where::Folders => {}
                Item::Folder(name) if name == "archive" => {
                    self.read_archives(shown, threads, &mut parts)?;
                }
                Item::Folder(name) if name.parse::<ClaimId>().is_ok() => folders.push(name),
                // What is a folder where a file belongs could not be read, and was listed so.
                Item::Folder(name) if ["ledger.toml", "actors.csv"].contains(&name.as_str()) => {}
                Item::Folder(name) => {
                    let message = "the name of the folder is no claim id";
                    let mend = "give it the id of its claim, or move it out of the ledger";
                    let error = Error::new(ErrorKind::Name, message, mend);
                    self.broken.push(error.at(format!("{shown}/{name}")));
                }
                Item::File(name)
                    if ["ledger.toml", "actors.csv", "README.md"].contains(&name.as_str()) => {}
                Item::File(name) => self.broken.push(stray(format!("{shown}/{name}"))),
                Item::Bad(error) if error.path.ends_with("/ledger.toml") => {}
                Item::Bad(error) if error.path.ends_with("/actors.csv") => {}
                Item::Bad(error) => self.broken.push(error),
            }
        }
        if place == Where::Archives {
            folders.clear();
        }
        let dir = self.dir.clone();
        let read = share(folders, threads, |names| {
            names
                .into_iter()
                .map(|name| {
                    let folder = Folder::read(&dir.join(&name), &name, &format!("{shown}/{name}"));
                    (name, folder)
                })
                .collect::<Vec<_>>()
        });
        for (id, folder) in read.into_iter().flatten() {
            self.broken.extend(folder.broken);
            self.untidy.extend(folder.untidy);
            if folder.claim.is_some() || !folder.entries.is_empty() {
                let (claim, entries) = (folder.claim, folder.entries);
                parts.push(Part { id, claim, entries, home: Home::Folder });
            }
        }
        Ok(self.join(parts, shown, place))
    }

    fn read_archives(
        &mut self,
        shown: &str,
        threads: usize,
        parts: &mut Vec<Part>,
    ) -> Result<(), Error> {
        let dir = self.dir.join("archive");
        let shown = format!("{shown}/archive");
        for item in file::list(&dir, &shown)? {
            match item {
                Item::File(name) if name.ends_with(".jsonl") => {
                    let read = Archive::read(&dir.join(&name), &format!("{shown}/{name}"), threads);
                    self.broken.extend(read.broken);
                    self.untidy.extend(read.untidy);
                    parts.extend(read.records.into_iter().map(|(mark, record)| Part {
                        id: record.claim.id.as_str().to_owned(),
                        claim: Some(record.claim),
                        entries: record.entries,
                        home: Home::Archive {
                            file: name.clone(),
                            line: mark.line,
                            offset: mark.offset,
                        },
                    }));
                }
                Item::File(name) | Item::Folder(name) => {
                    self.broken.push(stray(format!("{shown}/{name}")));
                }
                Item::Bad(error) => self.broken.push(error),
            }
        }
        Ok(())
    }

    /// Puts together what stands of one claim in archive and folder; returns the entries whose claim
    /// was not looked for.
    fn join(&mut self, mut parts: Vec<Part>, shown: &str, place: Where) -> Vec<Loose> {
        let mut loose = Vec::new();
        // Stable: of equal ids the archives come first, then the folder.
        parts.sort_by(|a, b| a.id.cmp(&b.id));
        let mut parts = parts.into_iter().peekable();
        while let Some(first) = parts.next() {
            let Part { id, mut claim, mut entries, mut home } = first;
            while let Some(part) = parts.next_if(|part| part.id == id) {
                match (&claim, part.claim) {
                    (None, Some(found)) => (claim, home) = (Some(found), part.home),
                    (Some(_), Some(_)) => {
                        let message = format!("the claim `{id}` stands twice");
                        let mend = "keep one place; entries of an archived claim may stand alone \
                                    in a folder";
                        let (path, line) = part.home.place(shown, &id);
                        self.broken
                            .push(Error::new(ErrorKind::Twice, message, mend).at(path).on(line, 0));
                    }
                    (_, None) => {}
                }
                entries.extend(part.entries);
            }
            let Some(claim) = claim else {
                if place == Where::Folders
                    && let Ok(id) = id.parse()
                {
                    loose.push((id, entries));
                    continue;
                }
                let message = "entries without a claim.json";
                let mend = "take claim.json back from git, or mend it";
                let path = format!("{shown}/{id}");
                self.broken.push(Error::new(ErrorKind::Orphan, message, mend).at(path));
                continue;
            };
            entries.sort_by(|a, b| a.name.cmp(&b.name));
            entries.dedup_by(|a, b| a.name == b.name);
            self.records.push(Record { claim, entries });
            self.homes.push(home);
        }
        loose
    }
}

impl Home {
    /// Returns the file, and the line within it, of the claim with this id.
    pub(super) fn place(&self, shown: &str, id: &str) -> (String, usize) {
        match self {
            Self::Folder => (format!("{shown}/{id}/claim.json"), 0),
            Self::Archive { file, line, .. } => (format!("{shown}/archive/{file}"), *line),
        }
    }
}

/// What one folder or one line of an archive holds of a claim.
struct Part {
    id: String,
    claim: Option<Claim>,
    entries: Vec<Stored>,
    home: Home,
}

/// Shares work among threads and returns the results in order; few pieces stay on this thread.
pub(super) fn share<T: Send, R: Send>(
    mut work: Vec<T>,
    threads: usize,
    each: impl Fn(Vec<T>) -> R + Sync,
) -> Vec<R> {
    let size = work.len().div_ceil(threads.max(1));
    if threads < 2 || size < 64 {
        return vec![each(work)];
    }
    let mut shares = Vec::new();
    while work.len() > size {
        let rest = work.split_off(size);
        shares.push(std::mem::replace(&mut work, rest));
    }
    shares.push(work);
    std::thread::scope(|scope| {
        let each = &each;
        let running: Vec<_> =
            shares.into_iter().map(|share| scope.spawn(move || each(share))).collect();
        running
            .into_iter()
            .map(|thread| match thread.join() {
                Ok(result) => result,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    })
}
