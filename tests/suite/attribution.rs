//! Who says what, on short texts: every row of the cue and turn tables, and the constructions beside them.

use proptest::prelude::*;

use claimbook::Article;
use claimbook::claim::{Actors, Mention, Stance};
use claimbook::extract::Extractor;
use claimbook::lexicon::{Lexicon, actors};

fn read(text: &str) -> Vec<Mention> {
    Extractor::new(&actors()).mentions(&Article::from_text(text))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_gives_spans_inside_it(pieces in proptest::collection::vec(
        prop_oneof![
            Just("\"".to_owned()), Just("“".to_owned()), Just("”".to_owned()), Just("''".to_owned()),
            Just("'".to_owned()), Just("’s".to_owned()), Just(", ".to_owned()), Just(". ".to_owned()),
            Just("\n".to_owned()), Just(": ".to_owned()), Just(" - ".to_owned()), Just("(".to_owned()),
            Just(") ".to_owned()), Just(" said ".to_owned()), Just(" told reporters ".to_owned()),
            Just(" that ".to_owned()), Just("Ann Lee".to_owned()), Just(" according to ".to_owned()),
            Just(" who ".to_owned()), Just(" was ".to_owned()), Just(" to ".to_owned()),
            Just(" denied any such deal".to_owned()), Just(" claim ".to_owned()), Just(" reportedly ".to_owned()),
            Just(" and ".to_owned()), Just(" on Monday ".to_owned()), Just(" quoting ".to_owned()),
            Just(" he ".to_owned()), Just(" without ".to_owned()), Just("İß𝄞".to_owned()), ".{0,6}",
        ],
        0..40,
    )) {
        let text = pieces.concat();
        let article = Article::from_text(text.clone());
        for mention in Extractor::new(&Actors::default()).mentions(&article) {
            for span in mention.content.iter().chain([&mention.span]) {
                prop_assert!(text.get(span.start..span.end).is_some());
            }
            for link in &mention.attribution {
                if let Some(cue) = &link.cue {
                    let span = cue.span.unwrap_or_default();
                    prop_assert_eq!(&text[span.start..span.end], cue.text.as_str());
                }
            }
        }
    }
}

/// The words between two marks of an example.
fn marked(example: &str, open: char, close: char) -> Option<String> {
    let (_, rest) = example.split_once(open)?;
    let (inside, _) = rest.split_once(close)?;
    Some(inside.replace(['[', ']', '{', '}'], ""))
}

#[test]
fn who_fills_a_post_confirms_no_word_of_others() {
    let stance = |text: &str| read(text)[0].stance;
    assert_eq!(stance("The council confirmed Ann Lee as head of the port."), Stance::Asserts);
    assert_eq!(stance("The council confirmed her nomination."), Stance::Asserts);
    assert_eq!(stance("The council confirmed the sale of the port."), Stance::Confirms);
    assert_eq!(stance("The council confirmed that Ann Lee resigned."), Stance::Confirms);
}

#[test]
fn the_split_differs_by_statement_and_names_alone() {
    let extractor = Extractor::new(&actors());
    let article = Article::from_text(
        "Oslo agreed to sell ten boats to Malta and Ann Lee resigned, the Daily Post reported. \
         The navy later denied any such deal. The storm killed nine people and injured 40.",
    );
    let mut told = extractor.mentions(&article);
    assert!(told.iter().any(|mention| !mention.names.is_empty()));
    for mention in &mut told {
        mention.statement.clear();
        mention.names.clear();
    }
    assert_eq!(extractor.split(&article), told);
}

#[test]
fn a_sentence_may_end_at_that() {
    let found = read("According to the mayor \"Ann Lee claim that ");
    assert!(found.iter().all(|mention| !mention.statement.is_empty()), "{found:#?}");
}

#[test]
fn every_cue_does_what_its_example_promises() {
    let extractor = Extractor::new(&Actors::default());
    let mut broken = Vec::new();
    for cue in Lexicon::builtin().cues().rows() {
        let text = cue.example.replace(['[', ']', '{', '}'], "");
        let article = Article::from_text(text.clone());
        let source = marked(&cue.example, '[', ']');
        let content = marked(&cue.example, '{', '}').unwrap_or_default();
        let good = extractor.mentions(&article).iter().any(|mention| {
            let first = mention.attribution.first().and_then(|link| link.source.as_ref());
            let words: Vec<&str> =
                mention.content.iter().map(|span| article.slice(*span)).collect();
            first.map(|source| source.text.clone()) == source
                && words.join(" ").trim_start_matches("that ")
                    == content.trim_start_matches("that ")
                && mention.act == cue.act
                && mention.stance == cue.stance
        });
        if !good {
            broken.push(format!("{}: {}", cue.lemma, cue.example));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_turn_gives_its_example_its_stance() {
    for turn in Lexicon::builtin().turns().rows() {
        let stances: Vec<_> = read(&turn.example).iter().map(|mention| mention.stance).collect();
        assert!(stances.contains(&turn.stance), "{}: {stances:?}", turn.example);
    }
}

#[test]
fn a_denial_takes_its_statement_from_what_it_points_to() {
    let mentions = read(
        "Oslo agreed to sell ten boats to Malta, the Daily Post reported. \
         A spokesman for the navy later denied any such deal.",
    );
    let denial = mentions.last().expect("two mentions");
    assert_eq!(denial.antecedent.as_deref(), Some("m1"));
    assert_eq!(denial.statement, "Oslo agreed to sell ten boats to Malta");
}

#[test]
fn a_passive_denial_points_back_to_what_is_denied() {
    let mentions = read(
        "Acme will buy the harbour, the Daily Post said. \
         The report was dismissed as groundless by Acme.",
    );
    let denial = mentions.iter().find(|mention| mention.stance == Stance::Denies);
    let denial = denial.expect("a denial");
    assert_eq!(denial.claimant().map(|source| source.text.as_str()), Some("Acme"));
    assert_eq!(denial.antecedent.as_deref(), Some("m1"));
}

#[test]
fn what_carries_a_saying_is_via() {
    for (text, via) in [
        ("Ann Lee told Reuters by telephone that the boat sank.", "Reuters"),
        ("Ann Lee told a television interviewer that the boat sank.", "a television interviewer"),
        ("The mayor said via Twitter, \"The bridge is safe.\"", "Twitter"),
        ("The mayor said in an interview with the Daily Post that it is safe.", "the Daily Post"),
        (
            "The mayor said in a statement issued today by the press office that it is safe.",
            "the press office",
        ),
        ("The mayor told reporters that the bridge is safe.", ""),
    ] {
        let mentions = read(text);
        let names: Vec<_> = mentions[0].via().map(|source| source.text.as_str()).collect();
        assert_eq!(names.join(" > "), via, "{text}: {mentions:#?}");
    }
}

#[test]
fn the_speaker_is_found_across_asides_and_participles() {
    for (text, who) in [
        ("Experts, however, said that the port was closed.", "Experts"),
        ("Ann Lee, struck by the story, told her that it was over.", "Ann Lee"),
        ("The office, when asked by a reader, said that it was closed.", "The office"),
        ("He left the room with voters saying that he had won.", "voters"),
        ("The party had split, Ann Lee said, adding that it would meet.", "Ann Lee"),
        ("As Ann Lee explained, three taxes were postponed.", "Ann Lee"),
        ("Recent polling shows that the mayor is ahead.", "Recent polling"),
        ("53% say that the mayor is ahead.", "53%"),
        ("The sale is off, said Tom Roe, adding softly that he knew it.", "Tom Roe"),
        ("But, said Ann Lee, \"the port is open.\"", "Ann Lee"),
        ("Tom met Ann Lee, who came late and said that it was over.", "Ann Lee"),
        ("It showed teachers telling stories and praising the mayor.", "teachers"),
        ("The council less than two weeks ago said that it was over.", "The council"),
        ("Those who back the mayor say the bridge was safe.", "Those"),
        ("The sale is off, the Daily Post reports.", "the Daily Post"),
        ("In June, as the Daily Post reported, the sale was off.", "the Daily Post"),
        ("But, according to the poll, half of the town stayed.", "the poll"),
        ("A poll out Monday showed that the mayor was ahead.", "A poll out"),
        ("Asked about \"the bridge,\" Ann Lee said that it was safe.", "Ann Lee"),
    ] {
        let mentions = read(text);
        let last = mentions.iter().rev().find_map(Mention::claimant);
        assert_eq!(last.map(|source| source.text.as_str()), Some(who), "{text}");
    }
}

#[test]
fn a_role_is_who_was_named_with_it() {
    for (text, who) in [
        ("Minister Ann Lee left. The minister said the bridge is safe.", "Ann Lee"),
        ("Ann Lee, the works minister, left. The minister said the bridge is safe.", "Ann Lee"),
        ("A spokesman, Tom Hale, left. The spokesman said the bridge is safe.", "Tom Hale"),
        (
            "A spokesman for the port closed the gate. The spokesman said the bridge is safe.",
            "A spokesman for the port",
        ),
        ("Norland officials met. The officials said the bridge is safe.", "Norland officials"),
        (
            "The Supreme Court of Norland met. The court said the sale is lawful.",
            "Supreme Court of Norland",
        ),
        ("Harbour Works Corp grew. The company said it will pay.", "Harbour Works Corp"),
        ("Ann Lee, 44, was held. The 44-year-old said she was asleep.", "Ann Lee"),
        ("Tom Hale was held. The 44-year-old said he was asleep.", "Tom Hale"),
        // Nobody, or somebody else, was named so.
        ("It rained. The minister said the bridge is safe.", "The minister"),
        ("Former minister Ann Lee left. The minister said the bridge is safe.", "The minister"),
        ("Minister Ann Lee left. The mayor said the bridge is safe.", "The mayor"),
        ("In Norwick, the minister left. The minister said the bridge is safe.", "The minister"),
        ("Minister Ann Lee left. The minister of trade said it rained.", "The minister of trade"),
    ] {
        let mention = read(text).pop().unwrap_or_else(|| panic!("{text}"));
        let source = mention.claimant().unwrap_or_else(|| panic!("{text}"));
        assert_eq!(source.text, who, "{text}");
        let resolved = who.contains("Lee") || who.contains("Hale");
        assert!(!resolved || mention.guess.is_some() && mention.confidence < 0.9, "{text}");
    }
}

#[test]
fn headlines_speak() {
    for (text, who) in [
        ("Mayor Roe Says Bridge Is Safe\n\nIt rained. A crowd met Roe.", "Mayor Roe"),
        ("Ann Lee: Never a Toll on the Bridge\n\nIt rained. The crowd met Lee.", "Ann Lee"),
        ("Bombshell: The Bridge Is Far From Safe\n\nIt rained.", ""),
        ("The Latest: Bridge is open again\n\nIt rained.", ""),
        ("It rained.\n\nMore from Ann Lee: \"The bridge was shut at noon.\"", "Ann Lee"),
        ("It rained.\n\nQ: When was the bridge shut?", ""),
    ] {
        let mentions = read(text);
        let names = mentions.iter().filter_map(Mention::claimant);
        let names: Vec<_> = names.map(|source| source.text.as_str()).collect();
        assert_eq!(names.join(" "), who, "{text}: {mentions:#?}");
    }
}

#[test]
fn nobody_speaks_where_somebody_is_asked() {
    let mentions = read("Asked whether the bridge was safe, Ann Lee said that it was.");
    let asked = mentions.iter().find(|mention| {
        let cue = mention.attribution.first().and_then(|link| link.cue.as_ref());
        cue.is_some_and(|cue| cue.text == "Asked")
    });
    assert_eq!(asked.map(|mention| mention.claimant()), Some(None));
}

#[test]
fn what_only_looks_like_a_cue_says_nothing() {
    for text in [
        "She lined up for hours to see the mayor.",
        "He spoke on condition of anonymity.",
        "Malta and Oslo have claims in the bay.",
    ] {
        assert!(read(text).iter().all(|one| one.attribution.is_empty()), "{text}");
    }
}

#[test]
fn a_lead_in_is_no_content() {
    for (text, content) in [
        ("Asked on \"Morning,\" Ann Lee said she was ill.", "she was ill"),
        ("Ann Lee announced she and her son are ill.", "she and her son are ill"),
        (
            "Ann Lee said that despite the rain, she did not go.",
            "that despite the rain, she did not go",
        ),
        ("It hurt the club, who openly expressed fear of a split.", "fear of a split"),
    ] {
        let found = read(text);
        let found = found.iter().flat_map(|one| &one.content);
        let words: Vec<_> = found.map(|span| &text[span.start..span.end]).collect();
        assert!(words.contains(&content), "{text}: {words:?}");
    }
}

#[test]
fn the_time_of_the_cue_is_no_content() {
    let text = "The union backed the mayor last week.";
    let mentions = read(text);
    assert_eq!(&text[mentions[0].content[0].start..mentions[0].content[0].end], "the mayor");
}

#[test]
fn relays_make_a_chain() {
    for (text, chain) in [
        (
            "Two boats sank, Reuters reported on Friday, citing state television, which quoted the navy \
             as saying that nobody was hurt.",
            "Reuters > state television > the navy",
        ),
        ("The United States said that Norway had attacked two boats.", "The United States"),
        (
            "Norway is preparing to give Malta ten boats, the US envoy Ann Lee said on Monday.",
            "the US envoy Ann Lee",
        ),
        ("Tass reported that Norway has claimed to have sunk two boats.", "Tass > Norway"),
        (
            "Some men fell into the lake, it said, quoting the fire service.",
            "it > the fire service",
        ),
        (
            "The Echo, citing unnamed security sources, reported that the boat sank.",
            "The Echo > unnamed security sources",
        ),
        ("Ann Lee, the minister of works, told reporters that the bridge was safe.", "Ann Lee"),
    ] {
        let mentions = read(text);
        let found = mentions.iter().any(|mention| {
            let names: Vec<_> = mention
                .attribution
                .iter()
                .filter_map(|link| Some(link.source.as_ref()?.text.as_str()))
                .collect();
            names.join(" > ") == chain
        });
        assert!(found, "{text}: {mentions:#?}");
    }
}
