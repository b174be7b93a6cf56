use maud::{Markup, html};

use crate::claim::Stance;
use crate::report::html::part;
use crate::report::words;
use crate::status::Status;

/// Returns who holds what, reversals first.
pub(super) fn sides(status: &Status) -> Markup {
    let mut positions: Vec<_> = status.positions.iter().collect();
    positions.sort_by_key(|position| !position.reversed);
    html! {
        @if !positions.is_empty() {
            table.sides {
                caption { "Who holds what" }
                @for position in positions {
                    tr class=[matches!(position.stance, Stance::Denies | Stance::Retracts).then_some("no")] {
                        th scope="row" { (part::words(position.voice.name.as_deref().unwrap_or("no source named"))) }
                        td {
                            @if position.reversed { b { "! reverses: " } }
                            (words::stance(position.stance))
                            @if position.party { ", a party to it" }
                        }
                        td { "since " (part::time(&position.since)) }
                    }
                }
            }
        }
    }
}
