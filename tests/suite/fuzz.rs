//! The bodies of the fuzz targets, for a bounded time: on noise, and on sound files with changes.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::values;

#[path = "../../fuzz/bodies.rs"]
mod bodies;

type Body = fn(&[u8]);

const BODIES: &[Body] = &[
    bodies::article,
    bodies::claim,
    bodies::entry,
    bodies::ledger_toml,
    bodies::actors_csv,
    bodies::csv_import,
    bodies::claimreview_import,
];

/// Sound files of every kind that is read.
fn sound() -> BoxedStrategy<String> {
    prop_oneof![
        values::claim().prop_map(|claim| claimbook::ledger::canonical(&claim)),
        values::entry().prop_map(|entry| claimbook::ledger::canonical(&entry)),
        values::record().prop_map(|record| claimbook::ledger::archive_line(&record)),
        select(vec![
            include_str!("../fixtures/exchange/feed.json").to_owned(),
            include_str!("../fixtures/exchange/entries.csv").to_owned(),
            "name = \"x\"\n[severity]\na = \"off\"\n[[ignore]]\nrule = \"a\"\nreason = \"b\"\nuntil = 2024-01-01\n"
                .to_owned(),
            "id,name,aliases,type,speaks_for,example\na,A,\"b;@c\",body,,x\n".to_owned(),
            "date 2024-05-02\nSOFIA, May 2 (Radio Five) - “The port will close,\" the ministry said. Officials denied that at least 12 people were hurt on Monday."
                .to_owned(),
        ]),
    ]
    .boxed()
}

/// A change as a hand or a bad disk makes it.
fn change() -> BoxedStrategy<(Index, Index, Vec<u8>)> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..6),
        select(vec![
            "\"", "null", "{", "]", "-1", "1e999", "\\u0000", "\n", ",", "'", "é", "\u{202e}"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    (any::<Index>(), any::<Index>(), piece).boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn noise_breaks_no_reader(data in proptest::collection::vec(any::<u8>(), 0..300)) {
        for body in BODIES {
            body(&data);
        }
    }

    #[test]
    fn changed_files_break_no_reader(
        text in sound(), changes in proptest::collection::vec(change(), 0..4),
    ) {
        let mut data = text.into_bytes();
        for (at, length, piece) in changes {
            let start = at.index(data.len() + 1);
            let end = (start + length.index(12)).min(data.len());
            data.splice(start..end, piece);
        }
        for body in BODIES {
            body(&data);
        }
    }
}
