use crate::article::Span;

/// A place for people: line and column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The line starts of a text, found once, to turn offsets into places.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many characters start before each block of bytes: a line may be the whole text.
    blocks: Vec<usize>,
}

/// The bytes of a block; fewer than 256.
const BLOCK: usize = 128;

impl<'a> Lines<'a> {
    /// Returns the lines of a text; `\n` ends a line.
    pub fn new(text: &'a str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        let sums = text.as_bytes().chunks(BLOCK).scan(0, |sum, block| {
            *sum += characters(block);
            Some(*sum)
        });
        Self { text, starts, blocks: std::iter::once(0).chain(sums).collect() }
    }

    /// Returns the place of an offset; one beyond the text is the text's end.
    pub fn place(&self, offset: usize) -> Place {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        Place { line, column: self.before(offset) - self.before(start) + 1 }
    }

    /// Returns how many characters stand before an offset of the text.
    fn before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        self.blocks[block] + characters(&self.text.as_bytes()[block * BLOCK..offset])
    }

    /// Returns the span of the line, from 1, without its line end; empty if there is no such line.
    pub fn line(&self, line: usize) -> Span {
        let Some(start) = line.checked_sub(1).and_then(|at| self.starts.get(at)) else {
            return Span::default();
        };
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        Span::new(*start, *start + self.text[*start..end].trim_end_matches('\r').len())
    }
}

/// Returns how many characters start among the bytes of a block, or a part of one.
fn characters(bytes: &[u8]) -> usize {
    // Counted in bytes, which a block cannot overflow, many at once.
    let starts = |byte: &u8| u8::from(byte & 0xC0 != 0x80);
    bytes.iter().map(starts).sum::<u8>().into()
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Lines, Place};

    #[test]
    fn columns_count_characters_of_lines_of_any_length() {
        let text = format!("ä\n{}é!\n", "aß".repeat(BLOCK));
        let lines = Lines::new(&text);
        assert_eq!(lines.place(3), Place { line: 2, column: 1 });
        let last = text.find('!').expect("it is there");
        assert_eq!(lines.place(last), Place { line: 2, column: 2 * BLOCK + 2 });
        assert_eq!(lines.place(usize::MAX), Place { line: 3, column: 1 });
        assert_eq!(Lines::new("").place(9), Place { line: 1, column: 1 });
    }
}
