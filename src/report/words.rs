//! The words in which a status is put to people: never bare, always by whom.

use crate::claim::{Appearance, Quotation, Stance};
use crate::status::{Change, ChangeType, FigureRelation, Phase, Position, State, Status, Voice};

/// Returns `denied by Russia`, `2 sources: A, B`, `reported, no source named`.
pub(super) fn status(status: &Status) -> String {
    let (head, rest) = parts(status);
    format!("{head}{rest}")
}

/// Returns the state as a heading, and what stands behind it: `DENIED` and ` by Russia, Iran`.
pub(super) fn heading(status: &Status) -> (String, String) {
    let (head, rest) = parts(status);
    (head.to_uppercase(), rest)
}

/// Returns the state and what stands behind it.
fn parts(status: &Status) -> (String, String) {
    let by = some(&status.by);
    let name = status.state.name().to_owned();
    match status.state {
        State::Open => (name, ", nothing on file".to_owned()),
        State::Reported if by.is_empty() => (name, ", no source named".to_owned()),
        State::Corroborated => {
            (count(status.sources.len(), "source"), format!(": {}", some(&status.sources)))
        }
        State::Disputed => {
            let held = list(status.supporters(), "says so", "say so");
            let denied = list(status.deniers(), "denies it", "deny it");
            (name, format!(": {held}, {denied}"))
        }
        State::Retracted => ("taken back".to_owned(), by_whom(&by)),
        _ => (name, by_whom(&by)),
    }
}

fn by_whom(by: &str) -> String {
    if by.is_empty() { String::new() } else { format!(" by {by}") }
}

/// Returns who holds a position, and what that is, as one or as several do it.
fn list<'a>(positions: impl Iterator<Item = &'a Position>, one: &str, many: &str) -> String {
    let voices: Vec<_> = positions.map(|position| position.voice.clone()).collect();
    match distinct(&voices).as_slice() {
        [] => format!("no source named {one}"),
        [name] => format!("{name} {one}"),
        _ => format!("{} {many}", some(&voices)),
    }
}

/// Returns how much is quoted.
pub(super) fn quoted(quotation: Quotation) -> &'static str {
    match quotation {
        Quotation::Direct => "quoted",
        Quotation::Mixed => "partly quoted",
        Quotation::Indirect => "indirect",
        Quotation::None => "",
    }
}

/// Returns the names of voices, each once: `Russia, Iran`.
pub(super) fn names(voices: &[Voice]) -> String {
    distinct(voices).join(", ")
}

/// Returns the names of voices as far as a sentence holds them: `Russia, Iran and 7 more`.
fn some(voices: &[Voice]) -> String {
    const HELD: usize = 6;
    let names = distinct(voices);
    match names.len().checked_sub(HELD) {
        Some(more) if more > 0 => format!("{} and {} more", names[..HELD - 1].join(", "), more + 1),
        _ => names.join(", "),
    }
}

fn distinct(voices: &[Voice]) -> Vec<&str> {
    let mut out: Vec<&str> = Vec::new();
    for voice in voices {
        let name = voice.name.as_deref().unwrap_or("no source named");
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

/// Returns what a voice does with a claim: `says so`, `denies it`.
pub(super) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "says so",
        Stance::Confirms => "confirms it",
        Stance::Denies => "denies it",
        Stance::Doubts => "doubts it",
        Stance::Retracts => "takes it back",
        Stance::NoComment => "no comment",
    }
}

/// Returns the heading of a change: `DENIED`.
pub(super) fn change(change: ChangeType) -> &'static str {
    match change {
        ChangeType::New => "NEW",
        ChangeType::Retracted => "RETRACTED",
        ChangeType::CalledOff => "CALLED OFF",
        ChangeType::Denied => "DENIED",
        ChangeType::Disputed => "DISPUTED",
        ChangeType::Confirmed => "CONFIRMED",
        ChangeType::Revised => "REVISED",
        ChangeType::Corroborated => "2ND SOURCE",
        ChangeType::Repeated => "REPEATED",
    }
}

/// Returns what becomes of a planned event.
pub(super) fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::None => "",
        Phase::Planned => "planned",
        Phase::TookPlace => "it took place",
        Phase::CalledOff => "called off",
        Phase::Rescheduled => "moved to another day",
    }
}

/// Returns `1 article` or `3 articles`.
pub(super) fn count(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}

/// Returns a number for people: `1,537`, `4.5`.
pub(super) fn number(value: f64) -> String {
    if value.fract() != 0.0 || value.abs() >= 1e15 {
        return format!("{value}");
    }
    let digits = format!("{}", value.abs() as i64);
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if value < 0.0 { format!("-{out}") } else { out }
}

/// Returns what a change did: `reported -> denied, by Russia (Echo)`.
pub(super) fn moved(change: &Change, said: &Appearance) -> String {
    let mut out = match change.from {
        Some(from) if from == change.to => format!("stays {}", change.to.name()),
        Some(from) => format!("{} -> {}", from.name(), change.to.name()),
        None => format!("first seen, {}", change.to.name()),
    };
    if let Some(figure) = &change.figure {
        let (from, to) = (number(figure.from), number(figure.to));
        let how = match figure.relation {
            FigureRelation::Corrected => " (corrected)",
            FigureRelation::AtOdds => " (at odds)",
            _ => "",
        };
        out.push_str(&format!(", {from} -> {to}{how}"));
    }
    if let Some(moved) = change.phase.filter(|moved| *moved != Phase::Planned) {
        out.push_str(&format!(", {}", phase(moved)));
    }
    if change.reversed {
        out.push_str(", reversing itself");
    }
    let by =
        change.by.as_deref().map_or(String::from(", no source named"), |by| format!(", by {by}"));
    let outlet = said.article.outlet.as_deref().unwrap_or("outlet not stated");
    format!("{out}{by} ({outlet})")
}
