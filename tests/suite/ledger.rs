//! The ledger on real disks: what is read, what is refused, what is written.

use std::fs;
use std::path::Path;

use claimbook::claim::{Claim, Entry, Record};
use claimbook::ledger::{self, ErrorKind, Home, Ledger, Writer};
use tempfile::TempDir;

/// A claim as a person would write it.
pub(crate) fn claim(id: &str) -> Claim {
    ledger::parse_claim(&format!(
        r#"{{"schema": "claim-1", "id": "{id}", "statement": "The port of Varna will close for a week",
            "wordings": [], "kind": "policy", "parties": [{{"actor": "port", "role": "doer"}}],
            "measure": null, "planned_for": null, "tags": [], "created": "2024-05-02"}}"#
    ))
    .unwrap()
}

/// An appearance of it, at a place of an article.
pub(crate) fn appearance(outlet: &str, start: usize, by: &str) -> Entry {
    ledger::parse_entry(&format!(
        r#"{{"schema": "entry-1", "type": "appearance", "said": "2024-05-02", "published": "2024-05-03",
            "recorded": "2024-05-03T10:00:00Z", "by": "{by}", "accepted_by": null,
            "article": {{"title": "Port to close", "outlet": "{outlet}", "url": null, "archive_url": null,
                         "sha256": "{}"}},
            "span": {{"start": {start}, "end": {}}}, "quote": "the port will close",
            "stance": "asserts", "scope": "whole", "modality": "planned", "quotation": "indirect",
            "confidence": 0.8, "attribution": [], "figure": null, "periods": []}}"#,
        format!("{:02x}", outlet.bytes().next().unwrap_or(0)).repeat(32),
        start + 19,
    ))
    .unwrap()
}

/// An empty ledger in a temporary folder.
pub(crate) fn empty() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    ledger::init(&dir.path().join("claims"), "Test \"desk\"").unwrap();
    dir
}

fn root(dir: &TempDir) -> std::path::PathBuf {
    dir.path().join("claims")
}

fn load(dir: &TempDir) -> Ledger {
    Ledger::load(&root(dir)).unwrap()
}

#[test]
fn init_makes_an_empty_ledger_once() {
    let dir = empty();
    let ledger = load(&dir);
    assert!(ledger.broken.is_empty() && ledger.records.is_empty(), "{:?}", ledger.broken);
    assert_eq!(ledger.config.name, "Test \"desk\"");
    assert_eq!(ledger::init(&root(&dir), "x").unwrap_err().kind, ErrorKind::Twice);
}

#[test]
fn what_is_written_is_read_again() {
    let dir = empty();
    let (one, two) = (claim("2024-05-port-1"), claim("2024-05-port-2"));
    let mut writer = Writer::open(&root(&dir)).unwrap();
    assert!(writer.create_claim(&two).unwrap().fresh);
    assert!(writer.create_claim(&one).unwrap().fresh);
    assert!(!writer.create_claim(&one).unwrap().fresh);
    let entry = appearance("Daily Post", 0, "desk");
    let written = writer.append(&one.id, &entry).unwrap();
    assert!(written.name.starts_with("2024-05-02-daily-post-"), "{written:?}");
    let ledger = load(&dir);
    assert_eq!(ledger.broken, []);
    assert_eq!(ledger.untidy, []);
    assert_eq!(ledger.records, writer.ledger().records);
    assert_eq!(ledger.records[0].claim, one);
    assert_eq!(ledger.records[0].entries[0].entry, entry);
}

#[test]
fn recording_again_adds_nothing() {
    let dir = empty();
    let one = claim("2024-05-port-1");
    let mut writer = Writer::open(&root(&dir)).unwrap();
    writer.create_claim(&one).unwrap();
    assert!(writer.append(&one.id, &appearance("Daily Post", 0, "desk")).unwrap().fresh);
    assert!(!writer.append(&one.id, &appearance("Daily Post", 0, "somebody else")).unwrap().fresh);
    assert!(writer.append(&one.id, &appearance("Daily Post", 40, "desk")).unwrap().fresh);
    assert!(writer.append(&one.id, &appearance("Echo", 0, "desk")).unwrap().fresh);
    assert_eq!(load(&dir).records[0].entries.len(), 3);
}

#[test]
fn another_claim_with_the_same_id_is_refused() {
    let dir = empty();
    let mut writer = Writer::open(&root(&dir)).unwrap();
    let mut one = claim("2024-05-port-1");
    writer.create_claim(&one).unwrap();
    one.statement.push_str(" or two");
    assert_eq!(writer.create_claim(&one).unwrap_err().kind, ErrorKind::Twice);
    assert_eq!(
        writer.append(&"2024-05-none".parse().unwrap(), &appearance("A", 0, "b")).unwrap_err().kind,
        ErrorKind::Missing
    );
}

#[test]
fn values_that_cannot_be_read_again_are_not_written() {
    let dir = empty();
    let mut writer = Writer::open(&root(&dir)).unwrap();
    let one = claim("2024-05-port-1");
    writer.create_claim(&one).unwrap();
    let mut entry = appearance("A", 0, "b");
    let Entry::Appearance(inner) = &mut entry else { unreachable!() };
    inner.confidence = f64::NAN;
    assert_eq!(writer.append(&one.id, &entry).unwrap_err().kind, ErrorKind::Schema);
    assert_eq!(load(&dir).records[0].entries.len(), 0);
}

#[test]
fn archived_claims_take_new_entries_in_a_folder() {
    let dir = empty();
    let one = claim("2024-05-port-1");
    let first = appearance("A", 0, "desk");
    let record = Record {
        claim: one.clone(),
        entries: vec![claimbook::claim::Stored { name: ledger::entry_name(&first), entry: first }],
    };
    let mut writer = Writer::open(&root(&dir)).unwrap();
    assert_eq!(writer.archive("2024", std::slice::from_ref(&record)).unwrap(), 1);
    drop(writer);
    let mut writer = Writer::open(&root(&dir)).unwrap();
    assert_eq!(writer.archive("2024", &[record]).unwrap(), 0);
    assert!(writer.append(&one.id, &appearance("B", 0, "desk")).unwrap().fresh);
    let ledger = load(&dir);
    assert_eq!(ledger.broken, []);
    assert_eq!(ledger.untidy, []);
    assert_eq!(ledger.records[0].entries.len(), 2);
    assert_eq!(ledger.homes, [Home::Archive { file: "2024.jsonl".to_owned(), line: 1, offset: 0 }]);
    assert!(writer.archive("../2024", &[]).is_err());
}

#[test]
fn broken_files_are_listed_with_their_place_and_the_rest_is_read() {
    let dir = empty();
    let sound = claim("2024-05-sound");
    let mut writer = Writer::open(&root(&dir)).unwrap();
    writer.create_claim(&sound).unwrap();
    let name = writer.append(&sound.id, &appearance("A", 0, "desk")).unwrap().name;
    drop(writer);
    let at = |path: &str| root(&dir).join(path);
    let plant = |path: &str, bytes: &[u8]| {
        fs::create_dir_all(at(path).parent().unwrap()).unwrap();
        fs::write(at(path), bytes).unwrap();
    };
    let text = ledger::canonical(&sound);
    plant("2024-05-unknown-field/claim.json", text.replace("\"tags\"", "\"tag\"").as_bytes());
    plant("2024-05-other-folder/claim.json", text.as_bytes());
    plant("2024-05-latin1/claim.json", b"{\n  \"sch\xe4ma\"");
    plant("2024-05-cut/claim.json", &text.as_bytes()[..80]);
    plant("2024-05-huge/claim.json", &vec![b' '; (1 << 20) + 1]);
    plant("2024-05-no-claim/2024-05-02-a-00000000.json", b"{}");
    plant("Not An Id/claim.json", b"{}");
    plant("notes.txt", b"hello");
    plant("archive/2024.jsonl", b"{\"claim\": {}, \"entries\": []}\n");
    let edited = fs::read_to_string(at(&format!("2024-05-sound/{name}"))).unwrap();
    plant(&format!("2024-05-sound/{name}"), edited.replace("will close", "may close").as_bytes());
    plant("2024-05-sound/.tmp-abc", b"half");
    let ledger = load(&dir);
    let mut seen = String::new();
    for error in &ledger.broken {
        seen.push_str(&format!("{:?} {error}\n", error.kind));
    }
    insta::with_settings!({snapshot_path => "../../snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("ledger_broken_files", seen);
    });
    assert_eq!(ledger.records.len(), 1);
    assert!(Writer::open(&root(&dir)).is_err());
}

#[test]
fn reformatted_files_are_read_and_called_untidy() {
    let dir = empty();
    let one = claim("2024-05-port-1");
    let mut writer = Writer::open(&root(&dir)).unwrap();
    writer.create_claim(&one).unwrap();
    drop(writer);
    let path = root(&dir).join("2024-05-port-1/claim.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("  \"kind\"", "    \"kind\"", 1)).unwrap();
    let ledger = load(&dir);
    assert_eq!(ledger.broken, []);
    assert_eq!((ledger.untidy.len(), ledger.untidy[0].line), (1, 6));
    assert_eq!(ledger.records[0].claim, one);
}

#[cfg(unix)]
#[test]
fn links_are_refused() {
    let dir = empty();
    fs::create_dir(root(&dir).join("2024-05-a")).unwrap();
    fs::write(dir.path().join("secret.json"), "{}").unwrap();
    let link =
        |from: &Path, to: &str| std::os::unix::fs::symlink(from, root(&dir).join(to)).unwrap();
    link(&dir.path().join("secret.json"), "2024-05-a/claim.json");
    link(dir.path(), "2024-05-b");
    fs::remove_file(root(&dir).join("actors.csv")).unwrap();
    link(&dir.path().join("secret.json"), "actors.csv");
    let kinds: Vec<_> = load(&dir).broken.iter().map(|error| error.kind).collect();
    assert_eq!(kinds, [ErrorKind::Link; 3]);
}

#[test]
fn no_ledger_says_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    for path in [dir.path().to_owned(), dir.path().join("none")] {
        let error = Ledger::load(&path).unwrap_err();
        assert_eq!(error.kind, ErrorKind::Missing);
        assert!(error.mend.contains("claims init"));
        assert!(Writer::open(&path).is_err());
    }
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0, "nothing is left behind");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn archive_lines_are_read_as_they_were_written(record in crate::values::record()) {
        let line = ledger::archive_line(&record);
        proptest::prop_assert_eq!(ledger::parse_archive_line(&line).unwrap(), record);
    }
}

#[test]
fn values_have_a_place_on_disk() {
    let dir = empty();
    let one = claim("2024-05-port-1");
    let entry = appearance("A", 0, "desk");
    let name = ledger::entry_name(&entry);
    let mut writer = Writer::open(&root(&dir)).unwrap();
    writer.create_claim(&one).unwrap();
    writer.append(&one.id, &entry).unwrap();
    let spot = load(&dir).spot("2024-05-port-1", Some(&name), &["article", "outlet"]);
    assert_eq!((spot.line, spot.column, spot.length), (11, 15, 3), "{spot:?}");
    assert_eq!(spot.text, "    \"outlet\": \"A\",");
    assert_eq!(spot.path, format!("claims/2024-05-port-1/{name}"));

    let other = empty();
    let stored = claimbook::claim::Stored { name: name.clone(), entry };
    let record = Record { claim: one, entries: vec![stored] };
    Writer::open(&root(&other)).unwrap().archive("2024", &[record]).unwrap();
    let spot = load(&other).spot("2024-05-port-1", Some(&name), &["article", "outlet"]);
    assert_eq!((spot.path.as_str(), spot.line, spot.length), ("claims/archive/2024.jsonl", 1, 3));
    assert_eq!(spot.text.chars().skip(spot.column - 1).take(3).collect::<String>(), "\"A\"");
}
