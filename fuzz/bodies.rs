//! What every reader must hold to on any bytes. The fuzz targets run these without end, `cargo test` for a while.

use claimbook::article::input;
use claimbook::claim::Actors;
use claimbook::exchange::{self, Import, Origin};
use claimbook::extract::Extractor;
use claimbook::{ledger, lexicon};

/// An article is read or refused, and every span lies inside its text, on character boundaries.
pub(crate) fn article(data: &[u8]) {
    thread_local! {
        static EXTRACTOR: Extractor = Extractor::new(&lexicon::actors());
    }
    let Ok(articles) = input::read(data.to_vec(), input::Format::sniff(data)) else { return };
    for article in &articles {
        for mention in EXTRACTOR.with(|extractor| extractor.mentions(article)) {
            for span in mention.content.iter().chain([&mention.span]) {
                assert!(article.text.get(span.start..span.end).is_some(), "{span:?}");
            }
            for figure in &mention.figures {
                let words = article.text.get(figure.span.start..figure.span.end);
                assert!(words.is_some(), "{figure:?}");
                assert!(figure.likely[0] <= figure.likely[1], "{figure:?}");
            }
        }
    }
}

/// What is read as a claim is written in one form, and that form is read as the same claim.
pub(crate) fn claim(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match ledger::parse_claim(text) {
        Ok(claim) => {
            let form = ledger::canonical(&claim);
            assert_eq!(ledger::parse_claim(&form).as_ref(), Ok(&claim));
            assert_eq!(ledger::canonical(&ledger::parse_claim(&form).unwrap()), form);
        }
        Err(error) => inside(text, &error),
    }
}

/// What is read as an entry is written in one form, with one name.
pub(crate) fn entry(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match ledger::parse_entry(text) {
        Ok(entry) => {
            let form = ledger::canonical(&entry);
            let again = ledger::parse_entry(&form).unwrap();
            assert_eq!(ledger::canonical(&again), form);
            let name = ledger::entry_name(&again);
            assert_eq!(name, ledger::entry_name(&entry));
            let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
            assert!(name.bytes().all(plain) && !name.starts_with('.'), "{name}");
        }
        Err(error) => inside(text, &error),
    }
    if let Ok(record) = ledger::parse_archive_line(text) {
        assert_eq!(ledger::parse_archive_line(&ledger::archive_line(&record)), Ok(record));
    }
}

/// Settings are read or refused with a place.
pub(crate) fn ledger_toml(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match ledger::parse_config(text) {
        Ok(config) => assert!(config.thresholds.suggest <= config.thresholds.link),
        Err(error) => inside(text, &error),
    }
}

/// Every row of an actor table is read or refused with its line.
pub(crate) fn actors_csv(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (rows, broken) = ledger::parse_actors(text);
    for error in &broken {
        inside(text, error);
    }
    let actors = Actors::new(rows.iter().cloned());
    for row in &rows {
        assert!(!actors.roll_up(&row.id).is_empty());
    }
}

/// A foreign table brings what a ledger may hold, or reasons.
pub(crate) fn csv_import(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let actors = Actors::default();
    taken(&exchange::import_csv(text, &origin(), &actors, &lexicon::is_stop_word));
}

/// Foreign reviews bring what a ledger may hold, or reasons.
pub(crate) fn claimreview_import(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    taken(&exchange::import_claimreview(text, &origin(), &lexicon::is_stop_word));
    taken(&exchange::import_ndjson(text));
}

fn origin() -> Origin {
    Origin {
        by: "importer".to_owned(),
        recorded: "2024-06-30T12:00:00Z".parse().unwrap(),
        today: "2024-06-30".parse().unwrap(),
    }
}

fn taken(import: &Import) {
    for record in &import.records {
        assert!(ledger::parse_claim(&ledger::canonical(&record.claim)).is_ok());
        for stored in &record.entries {
            assert_eq!(stored.name, ledger::entry_name(&stored.entry));
            assert!(ledger::parse_entry(&ledger::canonical(&stored.entry)).is_ok());
        }
    }
    for (_, entry) in &import.entries {
        assert!(ledger::parse_entry(&ledger::canonical(entry)).is_ok());
    }
    assert!(import.faults.iter().chain(&import.notes).all(|fault| !fault.reason.is_empty()));
}

/// The place of an error lies in the text.
fn inside(text: &str, error: &ledger::Error) {
    let lines = text.split('\n').count();
    assert!(error.line <= lines + 1, "{error}");
    assert!(!error.message.is_empty() && !error.mend.is_empty());
}
