use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::check::Report;
use crate::report::html::{part, plot, sides, timeline};
use crate::report::{Desk, words};
use crate::status::Status;

/// How many entries of a claim are shown beside an article; the claim's own page has all.
const SHOWN: usize = 20;

/// Returns what is on file of the claims that an article touches, so that its page needs no other.
pub(super) fn shelf(report: &Report, folds: &BTreeMap<String, Status>, desk: &Desk<'_>) -> Markup {
    html! {
        @if !folds.is_empty() {
            section.shelf {
                h2 { "On file" }
                @for (id, before) in folds {
                    @let after = report.changes.iter().find(|row| row.claim == *id).map(|row| &row.after);
                    section.filed id={ "c-" (id) } {
                        h3 { (part::words(&before.statement)) }
                        p.id { code { (id) } }
                        p { "Before this article: " (part::words(&words::status(before))) ". After it: "
                            b { (part::words(&words::status(after.unwrap_or(before)))) } "." }
                        (sides::sides(after.unwrap_or(before)))
                        (plot::plots(after.unwrap_or(before)))
                        (timeline::last(id, before, desk, SHOWN))
                    }
                }
            }
        }
    }
}
