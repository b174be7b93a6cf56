//! The exit code of every command: 0 done, 1 findings or some inputs failed, 2 could not run.

use std::collections::BTreeSet;
use std::fs;

use crate::program::{Desk, Ran};

/// What is run in turn on the example ledger: the code that is due, and the words of the command; `!` names no ledger.
const RUNS: &[(i32, &str)] = &[
    (0, "init|desk|--example|!"),
    (2, "init|desk|!"),
    (2, "list|!"),
    // The main job, and what it needs.
    (0, "check|story.txt"),
    (1, "check|story.txt|gone.txt"),
    (1, "check|story.txt|--fail-on|denied"),
    (0, "check|story.txt|--fail-on|retracted"),
    (2, "check|gone.txt"),
    (2, "check|story.txt|--fail-on|sad"),
    (0, "check|story.txt|--dry-run"),
    (0, "extract|story.txt"),
    (1, "extract|story.txt|gone.txt"),
    (2, "extract|gone.txt"),
    (2, "review|story.txt|--by|Ada"),
    (0, "match|Hillmark is preparing to sell Riverland up to 300 drones"),
    (1, "match|Bread was cheap in spring"),
    (2, "match"),
    // Looking.
    (0, "list"),
    (2, "list|--status|true"),
    (0, "show|harbour"),
    (0, "show|harbour|hillmark|--format|ndjson"),
    (2, "show|nothing"),
    (0, "log"),
    (2, "log|nothing"),
    (0, "changes"),
    (2, "changes|--since|2026-03-05|--until|2026-03-01"),
    (0, "due"),
    (2, "due|--days|soon"),
    // Recording.
    (0, "new|Bread was cheap in spring|--kind|economy|--id|bread-1"),
    (2, "new|Bread was dear in spring|--kind|economy|--id|bread-1"),
    (2, "new|Bread|--kind|bakery"),
    (0, "add|bread-1|--outlet|Echo|--date|2026-03-06|--source|the baker|--figure|at least 12"),
    (2, "add|bread-1|--outlet|Echo|--date|2026-03-06|--figure|a loaf"),
    (2, "add|nothing|--outlet|Echo|--date|2026-03-06"),
    (0, "verdict|bread-1|--by|Ada|--rating|True|--url|https://example.org/1"),
    (2, "verdict|bread-1|--rating|True|--url|https://example.org/1"),
    (0, "same-as|bread-1|harbour|--by|Ada"),
    (0, "same-as|harbour|bread-1|--undo|--why|two things|--by|Ada"),
    (2, "same-as|harbour|bread-1|--undo|--why|two things|--by|Ada"),
    (2, "same-as|bread-1|bread-1"),
    (0, "distinct|bread-1|harbour|--by|Ada"),
    (2, "distinct|bread-1|nothing"),
    (0, "amend|bread-1|Bread was cheap all spring"),
    (2, "amend|nothing|Bread"),
    (0, "note|bread-1|ask the miller"),
    (2, "note|nothing|ask"),
    (2, "accept|nothing-here|--by|Ada"),
    (2, "strike|nothing-here|--why|misread"),
    (0, "split|bread-1|--keep|Bread was cheap in spring|--new|Flour was cheap in spring|--by|Ada"),
    (2, "split|bread-1|--keep|Bread was cheap in spring|--by|Ada"),
    // Judging: the claim made above has an entry that nobody reviewed.
    (1, "lint|--today|2026-03-08"),
    (2, "lint|--base|main"),
    (0, "explain|overdue"),
    (2, "explain|overdone"),
    // Out, in, and around.
    (0, "export|csv|--table|verdicts|-o|verdicts.csv"),
    (0, "export|ndjson|-o|all.ndjson"),
    (0, "export|claimreview"),
    (0, "export|html|pages"),
    (2, "export|html|desk"),
    (2, "export|csv|--table|songs"),
    (0, "import|ndjson|all.ndjson"),
    (0, "import|csv|verdicts.csv"),
    (2, "import|csv|all.ndjson"),
    (2, "import|ndjson|gone.ndjson"),
    (0, "config"),
    (0, "schema|show-1"),
    (2, "schema|show-2"),
    (0, "compile|-o|desk.claims"),
    (2, "compile"),
    (0, "generate|man"),
    (2, "generate|song"),
];

#[test]
fn every_command_ends_with_the_code_that_is_due() {
    let desk = Desk::new();
    for (code, line) in RUNS {
        let (line, ledger) = match line.strip_suffix("|!") {
            Some(line) => (line, &[][..]),
            None => (*line, &["--ledger", "desk"][..]),
        };
        let words: Vec<&str> = line.split('|').chain(ledger.iter().copied()).collect();
        let ran = desk.run(&words);
        assert!(!ran.out.contains("panicked"), "{line}");
        ran.ends(*code);
    }
}

#[test]
fn no_command_is_forgotten() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]).ends(0).out;
    let list = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    let known = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let known: BTreeSet<&str> = known.filter_map(|line| line.split_whitespace().next()).collect();
    let run: BTreeSet<&str> = RUNS.iter().filter_map(|(_, line)| line.split('|').next()).collect();
    assert_eq!(known, run);
}

/// A folder in which nobody may write, the superuser without its power to pass over that included.
#[cfg(target_os = "linux")]
#[test]
fn a_ledger_that_may_not_be_written_is_read_and_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.run(&["init", "desk", "--example"]).ends(0);
    let folder = desk.path().join("desk");
    fs::remove_file(folder.join(".lock")).unwrap();
    let mode = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let almighty = fs::write(folder.join("probe"), "").is_ok();
    if almighty {
        fs::remove_file(folder.join("probe")).unwrap();
    }
    let names = || {
        let items = fs::read_dir(&folder).unwrap();
        items.map(|item| item.unwrap().file_name()).collect::<BTreeSet<_>>()
    };
    let before = names();
    let run = |args: &[&str]| {
        let mut plain = desk.command(&[args, &["--ledger", "desk"]].concat());
        if !almighty {
            return Ran::of(plain.output().unwrap());
        }
        let mut humble = std::process::Command::new("setpriv");
        humble.args(["--bounding-set=-all", "--inh-caps=-all", "--"]);
        humble.arg(plain.get_program()).args(plain.get_args()).current_dir(desk.path());
        Ran::of(humble.output().unwrap())
    };
    run(&["list"]).ends(0).says("2 claims");
    run(&["lint", "--today", "2026-03-08"]).ends(0);
    for args in [
        &["note", "harbour", "ask again"][..],
        &["new", "Bread was cheap", "--kind", "economy"],
        &["check", "story.txt", "--record", "--outlet", "Echo"],
    ] {
        run(args).ends(2).complains("desk").complains("whether you may write");
    }
    assert_eq!(names(), before, "something was left behind");
    mode(0o755);
}
