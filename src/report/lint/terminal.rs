use unicode_segmentation::UnicodeSegmentation;

use crate::ledger::{Base, Ledger};
use crate::lint::{Excerpt, Finding, Rule, Severity};
use crate::report::layout::{pad, width};
use crate::report::lint::Judgement;
use crate::report::terminal::{Ink, Page, WIDTH};
use crate::report::{visible, words};

/// Where a quoted line begins.
const QUOTE: usize = 9;
/// Where the words behind `effect` and `mend` begin.
const LABEL: usize = 10;

/// Returns the findings, the worst first, each with its line underlined.
pub fn terminal(judged: &Judgement<'_>, color: bool) -> String {
    let mut page = Page::new(color);
    let findings = judged.worst_first();
    // What only differs in the file is told once.
    for group in findings.chunk_by(|a, b| a.excerpt.is_none() && tells_the_same(a, b)) {
        one(&mut page, judged, group);
        page.blank();
    }
    if let Some(base) = judged.base {
        compared(&mut page, judged.ledger, base);
    }
    let claims = words::count(judged.ledger.records.len(), "claim");
    let entries: usize = judged.ledger.records.iter().map(|record| record.entries.len()).sum();
    let entries = if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") };
    page.line(&format!("{claims}, {entries}: {}", judged.counts()));
    page.finish()
}

/// Returns what a rule demands, why, and how to mend a breach.
pub fn explain(rule: &Rule, color: bool) -> String {
    let mut page = Page::new(color);
    let title = page.ink(Ink::Bold, rule.id);
    page.line(&format!("{title}  ({})", rule.severity.name()));
    page.entry("", 0, rule.summary);
    page.blank();
    page.entry("why      ", 9, rule.why);
    for (number, line) in rule.example.lines().enumerate() {
        page.line(&format!(
            "{}{}",
            if number == 0 { "example  " } else { "         " },
            visible(line)
        ));
    }
    page.entry("mend     ", 9, rule.mend);
    if !rule.effect.is_empty() {
        page.entry("effect   ", 9, rule.effect);
    }
    page.blank();
    page.line("In ledger.toml:");
    page.blank();
    page.line("  [severity]");
    page.line(&format!("  {} = \"off\"      # or error, warning, note", rule.id));
    page.finish()
}

fn tells_the_same(a: &Finding, b: &Finding) -> bool {
    (a.rule, &a.message, &a.effect, &a.mend, &a.excerpt)
        == (b.rule, &b.message, &b.effect, &b.mend, &b.excerpt)
}

fn one(page: &mut Page, judged: &Judgement<'_>, group: &[&Finding]) {
    let finding = group[0];
    let (name, ink) = match finding.severity {
        Severity::Error => ("error", Ink::Red),
        Severity::Warning => ("warning", Ink::Yellow),
        Severity::Note | Severity::Off => ("note", Ink::Dim),
    };
    let label = format!("{name}[{}]  ", finding.rule);
    page.entry_in(Some(ink), &label, label.len(), &finding.message);
    for finding in group {
        page.line(&format!("  {}", visible(&place(judged, finding))));
        for path in &finding.also {
            page.line(&format!("  {}", visible(&judged.path(path))));
        }
    }
    if let Some(excerpt) = &finding.excerpt {
        quote(page, finding.line, excerpt);
    }
    if let Some(effect) = &finding.effect {
        page.entry("  effect", LABEL, effect);
    }
    for (number, line) in finding.mend.lines().enumerate() {
        page.entry(if number == 0 { "  mend" } else { "" }, LABEL, line.trim());
    }
}

fn place(judged: &Judgement<'_>, finding: &Finding) -> String {
    let path = judged.path(&finding.path);
    match (finding.line, finding.column) {
        (0, _) => path,
        (line, 0) => format!("{path}:{line}"),
        (line, column) => format!("{path}:{line}:{column}"),
    }
}

/// Adds the offending line, under the one at the base if there are two, and what is meant in it.
fn quote(page: &mut Page, line: usize, excerpt: &Excerpt) {
    let room = WIDTH - QUOTE - 1;
    let window = Window::around(excerpt, room);
    let bar = |label: &str, text: &str| format!("{label:>6} | {text}");
    page.line(&bar("", ""));
    let now = match &excerpt.base {
        Some(base) => {
            page.line(&bar("base", &window.cut(base)));
            "now".to_owned()
        }
        None => line.to_string(),
    };
    page.line(&bar(&now, &window.cut(&excerpt.now)));
    let (before, marked) = window.mark(excerpt);
    let sign = "^".repeat(marked.max(1));
    let under = format!("{}{sign} {}", " ".repeat(before), visible(&excerpt.label));
    page.line(&bar("", under.trim_end()));
}

/// The part of long lines that is shown, in characters.
struct Window {
    from: usize,
    room: usize,
}

impl Window {
    fn around(excerpt: &Excerpt, room: usize) -> Self {
        let end = excerpt.column + excerpt.length.min(room / 2);
        let from = (end + 4).saturating_sub(room);
        Self { from: if from > 0 { from + 4 } else { 0 }, room }
    }

    fn cut(&self, text: &str) -> String {
        let mut out = if self.from > 0 { "... ".to_owned() } else { String::new() };
        for grapheme in text.graphemes(true).skip(self.from) {
            let shown = visible(grapheme);
            if width(&out) + width(&shown) + 4 > self.room {
                out.push_str(" ...");
                break;
            }
            out.push_str(&shown);
        }
        out
    }

    /// Returns the columns before the marked part and its width.
    fn mark(&self, excerpt: &Excerpt) -> (usize, usize) {
        let lead = if self.from > 0 { 4 } else { 0 };
        let shown = |from: usize, number: usize| -> usize {
            let part = excerpt.now.graphemes(true).skip(from).take(number);
            part.map(|grapheme| width(&visible(grapheme))).sum()
        };
        let column = excerpt.column.saturating_sub(1);
        let before = lead + shown(self.from, column.saturating_sub(self.from));
        (before, shown(column, excerpt.length).min(self.room.saturating_sub(before + 4)))
    }
}

/// Says with what the ledger was compared, so that nobody takes an empty comparison for a pass.
fn compared(page: &mut Page, ledger: &Ledger, base: &Base) {
    let here: usize = ledger.records.iter().map(|record| record.entries.len()).sum();
    let commit = base.commit.get(..7).unwrap_or(&base.commit);
    let text = format!(
        "compared with {} at {commit}: {} entries there, {here} here",
        base.name,
        base.count()
    );
    page.entry("", 0, &text);
    let added = ledger
        .records
        .iter()
        .flat_map(|record| record.entries.iter().map(move |stored| (record, stored)))
        .filter(|(record, stored)| {
            let known = base.entries.get(record.claim.id.as_str());
            !known.is_some_and(|names| names.contains(&stored.name))
        })
        .count();
    let text = format!("{} gone or edited, {added} added", base.gone.len());
    page.line(&pad(&text, 0));
}
