//! Articles laid against a ledger: links, changes, what recording writes. The mentions are written by hand.

use claimbook::article::{Article, Span};
use claimbook::check::{Checker, Hand, Report, record};
use claimbook::claim::{
    Act, Bound, Cue, Entry, Figure, Force, Grain, Kind, Link, Mention, Modality, Period, Quotation,
    Record, Role, Scope, Source, SourceClass, Stance, Stored,
};
use claimbook::ledger::{Ledger, canonical, entry_name};
use claimbook::matching::Relation;
use claimbook::status::{ChangeType, Phase, State};

const ADVISER: &str = "Iran is preparing to give Russia up to several hundred drones, the US \
                       national security adviser said on Monday.";
const DENIAL: &str = "The trip comes a week after American intelligence reported that Iran was \
                      willing to give Russia dozens of drones. But the Kremlin later denied any such deal.";

/// An article with mentions, each found by its words in the text.
struct Page {
    article: Article,
    mentions: Vec<Mention>,
}

impl Page {
    fn new(date: &str, text: &str) -> Self {
        let mut article = Article::from_text(text);
        article.meta.date = Some(date.parse().unwrap());
        Self { article, mentions: Vec::new() }
    }

    fn says(mut self, words: &str, kind: Kind, stance: Stance, who: Option<(&str, &str)>) -> Self {
        let start = self.article.text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        let link = who.map(|(text, actor)| Link {
            source: Some(Source {
                text: text.to_owned(),
                span: None,
                actor: (!actor.is_empty()).then(|| actor.to_owned()),
                class: SourceClass::Body,
            }),
            cue: Some(Cue { text: "said".to_owned(), span: None, force: Force::Neutral }),
        });
        self.mentions.push(Mention {
            id: format!("m{}", self.mentions.len() + 1),
            span,
            content: vec![span],
            attribution: link.into_iter().collect(),
            channel: None,
            act: Act::Says,
            stance,
            scope: Scope::Whole,
            kind,
            modality: Modality::Happened,
            quotation: Quotation::Indirect,
            figures: Vec::new(),
            periods: Vec::new(),
            actors: Vec::new(),
            antecedent: None,
            confidence: 1.0,
            guess: None,
            statement: words.to_owned(),
            event: None,
            names: Vec::new(),
        });
        self
    }

    fn with(mut self, change: impl FnOnce(&mut Mention)) -> Self {
        change(self.mentions.last_mut().unwrap());
        self
    }

    fn check(&self, ledger: &Ledger) -> Report {
        Checker::new(ledger).check_mentions(&self.article, self.mentions.clone())
    }
}

fn hand(by: &str, day: &str) -> Hand {
    Hand { by: by.to_owned(), recorded: day.parse().unwrap(), accepted_by: None }
}

/// Records a report in memory, as the program does on disk; returns how many entries were written.
fn take(ledger: &mut Ledger, report: &Report, hand: &Hand) -> usize {
    let mut records = std::mem::take(&mut ledger.records);
    let mut written = 0;
    for write in record(report, hand) {
        if let Some(claim) = write.claim {
            records.push(Record { claim, entries: Vec::new() });
        }
        let record = records.iter_mut().find(|record| record.claim.id == write.id).unwrap();
        for entry in write.entries {
            let name = entry_name(&entry);
            assert!(canonical(&entry).ends_with("}\n"));
            record.entries.push(Stored { name, entry });
            written += 1;
        }
    }
    *ledger = Ledger::in_memory(records);
    written
}

fn after(pages: &[Page]) -> Ledger {
    let mut ledger = Ledger::in_memory(Vec::new());
    for page in pages {
        let report = page.check(&ledger);
        take(&mut ledger, &report, &hand("desk", "2022-07-12"));
    }
    ledger
}

fn adviser() -> Page {
    let words = "Iran is preparing to give Russia up to several hundred drones";
    let who = Some(("the US national security adviser", "united-states"));
    Page::new("2022-07-12", ADVISER).says(words, Kind::Deal, Stance::Asserts, who)
}

fn denial() -> Page {
    let words =
        "American intelligence reported that Iran was willing to give Russia dozens of drones";
    let who = Some(("American intelligence", "united-states"));
    Page::new("2022-07-19", DENIAL)
        .says(words, Kind::Deal, Stance::Asserts, who)
        .with(|m| m.statement = "Iran was willing to give Russia dozens of drones".to_owned())
        .says(
            "the Kremlin later denied any such deal",
            Kind::Deal,
            Stance::Denies,
            Some(("the Kremlin", "kremlin")),
        )
        .with(|m| m.antecedent = Some("m1".to_owned()))
}

#[test]
fn a_denial_reaches_the_claim_through_the_sentence_before() {
    let ledger = after(&[adviser()]);
    let claim = &ledger.records[0].claim;
    assert!(claim.parties.iter().any(|party| party.actor == "russia" && party.role == "doer"));
    let report = denial().check(&ledger);
    let [line] = &report.changes[..] else { panic!("{:?}", report.changes) };
    assert_eq!(
        (line.r#type, line.from, line.to),
        (ChangeType::Denied, Some(State::Reported), State::Denied)
    );
    assert_eq!(line.by.as_deref(), Some("Russia"));
    assert_eq!(line.mentions, ["m2"]);
    let row = &report.mentions[1];
    assert_eq!(row.matched.as_ref().unwrap().relation, Relation::Denies);
    assert_eq!(report.mentions[0].change.r#type, ChangeType::Repeated);
    let asks = |what: &str| row.look_at.iter().any(|line| line.contains(what));
    assert!(asks("who at the Kremlin said what, when?"), "{:?}", row.look_at);
    assert!(asks("to deny a deal is not to deny preparing one"), "{:?}", row.look_at);
}

#[test]
fn what_is_first_seen_in_an_article_is_new_for_all_its_mentions() {
    let report = denial().check(&Ledger::in_memory(Vec::new()));
    assert_eq!(report.proposals.len(), 1);
    assert!(report.changes.is_empty());
    for row in &report.mentions {
        assert_eq!((row.change.r#type, row.change.from), (ChangeType::New, None));
        assert_eq!(row.change.to, State::Denied, "the status after all of the article");
    }
}

#[test]
fn recording_again_adds_nothing_and_more_mentions_are_added() {
    let mut ledger = after(&[adviser()]);
    let page = denial();
    let first = page.check(&ledger);
    assert_eq!(take(&mut ledger, &first, &hand("ann", "2022-07-20")), 2);
    let again = page.check(&ledger);
    assert_eq!(record(&again, &hand("bob", "2022-08-01")), []);
    let changes = |report: &Report| -> Vec<_> {
        report
            .mentions
            .iter()
            .map(|row| (row.change.clone(), row.claim().map(str::to_owned)))
            .collect()
    };
    assert_eq!(changes(&first), changes(&again), "measured against the ledger before the article");
    let more = denial().says("The trip comes a week after", Kind::Meeting, Stance::Asserts, None);
    assert_eq!(record(&more.check(&ledger), &hand("bob", "2022-08-01")).len(), 1);
}

#[test]
fn an_announced_event_that_took_place_is_confirmed() {
    let plan = Page::new("2022-07-12", "The president will visit Vik on 19 July, the palace said.")
        .says(
            "The president will visit Vik on 19 July",
            Kind::Meeting,
            Stance::Asserts,
            Some(("the palace", "")),
        )
        .with(|m| {
            m.modality = Modality::Planned;
            m.periods.push(day("2022-07-19"));
        });
    let ledger = after(&[plan]);
    assert_eq!(ledger.records[0].claim.planned_for, Some("2022-07-19".parse().unwrap()));
    let visit = Page::new("2022-07-20", "The president visited Vik on 19 July.")
        .says("The president visited Vik on 19 July", Kind::Meeting, Stance::Asserts, None)
        .with(|m| m.periods.push(day("2022-07-19")));
    let report = visit.check(&ledger);
    assert_eq!(report.changes[0].r#type, ChangeType::Confirmed);
    assert_eq!(report.mentions[0].change.phase, Some(Phase::TookPlace));
}

#[test]
fn a_figure_is_revised_and_told_with_both_values() {
    let toll = |date: &str, words: &str, value: f64| {
        Page::new(date, words)
            .says(words, Kind::Casualty, Stance::Asserts, Some(("police", "")))
            .with(|m| m.figures.push(killed(value)))
    };
    let ledger =
        after(&[toll("2022-07-12", "Seven people were killed in the Harbour House fire", 7.0)]);
    let report = toll("2022-07-13", "Twelve people were killed in the Harbour House fire", 12.0)
        .check(&ledger);
    let figure = report.mentions[0].change.figure.clone().unwrap();
    assert_eq!((figure.from, figure.to), (7.0, 12.0));
    assert_eq!(report.changes[0].r#type, ChangeType::Revised);
}

#[test]
fn equal_statements_of_two_events_get_two_ids() {
    let page = |date: &str, tail: &str| {
        Page::new(date, &format!("No injuries were reported. {tail}"))
            .says("No injuries were reported", Kind::Casualty, Stance::Asserts, None)
            .with(|m| m.periods.push(day(date)))
    };
    let ledger = after(&[page("2022-07-02", "A"), page("2022-07-20", "B")]);
    let ids: Vec<_> = ledger.records.iter().map(|record| record.claim.id.to_string()).collect();
    assert_eq!(ids.len(), 2, "{ids:?}");
}

#[test]
fn entries_of_one_moment_may_come_in_any_order() {
    let says = |page: Page, words: &str, toll: f64| {
        page.says(words, Kind::Casualty, Stance::Asserts, Some(("police", "")))
            .with(|m| m.figures.push(killed(toll)))
    };
    let page = Page::new("2022-07-02", "26 died in the ferry fire. 200 died in the ferry fire.");
    let page = says(page, "26 died in the ferry fire", 26.0);
    let mut ledger = after(&[says(page, "200 died in the ferry fire", 200.0)]);
    let page = Page::new("2022-07-03", "There 200 died in the ferry fire.");
    let page = says(page, "200 died in the ferry fire", 200.0);
    let reasons = |ledger: &Ledger| format!("{:?}", page.check(ledger).mentions[0].matched);
    let before = reasons(&ledger);
    assert!(before.contains("figure"), "{before}");
    assert_eq!(ledger.records[0].entries.len(), 2);
    let mut records = std::mem::take(&mut ledger.records);
    records[0].entries.reverse();
    assert_eq!(reasons(&Ledger::in_memory(records)), before);
}

fn killed(value: f64) -> Figure {
    let mut figure = Figure::new("n", Span::default(), value, Bound::Exact, None);
    figure.measure = Some("killed".to_owned());
    figure
}

#[test]
fn a_draft_keeps_the_words_and_leaves_out_the_places_of_names() {
    let writes =
        record(&adviser().check(&Ledger::in_memory(Vec::new())), &hand("ann", "2022-07-12"));
    let Entry::Appearance(entry) = &writes[0].entries[0] else { panic!() };
    assert_eq!(
        entry.quote.as_deref(),
        Some("Iran is preparing to give Russia up to several hundred drones")
    );
    assert_eq!(entry.said, None, "nobody says when");
    assert!(writes[0].id.as_str().starts_with("2022-07-iran-preparing-give-russia"));
}

fn day(date: &str) -> Period {
    Period {
        text: date.to_owned(),
        span: Span::default(),
        start: Some(date.parse().unwrap()),
        end: Some(date.parse().unwrap()),
        grain: Grain::Day,
        role: Role::Event,
    }
}
