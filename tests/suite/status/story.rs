//! Histories as text: the notation of tests/fixtures/histories/README.md.

use std::collections::BTreeMap;
use std::path::PathBuf;

use claimbook::article::Span;
use claimbook::claim::{
    Accept, Actor, Actors, Amendment, Appearance, ArticleRef, Basis, Bound, Claim, ClaimId, Cue,
    Entry, Figure, Force, Grain, Kind, Link, Modality, Note, Party, Period, Quotation, Record,
    Relation, Role, Scope, Source, SourceClass, Stored, Strike, Verdict, When,
};

/// A history: one claim or two, and what is expected of the first.
pub(crate) struct Story {
    pub(crate) title: String,
    pub(crate) records: Vec<Record>,
    pub(crate) expected: Vec<(String, String)>,
}

const EXPECTED: &[&str] = &[
    "is",
    "sources",
    "phase",
    "changes",
    "counts",
    "figures",
    "odds",
    "articles",
    "unnamed",
    "since",
    "reversed",
    "overdue",
    "statement",
    "verdict",
    "accepted",
    "for",
    "against",
];

pub(crate) fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/histories"))
}

pub(crate) fn actors() -> Actors {
    let text = std::fs::read_to_string(folder().join("actors.txt")).unwrap();
    Actors::new(text.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        Actor {
            id: words[0].to_owned(),
            name: words[3..].join(" "),
            aliases: Vec::new(),
            r#type: words[1].to_owned(),
            speaks_for: (words[2] != "-").then(|| words[2].to_owned()),
        }
    }))
}

pub(crate) fn stories() -> Vec<Story> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder()).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|path| {
        path.extension().is_some_and(|e| e == "txt") && !path.ends_with("actors.txt")
    });
    files.sort();
    let mut out: Vec<Story> = Vec::new();
    for path in files {
        let theme = path.file_stem().unwrap().to_string_lossy().into_owned();
        for (number, line) in std::fs::read_to_string(&path).unwrap().lines().enumerate() {
            let line = line.trim();
            if let Some(title) = line.strip_prefix("== ") {
                let title = format!("{theme}: {title}");
                out.push(Story { title, records: Vec::new(), expected: Vec::new() });
            } else if !line.is_empty() && !line.starts_with('#') {
                read(line, number, out.last_mut().unwrap());
            }
        }
    }
    out
}

fn read(line: &str, number: usize, story: &mut Story) {
    let (head, rest) = line.split_once(' ').unwrap_or((line, ""));
    if EXPECTED.contains(&head) {
        story.expected.push((head.to_owned(), rest.trim().to_owned()));
        return;
    }
    if matches!(head, "claim" | "other") {
        story.records.push(Record { claim: claim(head, rest), entries: Vec::new() });
        return;
    }
    let (label, mut rest) = match head.strip_suffix(':') {
        Some(label) => (label.to_owned(), rest.trim()),
        None => (format!("line-{number:03}"), line),
    };
    let recorded = match rest.strip_prefix('@') {
        Some(dated) => {
            let (date, after) = dated.split_once(' ').unwrap();
            rest = after.trim();
            date
        }
        None => "2030-01-01",
    };
    let (verb, object) = rest.split_once(' ').unwrap_or((rest, ""));
    let other = if story.records.len() > 1 { "the-claim" } else { "the-other" };
    let entry = match remark(verb, object.trim(), when(recorded), other) {
        Some(entry) => entry,
        None => Entry::Appearance(Box::new(appearance(rest))),
    };
    story.records.last_mut().unwrap().entries.push(Stored { name: label, entry });
}

fn claim(head: &str, text: &str) -> Claim {
    let mut words = text.split_whitespace();
    let kind: Kind = words.next().unwrap().parse().unwrap();
    let mut claim = Claim {
        schema: Claim::SCHEMA.to_owned(),
        id: format!("the-{head}").parse::<ClaimId>().unwrap(),
        statement: format!("What the {head} says"),
        wordings: Vec::new(),
        kind,
        parties: Vec::new(),
        measure: None,
        planned_for: None,
        tags: Vec::new(),
        created: "2022-07-01".parse().unwrap(),
    };
    for word in words {
        match word.split_once('=').unwrap() {
            ("planned", day) => claim.planned_for = Some(day.parse().unwrap()),
            ("measure", measure) => claim.measure = Some(measure.to_owned()),
            (actor, role) => {
                claim.parties.push(Party { actor: actor.replace('_', " "), role: role.to_owned() });
            }
        }
    }
    claim
}

fn remark(verb: &str, object: &str, recorded: When, other: &str) -> Option<Entry> {
    let (schema, by, object) = ("entry-1".to_owned(), "desk".to_owned(), object.to_owned());
    let r#type = verb.to_owned();
    Some(match verb {
        "strike" => Entry::Strike(Strike {
            schema,
            r#type,
            recorded,
            by,
            entry: object,
            why: "ours".into(),
        }),
        "accept" => Entry::Accept(Accept { schema, r#type, recorded, by, entry: object }),
        "amend" => Entry::Amendment(Amendment {
            schema,
            r#type,
            recorded,
            by,
            statement: object,
            why: None,
        }),
        "note" => Entry::Note(Note { schema, r#type, recorded, by, text: object }),
        "verdict" => Entry::Verdict(Verdict {
            schema,
            r#type,
            recorded,
            by,
            rating: object,
            scale: None,
            note: None,
            url: "https://desk.example/1".into(),
        }),
        "same-as" | "distinct" => {
            let other = other.parse().unwrap();
            let relation = Relation { schema, r#type, recorded, by, other, why: None };
            if verb == "same-as" { Entry::SameAs(relation) } else { Entry::Distinct(relation) }
        }
        _ => return None,
    })
}

fn appearance(line: &str) -> Appearance {
    let (line, quote) = match line.split_once("quote=") {
        Some((line, quote)) => (line, Some(quote.to_owned())),
        None => (line, None),
    };
    let mut words = line.split_whitespace();
    let mut next = || words.next().unwrap_or_else(|| panic!("too few words: {line}"));
    let (date, article, speakers, stance) = (next(), next(), next(), next());
    let mut entry = Appearance {
        schema: "entry-1".into(),
        r#type: "appearance".into(),
        said: Some(when(date)),
        published: when(date),
        recorded: when("2029-01-01"),
        by: "desk".into(),
        accepted_by: None,
        article: ArticleRef {
            title: None,
            outlet: None,
            url: Some(format!("https://{article}.example/")),
            archive_url: None,
            sha256: Some(article.to_owned()),
        },
        span: Some(Span::new(line.len() * 1000, line.len() * 1000 + 5)),
        quote,
        stance: stance.parse().unwrap_or_else(|e| panic!("{e}: {line}")),
        scope: Scope::Whole,
        modality: Modality::Happened,
        quotation: Quotation::Indirect,
        confidence: 1.0,
        attribution: attribution(speakers),
        figure: None,
        periods: Vec::new(),
    };
    // The span only tells mentions of one article apart.
    let place = speakers.bytes().map(usize::from).sum();
    entry.span = Some(Span::new(place, place + 10));
    let options: Vec<(&str, &str)> =
        words.map(|word| word.split_once('=').unwrap_or((word, ""))).collect();
    for (option, value) in &options {
        apply(&mut entry, option, value);
    }
    if let Some(figure) = figure(&options.into_iter().collect()) {
        entry.figure = Some(figure);
    }
    entry
}

fn apply(entry: &mut Appearance, option: &str, value: &str) {
    let text = || Some(value.replace('_', " "));
    match option {
        "undated" => entry.said = None,
        "part" => entry.scope = Scope::Part,
        "planned" => entry.modality = Modality::Planned,
        "possible" => entry.modality = Modality::Possible,
        "published" => entry.published = when(value),
        "recorded" => entry.recorded = when(value),
        "span" => {
            let at = value.parse().unwrap();
            entry.span = Some(Span::new(at, at + 10));
        }
        "sha" => entry.article.sha256 = text(),
        "url" => entry.article.url = text(),
        "byhand" => (entry.article.sha256, entry.span) = (None, None),
        "nowhere" => (entry.article.url, entry.article.sha256) = (None, None),
        "outlet" => entry.article.outlet = text(),
        "accepted" => entry.accepted_by = Some("editor".into()),
        "day" => entry.periods.push(Period {
            text: value.to_owned(),
            span: Span::default(),
            start: Some(value.parse().unwrap()),
            end: Some(value.parse().unwrap()),
            grain: Grain::Day,
            role: Role::Event,
        }),
        "fig" | "measure" | "basis" | "former" | "more" | "unit" => {}
        _ => panic!("no such option: {option}"),
    }
}

fn figure(options: &BTreeMap<&str, &str>) -> Option<Figure> {
    let words = options.get("fig")?;
    let (bound, value) = words.split_once(':').unwrap_or(("exact", words));
    let bound: Bound = bound.parse().unwrap();
    let number = |text: &str| text.parse::<f64>().unwrap();
    let mut figure = match (bound, value.split_once('-')) {
        (Bound::Range, Some((low, high))) => {
            Figure::new(value, Span::default(), number(low), bound, Some(number(high)))
        }
        (Bound::Vague, Some((low, high))) => {
            Figure::vague(value, Span::default(), number(low), number(high))
        }
        _ => Figure::new(value, Span::default(), number(value), bound, None),
    };
    figure.measure = options.get("measure").map(|measure| (*measure).to_owned());
    figure.unit = options.get("unit").map(|unit| (*unit).to_owned());
    figure.basis = options.get("basis").map_or(Basis::Reported, |basis| basis.parse().unwrap());
    figure.former = options.get("former").map(|former| number(former));
    figure.delta = options.contains_key("more");
    Some(figure)
}

fn attribution(speakers: &str) -> Vec<Link> {
    let cue = || Some(Cue { text: "said".into(), span: None, force: Force::Neutral });
    let speakers = speakers.split('>').filter(|speaker| *speaker != "-");
    speakers.map(|speaker| Link { source: source(speaker), cue: cue() }).collect()
}

fn source(speaker: &str) -> Option<Source> {
    let (class, text) = match speaker.split_once(':') {
        Some((class, text)) => (class.parse::<SourceClass>().unwrap(), text),
        None if speaker == "?" => (SourceClass::Unnamed, "sources"),
        None if speaker == "reportedly" => return None,
        None => {
            let actor = Some(speaker.to_owned());
            return Some(Source {
                text: speaker.into(),
                span: None,
                actor,
                class: SourceClass::Body,
            });
        }
    };
    Some(Source { text: text.replace('_', " "), span: None, actor: None, class })
}

fn when(text: &str) -> When {
    text.parse().unwrap_or_else(|e| panic!("{e}"))
}
