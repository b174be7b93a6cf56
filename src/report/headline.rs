use crate::report::words;
use crate::status::{Change, ChangeType};

/// Returns what a change is and who makes it: `Denied by Russia`; never a bare "denied".
pub(super) fn headline(change: &Change) -> String {
    let what = headline_by(change.r#type, change.by.as_deref());
    match change.figure.as_ref().filter(|figure| figure.relation.is_revision()) {
        Some(figure) => {
            let (from, to) = (words::number(figure.from), words::number(figure.to));
            format!("{what}: {from} \u{2192} {to}")
        }
        None => what,
    }
}

/// Returns the same without the figures.
pub(super) fn headline_by(change: ChangeType, by: Option<&str>) -> String {
    match (change, by) {
        (ChangeType::New, None) => "New, unsourced".to_owned(),
        (ChangeType::Repeated, None) => "Repeated, no source named".to_owned(),
        (change, by) => {
            let what = match change {
                ChangeType::New => "New, from",
                ChangeType::Repeated => "Repeated by",
                ChangeType::Corroborated => "A further source:",
                ChangeType::Retracted => "Taken back by",
                ChangeType::CalledOff => "Called off, says",
                ChangeType::Denied => "Denied by",
                ChangeType::Disputed => "Disputed by",
                ChangeType::Confirmed => "Confirmed by",
                ChangeType::Revised => "Revised by",
            };
            format!("{what} {}", by.unwrap_or("nobody named"))
        }
    }
}
