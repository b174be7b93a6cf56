//! The README's transcript is what the program prints.

use std::process::Command;

#[test]
fn the_transcript_is_true() {
    let article = "tests/fixtures/articles/tehran-trip.txt";
    let out = Command::new(env!("CARGO_BIN_EXE_claims"))
        .args(["check", article, "--today", "2022-07-19"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("COLUMNS", "80")
        .output()
        .unwrap();
    let shown = String::from_utf8(out.stdout).unwrap();
    let readme = include_str!("../../README.md");
    let lead = format!("$ claims check {article}\n");
    let transcript =
        readme.split_once(&lead).and_then(|(_, rest)| rest.split_once("\n```")).unwrap().0;
    assert_eq!(transcript.trim(), shown.trim(), "put into the README:\n{shown}");
}
