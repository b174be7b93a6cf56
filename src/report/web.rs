/// Tells whether an address is one of the web; anything else could run a program.
pub(super) fn is_web(url: &str) -> bool {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://"))
        && url.chars().all(|c| c.is_ascii_graphic() || c.is_alphanumeric())
        && !url.contains(['"', '<', '>', '(', ')', '\\', '^', '`', '{', '|', '}'])
}

#[cfg(test)]
mod tests {
    use super::is_web;

    #[test]
    fn nothing_but_the_web() {
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " https://example.org",
            "data:text/html,x",
            "//example.org",
            "https://example.org/\u{202e}\n",
            "https://example.org/)",
            "vbscript:x",
            "",
            "h\u{e9}ttps:/",
        ] {
            assert!(!is_web(bad), "{bad:?}");
        }
        assert!(is_web("HTTPS://example.org/a?b=c&d"));
    }
}
