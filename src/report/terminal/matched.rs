use crate::matching::{Match, Reason};
use crate::report::layout::{cut, pad};
use crate::report::terminal::page::{Ink, Page};
use crate::report::visible;

/// How many reasons of a match are shown one by one.
const REASONS: usize = 7;
/// Where the statement of a match stands.
const COLUMN: usize = 12;

/// Returns the claims nearest to a text, best first; `statement` looks one up.
pub fn matches<'a>(
    found: &[Match],
    statement: &dyn Fn(&str) -> Option<&'a str>,
    link: f64,
    explain: bool,
    color: bool,
) -> String {
    let mut page = Page::new(color);
    if found.is_empty() {
        page.line("nothing in the ledger is like it");
        return page.finish();
    }
    if found[0].score < link {
        page.line(&format!("no match: the nearest stay below {link:.2}"));
        page.blank();
    }
    for near in found {
        let sign = if near.score >= link { '=' } else { ' ' };
        let ink = (near.score >= link).then_some(Ink::Bold);
        let label = format!("{sign} {:.2}  ", near.score);
        page.entry_in(ink, &label, COLUMN, statement(&near.claim).unwrap_or_default());
        page.id(COLUMN, &near.claim);
        if let Some(guard) = &near.kept_apart {
            page.entry("", COLUMN, &format!("kept apart: {guard}"));
        }
        if explain {
            reasons(&mut page, COLUMN, &near.reasons);
            page.blank();
        }
    }
    page.finish()
}

/// Adds what a score is made of: each part, and the two values that were compared.
pub(super) fn reasons(page: &mut Page, column: usize, reasons: &[Reason]) {
    let mut rest = 0.0;
    for (number, reason) in reasons.iter().enumerate() {
        let part = reason.part();
        if number >= REASONS || part.abs() < 0.005 {
            rest += part;
            continue;
        }
        let feature = pad(reason.feature, 12);
        let ours = pad(&cut(&visible(&reason.mention), 26), 26);
        let theirs = cut(&visible(&reason.claim), 20);
        page.line(&format!(
            "{:column$}{part:>5.2}  {feature} {ours} {} {theirs}",
            "",
            reason.sign()
        ));
    }
    if rest.abs() >= 0.005 {
        page.line(&format!("{:column$}{rest:>5.2}  the rest", ""));
    }
}
