//! What holds of any entries at all.

use claimbook::article::Span;
use claimbook::claim::{Actors, Authorities, Entry, Record, Stored, Strike};
use claimbook::status::{Kin, Status, fold, history};
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{Index, select, subsequence};

use crate::status::story::{actors, stories};

/// Returns the entries of all histories: every construction that the fold knows.
fn pool() -> Vec<Stored> {
    let mut out: Vec<Stored> = Vec::new();
    for (at, story) in stories().into_iter().enumerate() {
        for mut stored in story.records.into_iter().flat_map(|record| record.entries) {
            // Strikes and reviews name entries by label: keep these pairs together, apart from others.
            if let Entry::Strike(strike) = &mut stored.entry {
                strike.entry = format!("{at}-{}", strike.entry);
            }
            stored.name = format!("{at}-{}", stored.name);
            out.push(stored);
        }
    }
    out
}

fn records() -> Vec<Record> {
    stories().into_iter().flat_map(|story| story.records.into_iter().take(1)).collect()
}

/// A few entries in any order, under some claim.
fn mixtures() -> impl Strategy<Value = (Record, Vec<Stored>)> {
    let entries = subsequence(pool(), 0..12).prop_shuffle();
    (select(records()), entries)
}

fn table() -> (Actors, Authorities) {
    (actors(), Authorities::default())
}

fn folded(record: &Record, entries: &[Stored]) -> Status {
    let (actors, authorities) = table();
    fold(&record.claim, entries, &actors, &authorities)
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 96, failure_persistence: None, ..Default::default() })]

    #[test]
    fn total_and_one_step_an_appearance((record, entries) in mixtures()) {
        let (actors, authorities) = table();
        let status = folded(&record, &entries);
        let appearances = entries.iter().filter(|stored| stored.entry.appearance().is_some()).count();
        prop_assert_eq!(status.readings.len(), appearances);
        prop_assert!(history(&record.claim, &entries, &actors, &authorities).len() <= appearances);
        prop_assert!(status.articles <= appearances);
        prop_assert!(status.sources.iter().all(|voice| voice.name.is_some()));
    }

    #[test]
    fn independent_of_the_order_of_files((record, entries, other) in mixtures().prop_flat_map(|(record, entries)| {
        (Just(record), Just(entries.clone()), Just(entries).prop_shuffle())
    })) {
        prop_assert_eq!(folded(&record, &entries), folded(&record, &other));
    }

    #[test]
    fn names_of_files_with_equal_dates_do_not_matter((record, mut entries) in mixtures()) {
        entries.retain(|stored| stored.entry.appearance().is_some());
        // Each in its own place: of one article recorded twice the name says which is the double.
        for (at, stored) in entries.iter_mut().enumerate() {
            let Entry::Appearance(entry) = &mut stored.entry else { continue };
            entry.span = Some(Span::new(at, at + 1));
        }
        let mut renamed = entries.clone();
        for (at, stored) in renamed.iter_mut().enumerate() {
            stored.name = format!("{:03}", 999 - at);
        }
        let (a, b) = (folded(&record, &entries), folded(&record, &renamed));
        prop_assert_eq!((a.state, a.by, a.phase, a.sources, a.articles, a.at_odds),
                        (b.state, b.by, b.phase, b.sources, b.articles, b.at_odds));
    }

    #[test]
    fn a_strike_undoes((record, entries) in mixtures(), which in proptest::prelude::any::<Index>()) {
        let mut entries = entries;
        entries.retain(|stored| !matches!(stored.entry, Entry::Strike(_) | Entry::Accept(_) | Entry::Verdict(_)));
        if entries.is_empty() {
            return Ok(());
        }
        let gone = which.index(entries.len());
        let mut struck = entries.clone();
        struck.push(strike(&entries[gone].name));
        entries.remove(gone);
        let mut after = folded(&record, &struck);
        let without = folded(&record, &entries);
        after.readings.retain(|reading| reading.why_not != Some(claimbook::status::WhyNot::Struck));
        prop_assert_eq!(after, without);
    }

    #[test]
    fn two_ids_fold_to_one_status((record, entries) in mixtures(), cut in proptest::prelude::any::<Index>()) {
        let (actors, authorities) = table();
        let mut entries = entries;
        entries.retain(|stored| stored.entry.appearance().is_some());
        let cut = if entries.is_empty() { 0 } else { cut.index(entries.len()) };
        let mut other = record.clone();
        other.claim.id = "another".parse().unwrap();
        let (mut left, mut right) = (record.clone(), other);
        left.entries = entries[..cut].to_vec();
        right.entries = entries[cut..].to_vec();
        let whole = folded(&record, &entries);
        left.entries.push(same_as("another"));
        let both = [left, right];
        let kin = Kin::new(&both);
        for record in &both {
            let status = kin.status(record, &both, &[], &actors, &authorities);
            prop_assert_eq!(&status, &whole);
        }
    }

    #[test]
    fn a_copy_adds_no_source((record, entries) in mixtures(), which in proptest::prelude::any::<Index>()) {
        let text = "eight words or more that nobody would write twice in this very order";
        let mut entries = entries;
        entries.retain(|stored| stored.entry.appearance().is_some());
        if entries.is_empty() {
            return Ok(());
        }
        let at = which.index(entries.len());
        let mut copy = entries[at].clone();
        for (stored, article) in [(&mut entries[at], "first"), (&mut copy, "second")] {
            let Entry::Appearance(entry) = &mut stored.entry else { continue };
            entry.quote = Some(text.to_owned());
            entry.article.url = None;
            entry.article.sha256 = Some(article.to_owned());
        }
        let before = folded(&record, &entries).sources;
        if let Entry::Appearance(entry) = &mut copy.entry {
            entry.recorded = "2030-01-01".parse().unwrap();
            entry.published = "2030-01-01".parse().unwrap();
            entry.said = None;
            entry.attribution = somebody_else();
        }
        copy.name = "copy".to_owned();
        entries.push(copy);
        let after = folded(&record, &entries).sources;
        prop_assert!(after.iter().all(|voice| voice.name.as_deref() != Some("Somebody Else")), "{:?} {:?}", before, after);
    }
}

fn strike(name: &str) -> Stored {
    Stored {
        name: "the-strike".to_owned(),
        entry: Entry::Strike(Strike {
            schema: "entry-1".into(),
            r#type: "strike".into(),
            recorded: "2031-01-01".parse().unwrap(),
            by: "desk".into(),
            entry: name.to_owned(),
            why: "ours".into(),
        }),
    }
}

fn same_as(other: &str) -> Stored {
    use claimbook::claim::Relation;
    Stored {
        name: "the-same-as".to_owned(),
        entry: Entry::SameAs(Relation {
            schema: "entry-1".into(),
            r#type: "same-as".into(),
            recorded: "2031-01-01".parse().unwrap(),
            by: "desk".into(),
            other: other.parse().unwrap(),
            why: None,
        }),
    }
}

fn somebody_else() -> Vec<claimbook::claim::Link> {
    use claimbook::claim::{Link, Source, SourceClass};
    let text = "Somebody Else".to_owned();
    vec![Link {
        source: Some(Source { text, span: None, actor: None, class: SourceClass::Person }),
        cue: None,
    }]
}
