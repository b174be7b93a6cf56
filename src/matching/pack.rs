use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Bytes that are shared, not copied: an owned vector, or a part of a mapped file.
#[derive(Clone)]
pub struct Bytes {
    owner: Arc<dyn AsRef<[u8]> + Send + Sync>,
    range: Range<usize>,
    far: Option<Arc<Fetch>>,
}

/// Reads a part of a file; what cannot be read is missing.
type Fetch = dyn Fn(Range<usize>) -> Vec<u8> + Send + Sync;

impl Bytes {
    /// Returns a part of what `owner` holds; a range beyond its end is cut.
    pub fn part(owner: Arc<dyn AsRef<[u8]> + Send + Sync>, range: Range<usize>) -> Self {
        let end = range.end.min((*owner).as_ref().len());
        Self { owner, range: range.start.min(end)..end, far: None }
    }

    /// Returns the same bytes, of which single pieces are fetched: what is read here and there in a
    /// large mapped file would count as memory of this process page by page.
    pub fn fetched(self, fetch: impl Fn(Range<usize>) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self { far: Some(Arc::new(fetch)), ..self }
    }

    /// Returns the bytes.
    pub fn get(&self) -> &[u8] {
        &(*self.owner).as_ref()[self.range.clone()]
    }

    /// Returns a piece of the bytes; empty if it reaches beyond their end.
    fn piece(&self, piece: Range<usize>) -> Cow<'_, [u8]> {
        let (start, end) = (self.range.start, self.range.end);
        match &self.far {
            Some(fetch) if piece.start <= piece.end && piece.end <= end - start => {
                Cow::Owned(fetch(start + piece.start..start + piece.end))
            }
            _ => Cow::Borrowed(self.get().get(piece).unwrap_or(&[])),
        }
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        let end = bytes.len();
        Self { owner: Arc::new(bytes), range: 0..end, far: None }
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bytes({})", self.range.len())
    }
}

/// Appends a number, seven bits a byte.
pub(crate) fn put(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends a number that may be below 0.
pub(crate) fn put_signed(out: &mut Vec<u8>, value: i64) {
    put(out, ((value << 1) ^ (value >> 63)) as u64);
}

/// Appends a text with its length.
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// Reads what `put` wrote; beyond the end every number is 0 and every text empty.
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Returns a reader at the start of `bytes`.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Reads a number.
    #[inline]
    pub(crate) fn number(&mut self) -> u64 {
        match self.bytes.split_first() {
            Some((byte, rest)) if *byte < 0x80 => {
                self.bytes = rest;
                u64::from(*byte)
            }
            _ => self.long_number(),
        }
    }

    fn long_number(&mut self) -> u64 {
        let (mut value, mut shift) = (0u64, 0u32);
        while let Some((byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            value |= u64::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                break;
            }
            shift += 7;
        }
        value
    }

    /// Reads a number that may be below 0.
    pub(crate) fn signed(&mut self) -> i64 {
        let value = self.number();
        (value >> 1) as i64 ^ -((value & 1) as i64)
    }

    /// Reads a count of things that take at least a byte each, so that damage cannot ask for the moon.
    pub(crate) fn count(&mut self) -> usize {
        (self.number() as usize).min(self.bytes.len())
    }

    /// Reads eight bytes of a float.
    pub(crate) fn float(&mut self) -> f64 {
        match self.bytes.split_first_chunk::<8>() {
            Some((head, rest)) => {
                self.bytes = rest;
                f64::from_le_bytes(*head)
            }
            None => 0.0,
        }
    }

    /// Returns what is not read yet.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.bytes
    }

    /// Reads a text.
    pub(crate) fn text(&mut self) -> &'a str {
        let length = self.count();
        let (head, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        std::str::from_utf8(head).unwrap_or("")
    }
}

/// Returns the little-endian number that stands at `at`; 0 beyond the end.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    let part = bytes.get(at..).and_then(|rest| rest.first_chunk::<4>());
    part.map_or(0, |part| u32::from_le_bytes(*part))
}

/// Returns the little-endian number that stands at `at`; 0 beyond the end.
pub(crate) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    let part = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>());
    part.map_or(0, |part| u64::from_le_bytes(*part))
}

/// A column of texts or records: where each ends, and all of them in a row.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    ends: Bytes,
    body: Bytes,
}

impl Column {
    /// Returns the column of these two sections.
    pub(crate) fn new(ends: Bytes, body: Bytes) -> Self {
        Self { ends, body }
    }

    /// Returns how many records it holds.
    pub(crate) fn len(&self) -> usize {
        self.ends.get().len() / 4
    }

    /// Returns a record; empty if there is none of that number.
    pub(crate) fn get(&self, number: usize) -> &[u8] {
        self.body.get().get(self.place(number)).unwrap_or(&[])
    }

    /// Returns a record, fetched where its bytes are.
    pub(crate) fn fetch(&self, number: usize) -> Cow<'_, [u8]> {
        self.body.piece(self.place(number))
    }

    fn place(&self, number: usize) -> Range<usize> {
        let end = |number: usize| u32_at(self.ends.get(), number * 4) as usize;
        let start = if number == 0 { 0 } else { end(number - 1) };
        start..end(number)
    }
}

/// Collects a column; what lies beyond 4 GiB reads as empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct ColumnBuilder {
    ends: Vec<u8>,
    /// The record that is being written stands at the end.
    pub(crate) body: Vec<u8>,
}

impl ColumnBuilder {
    /// Ends a record.
    pub(crate) fn end(&mut self) {
        let end = u32::try_from(self.body.len()).unwrap_or(u32::MAX);
        self.ends.extend_from_slice(&end.to_le_bytes());
    }

    /// Returns the two sections.
    pub(crate) fn finish(self) -> [Bytes; 2] {
        [self.ends.into(), self.body.into()]
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, put, put_signed, put_text};

    #[test]
    fn reads_what_was_written() {
        let mut bytes = Vec::new();
        for value in [0, 127, 128, u64::MAX] {
            put(&mut bytes, value);
        }
        for value in [0, -1, 64, i64::MIN] {
            put_signed(&mut bytes, value);
        }
        put_text(&mut bytes, "Élysée");
        let mut reader = Reader::new(&bytes);
        assert_eq!([(); 4].map(|()| reader.number()), [0, 127, 128, u64::MAX]);
        assert_eq!([(); 4].map(|()| reader.signed()), [0, -1, 64, i64::MIN]);
        assert_eq!(reader.text(), "Élysée");
        assert_eq!((reader.number(), reader.text(), reader.float()), (0, "", 0.0));
    }
}
