//! The splitter on sixty hard cases of our own: `tests/fixtures/sentences.txt`.

use claimbook::article::Layout;

/// Cases that the splitter gets wrong, each with the reason; the list may only shrink.
const KNOWN: &[&str] = &[
    // Whether a name after a quotation speaks or starts a sentence needs verbs, which this room does not know.
    "\"Is it over?\" Graham asked.¦ \"Not for me.\"",
];

#[test]
fn splits_the_hard_cases() {
    let mut wrong = Vec::new();
    let cases = include_str!("../fixtures/sentences.txt");
    for case in cases.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let text = case.replace('¦', "");
        let layout = Layout::of(&text);
        let found: Vec<_> =
            layout.sentences.iter().map(|s| text[s.span.start..s.span.end].trim()).collect();
        let wanted: Vec<_> = case.split('¦').map(str::trim).collect();
        if found != wanted && !KNOWN.contains(&case) {
            wrong.push(format!("{case}\n    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
