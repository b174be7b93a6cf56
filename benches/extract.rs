//! `cargo bench --bench extract [-- FILE.ndjson]`: how fast articles are split, tagged and extracted, beside `wc -w`.
//!
//! Without a file the articles of `tests/fixtures` are read again and again.

#![allow(clippy::print_stdout)]

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use claimbook::Article;
use claimbook::article::Layout;
use claimbook::article::input::Ndjson;
use claimbook::extract::Extractor;
use claimbook::lexicon;
use claimbook::slots::Tagged;
use serde_json::json;

/// How much of the fixtures is read.
const BYTES: usize = 8_000_000;

/// That of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let dir = tempfile::tempdir().expect("a folder");
    let given = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    let file = given.map_or_else(|| fixtures(dir.path()), PathBuf::from);
    let stream = BufReader::new(File::open(&file).expect("the file opens"));
    let articles: Vec<Article> = Ndjson::new(stream).filter_map(Result::ok).collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let show = |what: &str, time: Duration, bytes: usize| {
        println!("{what}: {time:.2?}, {:.1} MB/s", bytes as f64 / 1e6 / time.as_secs_f64());
    };
    println!("{} articles, {:.1} MB of text", articles.len(), bytes as f64 / 1e6);

    let split =
        best(|| articles.iter().map(|article| Layout::of(&article.text).sentences.len()).sum());
    show("splitting: paragraphs, sentences, quotations, tokens", split, bytes);
    let tagged =
        best(|| articles.iter().map(|article| Tagged::new(&article.text).tokens().len()).sum());
    show("tagging: tokens and their numbers in the lexicon", tagged, bytes);
    let extractor = Extractor::new(&lexicon::actors());
    let read = best(|| articles.iter().map(|article| extractor.mentions(article).len()).sum());
    show("extraction: articles to mentions", read, bytes);

    let bytes = fs::metadata(&file).expect("the file is there").len() as usize;
    let whole = best(|| {
        let mut claims = Command::new(env!("CARGO_BIN_EXE_claims"));
        run(claims.args(["extract", "--format", "ndjson"]).arg(&file))
    });
    show("whole process: claims extract", whole, bytes);
    let count = best(|| run(Command::new("wc").arg("-w").arg(&file)));
    show("whole process: wc -w", count, bytes);
    println!("claims extract takes {:.1} times as long", whole.as_secs_f64() / count.as_secs_f64());
}

/// The shortest of five runs: the others say what else the machine did.
fn best(mut run: impl FnMut() -> usize) -> Duration {
    let time = |_| {
        let start = Instant::now();
        assert!(run() > 0, "something is found");
        start.elapsed()
    };
    (0..5).map(time).min().unwrap_or_default()
}

fn run(command: &mut Command) -> usize {
    let status = command.stdout(Stdio::null()).status().expect("the program starts");
    usize::from(status.success())
}

/// Writes the articles of the fixtures into one file, over and over.
fn fixtures(dir: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/articles");
    let entries = fs::read_dir(folder).expect("the fixtures are there");
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let texts: Vec<String> =
        paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    let mut out = String::with_capacity(BYTES);
    for (nth, text) in texts.iter().cycle().enumerate() {
        if out.len() > BYTES {
            break;
        }
        out.push_str(
            &json!({"id": nth.to_string(), "date": "2024-05-01", "text": text}).to_string(),
        );
        out.push('\n');
    }
    let file = dir.join("articles.ndjson");
    fs::write(&file, out).expect("the file is written");
    file
}
