//! Append-only against git, on real repositories: what a base commit has must still be there.

use std::fs;
use std::path::{Path, PathBuf};

use claimbook::claim::Record;
use claimbook::ledger::{Base, ErrorKind, Ledger, Writer, init};
use tempfile::TempDir;

use crate::ledger::{appearance, claim};
use crate::lint::{copy, findings, git};

const ID: &str = "2024-05-port-1";

/// A repository whose first commit holds a claim with one entry, on the branch `main`.
fn repository() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    git(dir.path(), &["init", "-q", "-b", "main"]);
    init(&claims(dir.path()), "Desk").unwrap();
    let mut writer = Writer::open(&claims(dir.path())).unwrap();
    writer.create_claim(&claim(ID)).unwrap();
    writer.append(&ID.parse().unwrap(), &appearance("Daily Post", 0, "ann")).unwrap();
    commit(dir.path());
    dir
}

fn claims(dir: &Path) -> PathBuf {
    dir.join("claims")
}

fn commit(dir: &Path) {
    git(dir, &["add", "-A"]);
    git(dir, &["commit", "-q", "--allow-empty", "-m", "x"]);
}

/// Records what an outlet says and returns the name of the entry.
fn record(dir: &Path, outlet: &str) -> String {
    let mut writer = Writer::open(&claims(dir)).unwrap();
    let id = ID.parse().unwrap();
    writer.append(&id, &appearance(outlet, 0, "ann")).unwrap().name
}

/// The rules about a base that fire, with the files.
fn broken(dir: &Path, base: &str) -> Vec<(&'static str, String)> {
    let claims = claims(dir);
    let base = Base::read(&Ledger::load(&claims).unwrap(), base).unwrap();
    let ours = ["entry-changed", "entry-vanished", "statement-changed", "claim-vanished"];
    findings(&claims, Some(&base))
        .into_iter()
        .filter(|finding| ours.contains(&finding.rule))
        .map(|finding| (finding.rule, finding.path.rsplit('/').next().unwrap().to_owned()))
        .collect()
}

/// Why no comparison was made.
fn refused(dir: &Path, base: &str) -> String {
    let error = Base::read(&Ledger::load(&claims(dir)).unwrap(), base).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Base);
    assert!(!error.mend.is_empty());
    error.message
}

#[test]
fn a_branch_that_only_adds_is_sound() {
    let dir = repository();
    git(dir.path(), &["switch", "-q", "-c", "desk"]);
    record(dir.path(), "Echo");
    assert_eq!(broken(dir.path(), "main"), []);
    commit(dir.path());
    assert_eq!(broken(dir.path(), "main"), []);
    let base = Base::read(&Ledger::load(&claims(dir.path())).unwrap(), "main").unwrap();
    assert_eq!((base.count(), base.claims.len(), base.merged), (1, 1, true));
}

#[test]
fn edits_losses_and_renames_are_seen_before_and_after_the_commit() {
    let dir = repository();
    let name = record(dir.path(), "Echo");
    commit(dir.path());
    let path = claims(dir.path()).join(ID).join(&name);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("will close", "may close")).unwrap();
    assert_eq!(broken(dir.path(), "HEAD"), [("entry-changed", name.clone())]);
    git(dir.path(), &["switch", "-q", "-c", "desk"]);
    commit(dir.path());
    assert_eq!(broken(dir.path(), "main"), [("entry-changed", name.clone())]);
    // Edited, and given the name that fits the new bytes: the old entry is gone all the same.
    claimbook::ledger::tidy(&claims(dir.path())).unwrap();
    assert_eq!(broken(dir.path(), "main"), [("entry-vanished", name.clone())]);
    git(dir.path(), &["checkout", "-q", "main", "--", "claims"]);
    fs::rename(&path, path.with_file_name("2024-05-02-echo-00000000.json")).unwrap();
    assert_eq!(broken(dir.path(), "main"), [("entry-vanished", name)]);
    fs::remove_dir_all(claims(dir.path()).join(ID)).unwrap();
    assert!(broken(dir.path(), "main").iter().any(|(rule, _)| *rule == "claim-vanished"));
}

#[test]
fn an_edited_statement_is_seen_and_other_fields_may_change() {
    let dir = repository();
    let path = claims(dir.path()).join(ID).join("claim.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("\"tags\": []", "\"tags\": [\n    \"port\"\n  ]")).unwrap();
    assert_eq!(broken(dir.path(), "main"), []);
    fs::write(&path, text.replace("for a week", "for a month")).unwrap();
    assert_eq!(broken(dir.path(), "main"), [("statement-changed", "claim.json".to_owned())]);
}

#[test]
fn two_branches_that_record_one_claim_merge_without_a_conflict() {
    let dir = repository();
    for (branch, who) in [("one", "ann"), ("two", "bob")] {
        git(dir.path(), &["switch", "-q", "-c", branch, "main"]);
        let mut writer = Writer::open(&claims(dir.path())).unwrap();
        // The same article, recorded by two people; and the same new claim on both branches.
        writer.append(&ID.parse().unwrap(), &appearance("Echo", 0, who)).unwrap();
        writer.create_claim(&claim("2024-05-hot-claim")).unwrap();
        let hot = "2024-05-hot-claim".parse().unwrap();
        writer.append(&hot, &appearance("Courier", 0, "ann")).unwrap();
        writer.append(&hot, &appearance(who, 0, who)).unwrap();
        drop(writer);
        commit(dir.path());
    }
    git(dir.path(), &["merge", "-q", "--no-edit", "one"]);
    for base in ["main", "one", "two"] {
        assert_eq!(broken(dir.path(), base), []);
    }
    let ledger = Ledger::load(&claims(dir.path())).unwrap();
    assert_eq!(ledger.broken, []);
    let count = |id: &str| ledger.record(id).map(|record: &Record| record.entries.len());
    assert_eq!((count(ID), count("2024-05-hot-claim")), (Some(3), Some(3)));
    let status = claimbook::lint::Context::new(
        &ledger,
        chrono::NaiveDate::from_ymd_opt(2024, 6, 30).unwrap(),
        None,
    )
    .status(ledger.record(ID).unwrap());
    assert_eq!(status.articles, 2, "the article that both recorded counts once");
    let twice = findings(&claims(dir.path()), None);
    assert!(twice.iter().any(|finding| finding.rule == "same-article-twice"));
}

#[test]
fn squash_and_rebase_keep_every_entry() {
    let dir = repository();
    git(dir.path(), &["switch", "-q", "-c", "desk"]);
    record(dir.path(), "Echo");
    commit(dir.path());
    record(dir.path(), "Courier");
    commit(dir.path());
    git(dir.path(), &["switch", "-q", "main"]);
    record(dir.path(), "Radio Five");
    commit(dir.path());
    git(dir.path(), &["tag", "before"]);
    git(dir.path(), &["switch", "-q", "desk"]);
    // Behind its base, a branch does not hold everything: it must be brought up to date first.
    let behind = broken(dir.path(), "main");
    assert!(matches!(behind[..], [("entry-vanished", _)]), "{behind:?}");
    git(dir.path(), &["rebase", "-q", "main"]);
    assert_eq!(broken(dir.path(), "main"), []);
    git(dir.path(), &["switch", "-q", "main"]);
    git(dir.path(), &["merge", "-q", "--squash", "desk"]);
    commit(dir.path());
    assert_eq!(broken(dir.path(), "before"), []);
    assert_eq!(broken(dir.path(), "desk"), []);
    // A history that was cut back is seen, although every commit in it is sound.
    git(dir.path(), &["reset", "-q", "--hard", "before~1"]);
    assert!(matches!(broken(dir.path(), "before")[..], [("entry-vanished", _)]));
}

#[test]
fn packing_into_an_archive_loses_nothing() {
    let dir = repository();
    let claims = claims(dir.path());
    let record = Ledger::load(&claims).unwrap().records[0].clone();
    fs::remove_dir_all(claims.join(ID)).unwrap();
    Writer::open(&claims).unwrap().archive("2024", &[record]).unwrap();
    assert_eq!(broken(dir.path(), "main"), []);
    commit(dir.path());
    assert_eq!(broken(dir.path(), "HEAD"), []);
    assert_eq!(
        Base::read(&Ledger::load(&claims).unwrap(), "HEAD").unwrap().count(),
        1,
        "entries of an archive are compared, too"
    );
    let archive = claims.join("archive/2024.jsonl");
    let text = fs::read_to_string(&archive).unwrap();
    fs::write(&archive, text.replace("will close\"", "may close\"")).unwrap();
    assert!(matches!(broken(dir.path(), "HEAD")[..], [("entry-vanished", _)]));
    fs::write(&archive, "").unwrap();
    assert_eq!(broken(dir.path(), "HEAD").len(), 2, "the claim and its entry");
}

#[test]
fn worktrees_subfolders_and_submodules_are_repositories_like_any_other() {
    let dir = repository();
    let tree = dir.path().join("tree");
    git(dir.path(), &["worktree", "add", "-q", tree.to_str().unwrap(), "-b", "desk"]);
    record(&tree, "Echo");
    assert_eq!(broken(&tree, "main"), []);

    let outer = tempfile::tempdir().unwrap();
    git(outer.path(), &["init", "-q", "-b", "main"]);
    let source = dir.path().to_str().unwrap();
    git(outer.path(), &["submodule", "--quiet", "add", "-b", "main", source, "desks/port"]);
    commit(outer.path());
    let inner = outer.path().join("desks/port");
    record(&inner, "Echo");
    assert_eq!(broken(&inner, "origin/main"), []);
    fs::remove_dir_all(claims(&inner).join(ID)).unwrap();
    assert_eq!(broken(&inner, "origin/main").len(), 2);

    let deep = tempfile::tempdir().unwrap();
    git(deep.path(), &["init", "-q", "-b", "main"]);
    let desk = deep.path().join("desks/sea and port");
    copy(&claims(dir.path()), &claims(&desk));
    commit(deep.path());
    record(&desk, "Echo");
    assert_eq!(broken(&desk, "main"), []);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_ledger_is_followed_and_links_within_it_are_refused() {
    let dir = repository();
    let other = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(claims(dir.path()), other.path().join("claims")).unwrap();
    record(other.path(), "Echo");
    assert_eq!(broken(other.path(), "main"), []);
    std::os::unix::fs::symlink(ID, claims(dir.path()).join("2024-05-link")).unwrap();
    commit(dir.path());
    assert!(refused(dir.path(), "main").contains("2024-05-link"));
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let dir = repository();
    assert!(refused(dir.path(), "origin/main").contains("cannot be reached"));
    assert!(refused(dir.path(), "0123456789012345678901234567890123456789").contains("reached"));
    assert!(refused(dir.path(), "--output=x").contains("names no commit"));
    assert!(refused(dir.path(), "").contains("names no commit"));
    assert!(refused(dir.path(), "main:claims").contains("cannot be reached"));

    let none = tempfile::tempdir().unwrap();
    copy(&claims(dir.path()), &claims(none.path()));
    assert!(refused(none.path(), "main").contains("no git repository"));

    let young = tempfile::tempdir().unwrap();
    git(young.path(), &["init", "-q", "-b", "main"]);
    commit(young.path());
    copy(&claims(dir.path()), &claims(young.path()));
    assert!(refused(young.path(), "main").contains("has no ledger"));
    git(young.path(), &["mv", "-k", "claims", "x"]);
    fs::remove_dir_all(claims(young.path()).join(ID)).unwrap();
    commit(young.path());
    assert!(refused(young.path(), "main").contains("is empty"));

    record(dir.path(), "Echo");
    commit(dir.path());
    let shallow = tempfile::tempdir().unwrap();
    let source = format!("file://{}", dir.path().display());
    git(shallow.path(), &["clone", "-q", "--depth", "1", &source, "copy"]);
    assert!(refused(&shallow.path().join("copy"), "main").contains("shallow"));
    assert!(refused(&shallow.path().join("copy"), "HEAD~1").contains("shallow"));
}

#[test]
fn the_index_has_no_say() {
    let dir = repository();
    fs::remove_dir_all(claims(dir.path()).join(ID)).unwrap();
    git(dir.path(), &["rm", "-q", "-r", "--cached", "claims"]);
    assert_eq!(broken(dir.path(), "main").len(), 2);
}
