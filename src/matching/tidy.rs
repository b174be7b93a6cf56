use std::borrow::Cow;

/// Returns a statement without links, be they glued to its words.
pub(crate) fn tidy(text: &str) -> Cow<'_, str> {
    let linked = ["http", "pic.twitter.com/", "t.co/"].iter().any(|lead| text.contains(lead));
    if !linked {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for chunk in text.split_whitespace() {
        out.push_str(&chunk[..link(chunk).unwrap_or(chunk.len())]);
        out.push(' ');
    }
    Cow::Owned(out)
}

/// Where a link starts in a chunk, be it glued to a word.
fn link(chunk: &str) -> Option<usize> {
    ["http://", "https://", "pic.twitter.com/", "t.co/"]
        .iter()
        .filter_map(|lead| chunk.find(lead))
        .min()
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn drops_links() {
        let post = "Ferry ran aground #harbourpic.twitter.com/Ab1 https://t.co/x \u{2014} Ann Lee";
        assert_eq!(tidy(post), "Ferry ran aground #harbour  \u{2014} Ann Lee ");
    }
}
