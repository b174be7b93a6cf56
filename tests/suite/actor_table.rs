//! Every row of the built-in actors does what it promises: its example names it, and so does every alias.

use claimbook::Article;
use claimbook::claim::{Actors, Form};
use claimbook::extract::Extractor;
use claimbook::lexicon;
use claimbook::slots::{ActorFinder, Found, Tagged};
use serde::Deserialize;

/// Names whose words look like something else to the reader of sentences, which finds less than the whole: commas and
/// other signs, days, a lower-case word of time.
const ODD: &[&str] = &[
    ", ",
    "Sonntag",
    "Sunday",
    "Today",
    "Channel One",
    "March 23",
    " In",
    "+",
    "-1",
    "-led",
    "90/",
    ".in",
    "Save the",
    "first minister",
    "'s The",
];

#[derive(Deserialize)]
struct Row {
    id: String,
    example: String,
}

#[test]
fn every_example_names_its_actor() {
    let finder = ActorFinder::new(&lexicon::actors());
    let table = include_str!("../../lexicons/actors.csv");
    for row in csv::Reader::from_reader(table.as_bytes()).into_deserialize::<Row>() {
        let row = row.unwrap();
        let found = finder.find(Tagged::new(&row.example).line());
        assert!(found.iter().any(|found| found.actor == row.id), "{}: {}", row.id, row.example);
    }
}

#[test]
fn every_form_of_an_actor_is_understood() {
    let actors: Actors = lexicon::actors();
    let finder = ActorFinder::new(&actors);
    let extractor = Extractor::new(&actors);
    for actor in actors.iter() {
        for (form, kind) in actor.forms() {
            if kind == Form::Demonym {
                let text = format!("The {form} envoy left.");
                let found = finder.find(Tagged::new(&text).line());
                let named = |found: &Found| found.actor == actor.id && found.demonym;
                assert!(found.iter().any(named), "{text}");
                continue;
            }
            let text = format!("{form} denied that the bridge was sold.");
            let mentions = extractor.mentions(&Article::from_text(text.clone()));
            let claimant = mentions.first().and_then(|mention| mention.claimant());
            let got = claimant.and_then(|source| source.actor.as_deref());
            let odd = ODD.iter().any(|odd| form.contains(odd));
            assert!(odd || got == Some(actor.id.as_str()), "{text} {got:?}");
        }
    }
}
