use crate::claim::fold;

/// How many kinds of letter groups are told apart.
pub(crate) const KINDS: usize = 1 << 16;

/// The kinds of letter groups of some texts, each once.
#[derive(Clone, Debug)]
pub(crate) struct Kinds {
    /// One bit a kind.
    marks: Box<[u64; KINDS / 64]>,
    found: Vec<u16>,
}

impl Default for Kinds {
    fn default() -> Self {
        Self { marks: Box::new([0; KINDS / 64]), found: Vec::new() }
    }
}

impl Kinds {
    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        for kind in self.found.drain(..) {
            self.marks[usize::from(kind) / 64] = 0;
        }
    }

    /// Adds every group of four letters in the words of a text; a word's ends count as letters.
    pub(crate) fn add(&mut self, text: &str) {
        let folded: String;
        let text = if text.is_ascii() {
            text
        } else {
            folded = fold(text);
            &folded
        };
        let mut count = self.found.len();
        self.found.resize(count + text.len() + 1, 0);
        // The last four letters, and which of the last three are of a word.
        let (mut window, mut inside) = (u32::from_be_bytes([b' '; 4]), 0);
        // No branch depends on a letter: where words end cannot be foretold.
        for byte in text.bytes().chain([b' ']) {
            let letter = LETTER[usize::from(byte)];
            window = window << 8 | u32::from(letter);
            inside = (inside << 1 | usize::from(letter != b' ')) & 7;
            let mask = GROUP[inside];
            let kind = kind(window & mask);
            let (mark, bit) = (&mut self.marks[kind / 64], u64::from(mask != 0) << (kind % 64));
            let fresh = bit & !*mark != 0;
            *mark |= bit;
            self.found[count] = kind as u16;
            count += usize::from(fresh);
        }
        self.found.truncate(count);
    }

    /// Returns the kinds in the order in which they were found.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        self.found.iter().map(|kind| usize::from(*kind))
    }

    fn has(&self, kind: usize) -> bool {
        self.marks[kind / 64] >> (kind % 64) & 1 == 1
    }
}

/// Each byte as a letter, in lower case, or a blank.
const LETTER: [u8; 256] = {
    let mut table = [b' '; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        if byte.is_ascii_alphanumeric() || byte >= 0x80 {
            table[at] = byte.to_ascii_lowercase();
        }
        at += 1;
    }
    table
};

/// What of the last four letters is a group, by which of the last three are of a word: all four around
/// two letters of a word, or three around a word of one letter.
const GROUP: [u32; 8] = {
    let mut table = [0; 8];
    (table[0b110], table[0b111], table[0b010]) = (u32::MAX, u32::MAX, 0xff_ffff);
    table
};

fn kind(group: u32) -> usize {
    (u64::from(group).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
}

/// The letter groups of a statement, against which those of claims are held.
#[derive(Clone, Debug, Default)]
pub(crate) struct Letters {
    own: Kinds,
    mass: f64,
}

impl Letters {
    /// Returns the groups of a text; `rarity` is the weight of a kind.
    pub(crate) fn new(text: &str, rarity: impl Fn(usize) -> f64) -> Self {
        let mut own = Kinds::default();
        own.add(text);
        Self { mass: own.iter().fold(0.0, |mass, kind| mass + rarity(kind)), own }
    }

    /// Returns how much of the groups of both is shared, 0 to 1; `theirs` is room to work in.
    pub(crate) fn shared<'t>(
        &self,
        texts: impl Iterator<Item = &'t str>,
        rarity: impl Fn(usize) -> f64,
        theirs: &mut Kinds,
    ) -> f64 {
        theirs.clear();
        texts.for_each(|text| theirs.add(text));
        let (mut mass, mut shared) = (0.0, 0.0);
        for kind in theirs.iter() {
            let weight = rarity(kind);
            mass += weight;
            shared += if self.own.has(kind) { weight } else { 0.0 };
        }
        if shared > 0.0 { shared / (mass * self.mass).sqrt() } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kinds, Letters};

    #[test]
    fn sees_through_endings_and_run_together_names() {
        let near = |a: &str, b: &str| {
            Letters::new(a, |_| 1.0).shared([b].into_iter(), |_| 1.0, &mut Kinds::default())
        };
        assert!((near("Worshippers in Zürich", "worshippers in zurich") - 1.0).abs() < 1e-9);
        assert!(near("sonicmovie design", "a Sonic movie redesign") > 0.5);
        assert_eq!(near("", "a b"), 0.0);
    }
}
