use std::borrow::Cow;

use maud::{Markup, html};

use crate::claim::{Link, Quotation, Scope, Stance, When};
use crate::report::web::is_web;
use crate::report::{visible, words as put};

/// Returns words of an article or a ledger, made visible; the template escapes them.
pub(super) fn words(text: &str) -> Cow<'_, str> {
    visible(text)
}

/// Returns a link to another site, or only its text where the address is not one of the web.
pub(super) fn link(url: Option<&str>, text: &str) -> Markup {
    html! {
        @match url.filter(|url| is_web(url)) {
            Some(url) => a href=(url) rel="noreferrer nofollow" { (words(text)) },
            None => (words(text)),
        }
    }
}

/// Returns an attribution as a chain, outermost first: `Tass reported > Russia has claimed`.
pub(super) fn chain(links: &[Link]) -> Markup {
    html! {
            span.chain {
                @for (at, link) in links.iter().enumerate() {
                    @if at > 0 { " \u{203a} " }
                    @match &link.source {
                        Some(source) => b { (words(&source.text)) },
                        None => b { "nobody named" },
                    }
                    @if let Some(cue) = &link.cue { " " i { (words(&cue.text)) } }
                }
            }
    }
}

/// Returns a day, with the time of day if it is known.
pub(super) fn time(when: &When) -> Markup {
    let known = if when.has_time() { "%-d %b %Y, %H:%M" } else { "%-d %b %Y" };
    html! { time datetime=(when.moment().format("%Y-%m-%d")) { (when.moment().format(known)) } }
}

/// Returns how words are given: `denies it in part`, quoted or not.
pub(super) fn manner(stance: Stance, scope: Scope, quotation: Quotation) -> Markup {
    let quoted = match quotation {
        Quotation::Direct => "quoted",
        Quotation::Mixed => "partly quoted",
        Quotation::Indirect => "not quoted",
        Quotation::None => "in the outlet's own words",
    };
    let part = if scope == Scope::Part { " in part" } else { "" };
    html! { b { (put::stance(stance)) (part) } ", " (quoted) }
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn only_the_web_is_linked() {
        assert_eq!(link(Some("javascript:alert(1)"), "x").into_string(), "x");
        assert_eq!(
            link(Some("https://example.org/?a&b"), "<x>").into_string(),
            "<a href=\"https://example.org/?a&amp;b\" rel=\"noreferrer nofollow\">&lt;x&gt;</a>"
        );
    }
}
