//! The words in which a status is put to people: never bare, always by whom.

use crate::claim::Stance;
use crate::status::{ChangeType, Phase, State, Status, Voice};

/// Returns `denied by Russia`, `2 sources: A, B`, `reported by nobody named`.
pub(super) fn status(status: &Status) -> String {
    state(status.state, &names(&status.by), &against(status))
}

fn state(state: State, by: &str, against: &str) -> String {
    match state {
        State::Open => "nothing on file".to_owned(),
        State::Reported if by.is_empty() => "reported, no source named".to_owned(),
        State::Corroborated => {
            format!("{} sources: {by}", by.split(", ").count())
        }
        State::Disputed => format!("disputed: {}", sides(by, against)),
        State::Retracted if by.is_empty() => "taken back".to_owned(),
        State::Retracted => format!("taken back by {by}"),
        state if by.is_empty() => state.name().to_owned(),
        state => format!("{} by {by}", state.name()),
    }
}

fn sides(by: &str, against: &str) -> String {
    match (by.is_empty(), against.is_empty()) {
        (false, false) => format!("{by} says so, {against} denies it"),
        (false, true) => format!("{by} says so"),
        (true, false) => format!("{against} denies it"),
        (true, true) => "no source named".to_owned(),
    }
}

/// Returns the names of voices, each once: `Russia, Iran`.
pub(super) fn names(voices: &[Voice]) -> String {
    let mut out: Vec<&str> = Vec::new();
    for voice in voices {
        let name = voice.name.as_deref().unwrap_or("no source named");
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out.join(", ")
}

/// Returns the names of those who deny it.
fn against(status: &Status) -> String {
    let voices: Vec<_> = status
        .positions
        .iter()
        .filter(|position| position.stance == Stance::Denies)
        .map(|position| position.voice.clone())
        .collect();
    names(&voices)
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
