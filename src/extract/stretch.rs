use std::ops::Range;

/// A stretch of tokens by their indexes in the layout: a range that can be copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    /// First token.
    pub(super) start: usize,
    /// After the last token.
    pub(super) end: usize,
}

impl Stretch {
    /// Returns the stretch between two tokens; an end before the start gives an empty one.
    pub(super) fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Tells whether it holds no token.
    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the number of its tokens.
    pub(super) fn len(self) -> usize {
        self.end - self.start
    }

    /// Tells whether a token lies in it.
    pub(super) fn holds(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// Tells whether it shares a token with another.
    pub(super) fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the other stretch if there is one, else this one.
    pub(super) fn cut_to(self, other: Option<Self>) -> Self {
        other.unwrap_or(self)
    }

    /// Returns its tokens' indexes.
    pub(super) fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Stretch {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
