use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::claim::{Claim, ClaimId, Entry, Record, Stored};
use crate::ledger::canonical::name_of;
use crate::ledger::lock::Lock;
use crate::ledger::{
    Error, ErrorKind, Home, Ledger, archive_line, canonical, parse_archive_line, parse_claim,
    parse_entry,
};

/// The only hand that writes to a ledger: it holds the lock as long as it lives.
#[derive(Debug)]
pub struct Writer {
    ledger: Ledger,
    _lock: Lock,
}

/// What a write did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file, relative to the folder that holds the ledger.
    pub path: String,
    /// The entry's name; `claim.json` for a claim.
    pub name: String,
    /// It was written now; else it was there before and nothing was done.
    pub fresh: bool,
}

impl Writer {
    /// Locks and reads the ledger in a folder; refuses one that cannot be read whole.
    pub fn open(dir: &Path) -> Result<Self, Error> {
        // Before the lock file is made: a folder that is no ledger must stay as it is.
        if !dir.join("ledger.toml").exists() {
            Ledger::load(dir)?;
        }
        let lock = Lock::take(dir)?;
        let ledger = Ledger::load(dir)?;
        match ledger.broken.iter().find(|error| error.kind != ErrorKind::Stray) {
            Some(error) => Err(error.clone()),
            None => Ok(Self { ledger, _lock: lock }),
        }
    }

    /// Returns the ledger as it is now, with all that was written.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Writes a new claim; the same claim again is no error and writes nothing.
    pub fn create_claim(&mut self, claim: &Claim) -> Result<Written, Error> {
        let bytes = canonical(claim);
        let path = format!("{}/{}/claim.json", self.ledger.shown(), claim.id);
        parse_claim(&bytes).map_err(|error| error.at(path.as_str()))?;
        let written = |fresh| Written { path: path.clone(), name: "claim.json".to_owned(), fresh };
        let at = match self.ledger.position(claim.id.as_str()) {
            Ok(at) if self.ledger.records[at].claim == *claim => return Ok(written(false)),
            Ok(_) => {
                let message = format!("there is another claim with the id `{}`", claim.id);
                let mend = "choose another id, or change the statement with `claims amend`";
                return Err(Error::new(ErrorKind::Twice, message, mend).at(path));
            }
            Err(at) => at,
        };
        let dir = self.ledger.dir.join(claim.id.as_str());
        make_folder(&self.ledger.dir, &dir)?;
        write_new(&dir, "claim.json", bytes.as_bytes())?;
        self.ledger.records.insert(at, Record { claim: claim.clone(), entries: Vec::new() });
        self.ledger.homes.insert(at, Home::Folder);
        Ok(written(true))
    }

    /// Adds an entry to a claim; one that says the same of the same article writes nothing.
    pub fn append(&mut self, id: &ClaimId, entry: &Entry) -> Result<Written, Error> {
        let bytes = canonical(entry);
        let name = name_of(entry, &bytes);
        let shown = format!("{}/{id}", self.ledger.shown());
        let Ok(at) = self.ledger.position(id.as_str()) else {
            let message = format!("there is no claim `{id}`");
            let mend = "see `claims list`; `claims new` makes one";
            return Err(Error::new(ErrorKind::Missing, message, mend).at(shown));
        };
        let path = format!("{shown}/{name}");
        let read = parse_entry(&bytes).map_err(|error| error.at(path.as_str()))?;
        if let Some(old) = already(&self.ledger.records[at], &name, entry) {
            return Ok(Written { path: format!("{shown}/{old}"), name: old, fresh: false });
        }
        let dir = self.ledger.dir.join(id.as_str());
        make_folder(&self.ledger.dir, &dir)?;
        write_new(&dir, &name, bytes.as_bytes())?;
        let entries = &mut self.ledger.records[at].entries;
        let slot = entries.partition_point(|stored| stored.name < name);
        entries.insert(slot, Stored { name: name.clone(), entry: read });
        Ok(Written { path, name, fresh: true })
    }

    /// Adds claims to `archive/<stem>.jsonl`, all or none; returns how many were new.
    ///
    /// The ledger in memory is not brought up to date: imports are large, and end with this.
    pub fn archive(&mut self, stem: &str, records: &[Record]) -> Result<usize, Error> {
        // A stem is a file name of ours, never a path.
        let stem: ClaimId = stem.parse().map_err(|message: String| {
            Error::new(ErrorKind::Name, message, "name the archive after its year").at(stem)
        })?;
        let name = format!("{stem}.jsonl");
        let mut lines = String::new();
        let mut fresh = 0;
        for record in records {
            let line = archive_line(record);
            parse_archive_line(&line).map_err(|error| error.at(name.as_str()))?;
            match self.ledger.record(record.claim.id.as_str()) {
                None => {
                    lines.push_str(&line);
                    fresh += 1;
                }
                Some(old) if covers(old, record) => {}
                Some(_) => {
                    let message =
                        format!("the claim `{}` is there with other content", record.claim.id);
                    let mend = "import it under another id, or add its entries one by one";
                    return Err(Error::new(ErrorKind::Twice, message, mend).at(name));
                }
            }
        }
        if fresh > 0 {
            let dir = self.ledger.dir.join("archive");
            make_folder(&self.ledger.dir, &dir)?;
            let target = dir.join(&name);
            let mut file = temporary(&dir)?;
            let failed = |error: std::io::Error| Error::io(&target, &error);
            if let Ok(mut old) = File::open(&target) {
                std::io::copy(&mut old, &mut file).map_err(failed)?;
            }
            file.write_all(lines.as_bytes()).map_err(failed)?;
            file.as_file().sync_all().map_err(failed)?;
            file.persist(&target).map_err(|error| failed(error.error))?;
            sync_folder(&dir)?;
        }
        Ok(fresh)
    }
}

fn already(record: &Record, name: &str, entry: &Entry) -> Option<String> {
    let same = |stored: &&Stored| {
        stored.name == name
            || match (stored.entry.appearance(), entry.appearance()) {
                (Some(old), Some(new)) => old.same_as(new),
                _ => false,
            }
    };
    record.entries.iter().find(same).map(|stored| stored.name.clone())
}

fn covers(old: &Record, new: &Record) -> bool {
    old.claim == new.claim && new.entries.iter().all(|entry| old.entries.contains(entry))
}

fn make_folder(root: &Path, dir: &Path) -> Result<(), Error> {
    match fs::create_dir(dir) {
        Ok(()) => sync_folder(root),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            // Of the kinds of things that may stand here only a real folder keeps the write inside.
            match fs::symlink_metadata(dir) {
                Ok(found) if found.is_dir() => Ok(()),
                _ => Err(Error::io(dir, &error)),
            }
        }
        Err(error) => Err(Error::io(dir, &error)),
    }
}

/// Writes a file that was not there before: whole and on the disk, or not at all.
pub(super) fn write_new(dir: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let target = dir.join(name);
    let failed = |error: std::io::Error| Error::io(&target, &error);
    let mut file = temporary(dir)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist_noclobber(&target).map_err(|error| failed(error.error))?;
    sync_folder(dir)
}

/// Writes a file in the place of another: readers see the old bytes or the new ones.
pub(super) fn replace(target: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |error: std::io::Error| Error::io(target, &error);
    let dir = target.parent().unwrap_or(target);
    let mut file = temporary(dir)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(target).map_err(|error| failed(error.error))?;
    sync_folder(dir)
}

fn temporary(dir: &Path) -> Result<tempfile::NamedTempFile, Error> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tmp-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What others may do with the file is up to the umask, as with every other file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(dir).map_err(|error| Error::io(dir, &error))
}

/// Makes a rename last: on Unix the name of a file is content of its folder.
pub(super) fn sync_folder(dir: &Path) -> Result<(), Error> {
    if cfg!(unix) {
        File::open(dir).and_then(|dir| dir.sync_all()).map_err(|error| Error::io(dir, &error))?;
    }
    Ok(())
}
