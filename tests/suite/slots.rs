//! Every row of the word tables does what its example shows.

use claimbook::claim::{Basis, Bound, Figure};
use claimbook::slots::{Tagged, figures, stems};

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

fn read_figures(text: &str) -> Vec<Figure> {
    figures(Tagged::new(text).line())
}

#[test]
fn number_words_are_read() {
    for row in table(include_str!("../../lexicons/numbers.csv")) {
        let found = read_figures(&row[4]);
        assert_eq!(found.len(), 1, "{}: {found:?}", row[4]);
        let (value, high): (f64, _) = (row[2].parse().unwrap(), row[3].parse::<f64>().ok());
        match row[1].as_str() {
            "vague" if row[0] != "tens" => {
                assert_eq!((found[0].low, found[0].high), (Some(value), high), "{}", row[4]);
            }
            "unit" | "tens" => assert_eq!(found[0].value, value, "{}", row[4]),
            _ => assert!(found[0].value > value && found[0].value % value == 0.0, "{}", row[4]),
        }
    }
}

#[test]
fn words_around_numbers_do_what_their_row_says() {
    for row in table(include_str!("../../lexicons/figures.csv")) {
        let (phrase, role, example) = (&row[0], row[1].as_str(), &row[2]);
        assert!(example.to_lowercase().contains(phrase.as_str()), "{phrase}: {example}");
        let found = read_figures(example);
        let first = found.first();
        let bound = match role {
            "at_least" | "at_least_after" => Some(Bound::AtLeast),
            "more_than" => Some(Bound::MoreThan),
            "at_most" | "at_most_after" => Some(Bound::AtMost),
            "less_than" => Some(Bound::LessThan),
            "about" | "about_after" | "about_at" | "nearly" => Some(Bound::About),
            _ => None,
        };
        if let Some(bound) = bound {
            assert_eq!(first.map(|figure| figure.bound), Some(bound), "{example} {found:?}");
            continue;
        }
        let fits = match role {
            "delta" | "delta_after" => first.is_some_and(|figure| figure.delta),
            "former" => first.is_some_and(|figure| figure.former == Some(9.0)),
            "change" => first.is_some_and(|figure| figure.former == Some(7.0)),
            "counted" => first.is_some_and(|figure| figure.basis == Basis::Counted),
            "feared" => first.is_some_and(|figure| figure.basis == Basis::Feared),
            "presumed" => first.is_some_and(|figure| figure.basis == Basis::Presumed),
            "label" | "age" | "score" | "clock" | "street" | "not_now" | "span_before"
            | "one_behind" | "one_before" | "year_behind" | "definite" => found.is_empty(),
            "auxiliary" => first.is_some_and(|figure| figure.measure.as_deref() == Some("killed")),
            "nothing" | "nobody" => first.is_some_and(|figure| figure.value == 0.0),
            "single" => first.is_some_and(|figure| figure.value == 1.0),
            "half" => first.is_some_and(|figure| figure.value == 500_000.0),
            "break" => first.is_none_or(|figure| figure.measure.as_deref() != Some("killed")),
            "link" => first.is_some_and(|figure| figure.measure.as_deref() == Some("killed")),
            _ => false,
        };
        assert!(fits, "{role}: {example} {found:?}");
    }
}

#[test]
fn units_and_measures_are_told() {
    for row in table(include_str!("../../lexicons/units.csv")) {
        let found = read_figures(&row[4]);
        assert_eq!(found.len(), 1, "{}", row[4]);
        assert_eq!(found[0].unit.as_deref(), Some(row[0].as_str()), "{}", row[4]);
    }
    for row in table(include_str!("../../lexicons/measures.csv")) {
        let found = read_figures(&row[3]);
        assert_eq!(found.len(), 1, "{} {found:?}", row[3]);
        assert_eq!(found[0].measure.as_deref(), Some(row[0].as_str()), "{}", row[3]);
    }
    for row in table(include_str!("../../lexicons/persons.csv")) {
        let found = read_figures(&row[1]);
        assert_eq!(found.iter().map(|one| one.value).collect::<Vec<_>>(), [1.0], "{}", row[1]);
    }
}
