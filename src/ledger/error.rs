use std::fmt;
use std::path::Path;

/// What is wrong with a file of the ledger, or why it could not be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Error {
    /// The file, relative to the folder that holds the ledger; as typed where no ledger was found.
    pub path: String,
    /// Line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// Column in characters, from 1; 0 where the whole line is meant.
    pub column: usize,
    /// What sort of trouble it is.
    pub kind: ErrorKind,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub mend: String,
}

/// The sorts of trouble that a ledger can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorKind {
    /// There is no ledger here.
    Missing,
    /// The system refused to read or write.
    Io,
    /// The file is not UTF-8.
    Encoding,
    /// The file is larger than any sound one.
    TooBig,
    /// A symbolic link stands where a plain file or folder should.
    Link,
    /// The text is no JSON, TOML or CSV.
    Syntax,
    /// A field is unknown, missing, of the wrong type or out of range.
    Schema,
    /// The name of a file or folder does not follow from its content.
    Name,
    /// One thing stands in two places.
    Twice,
    /// Entries without their claim.
    Orphan,
    /// A file that belongs to no ledger.
    Stray,
    /// The base to compare with could not be read.
    Base,
}

impl Error {
    /// Returns an error about a whole file.
    pub fn new(kind: ErrorKind, message: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            path: String::new(),
            line: 0,
            column: 0,
            kind,
            message: message.into(),
            mend: mend.into(),
        }
    }

    /// Returns the error with the file that it is about.
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// Returns the error with the place that it is about.
    pub fn on(mut self, line: usize, column: usize) -> Self {
        (self.line, self.column) = (line, column);
        self
    }

    /// Returns the error of a failed system call on a path.
    pub fn io(path: &Path, error: &std::io::Error) -> Self {
        let mend = match error.kind() {
            std::io::ErrorKind::PermissionDenied => "check who owns it and whether you may write",
            std::io::ErrorKind::StorageFull => "free some space and run the command again",
            std::io::ErrorKind::NotFound => "check the path",
            _ => "check the path and the disk",
        };
        Self::new(ErrorKind::Io, error.to_string(), mend).at(path.display().to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for Error {}

/// Returns line and column, both from 1, of an offset; the column counts characters.
pub(super) fn place(text: &str, offset: usize) -> (usize, usize) {
    let offset = text.floor_char_boundary(offset);
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}
