use crate::report::words::count;

/// What becomes of the suggestions of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They are only proposed.
    Proposed,
    /// They would be written like this.
    WouldRecord {
        /// New claims.
        claims: usize,
        /// New entries.
        entries: usize,
    },
    /// They were written.
    Recorded {
        /// New claims.
        claims: usize,
        /// New entries.
        entries: usize,
    },
}

impl Fate {
    /// Returns what was done, in a sentence.
    pub fn words(self) -> String {
        let counted = |claims: usize, entries: usize| {
            let entries =
                if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") };
            format!("{}, {entries}", count(claims, "new claim"))
        };
        match self {
            Self::Proposed => "Proposals only; nothing is recorded.".to_owned(),
            Self::WouldRecord { claims, entries } => {
                format!("Would record {}; nothing is written.", counted(claims, entries))
            }
            Self::Recorded { entries: 0, claims: 0 } => {
                "Nothing to record that is not on file.".to_owned()
            }
            Self::Recorded { claims, entries } => {
                format!("Recorded {}, unreviewed.", counted(claims, entries))
            }
        }
    }
}
