//! The fold over histories, and what holds of any entries at all.

mod properties;
mod story;

use claimbook::claim::{Actors, Authorities};
use claimbook::status::{ChangeType, Kin, Position, Status, Step, Voice};

use story::{Story, actors, stories};

#[test]
fn every_history_comes_out_as_written() {
    let actors = actors();
    let stories = stories();
    let mut wrong = Vec::new();
    for story in &stories {
        assert!(!story.expected.is_empty(), "{}: expects nothing", story.title);
        wrong.extend(failures(story, &actors));
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), stories.len(), wrong.join("\n"));
}

#[test]
fn there_are_enough_histories() {
    let stories = stories();
    assert!(stories.len() >= 60, "only {}", stories.len());
    for state in claimbook::status::State::ALL {
        let row = |story: &Story| {
            story.expected.iter().any(|(key, value)| {
                key == "is" && value.split_whitespace().next() == Some(state.name())
            })
        };
        assert!(stories.iter().filter(|story| row(story)).count() >= 2, "row {}", state.name());
    }
}

fn failures(story: &Story, actors: &Actors) -> Vec<String> {
    let authorities = Authorities::default();
    let kin = Kin::new(&story.records);
    let record = &story.records[0];
    let status = kin.status(record, &story.records, &[], actors, &authorities);
    let history = kin.history(record, &story.records, actors, &authorities);
    let expected = story.expected.iter();
    expected
        .filter_map(|(key, want)| {
            let got = describe(key, want, &status, &history);
            (got != *want)
                .then(|| format!("{}\n    {key}: want {want}\n    {key}: got  {got}", story.title))
        })
        .collect()
}

/// Says what the fold found, in the words of the notation.
fn describe(key: &str, want: &str, status: &Status, history: &[Step]) -> String {
    let yes = |holds: bool| if holds { "yes" } else { "no" };
    let join =
        |parts: Vec<String>| if parts.is_empty() { "-".to_owned() } else { parts.join(", ") };
    let names = |voices: Vec<&Voice>| {
        let mut out: Vec<String> = Vec::new();
        for voice in voices {
            let name = voice.name.clone().unwrap_or_else(|| "nobody".to_owned());
            if !out.contains(&name) {
                out.push(name);
            }
        }
        join(out)
    };
    let voices = |positions: Vec<&Position>| names(positions.iter().map(|p| &p.voice).collect());
    match key {
        "is" if status.by.is_empty() => status.state.name().to_owned(),
        "is" => format!("{} by {}", status.state.name(), names(status.by.iter().collect())),
        "sources" => names(status.sources.iter().collect()),
        "for" => voices(status.supporters().collect()),
        "against" => voices(status.positions.iter().filter(|p| p.is_against()).collect()),
        "phase" => match status.planned_for {
            Some(day) => format!("{} {day}", status.phase.name()),
            None => status.phase.name().to_owned(),
        },
        "changes" => join(history.iter().map(step).collect()),
        "counts" => {
            let why = status.readings.iter().map(|r| r.why_not.map_or("yes", |why| why.name()));
            join(why.map(str::to_owned).collect())
        }
        "accepted" => join(status.readings.iter().map(|r| yes(r.accepted).to_owned()).collect()),
        "figures" => {
            let points = status.series.iter().flat_map(|series| &series.points);
            let relation = |entry: &str| {
                points.clone().find(|p| p.entry == entry).map(|p| p.relation.name().to_owned())
            };
            join(status.readings.iter().filter_map(|r| relation(&r.entry)).collect())
        }
        "odds" => yes(status.at_odds).to_owned(),
        "reversed" => yes(status.reversed).to_owned(),
        "articles" => status.articles.to_string(),
        "unnamed" => status.unnamed.to_string(),
        "since" => status.since.as_ref().map_or("-".to_owned(), ToString::to_string),
        "statement" => status.statement.clone(),
        "overdue" => {
            let day = want.split_whitespace().next().unwrap();
            format!("{day} {}", yes(status.overdue(day.parse().unwrap())))
        }
        "verdict" => status.verdict.as_ref().map_or("-".to_owned(), |ruling| {
            format!("{} {}", ruling.later, if ruling.outdated { "outdated" } else { "holds" })
        }),
        _ => panic!("no such expectation: {key}"),
    }
}

fn step(step: &Step) -> String {
    let change = &step.change;
    match &change.figure {
        Some(figure) if change.r#type != ChangeType::New => {
            format!("{} {}>{}", change.r#type.name(), figure.from, figure.to)
        }
        _ => change.r#type.name().to_owned(),
    }
}
