use std::io::{self, BufRead, Write};

use claimbook::Report;
use claimbook::report::{Desk, terminal, visible};

use crate::cli::review::Decision;
use crate::cli::{Failure, Options};

/// What a person typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// A ruling.
    Decide(Decision),
    /// To the one before.
    Back,
    /// All of it is right.
    Write,
    /// Enough for now.
    Quit,
}

/// Asks on the terminal: plain lines, so that it works everywhere and with a screen reader.
pub(super) struct Asker {
    color: bool,
}

const KEYS: &str = "a accept, c choose another claim, e edit the statement, n new claim, r reject, s skip, b back, q quit";

impl Asker {
    pub(super) fn new(options: &Options) -> Self {
        Self { color: options.colored(true) }
    }

    /// Shows one suggestion and asks until an answer is understood.
    pub(super) fn ask(
        &mut self,
        report: &Report,
        at: usize,
        desk: &Desk<'_>,
    ) -> Result<Answer, Failure> {
        let row = &report.mentions[at];
        let title = format!("[{}/{}]", at + 1, report.mentions.len());
        self.put(&terminal::suggestion(report, row, desk, &title, self.color))?;
        self.say(&format!("\n{KEYS}"))?;
        loop {
            let Some(line) = self.line("? ")? else { return Ok(Answer::Quit) };
            let decision = match line.as_str() {
                "a" => Decision::Accept,
                "r" => Decision::Reject,
                "s" => Decision::Skip,
                "b" => return Ok(Answer::Back),
                "q" => return Ok(Answer::Quit),
                "c" => match self.choose(report, at, desk)? {
                    Some(id) => Decision::Claim { id },
                    None => continue,
                },
                "e" => match self.line("statement: ")? {
                    Some(text) if !text.is_empty() => {
                        Decision::New { statement: Some(text), distinct: None }
                    }
                    _ => continue,
                },
                "n" => Decision::New { statement: None, distinct: self.distinct(report, at)? },
                _ => {
                    self.say(KEYS)?;
                    continue;
                }
            };
            return Ok(Answer::Decide(decision));
        }
    }

    /// Asks whether to write; only `y` and `yes` do.
    pub(super) fn confirm(&mut self, summary: &str) -> Result<Answer, Failure> {
        self.say(&format!("\n{summary}"))?;
        let line = self.line("write it? [y/N, b back] ")?;
        Ok(match line.as_deref() {
            Some("y" | "Y" | "yes") => Answer::Write,
            Some("b") => Answer::Back,
            _ => Answer::Quit,
        })
    }

    /// Writes a line.
    pub(super) fn say(&mut self, text: &str) -> Result<(), Failure> {
        self.put(&format!("{text}\n"))
    }

    /// Asks for a claim of the ledger: the number of a candidate, or an id.
    fn choose(
        &mut self,
        report: &Report,
        at: usize,
        desk: &Desk<'_>,
    ) -> Result<Option<String>, Failure> {
        let near = &report.mentions[at].candidates;
        let Some(line) = self.line("number above, or id: ")? else { return Ok(None) };
        if let Some(other) = line.parse::<usize>().ok().and_then(|n| near.get(n.wrapping_sub(1))) {
            return Ok(Some(other.claim.clone()));
        }
        match crate::cli::home::claim(desk.ledger, &line) {
            Ok(record) => Ok(Some(record.claim.id.to_string())),
            Err(failure) => {
                self.say(&visible(&failure.to_string()))?;
                Ok(None)
            }
        }
    }

    /// Asks whether to remember that the suggested claim is another one.
    fn distinct(&mut self, report: &Report, at: usize) -> Result<Option<String>, Failure> {
        let Some(found) = &report.mentions[at].matched else { return Ok(None) };
        let question = format!("remember that it is not {}? [y/N] ", found.claim);
        let line = self.line(&question)?;
        Ok(line.filter(|line| line == "y").map(|_| found.claim.clone()))
    }

    /// Reads a line; `None` at the end of the input.
    fn line(&mut self, prompt: &str) -> Result<Option<String>, Failure> {
        self.put(prompt)?;
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line);
        match read.map_err(|error| Failure::new(format!("terminal: {error}")))? {
            0 => Ok(None),
            _ => Ok(Some(line.trim().to_owned())),
        }
    }

    fn put(&mut self, text: &str) -> Result<(), Failure> {
        let mut stdout = io::stdout();
        stdout.write_all(text.as_bytes())?;
        Ok(stdout.flush()?)
    }
}
