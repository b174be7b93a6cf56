use crate::lint::{Finding, Severity};
use crate::report::lint::Judgement;

/// How many annotations of one level GitHub shows for a step.
const SHOWN: usize = 10;

/// Returns workflow commands of GitHub Actions, the worst findings first, and a line about the rest.
pub fn annotations(judged: &Judgement<'_>) -> String {
    let mut out = String::new();
    let mut left = 0;
    let mut shown = [0usize; 3];
    for finding in judged.worst_first() {
        let (level, at) = match finding.severity {
            Severity::Error => ("error", 0),
            Severity::Warning => ("warning", 1),
            Severity::Note | Severity::Off => ("notice", 2),
        };
        if shown[at] == SHOWN {
            left += 1;
            continue;
        }
        shown[at] += 1;
        let mut properties = vec![format!("file={}", property(&judged.path(&finding.path)))];
        if finding.line > 0 {
            properties.push(format!("line={}", finding.line));
        }
        if finding.column > 0 {
            properties.push(format!("col={}", finding.column));
        }
        properties.push(format!("title={}", property(finding.rule)));
        out.push_str(&format!("::{level} {}::{}\n", properties.join(","), message(&text(finding))));
    }
    if left > 0 {
        out.push_str(&format!("{left} more in the step summary\n"));
    }
    out.push_str(&format!("{}\n", message(&judged.counts())));
    out
}

/// Returns all findings as Markdown for the step summary.
pub fn summary(judged: &Judgement<'_>) -> String {
    let mut out = format!("### claims lint: {}\n\n", judged.counts());
    if judged.findings.is_empty() {
        return out;
    }
    out.push_str("| severity | rule | place | what is wrong | how to mend it |\n| --- | --- | --- | --- | --- |\n");
    for finding in judged.worst_first() {
        out.push_str(&format!(
            "| {} | {} | {}:{} | {} | {} |\n",
            finding.severity.name(),
            finding.rule,
            cell(&judged.path(&finding.path)),
            finding.line,
            cell(&finding.message),
            cell(&finding.mend)
        ));
    }
    out
}

fn text(finding: &Finding) -> String {
    let mut text = finding.message.clone();
    if let Some(effect) = &finding.effect {
        text.push_str(&format!("\neffect: {effect}"));
    }
    text.push_str(&format!("\nmend: {}", finding.mend));
    text
}

/// Escapes the data of a workflow command.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

/// Escapes a cell of a Markdown table.
fn cell(text: &str) -> String {
    let mut out = String::new();
    for c in crate::report::visible(text).chars() {
        match c {
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '!' | '#' | '@' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}
