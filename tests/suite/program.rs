//! The program as people and scripts meet it: few processes, many assertions.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A folder in which the program runs, without the settings of the machine.
pub(crate) struct Desk(tempfile::TempDir);

/// What a run of the program gave.
pub(crate) struct Ran {
    code: i32,
    pub(crate) out: String,
    err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_claims"));
        command.args(args).current_dir(self.path());
        command.env_remove("CLICOLOR_FORCE").env("GIT_CONFIG_GLOBAL", "/dev/null");
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", self.path());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        Ran::of(self.command(args).stdin(Stdio::null()).output().unwrap())
    }

    fn pipe(&self, args: &[&str], input: impl AsRef<[u8]>) -> Ran {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A program that refuses its arguments does not read.
        let _ = child.stdin.take().unwrap().write_all(input.as_ref());
        Ran::of(child.wait_with_output().unwrap())
    }
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        assert!(self.out.contains(words), "`{words}` is not in stdout:\n{}", self.out);
        self
    }

    #[track_caller]
    pub(crate) fn complains(self, words: &str) -> Self {
        assert!(self.err.contains(words), "`{words}` is not in stderr:\n{}", self.err);
        self
    }
}

const DRONES: &str = "2022-07-drones-for-the-north-0001";

#[test]
fn a_claim_is_written_by_hand() {
    let desk = Desk::new();
    desk.run(&["list"]).ends(2);
    desk.run(&["note", "x", "y"]).ends(2).complains("claims init");
    desk.run(&["init"]).ends(0).says("wrote claims/ledger.toml");
    desk.run(&["init"]).ends(2).complains("there is a ledger already");
    let new = ["new", "The north buys drones", "--kind", "deal", "--date", "2022-07-11"];
    let made = desk.run(&[&new[..], &["--id", DRONES, "--party", "north:doer"]].concat());
    made.ends(0).says(&format!("wrote claims/{DRONES}/claim.json"));
    desk.run(&[&new[..], &["--party", "north:thief"]].concat()).ends(2).complains("doer, target");
    let add = ["add", "drones-for", "--outlet", "Hill Post", "--date", "2022-07-11"];
    let added = desk.run(&[&add[..], &["--source", "the envoy", "--today", "2022-07-12"]].concat());
    let added = added.ends(0).says("2022-07-11-hill-post-");
    let name = added.out.trim().rsplit('/').next().unwrap().to_owned();
    let again = desk.run(&[&add[..], &["--source", "the envoy", "--today", "2022-07-13"]].concat());
    again.ends(0).says("there already");
    desk.run(&["accept", &name]).ends(2).complains("--by NAME");
    desk.run(&["accept", &name, "--by", "Ada"]).ends(0).says("wrote");
    desk.run(&["accept", "nothing-here", "--by", "Ada"]).ends(2).complains("there is no entry");
    let rule = ["verdict", DRONES, "--rating", "Half true", "--url", "https://example.org/1"];
    desk.run(&rule).ends(2).complains("who rules?");
    let scale = ["--by", "Ada", "--scale", "9", "1", "5"];
    desk.run(&[&rule[..], &scale].concat()).ends(2).complains("outside the scale");
    desk.run(&[&rule[..], &["--by", "Ada", "--scale", "3", "5", "1"]].concat()).ends(0);
    desk.run(&["note", DRONES, "ask again on Monday"]).ends(0);
    desk.run(&["amend", DRONES, "The north bought drones", "--why", "delivered"]).ends(0);
    desk.run(&["same-as", DRONES, DRONES]).ends(2).complains("itself");
    desk.run(&["strike", name.trim_end_matches(".json"), "--why", "misread"]).ends(0);
    desk.run(&["strike", &name]).ends(2).complains("--why");
}

#[test]
fn the_command_line_is_forgiving_and_clear() {
    let desk = Desk::new();
    desk.run(&["--version"]).ends(0).says("(claimbook)");
    desk.run(&["--help"]).ends(0).says("a person rules");
    desk.run(&["nonsense"]).ends(2).complains("unrecognized");
    desk.run(&[]).ends(2);
    desk.run(&["generate", "man"]).ends(0).says(".TH claims");
    desk.run(&["generate", "completions", "bash"]).ends(0).says("complete -F");
    desk.run(&["generate", "man", "-o", "claims.1"]).ends(0);
    assert!(std::fs::read_to_string(desk.path().join("claims.1")).unwrap().contains(".TH claims"));
    desk.run(&["generate", "man", "-o", "no/such/folder/x"]).ends(2).complains("no such file");
    desk.run(&["generate", "man", "-o", "."]).ends(2).complains("is a folder");
    let left: Vec<_> = std::fs::read_dir(desk.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "something was left behind: {left:?}");
}

#[test]
fn statements_are_matched() {
    let desk = Desk::new();
    desk.run(&["init"]).ends(0);
    let new = ["new", "The north buys drones from the island", "--kind", "deal", "--id", DRONES];
    desk.run(&new).ends(0);
    desk.run(&["match", "The north buys drones from the island"]).says(DRONES);
    let explained = desk.run(&["match", "The island sells drones to the north", "--explain"]);
    explained.says(DRONES);
    desk.run(&["match", "Bread was cheap in spring"]).ends(1);
    let lines = "{\"id\": 7, \"text\": \"The north buys drones\"}\n\n{\"id\": \"b\", \"text\": \"x\", \"speaker\": \"Ada\", \"context\": \"y\", \"date\": \"2022\"}\n";
    let batch = desk.pipe(&["match", "-", "--format", "ndjson", "--top", "3"], lines).ends(0);
    let answers: Vec<serde_json::Value> =
        batch.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 2);
    assert_eq!((&answers[0]["id"], &answers[1]["id"]), (&7.into(), &"b".into()));
    assert_eq!(answers[0]["matches"][0]["claim"], DRONES);
    desk.pipe(&["match", "-"], "{\"id\": 1}\n").ends(2).complains("-:1:");
    desk.pipe(&["match", "-"], "").ends(2).complains("no query");
}

#[test]
fn a_half_broken_ledger_is_read_and_not_written() {
    let desk = Desk::new();
    desk.run(&["init"]).ends(0);
    let new = ["new", "The north buys drones from the island", "--kind", "deal", "--id", DRONES];
    desk.run(&new).ends(0);
    desk.write("claims/2022-07-broken-0002/claim.json", "{\"schema\": \"claim-1\",\n \"id\": 7}\n");
    let read = desk.run(&["match", "Bread was cheap in spring"]).ends(1);
    read.complains("claims/2022-07-broken-0002/claim.json:2:");
    let refused = desk.run(&["note", DRONES, "ask again"]).ends(2);
    refused.complains("2022-07-broken-0002/claim.json:2:").complains("mend:");
    desk.run(&["match", "x", "--ledger", "nowhere"]).ends(2).complains("nowhere: there is no such");
    desk.run(&["match", "x", "--ledger", "claims/ledger.toml"]).ends(1);
}

/// A ledger with an accident, a deal that is denied, and a visit that is overdue.
pub(crate) const HARBOUR: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/harbour/claims");

#[test]
fn a_ledger_is_shown() {
    let desk = Desk::new();
    let with = ["--ledger", HARBOUR, "--today", "2026-03-30"];
    let mut pages = Vec::new();
    for args in [vec!["list"], vec!["show", "deaths"], vec!["show", "drones", "visit"]] {
        pages.push(desk.run(&[&args[..], &with].concat()).ends(0).out);
    }
    snapshot("ledger_shown", &pages.join("\n--------\n\n"));
    for page in &pages {
        let wide: Vec<_> =
            page.lines().filter(|line| unicode_width::UnicodeWidthStr::width(*line) > 80).collect();
        assert!(wide.is_empty(), "wider than 80: {wide:?}");
    }
    let colored = desk.run(&[&["show", "deaths", "--color", "always"][..], &with].concat()).out;
    assert!(colored.contains("\u{1b}[1m"));
    let few = desk.run(&[&["list", "--status", "denied"][..], &with].concat()).ends(0);
    few.says("1 claim: 1 denied");
    desk.run(&[&["list", "--overdue", "--kind", "meeting"][..], &with].concat()).says("visit-1c9e");
    desk.run(&[&["list", "--voice", "Riverland", "drones"][..], &with].concat()).says("1 claim:");
    desk.run(&[&["list", "--actor", "nobody"][..], &with].concat()).ends(0).says("0 claims");
    desk.run(&[&["list", "--status", "true"][..], &with].concat())
        .ends(2)
        .complains("none of open");
    desk.run(&[&["show", "2026-03"][..], &with].concat()).ends(2).complains("part of several");
}

#[test]
fn what_was_recorded_is_told() {
    let desk = Desk::new();
    let with = ["--ledger", HARBOUR, "--today", "2026-03-12"];
    let mut pages = Vec::new();
    for args in [
        vec!["changes", "--since", "2026-03-05"],
        vec!["due"],
        vec!["log", "-n", "3"],
        vec!["log", "drones"],
        vec!["export", "csv"],
        vec!["export", "csv", "--table", "entries"],
        vec!["export", "csv", "--table", "changes"],
        vec!["export", "csv", "--table", "figures"],
    ] {
        let page = desk.run(&[&args[..], &with].concat()).ends(0).out;
        pages.push(format!("$ claims {}\n{page}", args.join(" ")));
    }
    snapshot("ledger_told", &pages.join("\n"));
    let json = desk.run(&[&["changes", "--format", "json"][..], &with].concat()).ends(0).out;
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(rows[1]["figure_to"], 12);
    let lines = desk.run(&[&["list", "--format", "ndjson"][..], &with].concat()).ends(0).out;
    assert_eq!(lines.lines().count(), 3);
    let few = ["log", "--since", "2026-03-05", "-n", "2", "--format", "ndjson"];
    assert_eq!(desk.run(&[&few[..], &with].concat()).ends(0).out.lines().count(), 2);
    desk.run(&[&["list", "--format", "sarif"][..], &with].concat()).ends(2).complains("it has:");
    let excel = [&["export", "csv", "--for", "excel", "-o", "x.csv"][..], &with].concat();
    desk.run(&excel).ends(0);
    assert!(std::fs::read(desk.path().join("x.csv")).unwrap().starts_with(b"\xef\xbb\xbf"));
    let swapped = ["changes", "--since", "2026-03-05", "--until", "2026-03-01"];
    desk.run(&[&swapped[..], &with].concat()).ends(2).complains("lies after");
}

/// Two days of one story.
pub(crate) const MONDAY: &str = "date 2022-07-12\n\nThe adviser Ann Hill said on Monday that Hillmark is preparing to sell Riverland up to 300 drones.\n";
pub(crate) const TUESDAY: &str = "date 2022-07-19\n\nHillmark denied on Tuesday that it is preparing to sell Riverland up to 300 drones.\n";

#[test]
fn articles_are_split() {
    let desk = Desk::new();
    desk.write("monday.txt", MONDAY);
    let one = desk.run(&["extract", "monday.txt", "--format", "json"]).ends(0);
    let split: serde_json::Value = serde_json::from_str(&one.out).unwrap();
    assert_eq!(split["schema"], "mentions-1");
    assert_eq!(split["article"]["path"], "monday.txt");
    for mention in split["mentions"].as_array().unwrap() {
        let span = &mention["span"];
        let at = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
        assert_eq!(&MONDAY[at("start")..at("end")], mention["text"]);
        assert_eq!(at("line"), 3);
    }
    let lines = format!(
        "{}\n{{broken\n{}\n",
        serde_json::json!({"id": "a", "text": MONDAY}),
        serde_json::json!({"id": "b", "text": TUESDAY})
    );
    let several = desk.pipe(&["extract", "-", "--format", "json"], &lines);
    let several = several.ends(1).complains("-:2:2:");
    assert_eq!(several.out.lines().count(), 2);
    several.says("\"path\":\"-#b\"");
}

#[test]
fn articles_are_checked() {
    let desk = Desk::new();
    desk.run(&["check", "monday.txt"]).ends(2).complains("claims init");
    desk.run(&["init"]).ends(0);
    desk.write("monday.txt", MONDAY);
    desk.write("tuesday.txt", TUESDAY);
    desk.write("undated.txt", &MONDAY[16..]);
    desk.run(&["check", "monday.txt"]).ends(0).says("nothing is recorded").says("--outlet NAME");
    desk.run(&["check", "undated.txt", "--record"]).ends(2).complains("pass --date");
    let dry = ["check", "monday.txt", "--dry-run", "--outlet", "Hill Post"];
    desk.run(&dry).ends(0).says("Would record 1 new claim");
    assert!(desk.run(&["list"]).ends(0).out.contains("0 claims"));
    let take = ["check", "monday.txt", "--record", "--outlet", "Hill Post", "--format", "json"];
    let report: serde_json::Value = serde_json::from_str(&desk.run(&take).ends(0).out).unwrap();
    assert_eq!(report["schema"], "report-1");
    assert_eq!(report["summary"]["new"], report["summary"]["mentions"]);
    let again = ["check", "monday.txt", "--record", "--today", "2030-01-01", "--by", "Bo"];
    desk.run(&[&again[..], &["--outlet", "Hill Post"]].concat()).ends(0).says("Nothing to record");
    let both = ["check", "monday.txt", "tuesday.txt", "nothing.txt"];
    desk.run(&both).ends(1).complains("nothing.txt: no such file");
    desk.run(&["check", "tuesday.txt", "--format", "csv"]).ends(0).says("said,recorded,late");
    desk.run(&["check", "tuesday.txt", "--format", "html"]).ends(0).says("<!DOCTYPE html>");
    desk.run(&["check", "tuesday.txt", "--fail-on", "sad"]).ends(2).complains("none of new");
    desk.run(&["check", "monday.txt", "--fail-on", "denied,new"]).ends(1);
}

#[test]
fn bad_articles_are_refused_one_by_one() {
    let desk = Desk::new();
    desk.run(&["init"]).ends(0);
    desk.write("empty.txt", "");
    desk.write("binary.txt", [0u8, 1, 2, 3, 255, 254, 0, 0, 7]);
    desk.write(
        "latin.txt",
        b"date 2022-07-12\n\nThe caf\xe9 in Hillmark was closed, police said.\n",
    );
    desk.write("nul.txt", "date 2022-07-12\n\nTwo men \0 were killed in Hillmark, police said.\n");
    desk.write("quotes.txt", "\"Two men were killed, police said. ``He ’’ said “\n\nno \"end");
    let wide = "lorem ipsum ".repeat(500);
    desk.write("wide.txt", wide);
    desk.write("bad.json", "{\"text\": \"x\"");
    for (name, what) in [
        ("empty.txt", "no text"),
        ("binary.txt", "not a text"),
        ("claims", "is a folder"),
        ("gone.txt", "no such file"),
        ("bad.json", "bad.json:1:"),
    ] {
        desk.run(&["check", name]).ends(2).complains(name).complains(what);
    }
    for name in ["latin.txt", "nul.txt", "quotes.txt", "wide.txt"] {
        desk.run(&["check", name, "--quiet"]).ends(0);
    }
    desk.pipe(&["check", "-"], "").ends(2).complains("-: ");
    let hostile = "date 2022-07-12\n\nPolice said \u{1b}]0;owned\u{7} two men \u{202e}died in Hillmark\u{200b}.\n";
    let seen = desk.pipe(&["check", "-"], hostile).ends(0);
    assert!(!seen.out.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{200b}']), "{}", seen.out);
}

/// Copies the harbour ledger into a desk.
pub(crate) fn harbour(desk: &Desk) {
    for folder in std::fs::read_dir(HARBOUR).unwrap() {
        let folder = folder.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        if folder.is_file() {
            desk.write(&format!("claims/{name}"), std::fs::read(&folder).unwrap());
            continue;
        }
        for file in std::fs::read_dir(&folder).unwrap() {
            let file = file.unwrap().path();
            let inner = file.file_name().unwrap().to_str().unwrap();
            desk.write(&format!("claims/{name}/{inner}"), std::fs::read(&file).unwrap());
        }
    }
}

#[test]
fn a_ledger_is_judged() {
    let desk = Desk::new();
    harbour(&desk);
    let with = ["lint", "--today", "2026-03-30"];
    let page = desk.run(&with).ends(1).out;
    snapshot("ledger_judged", &page);
    let github = desk.run(&[&with[..], &["--format", "github"]].concat()).ends(1);
    github.says("::error file=claims/2026-03-").says("%0Amend: ");
    let junit = desk.run(&[&with[..], &["--format", "junit"]].concat()).ends(1);
    junit.says("<failure message=");
    let json = desk.run(&[&with[..], &["--format", "json"]].concat()).ends(1).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["summary"]["errors"], 3);
    let sarif = desk.run(&[&with[..], &["--format", "sarif"]].concat()).ends(1).out;
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let prints: std::collections::BTreeSet<_> = sarif["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| result["partialFingerprints"]["primaryLocationLineHash"].to_string())
        .collect();
    assert_eq!(prints.len(), sarif["runs"][0]["results"].as_array().unwrap().len());
    desk.run(&["lint", "--base", "main"]).ends(2).complains("claims");
    desk.run(&["explain", "overdue"]).ends(0).says("[severity]");
    desk.run(&["explain", "overdone"]).ends(2).complains("no rule");
    desk.run(&["explain"]).ends(0).says("entry-vanished");
}

#[test]
fn a_ledger_goes_out_and_comes_back() {
    let desk = Desk::new();
    harbour(&desk);
    let ledger = |dir: &'static str| ["--ledger", dir, "--today", "2026-03-30"];
    let lines = desk.run(&["export", "ndjson", "-o", "all.ndjson"]).ends(0);
    assert!(lines.out.is_empty());
    desk.run(&["init", "copy"]).ends(0);
    let import = ["import", "ndjson", "all.ndjson"];
    desk.run(&[&import[..], &ledger("copy")].concat()).ends(0);
    desk.run(&[&import[..], &ledger("copy")].concat()).ends(0);
    desk.run(&[&["export", "ndjson", "-o", "again.ndjson"][..], &ledger("copy")].concat()).ends(0);
    let text = |name| std::fs::read_to_string(desk.path().join(name)).unwrap();
    assert_eq!(text("all.ndjson"), text("again.ndjson"));
    desk.write("bad.ndjson", format!("{}{{broken\n", text("all.ndjson")));
    let bad = ["import", "ndjson", "bad.ndjson", "--ledger", "claims"];
    desk.run(&bad).ends(2).complains("bad.ndjson").complains("--partial");
    desk.run(&[&bad[..], &["--partial"]].concat()).ends(1);
    desk.run(&["export", "claimreview"]).ends(0).says("\"ClaimReview\"");
    desk.run(&["export", "html", "pages"]).ends(0);
    let page = text("pages/claim/2026-03-hillmark-drones-for-riverland-0c11.html");
    assert!(page.contains("application/ld+json") && page.contains("\"@context\""));
    desk.run(&["export", "html", "pages"]).ends(0);
    desk.run(&["export", "html", "claims"]).ends(2).complains("not empty");
    desk.run(&["changes", "--format", "markdown"]).ends(0).says("### ");
    desk.write("monday.txt", MONDAY);
    desk.run(&["check", "monday.txt", "--format", "markdown"]).ends(0).says("### monday.txt");
}

#[test]
fn settings_and_schemas_are_told() {
    let desk = Desk::new();
    let made = desk.run(&["init", "--ci", "--editor", "--name", "Night desk"]).ends(0);
    made.says("wrote .github/workflows/claims.yml").says("wrote .vscode/settings.json");
    desk.run(&["config"]).ends(0).says("name = \"Night desk\"").says("[thresholds]");
    for name in [
        "claim-1",
        "entry-1",
        "archive-1",
        "ledger-1",
        "mentions-1",
        "report-1",
        "show-1",
        "lint-1",
    ] {
        let schema = desk.run(&["schema", name]).ends(0).out;
        assert!(serde_json::from_str::<serde_json::Value>(&schema).unwrap()["$schema"].is_string());
    }
    desk.run(&["schema", "claim-2"]).ends(2).complains("there are claim-1");
    desk.write("monday.txt", MONDAY);
    for show in ["sentences", "cues", "mentions"] {
        let shown = desk.run(&["extract", "monday.txt", "--show", show]).ends(0);
        shown.says("3:");
    }
}

#[test]
fn an_edited_entry_is_left_out_and_named() {
    let desk = Desk::new();
    harbour(&desk);
    let folder = "claims/2026-03-harbour-house-deaths-a2d4";
    let name = std::fs::read_dir(desk.path().join(folder))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .find(|name| name.contains("courier"))
        .unwrap();
    let path = format!("{folder}/{name}");
    let text = std::fs::read_to_string(desk.path().join(&path)).unwrap();
    desk.write(&path, text.replace("at least 11", "at least 19"));
    let shown = desk.run(&["show", "deaths"]).ends(1).complains(&path).complains("hash");
    assert!(!shown.out.contains("fire service"), "{}", shown.out);
    desk.run(&["note", "deaths", "x"]).ends(2).complains(&path);
    desk.run(&["lint"]).ends(1).says("error[name]").says(&path);
}

#[test]
fn a_reader_that_goes_away_is_forgiven() {
    let desk = Desk::new();
    let line = format!("{} schema report-1 | head -c 1", env!("CARGO_BIN_EXE_claims"));
    let mut shell = Command::new("bash");
    shell.args(["-c", &format!("set -o pipefail; {line}")]).current_dir(desk.path());
    let ran = Ran::of(shell.output().unwrap()).ends(0).says("{");
    assert!(ran.err.is_empty(), "{}", ran.err);
}

fn snapshot(name: &str, page: &str) {
    insta::with_settings!({
        snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true
    }, {
        insta::assert_snapshot!(name, page);
    });
}
