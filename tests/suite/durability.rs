//! What a ledger survives: kill -9, many writers, a disk that refuses, a lock that nobody holds.
//!
//! The writers are real processes: this binary starts itself with the name of one test, `child`.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use claimbook::claim::ClaimId;
use claimbook::ledger::{self, Ledger, Writer};
use tempfile::TempDir;

use crate::ledger::{appearance, claim, empty};
use crate::lint::findings;

const TASK: &str = "CLAIMBOOK_TEST_TASK";
const ID: &str = "2024-05-port-1";

/// What a child does: record so many appearances of one outlet, and say each one that is safe.
struct Task<'a> {
    dir: &'a Path,
    outlet: &'a str,
    count: usize,
    /// Open the ledger anew for every entry, as separate commands do.
    reopen: bool,
}

impl Task<'_> {
    /// The command line of the child, behind the words of another program, if any.
    fn command(&self, before: &[&str]) -> Command {
        let this = std::env::current_exe().unwrap();
        let mut words = before.iter().map(std::ffi::OsString::from).chain([this.into()]);
        let mut command = Command::new(words.next().unwrap());
        command.args(words);
        command.args(["--exact", "durability::child", "--nocapture", "--test-threads=1"]);
        let task =
            format!("{}\n{}\n{}\n{}", self.dir.display(), self.outlet, self.count, self.reopen);
        command.env(TASK, task).stdout(Stdio::piped()).stderr(Stdio::null());
        command
    }

    fn start(&self) -> Child {
        self.command(&[]).spawn().unwrap()
    }
}

/// Does the task of the environment; without one it is no test at all.
#[test]
fn child() {
    let Ok(task) = std::env::var(TASK) else { return };
    let mut parts = task.lines();
    let mut next = || parts.next().unwrap();
    let (dir, outlet) = (PathBuf::from(next()), next().to_owned());
    let (count, reopen) = (next().parse::<usize>().unwrap(), next() == "true");
    let id: ClaimId = ID.parse().unwrap();
    let mut writer = Writer::open(&dir).unwrap();
    println!("\nopen");
    for at in 0..count {
        if reopen {
            drop(writer);
            writer = Writer::open(&dir).unwrap();
        }
        writer.create_claim(&claim(ID)).unwrap();
        match writer.append(&id, &appearance(&outlet, at, "ann")) {
            Ok(written) => println!("safe {}", written.name),
            Err(error) => println!("failed {error}"),
        }
    }
}

/// The entries that a child called safe, from its output.
fn safe(child: Child) -> Vec<String> {
    let out = child.wait_with_output().unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    text.lines().filter_map(|line| line.strip_prefix("safe ")).map(str::to_owned).collect()
}

fn root(dir: &TempDir) -> PathBuf {
    dir.path().join("claims")
}

/// The names of all entries, after a look whether everything is sound.
fn sound(dir: &TempDir) -> BTreeSet<String> {
    let loaded = Ledger::load(&root(dir)).unwrap();
    assert_eq!(loaded.broken, []);
    assert_eq!(loaded.untidy, []);
    let unreviewed = |rule: &str| rule == "unreviewed";
    let left: Vec<_> = findings(&root(dir), None)
        .into_iter()
        .filter(|finding| !unreviewed(finding.rule))
        .collect();
    assert!(left.is_empty(), "{left:#?}");
    let record = loaded.record(ID);
    let entries = record.map(|record| record.entries.as_slice()).unwrap_or_default();
    let spans: BTreeSet<_> = entries
        .iter()
        .filter_map(|stored| stored.entry.appearance())
        .map(|it| (it.article.outlet.clone(), it.span))
        .collect();
    assert_eq!(spans.len(), entries.len(), "an entry stands twice");
    entries.iter().map(|stored| stored.name.clone()).collect()
}

#[test]
fn kill_at_any_moment_loses_nothing_that_was_safe() {
    let dir = empty();
    let task = Task { dir: &root(&dir), outlet: "Echo", count: 500, reopen: false };
    let mut told = BTreeSet::new();
    // Each round begins anew, so that what is there already must be found again.
    for (round, kill_after) in [0, 1, 7, 40, 120, 230, 390].into_iter().enumerate() {
        let mut child = task.start();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let heard = |line: &String| line.starts_with("safe ") || line.starts_with("open");
        let mut count = 0;
        while let Some(Ok(line)) = lines.next() {
            if !heard(&line) {
                continue;
            }
            told.extend(line.strip_prefix("safe ").map(str::to_owned));
            if count == kill_after {
                // Not always in the same place between two entries.
                std::thread::sleep(std::time::Duration::from_micros(137 * round as u64));
                child.kill().unwrap();
                break;
            }
            count += 1;
        }
        child.wait().unwrap();
        for line in lines.map_while(Result::ok) {
            told.extend(line.strip_prefix("safe ").map(str::to_owned));
        }
        let there = sound(&dir);
        assert!(told.is_subset(&there), "lost: {:?}", told.difference(&there));
    }
    assert_eq!(safe(task.start()).len(), 500);
    let there = sound(&dir);
    assert!(told.is_subset(&there));
    assert_eq!(there.len(), 500);
}

#[test]
fn two_and_eight_writers_at_once_wait_for_each_other() {
    for writers in [2, 8] {
        let dir = empty();
        let outlets: Vec<String> = (0..writers).map(|at| format!("{at} Post")).collect();
        let claims = root(&dir);
        let task = |outlet| Task { dir: &claims, outlet, count: 12, reopen: true };
        // Two of them are one outlet: what the other has recorded is found, not written again.
        let mut running: Vec<Child> = outlets.iter().map(|outlet| task(outlet).start()).collect();
        running.push(task(&outlets[0]).start());
        let told: BTreeSet<String> = running.into_iter().flat_map(safe).collect();
        assert_eq!(told.len(), writers * 12);
        assert_eq!(sound(&dir), told);
    }
}

#[test]
fn the_lock_of_a_dead_process_blocks_nobody() {
    let dir = empty();
    fs::write(root(&dir).join(".lock"), "4242").unwrap();
    let claims = root(&dir);
    let mut child = Task { dir: &claims, outlet: "Echo", count: 100_000, reopen: false }.start();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    lines.find(|line| line.as_ref().is_ok_and(|line| line.starts_with("safe "))).unwrap().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let mut writer = Writer::open(&claims).unwrap();
    assert!(writer.append(&ID.parse().unwrap(), &appearance("Courier", 0, "ann")).unwrap().fresh);
    drop(writer);
    sound(&dir);
}

#[test]
fn a_clock_that_goes_backwards_changes_no_order() {
    let dir = empty();
    let mut writer = Writer::open(&root(&dir)).unwrap();
    writer.create_claim(&claim(ID)).unwrap();
    let id = ID.parse().unwrap();
    for (at, recorded) in ["2024-05-09T10:00:00Z", "2024-05-03T09:00:00Z"].iter().enumerate() {
        let text = ledger::canonical(&appearance("Echo", at, "ann"));
        let entry = text.replace("2024-05-03T10:00:00Z", recorded);
        assert!(writer.append(&id, &ledger::parse_entry(&entry).unwrap()).unwrap().fresh);
    }
    drop(writer);
    assert_eq!(sound(&dir).len(), 2);
}

/// A disk that takes no byte, as a full one: the shell sets the limit, the system enforces it.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_refuses_leaves_the_ledger_as_it_was() {
    let dir = empty();
    let claims = root(&dir);
    assert_eq!(
        safe(Task { dir: &claims, outlet: "Echo", count: 3, reopen: false }.start()).len(),
        3
    );
    let before = sound(&dir);
    let task = Task { dir: &claims, outlet: "Courier", count: 3, reopen: false };
    let out = task
        .command(&["sh", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""])
        .output()
        .unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    assert_eq!(text.matches("failed ").count(), 3, "{text}");
    assert_eq!(sound(&dir), before);
    let left: Vec<_> = fs::read_dir(claims.join(ID))
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert_eq!(left, [""; 0], "a half-written file is left behind");
}

/// After a power cut a name must not point to bytes that never reached the disk.
#[cfg(target_os = "linux")]
#[test]
fn bytes_reach_the_disk_before_their_name_and_the_name_before_we_say_so() {
    if Command::new("strace").arg("-V").output().is_err() {
        return;
    }
    let dir = empty();
    let claims = root(&dir);
    Writer::open(&claims).unwrap().create_claim(&claim(ID)).unwrap();
    let log = dir.path().join("calls");
    let task = Task { dir: &claims, outlet: "Echo", count: 1, reopen: false };
    let calls = "trace=fsync,rename,renameat,renameat2,linkat,write";
    let strace = ["strace", "-f", "-y", "-e", calls, "-o", log.to_str().unwrap(), "--"];
    // Where the system does not let processes be watched, there is nothing to see.
    if !task.command(&strace).output().unwrap().status.success() {
        return;
    }
    let calls = fs::read_to_string(log).unwrap();
    let at = |what: &dyn Fn(&str) -> bool| calls.lines().position(what);
    let folder = format!("{}/{ID}>", claims.display());
    let bytes = at(&|line| line.contains("fsync(") && line.contains(".tmp-")).unwrap();
    let name =
        at(&|line| (line.contains("rename") || line.contains("linkat")) && line.contains("-echo-"))
            .unwrap();
    let listed = at(&|line| line.contains("fsync(") && line.contains(&folder)).unwrap();
    let told = at(&|line| line.contains("write(1") && line.contains("safe ")).unwrap();
    assert!(bytes < name && name < listed && listed < told, "{calls}");
}
