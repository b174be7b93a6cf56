//! Articles that change the sample ledger, and what their check reports.

use std::collections::BTreeMap;

use claimbook::article::{Article, Span};
use claimbook::check::{Checked, ClaimChange, Proposal, Report};
use claimbook::claim::{
    Act, Appearance, ArticleRef, Authorities, Bound, Entry, Kind, Mention, Modality, Quotation,
    Record, Scope, Stance, Stored, When,
};
use claimbook::matching::{Match, Reason, Relation};
use claimbook::status::{ChangeType, change, fold};

use crate::pages::sample::{DRONES, FIRE, Said, TRIP, actors, figure, link, record, records};

/// The article: own words on a true kind of story.
pub(crate) const TEXT: &str = "\
Vladimir Putin will travel to Tehran on Tuesday, state television said. The trip follows a week in \
which American intelligence reported that Iran was willing to sell dozens of drones to Moscow. \
But the Kremlin later denied any such deal.

At least 14 people died in the fire at Harbour House, the mayor said on Monday, after the police \
had spoken of 12. The fire service said that the alarm had not rung, and a neighbour, quoted by \
the Courier, said that the doors were locked.

Tass reported that Russia has claimed that more than 250 fighters were killed near the river. \
\"Trust has grown between the two,\" Yuri Ushakov told reporters.
";

/// One claim of the sample article, by its words.
struct Line {
    content: &'static str,
    chain: &'static [(&'static str, Option<&'static str>, &'static str)],
    kind: Kind,
    stance: Stance,
    claim: Option<&'static str>,
    figure: Option<(&'static str, f64, Bound)>,
    antecedent: Option<&'static str>,
}

const LINES: &[Line] = &[
    Line {
        content: "Vladimir Putin will travel to Tehran on Tuesday",
        chain: &[("state television", None, "said")],
        kind: Kind::Meeting,
        stance: Stance::Asserts,
        claim: Some(TRIP),
        figure: None,
        antecedent: None,
    },
    Line {
        content: "Iran was willing to sell dozens of drones to Moscow",
        chain: &[("American intelligence", Some("united-states"), "reported")],
        kind: Kind::Deal,
        stance: Stance::Asserts,
        claim: Some(DRONES),
        figure: None,
        antecedent: None,
    },
    Line {
        content: "any such deal",
        chain: &[("the Kremlin", Some("kremlin"), "denied")],
        kind: Kind::Deal,
        stance: Stance::Denies,
        claim: Some(DRONES),
        figure: None,
        antecedent: Some("m2"),
    },
    Line {
        content: "At least 14 people died in the fire at Harbour House",
        chain: &[("the mayor", Some("mayor"), "said")],
        kind: Kind::Casualty,
        stance: Stance::Asserts,
        claim: Some(FIRE),
        figure: Some(("At least 14", 14.0, Bound::AtLeast)),
        antecedent: None,
    },
    Line {
        content: "the alarm had not rung",
        chain: &[("The fire service", None, "said")],
        kind: Kind::Other,
        stance: Stance::Asserts,
        claim: None,
        figure: None,
        antecedent: None,
    },
    Line {
        content: "the doors were locked",
        chain: &[("the Courier", None, "quoted"), ("a neighbour", None, "said")],
        kind: Kind::Other,
        stance: Stance::Asserts,
        claim: None,
        figure: None,
        antecedent: None,
    },
    Line {
        content: "Russia has claimed that more than 250 fighters were killed near the river",
        chain: &[("Tass", None, "reported")],
        kind: Kind::Remark,
        stance: Stance::Asserts,
        claim: None,
        figure: None,
        antecedent: None,
    },
    Line {
        content: "more than 250 fighters were killed near the river",
        chain: &[("Tass", None, "reported"), ("Russia", Some("russia"), "has claimed")],
        kind: Kind::Casualty,
        stance: Stance::Asserts,
        claim: None,
        figure: Some(("more than 250", 250.0, Bound::MoreThan)),
        antecedent: None,
    },
    Line {
        content: "\"Trust has grown between the two,\"",
        chain: &[("Yuri Ushakov", None, "told")],
        kind: Kind::Remark,
        stance: Stance::Asserts,
        claim: None,
        figure: None,
        antecedent: None,
    },
];

/// Returns the report of an article with these mentions, folded for real.
pub(crate) fn report() -> Report {
    let mut article = Article::from_text(TEXT);
    article.meta.title = Some("Putin to visit Tehran as toll of harbour fire rises".to_owned());
    article.meta.date = "2022-07-19".parse().ok();
    article.meta.outlet = Some("Evening Courier".to_owned());
    article.meta.url = Some("https://example.org/evening".to_owned());
    let mentions = LINES.iter().enumerate().map(|(at, line)| mention(TEXT, at, line)).collect();
    let claims: Vec<Option<&str>> = LINES.iter().map(|line| line.claim).collect();
    lay(article, mentions, &claims, &records())
}

fn mention(text: &str, at: usize, line: &Line) -> Mention {
    let start = text.find(line.content).unwrap();
    let span = Span::new(start, start + line.content.len());
    let near = |words: &str| {
        let sentence = text[..start].rfind(". ").map_or(0, |dot| dot + 2);
        let at = sentence + text[sentence..].find(words).unwrap();
        Some(Span::new(at, at + words.len()))
    };
    let chain = line.chain.iter().map(|(who, actor, cue)| {
        let mut link = link(who, *actor, cue);
        link.source.as_mut().unwrap().span = near(who);
        link.cue.as_mut().unwrap().span = near(cue);
        link
    });
    Mention {
        id: format!("m{}", at + 1),
        span,
        content: vec![span],
        attribution: chain.collect(),
        channel: None,
        act: Act::Says,
        stance: line.stance,
        scope: Scope::Whole,
        kind: line.kind,
        modality: Modality::Happened,
        quotation: if line.content.starts_with('"') {
            Quotation::Direct
        } else {
            Quotation::Indirect
        },
        figures: line
            .figure
            .iter()
            .map(|(text, value, bound)| figure(text, *value, *bound))
            .collect(),
        periods: Vec::new(),
        actors: Vec::new(),
        antecedent: line.antecedent.map(str::to_owned),
        confidence: 0.9,
        guess: None,
        statement: line.content.trim_matches(['"', ',']).to_owned(),
        event: None,
        names: Vec::new(),
    }
}

/// Lays mentions against the records: what each does comes from the fold.
pub(crate) fn lay(
    article: Article,
    mentions: Vec<Mention>,
    claims: &[Option<&str>],
    records: &[Record],
) -> Report {
    let (actors, authorities) = (actors(), Authorities::default());
    let mut report =
        Report { article, mentions: Vec::new(), proposals: Vec::new(), changes: Vec::new() };
    let mut drafts: BTreeMap<&str, Vec<Stored>> = BTreeMap::new();
    for (mention, claim) in mentions.into_iter().zip(claims) {
        let entry = appearance(&report.article, &mention);
        let stored = Stored { name: format!("{}.json", mention.id), entry };
        let known = claim.and_then(|id| records.iter().find(|row| row.claim.id.as_str() == id));
        let fallback;
        let record = match known {
            Some(record) => record,
            None => {
                fallback = record_of(&mention);
                &fallback
            }
        };
        let before = known.map(|row| fold(&row.claim, &row.entries, &actors, &authorities));
        let drafts = drafts.entry(claim.unwrap_or("")).or_default();
        if known.is_none() {
            drafts.clear();
        }
        drafts.push(stored.clone());
        let entries = record.entries.iter().chain(drafts.iter());
        let after = fold(&record.claim, entries, &actors, &authorities);
        let change = change(before.as_ref(), &after, &stored.name);
        if let Some(record) = known.filter(|_| change.r#type != ChangeType::Repeated) {
            report.changes.push(ClaimChange {
                claim: record.claim.id.to_string(),
                statement: record.claim.statement.clone(),
                r#type: change.r#type,
                from: change.from,
                to: change.to,
                by: change.by.clone(),
                mentions: vec![mention.id.clone()],
                before,
                after,
            });
        }
        let proposed = known.is_none().then(|| Proposal {
            id: record.claim.id.clone(),
            statement: mention.statement.clone(),
        });
        report.mentions.push(Checked {
            matched: known.map(|record| matched(record.claim.id.as_str())),
            candidates: near(&mention),
            proposed,
            look_at: look_at(&mention),
            on_file: false,
            change,
            mention,
        });
    }
    report
}

fn record_of(mention: &Mention) -> Record {
    let id = format!("2022-07-new-{}", mention.id);
    record(&id, &mention.statement, mention.kind, &[], &[])
}

fn appearance(article: &Article, mention: &Mention) -> Entry {
    let day = When::day(article.meta.date.unwrap());
    let Entry::Appearance(base) = Said::default().stored(0).entry else { unreachable!() };
    Entry::Appearance(Box::new(Appearance {
        said: None,
        published: day.clone(),
        recorded: day,
        article: ArticleRef {
            title: article.meta.title.clone(),
            outlet: article.meta.outlet.clone(),
            url: article.meta.url.clone(),
            archive_url: None,
            sha256: Some(article.sha256()),
        },
        span: Some(mention.span),
        quote: Some(article.slice(mention.span).to_owned()),
        stance: mention.stance,
        quotation: mention.quotation,
        attribution: mention.attribution.clone(),
        figure: mention.figures.first().cloned(),
        ..*base
    }))
}

fn matched(claim: &str) -> Match {
    let reason = |feature, weight, score, mention: &str, claim: &str| Reason {
        feature,
        weight,
        score,
        mention: mention.to_owned(),
        claim: claim.to_owned(),
    };
    Match {
        claim: claim.to_owned(),
        score: 0.86,
        relation: Relation::Same,
        reasons: vec![
            reason("parties", 0.34, 1.0, "Iran, Moscow", "Iran, Russia"),
            reason("what", 0.3, 0.8, "willing to sell", "preparing to give"),
            reason("rare words", 0.14, 1.0, "drones", "drones"),
            reason("said", 0.1, 0.9, "about 12 July", "11 July"),
        ],
        kept_apart: None,
    }
}

fn near(mention: &Mention) -> Vec<Match> {
    let guarded = mention.kind == Kind::Casualty && mention.attribution.len() > 1;
    let other = Match {
        kept_apart: Some("other place (the river, Harbour House), other measure".to_owned()),
        score: 0.63,
        ..matched(FIRE)
    };
    if guarded { vec![other] } else { Vec::new() }
}

fn look_at(mention: &Mention) -> Vec<String> {
    if mention.stance != Stance::Denies {
        return Vec::new();
    }
    vec![
        "no speaker, no date, no words: who at the Kremlin said what, when?".to_owned(),
        "to deny a deal is not to deny preparing one".to_owned(),
    ]
}

/// Words that would do harm in a page that does not escape them.
pub(crate) const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(2)> \"'`</style>\
<svg onload=alert(3)><!--]]> \u{202e}txet neddih\u{202c} a\u{200b}b\u{feff} \u{7}\u{1b}[31mred\u{0} \
[link](javascript:alert(4)) | cell **bold** &amp; </textarea>";

/// Returns a report in which every word is hostile, against a ledger in which every word is.
pub(crate) fn hostile() -> (Report, Vec<Record>) {
    let long = "x".repeat(5000);
    let text = format!("{HOSTILE} said that {HOSTILE} {long}\n\n{HOSTILE}\n");
    let mut article = Article::from_text(text.clone());
    article.meta.title = Some(HOSTILE.to_owned());
    article.meta.outlet = Some(HOSTILE.to_owned());
    article.meta.path = Some(HOSTILE.to_owned());
    article.meta.url = Some("javascript:alert(5)".to_owned());
    article.meta.date = "2022-07-19".parse().ok();
    let said = Said {
        who: HOSTILE,
        outlet: HOSTILE,
        quote: HOSTILE,
        via: Some(HOSTILE),
        ..Said::default()
    };
    let mut record = record(DRONES, HOSTILE, Kind::Deal, &[HOSTILE], &[said]);
    record.claim.tags = vec![HOSTILE.to_owned()];
    if let Entry::Appearance(entry) = &mut record.entries[0].entry {
        entry.article.url = Some("javascript:alert(6)".to_owned());
        entry.article.archive_url = Some("data:text/html,<script>alert(7)</script>".to_owned());
    }
    let start = HOSTILE.len() + " said that ".len();
    let mut first = mention(
        &text,
        0,
        &Line {
            content: "said that",
            chain: &[],
            kind: Kind::Deal,
            stance: Stance::Denies,
            claim: None,
            figure: Some((HOSTILE, 3.0, Bound::AtLeast)),
            antecedent: None,
        },
    );
    first.content = vec![Span::new(start, start + HOSTILE.len() + 5001)];
    first.attribution = vec![link(HOSTILE, None, HOSTILE), link(HOSTILE, Some("iran"), HOSTILE)];
    first.statement = HOSTILE.to_owned();
    first.guess = Some(HOSTILE);
    let mut second = first.clone();
    second.id = "m2".to_owned();
    second.content = vec![Span::new(3, start + 7), Span::new(start + 20, text.len() + 99)];
    let records = vec![record];
    let mut report = lay(article, vec![first, second], &[Some(DRONES), None], &records);
    for row in &mut report.mentions {
        row.look_at = vec![HOSTILE.to_owned()];
        for reason in row.matched.iter_mut().flat_map(|found| &mut found.reasons) {
            reason.mention = HOSTILE.to_owned();
            reason.claim = HOSTILE.to_owned();
        }
        row.candidates = vec![Match { kept_apart: Some(HOSTILE.to_owned()), ..matched(DRONES) }];
    }
    (report, records)
}

/// Returns a report on a long article with this many mentions; every third is of a claim on file.
pub(crate) fn long(number: usize) -> (Report, Vec<Record>) {
    let records = records();
    let ids = [Some(DRONES), None, Some(FIRE), None, None, Some(TRIP), None, None, None];
    let text = TEXT.repeat(number.div_ceil(LINES.len()));
    let mut article = Article::from_text(text);
    article.meta.date = "2022-07-19".parse().ok();
    let shifted = |span: Span, by: usize| Span::new(span.start + by, span.end + by);
    let mentions: Vec<Mention> = (0..number)
        .map(|at| {
            let by = at / LINES.len() * TEXT.len();
            let mut mention = mention(TEXT, at % LINES.len(), &LINES[at % LINES.len()]);
            mention.id = format!("m{}", at + 1);
            mention.antecedent = None;
            mention.span = shifted(mention.span, by);
            mention.content = vec![mention.span];
            for link in &mut mention.attribution {
                let source = link.source.as_mut().unwrap();
                source.span = source.span.map(|span| shifted(span, by));
                let cue = link.cue.as_mut().unwrap();
                cue.span = cue.span.map(|span| shifted(span, by));
            }
            mention
        })
        .collect();
    let claims: Vec<Option<&str>> = (0..number).map(|at| ids[at % ids.len()]).collect();
    let one = lay(article, mentions[..ids.len()].to_vec(), &claims[..ids.len()], &records);
    let rows = mentions
        .into_iter()
        .enumerate()
        .map(|(at, mention)| Checked { mention, ..one.mentions[at % ids.len()].clone() });
    (Report { mentions: rows.collect(), ..one }, records)
}
