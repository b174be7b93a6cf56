//! Pages: what an editor sees in a browser, checked as text.

mod article;
mod ledger;
mod markdown;
mod reported;
mod sample;

/// Returns the values of an attribute, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let lead = format!(" {attribute}=\"");
    page.split(&lead).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Panics if a page holds an element or an address that could run what an article says.
fn harmless(page: &str) {
    let (_, rest) = page.split_once("</style>").unwrap_or(("", page));
    let rest = rest.split("<script>").next().unwrap();
    for bad in [
        "<img",
        "<svg onload",
        "<textarea",
        "</style",
        "<!--",
        "javascript:alert(5)\"",
        "javascript:alert(6)\"",
        "data:text",
    ] {
        assert!(!rest.contains(bad), "{bad} in {rest}");
    }
    for href in values(rest, "href") {
        let scheme = href.split(':').next().filter(|_| href.contains(':'));
        assert!(matches!(scheme, None | Some("https" | "http")), "{href}");
    }
    let hidden = |c: char| {
        c != '\n'
            && (c.is_control()
                || ('\u{202a}'..='\u{202e}').contains(&c)
                || matches!(c, '\u{200b}' | '\u{feff}'))
    };
    assert!(!rest.contains(hidden), "{:?}", rest.find(hidden));
}

/// Returns a page without its style and its program, an element a line, for a snapshot.
fn shape(page: &str) -> String {
    let cut = |text: &str, open: &str, close: &str| {
        let Some((before, rest)) = text.split_once(open) else { return text.to_owned() };
        let (_, after) = rest.split_once(close).unwrap();
        format!("{before}{after}")
    };
    let page = cut(&cut(page, "<style>", "</style>"), "<script>", "</script>");
    let page =
        page.split("'sha256-").map(|part| part.split_once('\'').map_or(part, |(_, rest)| rest));
    page.collect::<Vec<_>>()
        .join("HASH")
        .replace(env!("CARGO_PKG_VERSION"), "VERSION")
        .replace("><", ">\n<")
}
