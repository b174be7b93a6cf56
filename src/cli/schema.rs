//! `claims schema`: the JSON Schemas of what we read and write.

use std::io::Write;

use crate::cli::{Exit, Failure, Options, Out, Outcome};

/// Every schema by its name.
pub(crate) const SCHEMAS: &[(&str, &str)] = &[
    ("claim-1", include_str!("../../schemas/claim-1.json")),
    ("entry-1", include_str!("../../schemas/entry-1.json")),
    ("archive-1", include_str!("../../schemas/archive-1.json")),
    ("ledger-1", include_str!("../../schemas/ledger-1.json")),
    ("mentions-1", include_str!("../../schemas/mentions-1.json")),
    ("report-1", include_str!("../../schemas/report-1.json")),
    ("show-1", include_str!("../../schemas/show-1.json")),
    ("lint-1", include_str!("../../schemas/lint-1.json")),
];

/// Which schema.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Its name: claim-1, entry-1, archive-1, ledger-1, mentions-1, report-1, show-1, lint-1
    name: String,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let name = args.name.trim_end_matches(".json");
    let found = SCHEMAS.iter().find(|(known, _)| *known == name);
    let (_, text) = found.ok_or_else(|| {
        let known: Vec<_> = SCHEMAS.iter().map(|(name, _)| *name).collect();
        Failure::new(format!("there is no schema `{name}`; there are {}", known.join(", ")))
    })?;
    let mut out = Out::open(options)?;
    out.write_all(text.as_bytes())?;
    out.finish()?;
    Ok(Exit::Done)
}
