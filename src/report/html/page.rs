use std::fmt::Write;
use std::sync::LazyLock;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// The one style sheet of every page.
pub(super) const STYLE: &str = include_str!("style.css");

/// Where a page finds the style sheet.
#[derive(Clone, Copy)]
pub(super) enum Style {
    /// Inside itself: the page is one file.
    Inside,
    /// In a file beside it or above it.
    File(&'static str),
}

/// The frame of a page: what stands around its content.
pub(super) struct Page<'a> {
    /// Title of the window.
    pub(super) title: &'a str,
    /// Where its style is.
    pub(super) style: Style,
    /// Its program; every page can be read without.
    pub(super) script: Option<&'static str>,
    /// Further elements of its head.
    pub(super) head: Markup,
    /// What stands at its top on every page of the kind.
    pub(super) banner: Markup,
    /// What stands at its end.
    pub(super) footer: Markup,
}

impl Page<'_> {
    /// Returns the page as a file.
    pub(super) fn render(&self, main: &Markup) -> String {
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(self.policy());
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (self.title) }
                    @match self.style {
                        Style::Inside => style { (PreEscaped(STYLE)) },
                        Style::File(path) => link rel="stylesheet" href=(path);,
                    }
                    (self.head)
                }
                body {
                    a.skip href="#main" { "Skip to the text" }
                    header.banner { (self.banner) }
                    main #main tabindex="-1" { (main) }
                    footer { (self.footer) }
                    @if let Some(script) = self.script { script { (PreEscaped(script)) } }
                }
            }
        }
        .into_string()
    }

    /// Returns the policy that lets the page's own style and program run, and nothing else.
    fn policy(&self) -> String {
        static STYLE_HASH: LazyLock<String> = LazyLock::new(|| hash(STYLE));
        let mut policy = "default-src 'none'; base-uri 'none'; form-action 'none'".to_owned();
        // Writing to a string cannot fail.
        let _ = match self.style {
            Style::Inside => write!(policy, "; style-src {}", *STYLE_HASH),
            // A page opened from a folder has no origin that `self` could name.
            Style::File(_) => write!(policy, "; style-src 'self' file:"),
        };
        if let Some(script) = self.script {
            let _ = write!(policy, "; script-src {}", hash(script));
        }
        policy
    }
}

/// Returns the hash of an inline style or script as a policy names it.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let byte = |at: usize| u32::from(part.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * at) & 63) as usize] as char;
            out.push(if at <= part.len() { letter } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::{Page, Style, base64};

    #[test]
    fn base64_fills_up() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn nothing_runs_but_what_the_page_brings() {
        let page = |style, script| {
            let none = || html! {};
            Page { title: "<b>", style, script, head: none(), banner: none(), footer: none() }
                .render(&none())
        };
        let text = page(Style::Inside, Some("void 0;"));
        assert!(text.contains("default-src 'none'") && text.contains("script-src 'sha256-"));
        assert!(text.contains("&lt;b&gt;") && !text.contains("unsafe"));
        assert!(!page(Style::File("style.css"), None).contains("script"));
    }
}
