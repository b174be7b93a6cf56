//! What a fact-checker would track in a sentence: which claims, whose, of which kind, with what.

use std::sync::OnceLock;

use claimbook::article::Article;
use claimbook::claim::{Act, Kind, Mention, Modality, Role};
use claimbook::extract::Extractor;

fn read(text: &str) -> Vec<Mention> {
    static EXTRACTOR: OnceLock<Extractor> = OnceLock::new();
    let extractor = EXTRACTOR.get_or_init(|| Extractor::new(&claimbook::lexicon::actors()));
    let mut article = Article::from_text(text);
    // A Wednesday.
    article.meta.date = "2019-05-15".parse().ok();
    extractor.mentions(&article)
}

/// Each claim as `kind statement`, with its first figure.
fn claims(text: &str) -> Vec<String> {
    let said = read(text).into_iter().filter(|claim| claim.act == Act::Says);
    let claims = said.map(|claim| {
        let figure = claim.figures.first().map(|figure| format!(" [{}]", figure.text));
        format!("{} {}{}", claim.kind, claim.statement, figure.unwrap_or_default())
    });
    claims.collect()
}

#[test]
fn a_sentence_holds_one_claim_for_each_measure() {
    for (text, expected) in [
        (
            "The blast killed nine miners and injured forty.",
            &[
                "casualty The blast killed nine miners [nine]",
                "casualty The blast injured forty [forty]",
            ][..],
        ),
        (
            "A storm crossed the bay on Sunday, killing at least six people and leaving 15,000 homeless.",
            &[
                "casualty A storm crossed the bay on Sunday, killing at least six people [at least six]",
                "casualty A storm left 15,000 homeless [15,000]",
            ],
        ),
        (
            "The toll in Arno rose to 81, about 45 people were killed in Besk and 23 died in Corl, officials said.",
            &[
                "casualty The toll in Arno rose to 81 [81]",
                "casualty About 45 people were killed in Besk [about 45]",
                "casualty 23 died in Corl [23]",
            ],
        ),
        (
            "On Friday the mayor resigned and his deputy was sworn in.",
            &["personnel On Friday the mayor resigned", "personnel His deputy was sworn in"],
        ),
    ] {
        assert_eq!(claims(text), expected, "{text}");
    }
}

#[test]
fn the_outlet_claims_events_and_no_scenery() {
    for (text, kind) in [
        ("Police arrested two clerks on Monday.", Kind::Legal),
        ("The mill will close in June.", Kind::Economy),
        ("No injuries were reported.", Kind::Casualty),
        ("Oslo gave the rebels several hundred drones on Sunday.", Kind::Deal),
        ("The queen prorogued the assembly for five weeks yesterday.", Kind::Policy),
        ("Two buses collided on the ring road on Sunday.", Kind::Disaster),
    ] {
        let found = read(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert_eq!((found[0].kind, found[0].attribution.is_empty()), (kind, true), "{text}");
    }
    for text in [
        "The bay is known for its light.",
        "Was the mill sold on Monday?",
        "You should visit the harbour before you leave.",
        "We met on Monday and laughed.",
        "The war drew closer.",
        "In 1987 the state banned the party.",
    ] {
        assert_eq!(claims(text), [""; 0], "{text}");
    }
}

#[test]
fn times_are_those_of_the_saying_or_of_the_event() {
    let said = read("On Monday, the police said that a man was killed on Sunday.").remove(0);
    let times: Vec<_> = said
        .periods
        .iter()
        .map(|period| (period.text.as_str(), period.start.unwrap().to_string(), period.role))
        .collect();
    assert_eq!(
        times,
        [
            ("On Monday", "2019-05-13".to_owned(), Role::Said),
            ("on Sunday", "2019-05-12".to_owned(), Role::Event)
        ]
    );
}

#[test]
fn a_day_beside_the_cue_lies_behind_though_the_event_lies_ahead() {
    let start = |text: &str| {
        let said = read(text).into_iter().flat_map(|claim| claim.periods).next();
        said.and_then(|period| period.start).map(|day| day.to_string()).unwrap_or_default()
    };
    assert_eq!(start("The fund will buy the mill, mayor Ann Lee said on Monday."), "2019-05-13");
    assert_eq!(start("The fund will buy the mill on Monday, mayor Ann Lee said."), "2019-05-20");
}

#[test]
fn statements_name_who_does_it() {
    for (text, expected) in [
        (
            "On Monday mayor Ann Lee met the dockers. A day earlier, she sacked her deputy.",
            "Ann Lee sacked her deputy",
        ),
        ("Acme Corp said it will convert the barn.", "Acme Corp will convert the barn"),
        ("The army claimed to have killed nine gunmen.", "The army has killed nine gunmen"),
        ("Mayor Ann Lee announced her resignation.", "Mayor Ann Lee announced her resignation"),
        ("Acme Corp denied rumours that it was the target of a bid.", "It was the target of a bid"),
    ] {
        let last = read(text).pop().map(|claim| claim.statement).unwrap_or_default();
        assert!(last.ends_with(expected), "{text}: {last}");
    }
}

#[test]
fn announced_and_possible_events_are_told_apart() {
    for (text, modality) in [
        ("The two ministers will meet in Oslo on Friday.", Modality::Planned),
        ("Ann Lee said the fund might buy the mill.", Modality::Possible),
        ("The mill closed on Monday due to a fire.", Modality::Happened),
    ] {
        assert_eq!(read(text)[0].modality, modality, "{text}");
    }
}

#[test]
fn allegations_of_nobody_are_no_claim_of_their_own() {
    let found =
        read("The king sacked two officials on Monday over allegations that they took bribes.");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].kind, Kind::Personnel);
}
