//! The compiled form of a large ledger: kept in the user's cache, beside what was written since.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::SystemTime;

use claimbook::claim::{Claim, Kind, Record};
use claimbook::ledger::archive_line;

use crate::program::{Desk, Ran};

const FERRY: &str = "2024-05-ferry-ran-aground-0001";

/// A desk whose archive is large enough to be kept compiled.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.run(&["init"]).ends(0);
    let statements = [
        (FERRY, "A ferry ran aground off the island of Sorvik with forty people aboard"),
        ("2024-05-granary-burned-0002", "The old granary in Lower Mill burned down overnight"),
        ("2024-05-school-closes-0003", "The council will close two village schools in autumn"),
    ];
    let lines = statements.map(|(id, statement)| line(id, statement));
    desk.write("claims/archive/2024.jsonl", lines.concat());
    desk
}

/// A line of an archive, drawn out by spaces so far that three of them make a large ledger.
fn line(id: &str, statement: &str) -> String {
    let claim = Claim {
        schema: Claim::SCHEMA.to_owned(),
        id: id.parse().unwrap(),
        statement: statement.to_owned(),
        wordings: Vec::new(),
        kind: Kind::Other,
        parties: Vec::new(),
        measure: None,
        planned_for: None,
        tags: Vec::new(),
        created: "2024-05-01".parse().unwrap(),
    };
    let line = archive_line(&Record { claim, entries: Vec::new() });
    format!("{}{}\n", line.trim_end(), " ".repeat(3 << 20))
}

/// The files that are kept, with the times of their last change.
fn kept(desk: &Desk) -> Vec<(PathBuf, SystemTime)> {
    let folder = fs::read_dir(desk.path().join("cache/claimbook")).into_iter().flatten();
    let mut files: Vec<_> = folder
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "claims"))
        .map(|path| (path.clone(), fs::metadata(path).unwrap().modified().unwrap()))
        .collect();
    files.sort();
    files
}

fn ask(desk: &Desk, statement: &str) -> Ran {
    let mut command = desk.command(&["match", statement]);
    command.env("XDG_CACHE_HOME", desk.path().join("cache"));
    Ran::of(command.stdin(Stdio::null()).output().unwrap())
}

#[test]
fn a_large_ledger_is_kept_compiled_and_what_is_written_since_is_seen() {
    let desk = desk();
    let aground = "A ferry ran aground off the island of Sorvik with forty people aboard";
    ask(&desk, aground).ends(0).says(FERRY);
    let first = kept(&desk);
    assert_eq!(first.len(), 1);
    // A new claim, and a new wording of an archived one, without compiling again.
    let bridge = "The suspension bridge at Halden was shut because of a broken cable";
    desk.run(&["new", bridge, "--kind", "other", "--id", "2024-06-halden-bridge-0004"]).ends(0);
    let towed = "Tugs towed the stranded passenger ship back into the harbour on Friday";
    let why = ["--why", "the ship is free", "--by", "Ann"];
    desk.run(&[&["amend", FERRY, towed], &why[..]].concat()).ends(0);
    ask(&desk, bridge).ends(0).says("halden-bridge");
    ask(&desk, aground).says(FERRY);
    assert_eq!(kept(&desk), first);
    // What was taken away is gone.
    fs::remove_dir_all(desk.path().join("claims/2024-06-halden-bridge-0004")).unwrap();
    let gone = ask(&desk, bridge).ends(1);
    assert!(!gone.out.contains("halden-bridge"), "{}", gone.out);
    assert_eq!(kept(&desk), first);
    // Another archive is compiled again.
    let tunnel = line("2025-01-tunnel-flooded-0005", "A tunnel in Varn was flooded");
    desk.write("claims/archive/2025.jsonl", tunnel);
    ask(&desk, "A tunnel in Varn was flooded").says("tunnel-flooded");
    assert_ne!(kept(&desk), first);
}

#[test]
fn a_damaged_or_older_file_is_made_anew_and_two_may_make_it_at_once() {
    let desk = desk();
    let statement = "The old granary in Lower Mill burned down overnight";
    ask(&desk, statement).ends(0).says("granary-burned");
    let (path, _) = kept(&desk).pop().unwrap();
    let whole = fs::read(&path).unwrap();
    // The byte of the version, one of the head, one in the middle, and a file that was cut off.
    for at in [7, 40, whole.len() / 2] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        ask(&desk, statement).ends(0).says("granary-burned");
        assert!(fs::read(&path).unwrap() == whole, "byte {at}");
    }
    fs::write(&path, &whole[..whole.len() / 3]).unwrap();
    ask(&desk, statement).ends(0).says("granary-burned");
    fs::remove_dir_all(desk.path().join("cache")).unwrap();
    let running: Vec<_> = (0..2)
        .map(|_| {
            let mut command = desk.command(&["match", statement]);
            command.env("XDG_CACHE_HOME", desk.path().join("cache"));
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for child in running {
        Ran::of(child.wait_with_output().unwrap()).ends(0).says("granary-burned");
    }
    assert!(fs::read(&path).unwrap() == whole);
    // A file that was asked for is refused when it is damaged, and says what to do.
    desk.run(&["compile", "-o", "away.claims"]).ends(0);
    desk.run(&["match", statement, "--ledger", "away.claims"]).ends(0).says("granary-burned");
    let mut bytes = fs::read(desk.path().join("away.claims")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    desk.write("bent.claims", &bytes);
    let refused = desk.run(&["match", statement, "--ledger", "bent.claims"]);
    refused.ends(2).complains("compile it again");
}
