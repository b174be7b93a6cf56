use std::collections::{BTreeMap, BTreeSet};

use claimbook::claim::Record;
use claimbook::report::html;

use crate::pages::{harmless, reported, sample, shape, values};

fn export(records: Vec<Record>) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let review = |_: &Record| {
        Some(serde_json::json!({"@type": "ClaimReview", "claimReviewed": "</script><b>"}))
    };
    sample::with_desk(records, |desk| {
        html::ledger(desk, &review, &mut |path, bytes| {
            files.insert(path.to_owned(), String::from_utf8(bytes.to_vec()).unwrap());
            Ok(())
        })
    })
    .unwrap();
    files
}

/// Returns many records, each with an id of its own.
fn many(number: usize) -> Vec<Record> {
    let make = |at: usize| {
        let mut record = sample::records().swap_remove(at % 3);
        record.claim.id = format!("2022-07-claim-{at:05}").parse().unwrap();
        record
    };
    (0..number).map(make).collect()
}

#[test]
fn a_ledger_is_a_folder_of_pages() {
    let files = export(sample::records());
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    let claim = |id: &str| format!("claim/{id}.html");
    let expected = [claim(sample::FIRE), claim(sample::DRONES), claim(sample::TRIP)];
    assert_eq!(names[..3], expected);
    assert_eq!(names[3..], ["feed.xml", "index.html", "style.css"]);
    insta::with_settings!({snapshot_path => "../../../snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("page_index", shape(&files["index.html"]));
        insta::assert_snapshot!("page_claim", shape(&files[&claim(sample::FIRE)]));
        insta::assert_snapshot!("page_feed", files["feed.xml"].replace("><", ">\n<"));
    });
}

#[test]
fn every_link_leads_somewhere() {
    let files = export(many(450));
    assert!(files.contains_key("list/3.html") && !files.contains_key("list/4.html"));
    let mut seen = BTreeSet::new();
    for (path, page) in &files {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for href in values(page, "href") {
            if href.starts_with("http") {
                continue;
            }
            let href = href.split('#').next().unwrap();
            let target = match href.strip_prefix("../") {
                Some(up) => up.to_owned(),
                None if href.is_empty() => path.clone(),
                None if folder.is_empty() => href.to_owned(),
                None => format!("{folder}/{href}"),
            };
            assert!(files.contains_key(&target), "{path} links to {target}");
            seen.insert(target);
        }
    }
    let orphan = files.keys().find(|path| !seen.contains(*path));
    assert_eq!(orphan, None, "no page leads there");
}

#[test]
fn a_review_stands_only_beside_a_verdict() {
    let files = export(sample::records());
    let with: Vec<_> = files
        .iter()
        .filter(|(_, page)| page.contains("ld+json"))
        .map(|(path, _)| path.clone())
        .collect();
    assert_eq!(with, [format!("claim/{}.html", sample::DRONES)]);
    assert!(files[&with[0]].contains(r"\u003c/script>\u003cb>"));
    assert!(files[&with[0]].contains("Half true") && files[&with[0]].contains("Ada Example"));
}

#[test]
fn struck_entries_are_struck_through_and_copies_count_once() {
    let files = export(sample::records());
    let page = &files[&format!("claim/{}.html", sample::FIRE)];
    assert!(
        page.contains("<s>") && page.contains("Struck by desk: the hospital spoke of the injured")
    );
    assert!(page.contains("3 articles, 1 source"));
    assert!(page.contains("not counted: same source"));
}

#[test]
fn hostile_ledgers_give_harmless_pages() {
    let (_, records) = reported::hostile();
    for (path, page) in export(records).iter().filter(|(path, _)| *path != "style.css") {
        let data = page.split("<script type").next().unwrap();
        harmless(data);
        assert!(!page.contains("<script>alert"), "{path}");
    }
}
