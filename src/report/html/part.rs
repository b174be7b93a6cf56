use std::borrow::Cow;

use maud::{Markup, html};

use crate::claim::{Link, Quotation, Scope, Stance, When};
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

/// Tells whether an address is one of the web; anything else could run a program.
pub(super) fn is_web(url: &str) -> bool {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://"))
        && !url.chars().any(|c| c.is_control() || c.is_whitespace() || "\"<>\\^`{|}".contains(c))
}

/// Returns an attribution as a chain, outermost first: `Tass reported > Russia has claimed`.
pub(super) fn chain(links: &[Link]) -> Markup {
    html! {
        @if links.is_empty() {
            span.who { "the outlet itself" }
        } @else {
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
    use super::{is_web, link};

    #[test]
    fn only_the_web_is_linked() {
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " https://example.org",
            "data:text/html,x",
            "//example.org",
            "https://example.org/\u{202e}\n",
            "vbscript:x",
            "",
            "h\u{e9}ttps:/",
        ] {
            assert!(!is_web(bad), "{bad:?}");
            assert_eq!(link(Some(bad), "x").into_string(), "x");
        }
        assert!(is_web("HTTPS://example.org/a?b=c&d"));
        assert_eq!(
            link(Some("https://example.org/?a&b"), "<x>").into_string(),
            "<a href=\"https://example.org/?a&amp;b\" rel=\"noreferrer nofollow\">&lt;x&gt;</a>"
        );
    }
}
