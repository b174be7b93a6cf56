use std::fs;
use std::path::Path;

use crate::ledger::lock::Lock;
use crate::ledger::write::{replace, sync_folder, write_new};
use crate::ledger::{
    Error, ErrorKind, Ledger, archive_line, canonical, entry_name, file, parse_archive_line,
    parse_claim, parse_entry,
};

/// What was put in order: a file or folder, and its new name where it got one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidied {
    /// The path before, relative to the folder that holds the ledger.
    pub path: String,
    /// The path now.
    pub now: String,
}

/// Puts bytes and names in order, and nothing else: no value of a claim or an entry is touched.
pub fn tidy(dir: &Path) -> Result<Vec<Tidied>, Error> {
    let _lock = Lock::take(dir)?;
    let ledger = Ledger::load(dir)?;
    let shown = ledger.shown();
    let mut done = Vec::new();
    let mut paths: Vec<&str> = ledger.untidy.iter().map(|untidy| untidy.path.as_str()).collect();
    paths.dedup();
    for path in paths {
        rewrite(dir, within(path, &shown), path)?;
        done.push(Tidied { path: path.to_owned(), now: path.to_owned() });
    }
    for error in ledger.broken.iter().filter(|error| error.kind == ErrorKind::Name) {
        if let Some(now) = rename(dir, within(&error.path, &shown), &error.path)? {
            done.push(Tidied { path: error.path.clone(), now: format!("{shown}/{now}") });
        }
    }
    Ok(done)
}

fn within<'a>(path: &'a str, shown: &str) -> &'a str {
    path.strip_prefix(shown).map_or(path, |rest| rest.trim_start_matches('/'))
}

fn rewrite(dir: &Path, path: &str, shown: &str) -> Result<(), Error> {
    let target = dir.join(path);
    let text = if path.ends_with(".jsonl") {
        let old = fs::read_to_string(&target).map_err(|error| Error::io(&target, &error))?;
        // A line that cannot be read stays as it is; it is reported on its own.
        let line = |line: &str| match parse_archive_line(line) {
            Ok(record) => archive_line(&record),
            Err(_) => format!("{line}\n"),
        };
        old.lines().map(line).collect()
    } else {
        let old = file::read(&target, shown, file::SMALL)?;
        if path.ends_with("/claim.json") {
            canonical(&parse_claim(&old).map_err(|error| error.at(shown))?)
        } else {
            canonical(&parse_entry(&old).map_err(|error| error.at(shown))?)
        }
    };
    replace(&target, text.as_bytes())
}

/// Gives an entry file, or the folder of a claim, the name that follows from its content.
fn rename(dir: &Path, path: &str, shown: &str) -> Result<Option<String>, Error> {
    let Some((folder, name)) = path.split_once('/') else { return Ok(None) };
    let old = dir.join(path);
    let text = file::read(&old, shown, file::SMALL)?;
    if name == "claim.json" {
        let Ok(claim) = parse_claim(&text) else { return Ok(None) };
        let target = dir.join(claim.id.as_str());
        if fs::symlink_metadata(&target).is_ok() {
            return Ok(None);
        }
        fs::rename(dir.join(folder), &target).map_err(|error| Error::io(&target, &error))?;
        sync_folder(dir)?;
        return Ok(Some(format!("{}/claim.json", claim.id)));
    }
    let Ok(entry) = parse_entry(&text) else { return Ok(None) };
    let right = entry_name(&entry);
    let bytes = canonical(&entry);
    let home = dir.join(folder);
    match fs::read(home.join(&right)) {
        // The same entry stands under its right name already.
        Ok(there) if there == bytes.as_bytes() => {}
        Ok(_) => return Ok(None),
        Err(_) => write_new(&home, &right, bytes.as_bytes())?,
    }
    fs::remove_file(&old).map_err(|error| Error::io(&old, &error))?;
    sync_folder(&home)?;
    Ok(Some(format!("{folder}/{right}")))
}
