//! One claim that turns out to be two, and two that turned out to be one and are not.

use serde_json::Value;

use crate::program::{Desk, Ran};

const BOTH: &str = "2024-05-north-sells-and-trains-1";
const TODAY: [&str; 4] = ["--by", "Ada", "--today", "2024-05-20"];

fn run(desk: &Desk, args: &[&str]) -> Ran {
    desk.run(&[args, &TODAY[..]].concat())
}

/// Returns all that is known of a claim, as the schema has it.
fn json(desk: &Desk, id: &str) -> Value {
    let schema = serde_json::from_str(include_str!("../../schemas/show-1.json")).unwrap();
    let text = run(desk, &["show", id, "--format", "json"]).ends(0).out;
    let shown = serde_json::from_str(&text).unwrap();
    let first = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&shown)
        .next()
        .map(|it| it.to_string());
    assert_eq!(first, None, "{text}");
    shown
}

/// Returns the file name of the entry that a command wrote.
fn written(ran: Ran) -> String {
    ran.ends(0).out.lines().last().unwrap().rsplit('/').next().unwrap().to_owned()
}

/// A ledger with one claim that holds two propositions: the sale is denied, the training confirmed.
fn desk() -> (Desk, [String; 3]) {
    let desk = Desk::new();
    desk.run(&["init"]).ends(0);
    let statement = "The north sells drones and trains pilots";
    run(&desk, &["new", statement, "--kind", "deal", "--id", BOTH, "--date", "2024-05-02"]).ends(0);
    let add = |day: &str, who: &str, stance: &str, figure: &[&str]| {
        let args = ["add", BOTH, "--outlet", "Echo", "--date", day, "--source", who];
        written(run(&desk, &[&args[..], &["--stance", stance], figure].concat()))
    };
    let names = [
        add("2024-05-02", "the envoy", "asserts", &["--figure", "up to 300 drones"]),
        add("2024-05-04", "the trader", "doubts", &[]),
        add("2024-05-06", "the trainer", "confirms", &[]),
    ];
    (desk, names)
}

fn stances(shown: &Value) -> Vec<(&str, &str)> {
    let rows = shown["timeline"].as_array().unwrap().iter();
    let rows = rows.filter(|row| row["why_not"] != "struck");
    rows.map(|row| (row["voice"].as_str().unwrap(), row["stance"].as_str().unwrap())).collect()
}

#[test]
fn a_claim_of_two_propositions_becomes_two() {
    let (desk, [_, doubt, training]) = desk();
    let keep = ["--keep", "The north sells drones", "--new", "The north trains pilots"];
    let stays = ["--stays", &doubt, "--moves", training.trim_end_matches(".json")];
    let args = [&["split", BOTH][..], &keep, &stays, &["--kind", "military"]].concat();
    let made = run(&desk, &args).ends(0);
    let second = made.out.lines().next().unwrap().split('/').nth(1).unwrap().to_owned();
    // A new claim with two appearances; a distinct, an amendment and a strike on the old one.
    assert_eq!(made.out.matches("wrote ").count(), 6, "{}", made.out);
    let (first, new) = (json(&desk, BOTH), json(&desk, &second));
    assert_eq!(first["status"]["statement"], "The north sells drones");
    assert_eq!(stances(&first), [("the envoy", "asserts"), ("the trader", "doubts")]);
    assert_eq!(
        (&new["claim"]["kind"], &new["claim"]["created"]),
        (&"military".into(), &"2024-05-02".into())
    );
    assert_eq!(stances(&new), [("the envoy", "asserts"), ("the trainer", "confirms")]);
    assert_eq!(new["figures"][0]["points"][0]["figure"]["value"], 300);
    // Nothing is gone, lint has nothing against it, and doing it again adds nothing.
    assert_eq!(first["entries"].as_array().unwrap().len(), 6);
    let judged = run(&desk, &["lint"]).ends(0).out;
    assert!(!judged.contains("near-duplicate") && !judged.contains("error["), "{judged}");
    let again = run(&desk, &args).ends(0).out;
    assert!(!again.contains("wrote "), "{again}");
}

#[test]
fn a_split_takes_only_the_figures_that_count_the_same() {
    let (desk, [envoy, doubt, _]) = desk();
    run(
        &desk,
        &[
            "new",
            "The north trains pilots",
            "--kind",
            "military",
            "--id",
            "pilots-1",
            "--measure",
            "trained",
        ],
    )
    .ends(0);
    run(&desk, &["strike", &doubt, "--why", "misread"]).ends(0);
    let args = [
        "split",
        BOTH,
        "--keep",
        "The north sells drones",
        "--into",
        "pilots-1",
        "--moves",
        &envoy,
    ];
    run(&desk, &args).ends(0);
    let second = json(&desk, "pilots-1");
    assert_eq!(stances(&second).len(), 2, "a struck entry does not come along: {second}");
    run(&desk, &["split", BOTH, "--keep", "x", "--into", BOTH]).ends(2).complains("into itself");
    let twice =
        ["split", BOTH, "--keep", "x", "--into", "pilots-1", "--moves", &envoy, "--stays", &envoy];
    run(&desk, &twice).ends(2).complains("both name it");
    let other = ["split", "pilots-1", "--keep", "x", "--new", "y", "--stays", &doubt];
    run(&desk, &other).ends(2).complains("there is no entry");
    desk.run(&["split", BOTH, "--keep", "x", "--new", "y"]).ends(2).complains("who splits it?");
}

#[test]
fn what_was_called_one_can_be_two_again() {
    let (desk, _) = desk();
    run(&desk, &["new", "The north teaches pilots", "--kind", "military", "--id", "pilots-1"])
        .ends(0);
    run(&desk, &["same-as", "pilots-1", BOTH]).ends(0);
    assert_eq!(json(&desk, "pilots-1")["timeline"].as_array().unwrap().len(), 3);
    // Whoever takes it back need not know which of the two carries it.
    let undo = ["same-as", BOTH, "pilots-1", "--undo", "--why", "another school"];
    run(&desk, &undo).ends(0).says("claims/pilots-1/");
    assert_eq!(json(&desk, "pilots-1")["timeline"].as_array().unwrap().len(), 0);
    run(&desk, &undo).ends(2).complains("nothing says");
    run(&desk, &["same-as", "pilots-1", BOTH, "--undo"]).ends(2).complains("--why");
}

#[test]
fn verdicts_go_out_as_a_table_and_come_back() {
    let (desk, _) = desk();
    let rule = ["verdict", BOTH, "--rating", "=Half true", "--url", "https://example.org/1"];
    let scale = ["--scale", "3", "5", "1", "--note", "Sold, not trained\nso far"];
    run(&desk, &[&rule[..], &scale].concat()).ends(0);
    let table = run(&desk, &["export", "csv", "--table", "verdicts"]).ends(0);
    let table = table.says("'=Half true,3,5,1,").says(",no,no,").out;
    run(&desk, &["init", "copy"]).ends(0);
    let claims = run(&desk, &["export", "csv"]).ends(0).out;
    desk.write("claims.csv", claims);
    desk.write("verdicts.csv", &table);
    for file in ["claims.csv", "verdicts.csv"] {
        run(&desk, &["import", "csv", file, "--ledger", "copy"]).ends(0);
    }
    let ruled = ["export", "csv", "--table", "verdicts", "--ledger", "copy"];
    let back = run(&desk, &ruled).ends(0).out;
    let cells = |text: &str| {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        row.iter()
            .enumerate()
            .filter(|(at, _)| *at != 4)
            .map(|(_, cell)| cell.to_owned())
            .collect::<Vec<_>>()
    };
    // All but the status, which rests on appearances that did not come along.
    assert_eq!(cells(&back), cells(&table));
    for (from, to, reason) in [
        (",3,5,1,", ",9,5,1,", "lies outside"),
        (",3,5,1,", ",3,,1,", "all three or none"),
        (",Ada,", ",,", "who ruled?"),
    ] {
        desk.write("bad.csv", table.replace(from, to));
        let bad = ["import", "csv", "bad.csv", "--ledger", "copy"];
        run(&desk, &bad).ends(2).complains("bad.csv:2").complains(reason);
    }
}
