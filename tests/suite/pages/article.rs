use std::collections::BTreeSet;

use claimbook::report::html;

use crate::pages::{harmless, reported, sample, shape, values};

fn page() -> String {
    sample::with_desk(sample::records(), |desk| html::article(&reported::report(), desk))
}

#[test]
fn an_article_is_one_page_that_needs_nothing_else() {
    let page = page();
    assert!(!page.contains("src=") && !page.contains("<link") && !page.contains("@import"));
    insta::with_settings!({snapshot_path => "../../../snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("page_article", shape(&page));
    });
}

#[test]
fn text_and_margin_lead_to_each_other() {
    let page = page();
    let ids = values(&page, "id");
    let set: BTreeSet<_> = ids.iter().collect();
    assert_eq!(set.len(), ids.len(), "an id stands twice");
    for href in values(&page, "href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(set.contains(&href), "nothing is called {href}");
    }
    for number in 1..=9 {
        assert!(ids.contains(&format!("m{number}").as_str()), "{number} is not in the text");
        assert!(ids.contains(&format!("n{number}").as_str()), "{number} has no note");
    }
}

#[test]
fn the_words_are_those_of_the_article() {
    let page = page();
    let text = page.split("<article>").nth(1).unwrap().split("</article>").next().unwrap();
    let mut words = String::new();
    for paragraph in text.split("<p class=\"text\"").skip(1) {
        let inner = paragraph.split_once('>').unwrap().1.split("</p>").next().unwrap();
        // Numbers of claims are links; nothing else is added to the words.
        for part in inner.split("<a ") {
            let part = part.split_once("</a>").map_or(part, |(_, rest)| rest);
            words.extend(
                part.split('<').map(|tag| tag.split_once('>').map_or(tag, |(_, rest)| rest)),
            );
        }
        words.push(' ');
    }
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(flat(&words.replace("&quot;", "\"")), flat(reported::TEXT));
}

#[test]
fn hostile_words_stay_words() {
    let (report, records) = reported::hostile();
    let page = sample::with_desk(records, |desk| html::article(&report, desk));
    harmless(&page);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("&lt;U+202E&gt;"));
}

#[test]
fn a_thousand_mentions_stay_under_a_megabyte() {
    let (report, records) = reported::long(1000);
    let page = sample::with_desk(records, |desk| html::article(&report, desk));
    assert_eq!(values(&page, "data-n").len(), 1000);
    assert!(page.len() < 1_000_000, "{}", page.len());
}

#[test]
fn an_empty_article_is_a_page() {
    let report = claimbook::Report {
        article: claimbook::Article::from_text(""),
        mentions: Vec::new(),
        proposals: Vec::new(),
        changes: Vec::new(),
    };
    let page = sample::with_desk(Vec::new(), |desk| html::article(&report, desk));
    assert!(page.contains("No claim found."));
}
