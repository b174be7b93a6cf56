/// A word of the vocabulary; the same number for all its cases. Zero stands for every other word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// The id of every word that is not in the vocabulary.
    pub const UNKNOWN: Self = Self(0);

    /// Returns the id as an index into tables of [`Vocabulary::len`] rows.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The longest word that may be in the vocabulary, in bytes.
const LONGEST: usize = 32;

/// Words to numbers: an open table over folded bytes, asked once a token, without allocation.
///
/// Tables of other rooms number their words with [`Vocabulary::intern`] and then cost an index each.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// A power of two; zero is a free slot.
    slots: Vec<Slot>,
    /// The bytes of all words; each word's place is in `places`.
    bytes: Vec<u8>,
    places: Vec<(u32, u32)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    id: u32,
}

impl Vocabulary {
    /// Returns how many rows a table over this vocabulary needs, the unknown word included.
    pub fn len(&self) -> usize {
        self.places.len() + 1
    }

    /// Tells whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Returns the number of a word, and gives it one if it is new; words beyond 32 bytes stay unknown.
    pub fn intern(&mut self, word: &str) -> WordId {
        let found = self.id(word);
        if found != WordId::UNKNOWN || word.is_empty() || word.len() > LONGEST {
            return found;
        }
        let start = self.bytes.len() as u32;
        let mut buffer = [0; LONGEST];
        let folded = fold(word, &mut buffer);
        self.bytes.extend_from_slice(folded);
        self.places.push((start, self.bytes.len() as u32));
        if self.places.len() * 3 > self.slots.len() {
            self.grow();
        } else {
            self.put(self.places.len() as u32);
        }
        WordId(self.places.len() as u32)
    }

    /// Returns the number of a word, whatever the case of its ASCII letters and the form of its apostrophe.
    #[inline]
    pub fn id(&self, word: &str) -> WordId {
        if self.slots.is_empty() || word.len() > LONGEST {
            return WordId::UNKNOWN;
        }
        let mut buffer = [0; LONGEST];
        let folded = fold(word, &mut buffer);
        let hash = hash(folded);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.id == 0 {
                return WordId::UNKNOWN;
            }
            if slot.hash == hash && self.word(WordId(slot.id)).as_bytes() == folded {
                return WordId(slot.id);
            }
            at = (at + 1) & mask;
        }
    }

    /// Returns the folded form of a word of this vocabulary.
    pub fn word(&self, id: WordId) -> &str {
        let Some((start, end)) = id.index().checked_sub(1).and_then(|at| self.places.get(at))
        else {
            return "";
        };
        std::str::from_utf8(&self.bytes[*start as usize..*end as usize]).unwrap_or("")
    }

    fn grow(&mut self) {
        self.slots = vec![Slot::default(); (self.places.len() * 4).next_power_of_two().max(64)];
        for id in 1..=self.places.len() as u32 {
            self.put(id);
        }
    }

    fn put(&mut self, id: u32) {
        let hash = hash(self.word(WordId(id)).as_bytes());
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].id != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = Slot { hash, id };
    }
}

/// Lower-cases ASCII letters and straightens apostrophes.
fn fold<'a>(word: &str, buffer: &'a mut [u8; LONGEST]) -> &'a [u8] {
    let bytes = word.as_bytes();
    let mut len = 0;
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with("’".as_bytes()) {
            buffer[len] = b'\'';
            at += 3;
        } else {
            buffer[len] = bytes[at].to_ascii_lowercase();
            at += 1;
        }
        len += 1;
    }
    &buffer[..len]
}

fn hash(bytes: &[u8]) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 32;
    }
    hash as u32
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, WordId};

    #[test]
    fn numbers_words_whatever_their_case() {
        let mut words = Vocabulary::default();
        let ids: Vec<_> = (0..500).map(|n| words.intern(&format!("word{n}"))).collect();
        assert_eq!(words.intern("WORD7"), ids[7]);
        assert_eq!(words.id("Word499"), ids[499]);
        assert_eq!(words.word(ids[3]), "word3");
        assert_eq!(words.len(), 501);
        let dont = words.intern("don't");
        assert_eq!(words.id("Don’t"), dont);
        assert_eq!(words.id(&"x".repeat(90)), WordId::UNKNOWN);
        assert_eq!(words.id("other"), WordId::UNKNOWN);
        assert_eq!(words.word(WordId::UNKNOWN), "");
    }
}
