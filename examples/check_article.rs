//! Lays an article against a ledger from a program of your own.
//!
//! ```sh
//! cargo run --example check_article -- claims tests/fixtures/articles/tehran-trip.txt
//! ```

// An example is a program and may print.
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::{env, fs};

use claimbook::article::input::{Format, read};
use claimbook::check::Checker;
use claimbook::ledger::Ledger;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let (Some(folder), Some(path)) = (args.next(), args.next()) else {
        return Err("usage: check_article LEDGER ARTICLE".into());
    };
    let ledger = Ledger::load(folder.as_ref())?;
    // The words and the index are built once; one checker reads any number of articles.
    let checker = Checker::new(&ledger);
    for article in read(fs::read(&path)?, Format::of_name(&path))? {
        for change in checker.check(&article).changes {
            let by = change.by.as_deref().unwrap_or("an unnamed source");
            println!("{}: {} by {by}", change.claim, change.r#type.name());
        }
    }
    Ok(())
}
