//! Markdown for a pull request, a chat or a newsletter.

use crate::article::Lines;
use crate::check::{ClaimChange, Report};
use crate::claim::Record;
use crate::report::headline::{headline, headline_by};
use crate::report::table::{self, Window};
use crate::report::web::is_web;
use crate::report::{Desk, date, layout, visible, words};
use crate::status::ChangeType;

/// How many columns of an article's words are quoted.
const WIDTH: usize = 300;

/// Returns what an article changes, and below it how much is repeated and new.
pub fn check(report: &Report, desk: &Desk<'_>) -> String {
    let meta = &report.article.meta;
    let title = meta.title.as_deref().or(meta.path.as_deref()).unwrap_or("Article");
    let mut out = format!("### {}\n\n", escape(title));
    let outlet = meta.outlet.as_deref().unwrap_or("outlet not stated");
    let day = meta.date.map_or("date not stated".to_owned(), date::long);
    let of = |wanted| report.mentions.iter().filter(|row| row.change.r#type == wanted).count();
    out.push_str(&format!(
        "{}, {day}. {}: {} to the ledger, {}, {} new.\n",
        link(outlet, meta.url.as_deref()),
        words::count(report.mentions.len(), "claim"),
        words::count(report.changes.len(), "change"),
        words::count(of(ChangeType::Repeated), "repeat"),
        of(ChangeType::New),
    ));
    let lines = Lines::new(&report.article.text);
    for change in &report.changes {
        out.push_str(&line(report, &lines, change, desk));
    }
    out.push_str("\nProposals only; nothing is recorded.\n");
    out
}

fn line(report: &Report, lines: &Lines<'_>, change: &ClaimChange, desk: &Desk<'_>) -> String {
    let rows = || report.mentions.iter().filter(|row| change.mentions.contains(&row.mention.id));
    let first = rows().find(|row| row.change.r#type == change.r#type);
    let what = match first {
        Some(row) => headline(&row.change),
        None => headline_by(change.r#type, change.by.as_deref()),
    };
    let before = change.before.as_ref().map_or("not on file".to_owned(), words::status);
    let mut out = format!(
        "\n* **{}**: {}  \n  {} \u{2192} **{}**  \n  `{}`",
        escape(&what),
        escape(&change.statement),
        escape(&before),
        escape(&words::status(&change.after)),
        change.claim,
    );
    for row in rows() {
        let words = report.article.slice(row.mention.span);
        let line = lines.place(row.mention.span.start).line;
        let words = escape(&layout::cut(&visible(words), WIDTH));
        out.push_str(&format!("\n\n  > \u{201c}{words}\u{201d} (line {line})\n"));
    }
    for question in rows().flat_map(|row| &row.look_at) {
        out.push_str(&format!("\n  \\? {}  ", escape(question)));
    }
    if let Some(verdict) =
        change.after.verdict.as_ref().filter(|_| desk.record(&change.claim).is_some())
    {
        let later = words::count(verdict.later, "article");
        if verdict.outdated {
            out.push_str(&format!("\n  There is a verdict; it predates {later}."));
        }
    }
    out.push('\n');
    out
}

/// Returns what was recorded in some days and changed a claim, a heading a day, the last first; new claims are only counted.
pub fn changes(desk: &Desk<'_>, records: &[&Record], window: Window) -> String {
    let mut rows = table::change_rows(desk, records, window);
    let all = rows.len();
    rows.retain(|row| row.step.change.r#type != ChangeType::New);
    rows.sort_by(|a, b| b.said.recorded.cmp(&a.said.recorded));
    let mut out = String::new();
    let mut day = None;
    for row in &rows {
        let recorded = row.said.recorded.date();
        if day != Some(recorded) {
            let blank = if day.is_some() { "\n" } else { "" };
            out.push_str(&format!("{blank}### {}\n\n", date::long(recorded)));
            day = Some(recorded);
        }
        out.push_str(&item(row, desk));
    }
    if rows.is_empty() {
        out.push_str("No claim changed.\n");
    }
    if all > rows.len() {
        out.push_str(&format!("\n{}.\n", words::count(all - rows.len(), "new claim")));
    }
    out
}

fn item(row: &table::Row<'_>, desk: &Desk<'_>) -> String {
    let said = row.said.said.as_ref().unwrap_or(&row.said.published);
    let outlet = row.said.article.outlet.as_deref().unwrap_or("an article");
    let status = desk.status(row.record);
    format!(
        "* **{}**: {} ({}, {}). Now {}. `{}`\n",
        escape(&headline(&row.step.change)),
        escape(&status.statement),
        link(outlet, row.said.article.url.as_deref()),
        date::long(said.date()),
        escape(&words::status(&status)),
        row.record.claim.id,
    )
}

/// Returns a link, or the text alone where the address is not one of the web.
fn link(text: &str, url: Option<&str>) -> String {
    match url.filter(|url| is_web(url)) {
        Some(url) => format!("[{}](<{url}>)", escape(text)),
        None => escape(text),
    }
}

/// Returns words of an article or a ledger so that they are nothing but words, in one line.
fn escape(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' | '$' => out.extend(['\\', c]),
            // A code host makes links of names, numbers and bare addresses after it has read the
            // Markdown, so that no escape helps; a joiner without width parts them.
            '@' | '#' if rest.peek().is_some_and(|next| next.is_alphanumeric()) => {
                out.extend([c, JOINER]);
            }
            ':' if rest.peek() == Some(&'/') => out.extend([c, JOINER]),
            '.' if ends_with_www(&out) => out.extend([JOINER, c]),
            c => out.push(c),
        }
    }
    out
}

fn ends_with_www(text: &str) -> bool {
    let end = text.get(text.len().saturating_sub(3)..);
    end.is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

const JOINER: char = '\u{2060}';

#[cfg(test)]
mod tests {
    use super::{escape, link};

    #[test]
    fn words_are_only_words() {
        assert_eq!(
            escape("<b>*a* _b_ `c` [x](y) |"),
            "&lt;b&gt;\\*a\\* \\_b\\_ \\`c\\` \\[x\\](y) \\|"
        );
        assert_eq!(escape("one\n# two\r\n---"), "one # two ---");
        assert_eq!(escape("@all #12 a@b"), "@\u{2060}all #\u{2060}12 a@\u{2060}b");
        assert_eq!(escape("https://x WWW.x"), "https:\u{2060}//x WWW\u{2060}.x");
        assert_eq!(escape("a\u{202e}b"), "a&lt;U+202E&gt;b");
    }

    #[test]
    fn only_the_web_is_linked() {
        assert_eq!(link("a]b", Some("https://example.org/a")), "[a\\]b](<https://example.org/a>)");
        assert_eq!(link("x", Some("javascript:alert(1)")), "x");
    }
}
