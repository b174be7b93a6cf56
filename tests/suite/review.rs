//! The review of an article, through a real pseudo-terminal.
#![cfg(target_os = "linux")]

use std::io::Write;
use std::process::Stdio;

use crate::program::{Desk, HARBOUR, MONDAY, Ran, TUESDAY, harbour};

/// Runs the program on a pseudo-terminal and types lines.
fn on_terminal(desk: &Desk, args: &str, typed: &str) -> Ran {
    let line = format!("{} {args}", env!("CARGO_BIN_EXE_claims"));
    let command = desk.command(&[]);
    let mut script = std::process::Command::new("script");
    script.args(["-qec", &line, "/dev/null"]).current_dir(desk.path());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => script.env(name, value),
            None => script.env_remove(name),
        };
    }
    script.env("XDG_STATE_HOME", desk.path().join("state")).env("NO_COLOR", "1");
    let mut child =
        script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    Ran::of(child.wait_with_output().unwrap())
}

fn states(desk: &Desk) -> usize {
    std::fs::read_dir(desk.path().join("state/claims/review")).map_or(0, Iterator::count)
}

#[test]
fn a_person_rules_on_every_suggestion() {
    let desk = Desk::new();
    desk.run(&["init"]).ends(0);
    desk.write("monday.txt", MONDAY);
    desk.write("tuesday.txt", TUESDAY);
    let review = "review monday.txt --by Ada --outlet 'Hill Post' --today 2022-07-13";
    desk.run(&["review", "monday.txt", "--by", "Ada"]).ends(2).complains("needs a terminal");
    // Left before the end: nothing is written, and the next run goes on.
    let left = on_terminal(&desk, review, "x\nq\n").ends(0).says("[1/");
    left.says("a accept, c choose").says("nothing is written");
    desk.run(&["list"]).says("0 claims");
    on_terminal(&desk, review, "a\nn\n").ends(0).says("write it? [y/N").says("nothing is written");
    desk.run(&["list"]).says("0 claims");
    assert_eq!(states(&desk), 1);
    let done = on_terminal(&desk, review, "y\n").ends(0).says("going on where");
    done.says("wrote claims/2022-07-").says(".json");
    assert_eq!(states(&desk), 0);
    desk.run(&["list"]).says("1 claim:");
    on_terminal(&desk, review, "").ends(0).says("nothing to review");
    // Back, edit, and a claim of its own; what was reviewed is accepted.
    let edit = "review tuesday.txt --by Ada --outlet 'Hill Post' --today 2022-07-20";
    let typed = "s\nb\ne\nHillmark plans to sell Riverland drones\ny\n";
    on_terminal(&desk, edit, typed).ends(0).says("wrote claims/");
    desk.run(&["list", "plans"]).says("Hillmark plans to sell Riverland drones");
    let entries = desk.run(&["export", "csv", "--table", "entries"]).ends(0);
    assert_eq!(entries.out.matches(",Ada,Ada,").count(), 2, "{}", entries.out);
}

#[test]
fn a_saved_report_is_reviewed() {
    let desk = Desk::new();
    harbour(&desk);
    desk.write("monday.txt", MONDAY);
    let report = ["check", "monday.txt", "--format", "json", "-o", "report.json"];
    desk.run(&[&report[..], &["--ledger", HARBOUR]].concat()).ends(0);
    let chosen =
        on_terminal(&desk, "review --from report.json --by Ada", "c\nnowhere\nc\ndeaths\ny\n");
    chosen.ends(0).says("there is no claim `nowhere`").says("wrote claims/2026-03-harbour-house");
    desk.write("monday.txt", format!("{MONDAY}More.\n"));
    on_terminal(&desk, "review --from report.json --by Ada", "").ends(2).says("has changed");
    desk.write("other.json", "{}");
    on_terminal(&desk, "review --from other.json --by Ada", "").ends(2).says("other.json:1:");
}
