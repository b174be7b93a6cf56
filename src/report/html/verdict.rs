use maud::{Markup, html};

use crate::claim::{Entry, Verdict};
use crate::report::html::part;
use crate::report::{Desk, words};
use crate::status::Status;

/// Returns the last ruling, with who ruled and what came after it; it never alters the status.
pub(super) fn verdict(id: &str, status: &Status, desk: &Desk<'_>) -> Markup {
    html! {
        @if let Some((ruling, verdict)) = status.verdict.as_ref().zip(last(id, status, desk)) {
            section.verdict {
                p { "Verdict: " b { (part::words(&verdict.rating)) }
                    @if let Some(scale) = &verdict.scale {
                        " (" (words::number(scale.value)) " on a scale from " (words::number(scale.worst)) ", false, to " (words::number(scale.best)) ", true)"
                    }
                }
                @if let Some(note) = &verdict.note { p.note { (part::words(note)) } }
                p.by {
                    (part::words(&verdict.by)) ", " (part::time(&verdict.recorded)) ", "
                    (part::link(Some(&verdict.url), "the work"))
                    @if ruling.outdated { b { " \u{b7} predates " (words::count(ruling.later, "article")) } }
                }
            }
        }
    }
}

/// Returns the verdict's entry.
pub(super) fn last<'a>(id: &str, status: &Status, desk: &Desk<'a>) -> Option<&'a Verdict> {
    match desk.entry(id, &status.verdict.as_ref()?.entry)? {
        Entry::Verdict(verdict) => Some(verdict),
        _ => None,
    }
}
