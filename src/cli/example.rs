//! What `claims init --example` adds: two claims of an invented story, and an article to check against them.

use std::fs;
use std::path::{Path, PathBuf};

use claimbook::exchange::import_ndjson;
use claimbook::ledger::Writer;

use crate::cli::{Failure, home};

/// An article that moves both claims.
pub(crate) const STORY: &str = include_str!("example/story.txt");

const ACTORS: &str = include_str!("example/actors.csv");
const CLAIMS: &str = include_str!("example/claims.ndjson");

/// Fills a ledger that was just made, and returns the paths of what was written.
pub(crate) fn fill(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let actors = dir.join("actors.csv");
    fs::write(&actors, ACTORS).map_err(|error| Failure::file(&actors, &error))?;
    let failed = |error| home::failed(&error);
    let mut writer = Writer::open(dir).map_err(failed)?;
    let mut written = Vec::new();
    for record in import_ndjson(CLAIMS).records {
        let folder = dir.join(record.claim.id.as_str());
        written.push(folder.join(writer.create_claim(&record.claim).map_err(failed)?.name));
        for stored in &record.entries {
            let file = writer.append(&record.claim.id, &stored.entry).map_err(failed)?;
            written.push(folder.join(file.name));
        }
    }
    Ok(written)
}
