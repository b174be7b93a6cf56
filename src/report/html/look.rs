use crate::status::{ChangeType, State, Status};

/// How a change or a status looks: one colour and one sign, so that neither is needed alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// The class in the style sheet.
    pub(super) class: &'static str,
    /// The sign.
    pub(super) sign: &'static str,
}

const AGAINST: &str = "no";
const DOUBT: &str = "at";
const FOR: &str = "ok";
const MOVED: &str = "up";
const NEW: &str = "nw";
const QUIET: &str = "eq";

/// Returns the look of a change.
pub(super) fn change(change: ChangeType) -> Look {
    let (class, sign) = match change {
        ChangeType::Denied | ChangeType::Retracted | ChangeType::CalledOff => (AGAINST, "!"),
        ChangeType::Disputed => (DOUBT, "?"),
        ChangeType::Confirmed => (FOR, "*"),
        ChangeType::Corroborated => (FOR, "+"),
        ChangeType::Revised => (MOVED, "^"),
        ChangeType::New => (NEW, "+"),
        ChangeType::Repeated => (QUIET, "="),
    };
    Look { class, sign }
}

/// Returns the look of a status.
pub(super) fn state(state: State) -> Look {
    let (class, sign) = match state {
        State::Denied | State::Retracted => (AGAINST, "!"),
        State::Disputed => (DOUBT, "?"),
        State::Confirmed => (FOR, "*"),
        State::Corroborated => (FOR, "+"),
        State::Reported => (NEW, "+"),
        State::Open => (QUIET, "="),
    };
    Look { class, sign }
}

/// Returns the rule that gave a status (DESIGN 4.2), in plain words.
pub(super) fn rule(status: &Status) -> &'static str {
    match status.state {
        State::Open => "Nobody has been recorded as saying it.",
        State::Retracted => "Everybody who said it has taken it back or now denies it.",
        State::Denied => {
            "A party to it or an authority denies it, and at most one separate source stood for it \
             and has said nothing new since."
        }
        State::Disputed => "A party to it or an authority denies it, while others stand by it.",
        State::Confirmed => {
            "Somebody whose word settles it says so: an authority that is no party, a party that \
             did not bring it up, or word that the planned event took place."
        }
        State::Corroborated => "Two or more separate sources say so; none of them settles it.",
        State::Reported => "It is reported, and nothing more: no second source, no denial.",
    }
}
