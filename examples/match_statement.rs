//! Asks a ledger what in it is like a statement, with the reasons.
//!
//! ```sh
//! cargo run --example match_statement -- claims "Iran will sell drones to Russia"
//! ```

// An example is a program and may print.
#![allow(clippy::print_stdout)]

use std::env;
use std::error::Error;

use claimbook::ledger::Ledger;
use claimbook::lexicon;
use claimbook::matching::Matcher;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let (Some(folder), Some(statement)) = (args.next(), args.next()) else {
        return Err("usage: match_statement LEDGER STATEMENT".into());
    };
    let ledger = Ledger::load(folder.as_ref())?;
    let mut actors = lexicon::actors();
    actors.extend(ledger.actors.iter().cloned());
    let matcher = Matcher::new(&ledger.records, &actors);
    for found in matcher.top(&statement, None, "", 3) {
        println!("{:.2}  {}", found.score, found.claim);
        for reason in &found.reasons {
            let (part, sign) = (reason.part(), reason.sign());
            println!(
                "    {part:.2}  {}: {} {sign} {}",
                reason.feature, reason.mention, reason.claim
            );
        }
    }
    Ok(())
}
