use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::ledger::error::place;
use crate::ledger::{Error, ErrorKind};

/// Claims, entries and settings are small; what is larger is no file of ours.
pub(super) const SMALL: u64 = 1 << 20;
/// The desk's own actors.
pub(super) const TABLE: u64 = 16 << 20;

/// What stands in a folder.
pub(super) enum Item {
    Folder(String),
    File(String),
    Bad(Error),
}

/// Lists a folder in the order of names, so that every run reads the same; hidden names are left out.
///
/// Hidden are the lock, temporary files of a write that was killed, and what git and editors keep.
pub(super) fn list(dir: &Path, shown: &str) -> Result<Vec<Item>, Error> {
    let mut items = Vec::new();
    for entry in fs::read_dir(dir).map_err(|error| Error::io(dir, &error))? {
        let entry = entry.map_err(|error| Error::io(dir, &error))?;
        let kind = entry.file_type().map_err(|error| Error::io(&entry.path(), &error))?;
        let Ok(name) = entry.file_name().into_string() else {
            let lossy = entry.file_name().to_string_lossy().into_owned();
            let message = "the name is not UTF-8";
            let error = Error::new(ErrorKind::Name, message, "rename or remove it");
            items.push((lossy.clone(), Item::Bad(error.at(format!("{shown}/{lossy}")))));
            continue;
        };
        if name.starts_with('.') {
            continue;
        }
        let item = if kind.is_symlink() {
            Item::Bad(link().at(format!("{shown}/{name}")))
        } else if kind.is_dir() {
            Item::Folder(name.clone())
        } else {
            Item::File(name.clone())
        };
        items.push((name, item));
    }
    items.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(items.into_iter().map(|(_, item)| item).collect())
}

/// Reads a text file that is no link, holds UTF-8 and is not larger than the limit.
pub(super) fn read(path: &Path, shown: &str, limit: u64) -> Result<String, Error> {
    let failed = |error: std::io::Error| Error::io(path, &error).at(shown);
    if fs::symlink_metadata(path).map_err(failed)?.file_type().is_symlink() {
        return Err(link().at(shown));
    }
    read_listed(path, shown, limit)
}

/// Reads a text file that a listing has shown to be no link.
pub(super) fn read_listed(path: &Path, shown: &str, limit: u64) -> Result<String, Error> {
    let failed = |error: std::io::Error| Error::io(path, &error).at(shown);
    let mut bytes = Vec::with_capacity(4096);
    let file = File::open(path).map_err(failed)?;
    file.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > limit {
        let message = format!("larger than {} KiB, which no sound file is", limit >> 10);
        return Err(Error::new(ErrorKind::TooBig, message, "move it out of the ledger").at(shown));
    }
    utf8(bytes).map_err(|error| error.at(shown))
}

/// Returns the text of these bytes, or the place of the first that is not UTF-8.
pub(super) fn utf8(bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let head = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
        let (line, column) = place(&head, head.len());
        let message = format!("byte 0x{:02x} is not UTF-8", error.as_bytes()[valid]);
        Error::new(ErrorKind::Encoding, message, "save the file as UTF-8").on(line, column)
    })
}

fn link() -> Error {
    let mend = "put the file or folder itself there; a link may lead out of the ledger";
    Error::new(ErrorKind::Link, "a symbolic link", mend)
}
