//! `claims init`: an empty ledger, or one with an example.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use claimbook::ledger;
use serde_json::{Value, json};

use crate::cli::command::remark;
use crate::cli::schema::SCHEMAS;
use crate::cli::{Exit, Failure, Options, Out, Outcome, example, home};

/// Where, under which name, and what to add around it.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder of the ledger
    #[arg(value_name = "DIR", default_value = "claims")]
    dir: PathBuf,

    /// What the ledger or its desk is called [default: the name of the folder that holds it]
    #[arg(long)]
    name: Option<String>,

    /// Add two claims of an invented story, and an article to check against them
    #[arg(long)]
    example: bool,

    /// Add a workflow for GitHub Actions that refuses a broken ledger
    #[arg(long)]
    ci: bool,

    /// Add schemas and settings for an editor, so that it checks and completes
    #[arg(long)]
    editor: bool,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    if options.ledger.is_some() {
        return Err(Failure::new("init takes the folder itself: claims init DIR"));
    }
    let name = args.name.clone().unwrap_or_else(|| name_of(&args.dir));
    let made = ledger::init(&args.dir, &name).map_err(|error| home::failed(&error))?;
    let mut out = Out::open(options)?;
    for file in made {
        writeln!(out, "wrote {}", args.dir.join(file).display())?;
    }
    if args.example {
        for path in example::fill(&args.dir)? {
            writeln!(out, "wrote {}", path.display())?;
        }
    }
    let around = args.dir.parent().unwrap_or(Path::new(""));
    let folder = args.dir.file_name().unwrap_or_default().to_string_lossy();
    let mut add = |path: &str, text: &str| -> Result<(), Failure> {
        let path = around.join(path);
        let word = if write_new(&path, text)? { "wrote" } else { "there already:" };
        Ok(writeln!(out, "{word} {}", path.display())?)
    };
    if args.example {
        add("story.txt", example::STORY)?;
    }
    if args.ci {
        add(".github/workflows/claims.yml", &workflow(&folder))?;
    }
    if args.editor {
        for (name, text) in
            SCHEMAS.iter().filter(|(name, _)| matches!(*name, "claim-1" | "entry-1"))
        {
            add(&format!(".vscode/claims/{name}.json"), text)?;
        }
        let text = serde_json::to_string_pretty(&settings(&folder)).unwrap_or_default();
        add(".vscode/settings.json", &format!("{text}\n"))?;
    }
    out.finish()?;
    let article = if args.example { "story.txt" } else { "ARTICLE" };
    remark(options, &format!("next: claims check {article}, then claims review {article}"));
    Ok(Exit::Done)
}

/// The name of the folder around the ledger, which usually is that of the project.
fn name_of(dir: &Path) -> String {
    let around = std::path::absolute(dir).ok();
    let around = around.as_deref().and_then(Path::parent).and_then(Path::file_name);
    around.map_or_else(|| "claims".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// Writes a file that is not there yet; one that is there is never touched.
fn write_new(path: &Path, text: &str) -> Result<bool, Failure> {
    let failed = |error: std::io::Error| Failure::file(path, &error);
    fs::create_dir_all(path.parent().unwrap_or(path)).map_err(failed)?;
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(text.as_bytes()).map(|()| true).map_err(failed),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(failed(error)),
    }
}

fn workflow(folder: &str) -> String {
    format!(
        "name: claims
on: [pull_request]
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # The whole history: the ledger is compared with the base of the pull request.
          fetch-depth: 0
          persist-credentials: false
      - run: cargo install --locked claimbook
      - run: claims lint --ledger {folder} --base \"$BASE\" --format github
        env:
          BASE: ${{{{ github.event.pull_request.base.sha }}}}
"
    )
}

fn settings(folder: &str) -> Value {
    json!({"json.schemas": [
        {"fileMatch": [format!("/{folder}/*/claim.json")], "url": "./.vscode/claims/claim-1.json"},
        {"fileMatch": [format!("/{folder}/*/[0-9]*.json")], "url": "./.vscode/claims/entry-1.json"},
    ]})
}
