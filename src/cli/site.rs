//! `claims export html`: the ledger as a folder of pages.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use claimbook::claim::Record;
use claimbook::exchange;
use claimbook::report::html;
use serde_json::Value;

use crate::cli::home::Home;
use crate::cli::{Failure, Options, Outcome};

/// Where to.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder for the pages: a new or an empty one, or one that holds such pages
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

/// The folders of the pages.
const FOLDERS: [&str; 2] = ["claim", "list"];

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let home = Home::read(options)?;
    clear(&args.dir)?;
    let name = &home.ledger.config.name;
    let mut write = |path: &str, bytes: &[u8]| fs::write(args.dir.join(path), bytes);
    html::ledger(&home.desk(), &|record| review(name, record), &mut write)
        .map_err(|error| Failure::file(&args.dir, &error))?;
    Ok(home.end)
}

/// Returns the ClaimReview of a claim as a document of its own.
fn review(name: &str, record: &Record) -> Option<Value> {
    let mut feed = serde_json::to_value(exchange::export_claimreview(name, [record])).ok()?;
    let context = feed.get("@context")?.clone();
    let mut review = feed.pointer_mut("/dataFeedElement/0/item/0")?.take();
    review.as_object_mut()?.insert("@context".to_owned(), context);
    Some(review)
}

/// Makes the folder ready: pages of claims that are no more must not stay.
fn clear(dir: &Path) -> Result<(), Failure> {
    let fail = |error: io::Error| Failure::file(dir, &error);
    fs::create_dir_all(dir).map_err(fail)?;
    let ours = dir.join("index.html").is_file() && dir.join("feed.xml").is_file();
    if !ours && fs::read_dir(dir).map_err(fail)?.next().is_some() {
        let text = "is not empty and holds no pages of a ledger; name another folder";
        return Err(Failure::new(format!("{}: {text}", dir.display())));
    }
    for folder in FOLDERS {
        let folder = dir.join(folder);
        if folder.is_dir() {
            fs::remove_dir_all(&folder).map_err(fail)?;
        }
        fs::create_dir(&folder).map_err(fail)?;
    }
    Ok(())
}
