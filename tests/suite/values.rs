//! Strategies: any claim, entry and record that a ledger may hold.

use chrono::NaiveDate;
use claimbook::article::Span;
use claimbook::claim::{
    Accept, Amendment, Appearance, ArticleRef, Basis, Bound, Claim, ClaimId, Cue, Entry, Figure,
    Force, Grain, Kind, Link, Modality, Note, Party, Period, Quotation, Record, Relation, Role,
    Scale, Scope, Source, SourceClass, Stance, Stored, Strike, Verdict, When,
};
use claimbook::ledger;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// Text as articles and desks write it: letters, marks, quotes, breaks, other scripts, formula signs.
pub(crate) fn text() -> BoxedStrategy<String> {
    prop_oneof![
        "[A-Z][a-z]{1,8}( [a-z]{1,8}){0,6}",
        "[=+@\\-][a-z0-9(){},\";\n\r\t ]{0,12}",
        "[\\PC\n]{1,24}",
        Just("“à la carte”, said Ann – №7 😀".to_owned()),
        Just("10-12".to_owned()),
        Just("'".to_owned()),
    ]
    .prop_filter("says something", |text| !text.trim().is_empty())
    .boxed()
}

fn maybe() -> BoxedStrategy<Option<String>> {
    of(text()).boxed()
}

pub(crate) fn id() -> BoxedStrategy<ClaimId> {
    "20[0-2][0-9]-[01][0-9](-[a-z0-9]{1,9}){1,6}-[0-9a-f]{4}"
        .prop_map(|text| text.parse().unwrap())
        .boxed()
}

pub(crate) fn date() -> BoxedStrategy<NaiveDate> {
    (0_i32..20_000).prop_map(|days| NaiveDate::from_epoch_days(days).unwrap()).boxed()
}

fn when() -> BoxedStrategy<When> {
    (date(), 0_u32..24, 0_u32..60, 0_usize..4)
        .prop_map(|(date, hour, minute, form)| {
            let text = match form {
                0 => date.to_string(),
                1 => format!("{date}T{hour:02}:{minute:02}"),
                2 => format!("{date}T{hour:02}:{minute:02}:07Z"),
                _ => format!("{date}T{hour:02}:{minute:02}:00+02:00"),
            };
            text.parse().unwrap()
        })
        .boxed()
}

fn span() -> BoxedStrategy<Span> {
    (0_usize..5000, 0_usize..300)
        .prop_map(|(start, length)| Span::new(start, start + length))
        .boxed()
}

fn number() -> BoxedStrategy<f64> {
    prop_oneof![
        (0_u32..100_000).prop_map(f64::from),
        (0_u32..9999).prop_map(|n| f64::from(n) / 7.0)
    ]
    .boxed()
}

pub(crate) fn claim() -> BoxedStrategy<Claim> {
    let party = (text(), select(vec!["doer", "target", "party"]))
        .prop_map(|(actor, role)| Party { actor, role: role.to_owned() });
    let about = (vec(text(), 0..3), select(Kind::ALL), vec(party, 0..3), maybe());
    (id(), text(), about, of(date()), vec(text(), 0..3), date())
        .prop_map(
            |(id, statement, (wordings, kind, parties, measure), planned_for, tags, created)| {
                Claim {
                    schema: Claim::SCHEMA.to_owned(),
                    id,
                    statement,
                    wordings,
                    kind,
                    parties,
                    measure,
                    planned_for,
                    tags,
                    created,
                }
            },
        )
        .boxed()
}

fn link() -> BoxedStrategy<Link> {
    let source = (text(), maybe(), select(SourceClass::ALL))
        .prop_map(|(text, actor, class)| Source { text, span: None, actor, class });
    let cue =
        (text(), select(Force::ALL)).prop_map(|(text, force)| Cue { text, span: None, force });
    (of(source), of(cue)).prop_map(|(source, cue)| Link { source, cue }).boxed()
}

fn figure() -> BoxedStrategy<Figure> {
    let rest = (any::<bool>(), maybe(), maybe(), select(Basis::ALL), of(number()));
    (text(), span(), number(), select(Bound::ALL), rest)
        .prop_map(|(text, span, value, bound, (delta, unit, measure, basis, former))| Figure {
            delta,
            unit,
            measure,
            basis,
            former,
            ..Figure::new(&text, span, value, bound, Some(value + 3.0))
        })
        .boxed()
}

fn period() -> BoxedStrategy<Period> {
    (text(), span(), of(date()), select(Grain::ALL), select(Role::ALL))
        .prop_map(|(text, span, day, grain, role)| Period {
            text,
            span,
            start: day,
            end: day,
            grain,
            role,
        })
        .boxed()
}

fn appearance() -> BoxedStrategy<Appearance> {
    let article = (maybe(), maybe(), maybe(), maybe(), of("[0-9a-f]{64}")).prop_map(
        |(title, outlet, url, archive_url, sha256)| ArticleRef {
            title,
            outlet,
            url,
            archive_url,
            sha256,
        },
    );
    let dates = (of(when()), when(), when(), text(), maybe());
    let place = (of(span()), maybe());
    let reading = (
        select(Stance::ALL),
        select(Scope::ALL),
        select(Modality::ALL),
        select(Quotation::ALL),
        (0_u32..=100).prop_map(|percent| f64::from(percent) / 100.0),
    );
    let parts = (vec(link(), 0..3), of(figure()), vec(period(), 0..3));
    (dates, article, place, reading, parts)
        .prop_map(|(dates, article, place, reading, parts)| {
            let (said, published, recorded, by, accepted_by) = dates;
            let (stance, scope, modality, quotation, confidence) = reading;
            let (attribution, figure, periods) = parts;
            Appearance {
                schema: Entry::SCHEMA.to_owned(),
                r#type: "appearance".to_owned(),
                said,
                published,
                recorded,
                by,
                accepted_by,
                article,
                span: place.0,
                quote: place.1,
                stance,
                scope,
                modality,
                quotation,
                confidence,
                attribution,
                figure,
                periods,
            }
        })
        .boxed()
}

pub(crate) fn entry() -> BoxedStrategy<Entry> {
    let schema = || Entry::SCHEMA.to_owned();
    let other = (when(), text(), text(), maybe(), id(), 0_usize..7, of((number(), number())));
    let other = other.prop_map(move |(recorded, by, text, why, other, form, scale)| match form {
        0 => Entry::Accept(Accept {
            schema: schema(),
            r#type: "accept".to_owned(),
            recorded,
            by,
            entry: text,
        }),
        1 => Entry::Verdict(Verdict {
            schema: schema(),
            r#type: "verdict".to_owned(),
            recorded,
            by,
            rating: text.clone(),
            scale: scale.map(|(value, best)| Scale { value, best, worst: 1.0 }),
            note: why,
            url: text,
        }),
        2 => Entry::Strike(Strike {
            schema: schema(),
            r#type: "strike".to_owned(),
            recorded,
            by,
            entry: text.clone(),
            why: text,
        }),
        3 | 4 => {
            let word = if form == 3 { "same-as" } else { "distinct" };
            let relation =
                Relation { schema: schema(), r#type: word.to_owned(), recorded, by, other, why };
            if form == 3 { Entry::SameAs(relation) } else { Entry::Distinct(relation) }
        }
        5 => Entry::Amendment(Amendment {
            schema: schema(),
            r#type: "amendment".to_owned(),
            recorded,
            by,
            statement: text,
            why,
        }),
        _ => Entry::Note(Note { schema: schema(), r#type: "note".to_owned(), recorded, by, text }),
    });
    prop_oneof![appearance().prop_map(|it| Entry::Appearance(Box::new(it))), other].boxed()
}

/// A claim with entries, sorted and each once, as a ledger holds them.
pub(crate) fn record() -> BoxedStrategy<Record> {
    (claim(), vec(entry(), 0..5))
        .prop_map(|(claim, entries)| {
            let mut entries: Vec<Stored> = entries
                .into_iter()
                .map(|entry| Stored { name: ledger::entry_name(&entry), entry })
                .collect();
            entries.sort_by(|a, b| a.name.cmp(&b.name));
            entries.dedup_by(|a, b| a.name == b.name);
            Record { claim, entries }
        })
        .boxed()
}
