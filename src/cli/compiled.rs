//! Compiled ledgers: a file that was asked for, or one that is kept beside a large ledger in the user's cache.

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io::{Error, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use claimbook::check::Compiled;
use claimbook::claim::Actor;
use claimbook::ledger::{Blob, Config, Ledger, fingerprint, parse_actors, parse_config};
use claimbook::matching::Bytes;

use crate::cli::{Exit, Failure, Options, home};

/// From this size of its archives on a ledger is kept compiled in the cache.
const LARGE: u64 = 8 << 20;

/// So many folders of claims are read beside the compiled archives; from more on they are compiled, too.
const LOOSE: usize = 2000;

/// So many files are kept in the cache.
const KEPT: usize = 16;

/// A compiled ledger that was opened.
pub(crate) struct Opened {
    pub(crate) claims: Compiled,
    pub(crate) settings: (Config, Vec<Actor>),
    /// How the command ends as far as the ledger is concerned.
    pub(crate) end: Exit,
}

/// Opens the compiled ledger that the options name, or the one kept for the folder that they name;
/// `None` where the folder is to be read as it is.
pub(crate) fn open(options: &Options) -> Result<Option<Opened>, Failure> {
    if let Some(path) = options.ledger.as_deref().filter(|path| is_compiled(path)) {
        let damaged =
            |error: &Error| Failure::new(format!("{}: {error}; compile it again", path.display()));
        verify(path).map_err(|error| damaged(&error))?;
        let (_, opened) = read(path).map_err(|error| damaged(&error))?;
        return Ok(Some(opened));
    }
    let folder = home::folder(options)?;
    if archives(&folder) < LARGE {
        return Ok(None);
    }
    if folders(&folder) > LOOSE {
        return Ok(kept(&folder, &folder, || Ledger::load(&folder).ok()));
    }
    let archive = folder.join("archive");
    let Some(opened) = kept(&folder, &archive, || Ledger::load_archives(&folder).ok()) else {
        return Ok(None);
    };
    // What was written since the archives stands in folders, and is read each time.
    let Ok((since, entries)) = Ledger::load_folders(&folder) else { return Ok(None) };
    let Some(claims) = opened.claims.with(since.records, entries) else { return Ok(None) };
    let end = home::warn(options, &since.broken);
    Ok(Some(Opened { claims, settings: (since.config, since.actors), end }))
}

/// Returns what is kept of a ledger, compiled anew by `load` if a file of `watched` has changed;
/// `None` if it cannot be kept.
fn kept(folder: &Path, watched: &Path, load: impl Fn() -> Option<Ledger>) -> Option<Opened> {
    let (state, kept) = (fingerprint(watched).ok()?, place(folder, watched)?);
    let fresh = || {
        verify(&kept).ok()?;
        read(&kept).ok().filter(|(made, _)| *made == state).map(|(_, opened)| opened)
    };
    if let Some(opened) = fresh() {
        return Some(opened);
    }
    let ledger = load()?;
    // A ledger that is broken in part, or changed while it was read, is not kept.
    if !ledger.broken.is_empty() || fingerprint(watched).ok() != Some(state) {
        return None;
    }
    prune();
    fs::create_dir_all(kept.parent()?).ok()?;
    write(&ledger, state, &kept).ok()?;
    fresh()
}

/// Writes a ledger to a compiled file; `state` is the fingerprint of its files, if they are watched.
pub(crate) fn write(ledger: &Ledger, state: u64, path: &Path) -> Result<(), Error> {
    let text = |name: &str| fs::read(ledger.dir.join(name)).unwrap_or_default();
    let (config, actors) = (text("ledger.toml"), text("actors.csv"));
    let sections = Compiled::sections(&ledger.records);
    let state = state.to_le_bytes();
    let mut all: Vec<&[u8]> = vec![&state, &config, &actors];
    all.extend(sections.iter().map(Bytes::get));
    Blob::write(path, &all)
}

fn read(path: &Path) -> Result<(u64, Opened), Error> {
    let other = || Error::other("it was compiled by another version");
    let blob = Arc::new(Blob::open(path)?);
    let state = blob.section(0).try_into().map(u64::from_le_bytes).map_err(|_| other())?;
    let text = |section: usize| String::from_utf8_lossy(blob.section(section)).into_owned();
    let config = parse_config(&text(1)).map_err(|_| other())?;
    let (actors, _) = parse_actors(&text(2));
    let sections = (3..blob.sections()).map(|section| {
        let part = Bytes::part(blob.clone(), blob.range(section));
        if section != 3 + Compiled::TEXTS {
            return part;
        }
        let blob = blob.clone();
        part.fetched(move |range| blob.fetch(range))
    });
    let claims = Compiled::from_sections(sections.collect()).ok_or_else(other)?;
    Ok((state, Opened { claims, settings: (config, actors), end: Exit::Done }))
}

/// Checks a file from end to end, once for each of its states; the note of it lies in the cache.
fn verify(path: &Path) -> Result<(), Error> {
    let meta = fs::metadata(path)?;
    let mut hasher = DefaultHasher::new();
    (path.canonicalize()?, meta.len(), meta.modified()?).hash(&mut hasher);
    let note = cache().map(|cache| cache.join(format!("{:016x}.checked", hasher.finish())));
    if note.as_deref().is_some_and(Path::exists) {
        return Ok(());
    }
    Blob::check(path)?;
    if let Some(note) = note {
        // Without the note the next run checks again; nothing else is lost.
        let _ = note.parent().map(fs::create_dir_all);
        let _ = fs::write(note, "");
    }
    Ok(())
}

fn is_compiled(path: &Path) -> bool {
    let mut head = [0; 7];
    fs::File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok()
        && &head == b"clmbook"
}

/// The size of a ledger's archives.
fn archives(folder: &Path) -> u64 {
    let files = fs::read_dir(folder.join("archive")).into_iter().flatten().flatten();
    files.filter_map(|file| file.metadata().ok()).map(|meta| meta.len()).sum()
}

/// How many folders stand in a ledger.
fn folders(folder: &Path) -> usize {
    let items = fs::read_dir(folder).into_iter().flatten().flatten();
    items.filter(|item| item.file_type().is_ok_and(|kind| kind.is_dir())).count()
}

/// Where the compiled form of a folder is kept.
fn place(folder: &Path, watched: &Path) -> Option<PathBuf> {
    let mut hasher = DefaultHasher::new();
    (folder.canonicalize().ok()?, watched == folder).hash(&mut hasher);
    Some(cache()?.join(format!("{:016x}.claims", hasher.finish())))
}

/// Removes what has not been written to for longest, so that the cache stays small.
fn prune() {
    let files = cache().and_then(|cache| fs::read_dir(cache).ok()).into_iter().flatten().flatten();
    let dated = |file: fs::DirEntry| Some((file.metadata().ok()?.modified().ok()?, file.path()));
    let mut files: Vec<_> = files.filter_map(dated).collect();
    files.sort();
    for (_, path) in files.iter().rev().skip(KEPT) {
        // A file that another process has open or has removed already is no matter.
        let _ = fs::remove_file(path);
    }
}

fn cache() -> Option<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || set("HOME").map(|home| home.join(".cache")).or_else(|| set("LOCALAPPDATA"));
    Some(set("XDG_CACHE_HOME").or_else(home)?.join("claimbook"))
}
