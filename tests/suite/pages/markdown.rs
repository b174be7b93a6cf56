use claimbook::report::markdown;
use claimbook::report::table::Window;

use crate::pages::{reported, sample};

#[test]
fn a_report_fits_into_a_comment() {
    let text =
        sample::with_desk(sample::records(), |desk| markdown::check(&reported::report(), desk));
    insta::with_settings!({snapshot_path => "../../../snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("markdown_check", text);
    });
}

#[test]
fn changes_stand_under_their_days() {
    let text = sample::with_desk(sample::records(), |desk| {
        let records: Vec<_> = desk.ledger.records.iter().collect();
        markdown::changes(desk, &records, Window::default())
    });
    insta::with_settings!({snapshot_path => "../../../snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("markdown_changes", text);
    });
}

#[test]
fn hostile_words_stay_words() {
    let (report, records) = reported::hostile();
    let text = sample::with_desk(records, |desk| markdown::check(&report, desk));
    for bad in ["<script", "<img", " [link]", "**bold**", "\u{202e}", "\u{1b}"] {
        assert!(!text.contains(bad), "{bad:?} in {text}");
    }
    assert_eq!(text.lines().filter(|line| line.starts_with('#')).count(), 1);
}
