//! The house is law: which room may import which, which crates are at home where (DESIGN, section 2).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A room: its name, the rooms it may import, the crates and doors at home in it.
struct Room {
    name: &'static str,
    imports: &'static [&'static str],
    doors: &'static [&'static str],
}

const fn room(
    name: &'static str,
    imports: &'static [&'static str],
    doors: &'static [&'static str],
) -> Room {
    Room { name, imports, doors }
}

const VALUES: &[&str] = &["serde", "chrono", "schemars"];

/// From the ground floor up; arrows point only to rooms named before.
const HOUSE: &[Room] = &[
    // Dates of datelines and spans in JSON need chrono, serde and schemars on the ground floor, too.
    room("article", &[], &["serde", "serde_json", "chrono", "schemars", "encoding_rs"]),
    room("claim", &["article"], VALUES),
    room("lexicon", &["claim"], &["csv", "serde", "chrono"]),
    room(
        "ledger",
        &["claim"],
        &[
            "serde",
            "serde_json",
            "toml",
            "tempfile",
            "memmap2",
            "csv",
            "chrono",
            "schemars",
            "std::fs",
            "std::process",
            "std::thread",
        ],
    ),
    room("status", &["claim"], &["chrono", "serde"]),
    room("slots", &["article", "claim", "lexicon"], &["chrono", "rust_stemmers"]),
    room("exchange", &["claim", "ledger", "status"], &["serde", "serde_json", "csv", "chrono"]),
    room("extract", &["article", "claim", "lexicon", "slots"], &["chrono"]),
    room("matching", &["article", "claim", "lexicon", "slots"], &["chrono", "serde"]),
    room(
        "check",
        &[
            "article", "claim", "lexicon", "ledger", "status", "slots", "exchange", "extract",
            "matching",
        ],
        &["chrono"],
    ),
    room("lint", &["claim", "lexicon", "ledger", "status", "matching"], &["chrono", "serde"]),
    room(
        "report",
        &["article", "claim", "ledger", "status", "matching", "lint", "check"],
        &["csv", "maud", "serde", "serde_json", "chrono", "schemars", "quick_junit"],
    ),
];

/// The program: another crate, which knows the library by name and is the only one that knows the world.
const CLI: Room = room(
    "cli",
    &[],
    &[
        "claimbook",
        "clap",
        "clap_complete",
        "clap_mangen",
        "rayon",
        "indicatif",
        "chrono",
        "serde",
        "serde_json",
        "std::fs",
        "std::env",
        "std::process",
        "std::io",
        "std::time",
    ],
);

/// Pure crates that are free to all rooms.
const FREE: &[&str] =
    &["memchr", "aho_corasick", "sha2", "strsim", "std", "core", "crate", "self", "super"];
/// Parts of `std` that are doors to the world.
const DOORS: &[&str] = &[
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "std::thread",
    "std::time::SystemTime",
    "std::time::Instant",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
];

#[test]
fn every_file_keeps_the_law() {
    let mut broken = Vec::new();
    for (path, text) in sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        broken.extend(judge(&path, &text));
    }
    assert!(broken.is_empty(), "the house is broken:\n{}", broken.join("\n"));
}

#[test]
fn every_room_stands_and_is_named_in_the_map() {
    let map = include_str!("../../src/lib.rs");
    for room in HOUSE {
        assert!(
            map.contains(&format!("pub mod {};", room.name)),
            "lib.rs does not name {}",
            room.name
        );
    }
    assert!(map.lines().count() < 80, "lib.rs is the map, not a room");
    assert!(include_str!("../../src/main.rs").lines().count() < 30, "main.rs is only the door");
}

#[test]
fn arrows_point_down() {
    let mut below = BTreeSet::new();
    for room in HOUSE {
        for import in room.imports {
            assert!(
                below.contains(import),
                "{} imports {import}, which is not below it",
                room.name
            );
        }
        below.insert(room.name);
    }
}

#[test]
fn files_stay_small() {
    let mut sizes = BTreeMap::new();
    for (path, text) in sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        sizes.insert(path, text.lines().count());
    }
    let long: Vec<_> = sizes.iter().filter(|(_, lines)| **lines > 500).collect();
    assert!(long.is_empty(), "over 500 lines: {long:?}");
}

#[test]
fn planted_breaches_are_seen() {
    for (path, text) in [
        ("claim/kind.rs", "use crate::extract::Extractor;"),
        ("extract/cue.rs", "use crate::ledger::Ledger;"),
        ("extract/cue.rs", "fn f() { std::fs::read(\"x\"); }"),
        ("status/fold.rs", "use serde_json::Value;"),
        ("matching/index.rs", "fn f() { maud::html!(); }"),
        ("status/fold.rs", "use super::super::claim::Kind;"),
        ("status/fold.rs", "use crate::{claim, article};"),
        ("status/fold.rs", "use crate::Claim;"),
        ("util/mod.rs", "fn f() {}"),
        ("stray.rs", "fn f() {}"),
        ("check/mod.rs", "fn f() { std::env::var(\"HOME\"); }"),
    ] {
        assert!(!judge(path, text).is_empty(), "not seen: {path}: {text}");
    }
    assert!(
        judge("extract/cue.rs", "use crate::claim::Stance;\nuse chrono::NaiveDate;").is_empty()
    );
}

/// Returns what in a file breaks the law, with file and line.
fn judge(path: &str, text: &str) -> Vec<String> {
    if matches!(path, "lib.rs" | "main.rs") {
        return Vec::new();
    }
    let name = path.split('/').next().unwrap_or_default();
    let Some(room) =
        HOUSE.iter().chain([&CLI]).find(|room| room.name == name && path.contains('/'))
    else {
        return vec![format!("{path}: belongs to no room")];
    };
    let mut broken = Vec::new();
    // Tests stand last in a file and may use what they like.
    let production = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    for (number, line) in production.enumerate() {
        let code = strip_comment(line);
        let mut say =
            |what: &str| broken.push(format!("{path}:{}: {what}: {}", number + 1, line.trim()));
        for banned in ["crate::{", "super::super"] {
            if code.contains(banned) {
                say("a forbidden form");
            }
        }
        for target in paths_after(code, "crate::") {
            let allowed = target == room.name
                || room.imports.contains(&target)
                || (room.name == "cli" && target == "cli");
            if !allowed {
                say(&format!("`{}` may not import `{target}`", room.name));
            }
        }
        for door in DOORS {
            if code.contains(door)
                && !room.doors.iter().any(|own| door.starts_with(own))
                && room.name != "cli"
            {
                say(&format!("the door {door} is not at home here"));
            }
        }
        for krate in external_crates() {
            if names_crate(code, &krate)
                && !room.doors.contains(&krate.as_str())
                && !is_free(&krate)
            {
                say(&format!("the crate {krate} is not at home here"));
            }
        }
    }
    broken
}

fn is_free(krate: &str) -> bool {
    FREE.contains(&krate) || krate.starts_with("unicode_")
}

/// The crates of Cargo.toml, in the form that code writes them.
fn external_crates() -> Vec<String> {
    let manifest = include_str!("../../Cargo.toml");
    let mut out = vec!["claimbook".to_owned()];
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line == "[dependencies]" || line == "[dev-dependencies]";
        } else if let Some((name, _)) =
            line.split_once('=').filter(|_| inside && !line.starts_with('#'))
        {
            out.push(name.trim().replace('-', "_"));
        }
    }
    out
}

fn names_crate(code: &str, krate: &str) -> bool {
    let needle = format!("{krate}::");
    code.match_indices(&needle).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

fn paths_after<'a>(code: &'a str, lead: &str) -> Vec<&'a str> {
    let mut out = Vec::new();
    for (at, _) in code.match_indices(lead) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$' || c == ':') {
            continue;
        }
        let rest = &code[at + lead.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        out.push(&rest[..end]);
    }
    out
}

fn strip_comment(line: &str) -> &str {
    line.split("//").next().unwrap_or(line)
}

fn sources(root: &Path) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                out.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    out.sort();
    out
}
