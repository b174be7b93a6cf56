//! Every rule has a bad and a good fixture ledger, a snapshot, and its place in `docs/lint.md`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use claimbook::ledger::{self, Base, Ledger};
use claimbook::lint::{self, Context, Finding, RULES};
use tempfile::TempDir;

/// The day on which every fixture is judged.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, 30).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Copies the fixture of a rule into a repository; what cannot be kept in git is made here.
fn stage(rule: &str, side: &str) -> (TempDir, Option<Base>) {
    let dir = tempfile::tempdir().unwrap();
    let fixture = root().join("tests/fixtures/lint").join(rule);
    let claims = dir.path().join("claims");
    let mut base = None;
    if fixture.join("base").exists() {
        copy(&fixture.join("base/claims"), &claims);
        git(dir.path(), &["init", "-q", "-b", "main"]);
        git(dir.path(), &["add", "-A"]);
        git(dir.path(), &["commit", "-q", "-m", "base"]);
        fs::remove_dir_all(&claims).unwrap();
        copy(&fixture.join(side).join("claims"), &claims);
        base = Some(Base::read(&Ledger::load(&claims).unwrap(), "main").unwrap());
    } else {
        copy(&fixture.join(side).join("claims"), &claims);
    }
    if rule == "too-big" && side == "bad" {
        let path = claims.join("2024-05-too-big-0000/claim.json");
        let mut bytes = fs::read(&path).unwrap();
        bytes.resize((1 << 20) + 1, b' ');
        fs::write(path, bytes).unwrap();
    }
    (dir, base)
}

/// Runs git as nobody in particular.
pub(crate) fn git(dir: &Path, arguments: &[&str]) -> String {
    let out = Command::new("git")
        .arg("-C")
        .arg(dir)
        .args(["-c", "user.name=Ann", "-c", "user.email=ann@desk.example"])
        .args(["-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .unwrap();
    assert!(out.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

/// Copies a folder, links as links.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for item in fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let target = to.join(item.file_name());
        let kind = item.file_type().unwrap();
        if kind.is_symlink() {
            #[cfg(unix)]
            std::os::unix::fs::symlink(fs::read_link(item.path()).unwrap(), target).unwrap();
        } else if kind.is_dir() {
            copy(&item.path(), &target);
        } else {
            fs::copy(item.path(), target).unwrap();
        }
    }
}

/// Lints a ledger on the day of the fixtures.
pub(crate) fn findings(claims: &Path, base: Option<&Base>) -> Vec<Finding> {
    let ledger = Ledger::load(claims).unwrap();
    lint::check(&Context::new(&ledger, today(), base))
}

fn judge(rule: &str, side: &str) -> Vec<Finding> {
    let (dir, base) = stage(rule, side);
    findings(&dir.path().join("claims"), base.as_ref())
}

fn show(findings: &[Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        let Finding { path, line, column, rule, severity, message, .. } = finding;
        writeln!(out, "{}[{rule}] {path}:{line}:{column}\n  {message}", severity.name()).unwrap();
        if let Some(excerpt) = &finding.excerpt {
            if let Some(base) = &excerpt.base {
                writeln!(out, "  base | {base}").unwrap();
            }
            let now = excerpt.now.replace('\u{202e}', "<202E>").replace('\u{200b}', "<200B>");
            writeln!(out, "   now | {now}").unwrap();
            let lead = " ".repeat(excerpt.column - 1);
            let mark = "^".repeat(excerpt.length.min(60));
            writeln!(out, "       | {lead}{mark} {}", excerpt.label).unwrap();
        }
        if let Some(effect) = &finding.effect {
            writeln!(out, "  effect {effect}").unwrap();
        }
        writeln!(out, "  mend   {}", finding.mend).unwrap();
        for also in &finding.also {
            writeln!(out, "  also   {also}").unwrap();
        }
    }
    out
}

/// The rules by the files in which they stand.
fn files() -> BTreeSet<String> {
    let folder = fs::read_dir(root().join("src/lint/rules")).unwrap();
    let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().replace('_', "-");
    folder.map(|item| stem(item.unwrap().path())).filter(|name| name != "mod").collect()
}

#[test]
fn one_file_one_rule_and_every_rule_is_registered() {
    let registered: BTreeSet<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(registered.len(), RULES.len());
    assert_eq!(files(), registered);
    let fixtures = fs::read_dir(root().join("tests/fixtures/lint")).unwrap();
    let fixtures: BTreeSet<String> =
        fixtures.map(|item| item.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(fixtures, registered, "each rule has a fixture, each fixture a rule");
    for rule in RULES {
        for text in [rule.summary, rule.why, rule.example, rule.mend] {
            assert!(!text.trim().is_empty(), "{} does not explain itself", rule.id);
        }
    }
}

#[test]
fn every_rule_finds_its_bad_ledger_and_spares_the_good_one() {
    for rule in RULES {
        let bad = judge(rule.id, "bad");
        assert!(bad.iter().any(|finding| finding.rule == rule.id), "{}: {bad:#?}", rule.id);
        insta::with_settings!({
            snapshot_path => "../../snapshots/lint",
            prepend_module_to_snapshot => false,
            // What the matcher weighs is its own affair.
            filters => [(r"match \d\.\d\d with (\S+) \(.*\)", "match _ with $1 (_)")],
        }, {
            insta::assert_snapshot!(rule.id, show(&bad));
        });
        let good = judge(rule.id, "good");
        assert!(good.is_empty(), "{}: {}", rule.id, show(&good));
    }
}

#[test]
fn findings_do_not_depend_on_the_run() {
    for rule in RULES.iter().take(8) {
        assert_eq!(judge(rule.id, "bad"), judge(rule.id, "bad"), "{}", rule.id);
    }
}

#[test]
fn the_list_of_rules_is_fresh() {
    let mut text = String::from(
        "# The rules of `claims lint`\n\nMade from the rules themselves; `UPDATE_DOCS=1 cargo test --test suite lint` writes it anew.\n\
         `claims explain RULE` prints one. `ledger.toml` sets another severity (`[severity]`: error, warning, note, off)\n\
         and accepts findings for a while (`[[ignore]]`: rule, path, reason, until).\n\n| rule | severity | what it says |\n| --- | --- | --- |\n",
    );
    for rule in RULES {
        writeln!(text, "| [{0}](#{0}) | {1} | {2} |", rule.id, rule.severity.name(), rule.summary)
            .unwrap();
    }
    for rule in RULES {
        write!(
            text,
            "\n## {}\n\n{}.\n\n{}\n\n```\n{}\n```\n\nMend: {}.\n",
            rule.id,
            capital(rule.summary),
            rule.why,
            rule.example,
            rule.mend.trim_end_matches('.')
        )
        .unwrap();
        if !rule.effect.is_empty() {
            writeln!(text, "Effect: {}.", rule.effect).unwrap();
        }
    }
    let path = root().join("docs/lint.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &text).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    assert!(kept == text, "docs/lint.md is stale: run with UPDATE_DOCS=1");
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[test]
fn fix_mends_bytes_and_names_and_no_content() {
    for rule in ["canonical", "name"] {
        let (dir, _) = stage(rule, "bad");
        let claims = dir.path().join("claims");
        let done = ledger::tidy(&claims).unwrap();
        assert!(!done.is_empty() && done.iter().all(|tidied| tidied.path.starts_with("claims/")));
        let left = findings(&claims, None);
        assert!(left.iter().all(|finding| !lint::fixable(finding.rule)), "{}", show(&left));
        assert_eq!(ledger::tidy(&claims).unwrap(), []);
    }
}
