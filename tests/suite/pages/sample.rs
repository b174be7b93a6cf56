//! A small ledger, made without the reading rooms.

use claimbook::article::Span;
use claimbook::claim::{
    Actor, Actors, Appearance, ArticleRef, Bound, Claim, Cue, Entry, Figure, Force, Kind, Link,
    Modality, Party, Quotation, Record, Scale, Scope, Source, SourceClass, Stance, Stored, Strike,
    Verdict, When,
};
use claimbook::ledger::Ledger;
use claimbook::report::Desk;
use claimbook::status::Kin;

pub(crate) const DRONES: &str = "2022-07-iran-drones-for-russia-4f1c";
pub(crate) const FIRE: &str = "2022-07-harbour-house-deaths-a2d4";
pub(crate) const TRIP: &str = "2022-07-putin-tehran-visit-1c9e";

pub(crate) fn actors() -> Actors {
    let row = |id: &str, name: &str, of: &str, above: Option<&str>| Actor {
        id: id.to_owned(),
        name: name.to_owned(),
        aliases: Vec::new(),
        r#type: of.to_owned(),
        speaks_for: above.map(str::to_owned),
    };
    Actors::new([
        row("russia", "Russia", "state", None),
        row("kremlin", "Kremlin", "office", Some("russia")),
        row("united-states", "United States", "state", None),
        row("iran", "Iran", "state", None),
        row("police", "Police", "police", None),
        row("mayor", "Mayor", "official", None),
    ])
}

/// One entry of the sample: who says what where.
pub(crate) struct Said<'a> {
    pub(crate) day: &'a str,
    pub(crate) who: &'a str,
    pub(crate) actor: Option<&'a str>,
    pub(crate) via: Option<&'a str>,
    pub(crate) stance: Stance,
    pub(crate) outlet: &'a str,
    pub(crate) figure: Option<(&'a str, f64, Bound)>,
    pub(crate) quote: &'a str,
}

impl Default for Said<'_> {
    fn default() -> Self {
        Self {
            day: "2022-07-11",
            who: "the ministry",
            actor: None,
            via: None,
            stance: Stance::Asserts,
            outlet: "Daily Post",
            figure: None,
            quote: "the words",
        }
    }
}

pub(crate) fn link(who: &str, actor: Option<&str>, cue: &str) -> Link {
    Link {
        source: Some(Source {
            text: who.to_owned(),
            span: None,
            actor: actor.map(str::to_owned),
            class: SourceClass::Body,
        }),
        cue: Some(Cue { text: cue.to_owned(), span: None, force: Force::Neutral }),
    }
}

pub(crate) fn figure(text: &str, value: f64, bound: Bound) -> Figure {
    let mut figure = Figure::new(text, Span::default(), value, bound, None);
    figure.measure = Some("killed".to_owned());
    figure
}

impl Said<'_> {
    pub(crate) fn stored(&self, number: usize) -> Stored {
        let day: When = self.day.parse().unwrap();
        let relay = self.via.map(|via| link(via, None, "reported"));
        let entry = Appearance {
            schema: Entry::SCHEMA.to_owned(),
            r#type: "appearance".to_owned(),
            said: Some(day.clone()),
            published: day.clone(),
            recorded: day.clone(),
            by: "desk".to_owned(),
            accepted_by: Some("desk".to_owned()),
            article: ArticleRef {
                title: Some(format!("Story {number}")),
                outlet: Some(self.outlet.to_owned()),
                url: Some(format!("https://example.org/{number}?a=1&b=2")),
                archive_url: None,
                sha256: None,
            },
            span: None,
            quote: Some(self.quote.to_owned()),
            stance: self.stance,
            scope: Scope::Whole,
            modality: Modality::Happened,
            quotation: Quotation::Indirect,
            confidence: 1.0,
            attribution: relay.into_iter().chain([link(self.who, self.actor, "said")]).collect(),
            figure: self.figure.map(|(text, value, bound)| figure(text, value, bound)),
            periods: Vec::new(),
        };
        let slug = claimbook::claim::slug(self.outlet);
        Stored {
            name: format!("{}-{slug}-{number:08x}.json", &self.day[..10]),
            entry: Entry::Appearance(Box::new(entry)),
        }
    }
}

pub(crate) fn record(
    id: &str,
    statement: &str,
    kind: Kind,
    parties: &[&str],
    said: &[Said<'_>],
) -> Record {
    let party = |actor: &&str| Party { actor: (*actor).to_owned(), role: "party".to_owned() };
    Record {
        claim: Claim {
            schema: Claim::SCHEMA.to_owned(),
            id: id.parse().unwrap(),
            statement: statement.to_owned(),
            wordings: Vec::new(),
            kind,
            parties: parties.iter().map(party).collect(),
            measure: (kind == Kind::Casualty).then(|| "killed".to_owned()),
            planned_for: None,
            tags: vec!["sample".to_owned()],
            created: "2022-07-11".parse().unwrap(),
        },
        entries: said.iter().enumerate().map(|(at, said)| said.stored(at + 1)).collect(),
    }
}

/// The ledger before the article.
pub(crate) fn records() -> Vec<Record> {
    let police = |day, text, value, bound| Said {
        day,
        who: "police",
        actor: Some("police"),
        figure: Some((text, value, bound)),
        quote: "a number of people died",
        ..Said::default()
    };
    let mut drones = record(
        DRONES,
        "Iran is preparing to give Russia up to several hundred drones",
        Kind::Deal,
        &["iran", "russia"],
        &[
            Said { who: "the security adviser", actor: Some("united-states"), ..Said::default() },
            Said {
                day: "2022-07-15",
                who: "the foreign minister",
                actor: Some("iran"),
                stance: Stance::Doubts,
                ..Said::default()
            },
            Said {
                day: "2022-07-13",
                who: "the security adviser",
                actor: Some("united-states"),
                via: Some("Echo"),
                outlet: "Courier",
                ..Said::default()
            },
        ],
    );
    drones.entries.push(Stored {
        name: "2022-07-16-verdict-77aa01be.json".to_owned(),
        entry: Entry::Verdict(Verdict {
            schema: Entry::SCHEMA.to_owned(),
            r#type: "verdict".to_owned(),
            recorded: "2022-07-16".parse().unwrap(),
            by: "Ada Example".to_owned(),
            rating: "Half true".to_owned(),
            scale: Some(Scale { value: 3.0, best: 5.0, worst: 1.0 }),
            note: Some("Talks are on record, a transfer is not.".to_owned()),
            url: "https://example.org/verdict".to_owned(),
        }),
    });
    let mut fire = record(
        FIRE,
        "People died in the fire at Harbour House",
        Kind::Casualty,
        &[],
        &[
            police("2022-07-17T09:10", "7", 7.0, Bound::Exact),
            police("2022-07-17T18:30", "12", 12.0, Bound::Exact),
            Said {
                day: "2022-07-18T07:00",
                who: "the fire service",
                outlet: "Courier",
                figure: Some(("about 11", 11.0, Bound::About)),
                ..Said::default()
            },
            Said {
                day: "2022-07-18T08:00",
                who: "a hospital",
                outlet: "Courier",
                figure: Some(("no more than 9", 9.0, Bound::AtMost)),
                ..Said::default()
            },
            police("2022-07-18T10:00", "at least 12", 12.0, Bound::AtLeast),
        ],
    );
    fire.entries.push(Stored {
        name: "2022-07-18-strike-0a0b0c0d.json".to_owned(),
        entry: Entry::Strike(Strike {
            schema: Entry::SCHEMA.to_owned(),
            r#type: "strike".to_owned(),
            recorded: "2022-07-18".parse().unwrap(),
            by: "desk".to_owned(),
            entry: fire.entries[3].name.clone(),
            why: "the hospital spoke of the injured".to_owned(),
        }),
    });
    let trip = record(
        TRIP,
        "Vladimir Putin will travel to Tehran on 19 July 2022",
        Kind::Meeting,
        &["russia"],
        &[Said { who: "the Kremlin", actor: Some("kremlin"), ..Said::default() }],
    );
    vec![fire, drones, trip]
}

/// Calls with a desk on a ledger of these records.
pub(crate) fn with_desk<T>(records: Vec<Record>, call: impl FnOnce(&Desk<'_>) -> T) -> T {
    let mut ledger = Ledger::in_memory(records);
    ledger.config.name = "Sample desk".to_owned();
    let kin = Kin::new(&ledger.records);
    let today = "2022-07-19".parse().unwrap();
    call(&Desk { ledger: &ledger, kin: &kin, actors: &actors(), today })
}
