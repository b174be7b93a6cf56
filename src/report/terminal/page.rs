use std::fmt::Write;

use crate::report::layout::{pad, width, wrap};
use crate::report::visible;

/// How wide a page is, whatever the terminal: what is mailed and quoted stays the same.
pub(in crate::report) const WIDTH: usize = 80;

/// How words stand out, beside what they say; nothing depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Ink {
    /// Headings.
    Bold,
    /// Ids, labels and other small print.
    Dim,
    /// Denied, retracted, errors.
    Red,
    /// Disputed, doubts, warnings.
    Yellow,
    /// Confirmed.
    Green,
    /// Figures.
    Cyan,
}

/// A page of lines.
pub(in crate::report) struct Page {
    out: String,
    color: bool,
}

impl Page {
    /// Returns an empty page.
    pub(in crate::report) fn new(color: bool) -> Self {
        Self { out: String::new(), color }
    }

    /// Returns the page.
    pub(in crate::report) fn finish(self) -> String {
        self.out
    }

    /// Returns words in an ink.
    pub(in crate::report) fn ink(&self, ink: Ink, text: &str) -> String {
        if !self.color || text.is_empty() {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Bold => "1",
            Ink::Dim => "2",
            Ink::Red => "1;31",
            Ink::Yellow => "33",
            Ink::Green => "32",
            Ink::Cyan => "36",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }

    /// Adds a line of our own making; blanks at its end are cut.
    pub(in crate::report) fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// Adds an empty line.
    pub(in crate::report) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// Adds a heading with the number of what follows, set off by empty lines.
    pub(in crate::report) fn heading(&mut self, text: &str, number: usize) {
        let text = self.ink(Ink::Bold, &format!("{text} ({number})"));
        let end = if number == 0 { "" } else { "\n" };
        // Writing to a string cannot fail.
        let _ = write!(self.out, "\n\n{text}\n{end}");
    }

    /// Adds a label and behind it a text of any origin, wrapped in its column.
    pub(in crate::report) fn entry(&mut self, label: &str, column: usize, text: &str) {
        self.entry_in(None, label, column, text);
    }

    /// Adds a label in an ink and behind it a text of any origin, wrapped in its column.
    pub(in crate::report) fn entry_in(
        &mut self,
        ink: Option<Ink>,
        label: &str,
        column: usize,
        text: &str,
    ) {
        let text = visible(text);
        let mut lines = wrap(&text, WIDTH - column).into_iter();
        let first = lines.next().unwrap_or_default();
        let label = pad(label, column);
        let label = match ink {
            Some(ink) => self.ink(ink, &label),
            None => label,
        };
        self.line(&format!("{label}{first}"));
        for line in lines {
            self.line(&format!("{:column$}{line}", ""));
        }
    }

    /// Adds an id or a path, which is never cut, at a column.
    pub(in crate::report) fn id(&mut self, column: usize, id: &str) {
        let id = self.ink(Ink::Dim, &visible(id));
        self.line(&format!("{:column$}{id}", ""));
    }

    /// Adds two texts, the second at the right edge if there is room, else below.
    pub(in crate::report) fn sides(&mut self, left: &str, right: &str) {
        let used = width(left) + width(right);
        if right.is_empty() || used + 2 > WIDTH {
            self.line(left);
            if !right.is_empty() {
                self.line(&format!("{right:>WIDTH$}"));
            }
        } else {
            self.line(&format!("{left}{:gap$}{right}", "", gap = WIDTH - used));
        }
    }
}
