//! How a command ends: done, with findings, or not at all.

use std::fmt;
use std::io;
use std::path::Path;

/// How a command that ran ended; the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Nothing to complain about: 0.
    Done,
    /// Findings, a `--fail-on` hit, an input that failed, no match: 1.
    Findings,
}

impl Exit {
    /// Returns the worse of the two.
    pub(crate) fn or(self, other: Self) -> Self {
        if self == Self::Done { other } else { self }
    }

    /// Returns `Findings` if there is something to complain about.
    pub(crate) fn findings(some: bool) -> Self {
        if some { Self::Findings } else { Self::Done }
    }
}

/// What every command returns.
pub(crate) type Outcome = Result<Exit, Failure>;

/// Why a command could not run: exit code 2.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What is wrong and what to do.
    Message(String),
    /// Whoever read our output has enough; no failure at all.
    Pipe,
}

impl Failure {
    /// Returns a failure that says what is wrong and what to do.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::Message(message.into())
    }

    /// Returns a failure of an operation on a file.
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        Self::Message(format!("{}: {}", path.display(), plain(error)))
    }
}

/// An error of the operating system in words, without its number.
pub(crate) fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::IsADirectory => "is a folder; name a file".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "may not be read or written (permission denied)".to_owned()
        }
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or(&text).to_owned()
        }
    }
}

impl From<io::Error> for Failure {
    /// Forgives a broken pipe.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Pipe
        } else {
            Self::Message(format!("output: {}", plain(&error)))
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(message) => f.write_str(message),
            Self::Pipe => f.write_str("the reader of the output went away"),
        }
    }
}
