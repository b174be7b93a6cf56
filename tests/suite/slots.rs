//! Every row of the word tables does what its example shows.

use claimbook::slots::stems;

/// The rows of a table, cell by cell, without the header.
fn table(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn stop_words_leave_no_stem() {
    for row in table(include_str!("../../lexicons/stop.csv")) {
        let example = row[1].to_lowercase();
        for word in row[0].split(';') {
            let stands = example.split(|c: char| !c.is_alphanumeric() && c != '\'');
            assert!(stands.into_iter().any(|part| part == word), "`{word}` is not in its example");
            assert!(stems(word).is_empty(), "`{word}` leaves {:?}", stems(word));
        }
    }
}

#[test]
fn irregular_forms_and_synonyms_join() {
    let rows =
        [include_str!("../../lexicons/irregular.csv"), include_str!("../../lexicons/synonyms.csv")];
    for row in rows.into_iter().flat_map(table) {
        let (base, forms, example) = (&row[0], &row[1], &row[2]);
        let want = stems(base);
        assert_eq!(want.len(), 1, "{base}");
        assert!(stems(example).contains(&want[0]), "{base}: {example}: {:?}", stems(example));
        let shows = forms.split(';').any(|form| {
            let lower = example.to_lowercase();
            lower.contains(&form.to_lowercase())
        });
        assert!(shows, "{base}: no form of `{forms}` in `{example}`");
    }
}
