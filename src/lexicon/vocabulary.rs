use std::ops::Range;

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

/// The longest word that may be in a vocabulary, in bytes.
const LONGEST: usize = 32;

/// A folded word as numbers, eight bytes each, the last filled up with zeros.
type Key = [u64; LONGEST / 8];

/// Words to numbers: an open table over folded bytes, asked once a token, without allocation.
///
/// Tables of other rooms number their words with [`Vocabulary::intern`] and then cost an index each.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// A power of two; a free slot is zero.
    slots: Vec<Slot>,
    /// All words, folded, by their number less one.
    keys: Vec<Key>,
}

/// A word that is looked for, and what the table said so far.
#[derive(Default)]
struct Sought {
    place: Range<usize>,
    key: Key,
    hash: u32,
    /// Where its search starts.
    slot: Slot,
    /// The head of the key of that slot.
    near: u64,
}

/// How many words are looked for at once.
const BATCH: usize = 32;

/// The number of a word below, the upper bits of its hash above: small, so that the table stays near.
#[derive(Clone, Copy, Debug, Default)]
struct Slot(u32);

impl Slot {
    /// How many words a vocabulary holds.
    const MOST: usize = 1 << 20;

    fn new(id: u32, hash: u32) -> Self {
        Self(hash & !(Self::MOST as u32 - 1) | id)
    }

    fn id(self) -> u32 {
        self.0 & (Self::MOST as u32 - 1)
    }
}

impl Vocabulary {
    /// Returns how many rows a table over this vocabulary needs, the unknown word included.
    pub fn len(&self) -> usize {
        self.keys.len() + 1
    }

    /// Tells whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Returns the number of a word, and gives it one if it is new; words beyond 32 bytes stay unknown.
    pub fn intern(&mut self, word: &str) -> WordId {
        let found = self.id(word);
        let Some((key, hash)) = fold(word).filter(|_| found == WordId::UNKNOWN) else {
            return found;
        };
        if word.is_empty() || self.len() == Slot::MOST {
            return found;
        }
        self.keys.push(key);
        let id = self.keys.len() as u32;
        if self.keys.len() * 3 > self.slots.len() * 2 {
            self.grow();
        } else {
            self.put(id, hash);
        }
        WordId(id)
    }

    /// Returns the number of a word, whatever the case of its ASCII letters and the form of its apostrophe.
    #[inline]
    pub fn id(&self, word: &str) -> WordId {
        match fold(word) {
            Some((key, hash)) if !self.slots.is_empty() => self.find(&key, hash),
            _ => WordId::UNKNOWN,
        }
    }

    /// Returns the number of the word that stands at a place of a text.
    #[inline]
    pub fn id_in(&self, text: &str, place: Range<usize>) -> WordId {
        match fold_in(text, place) {
            Some((key, hash)) if !self.slots.is_empty() => self.find(&key, hash),
            _ => WordId::UNKNOWN,
        }
    }

    /// Hands over the number of the word at each of these places of a text, in their order.
    ///
    /// Quicker than one by one: the table is larger than the memory next to the processor, so that a batch of
    /// words is asked for before the first answer is needed.
    pub fn ids_in(
        &self,
        text: &str,
        places: impl IntoIterator<Item = Range<usize>>,
        mut take: impl FnMut(Range<usize>, WordId),
    ) {
        let mut places = places.into_iter();
        let mut batch: [Sought; BATCH] = Default::default();
        loop {
            let mut count = 0;
            for (sought, place) in batch.iter_mut().zip(places.by_ref()) {
                (sought.key, sought.hash) = fold_in(text, place.clone()).unwrap_or_default();
                sought.place = place;
                count += 1;
            }
            let batch = &mut batch[..count];
            if let Some(mask) = self.slots.len().checked_sub(1) {
                for sought in &mut *batch {
                    sought.slot = self.slots[sought.hash as usize & mask];
                }
                for sought in &mut *batch {
                    sought.near = self.keys[(sought.slot.id() as usize).saturating_sub(1)][0];
                }
            }
            for sought in batch {
                let id = match sought.slot.id() {
                    0 => WordId::UNKNOWN,
                    id if sought.near == sought.key[0]
                        && self.keys[id as usize - 1] == sought.key =>
                    {
                        WordId(id)
                    }
                    _ => self.find(&sought.key, sought.hash),
                };
                take(sought.place.clone(), id);
            }
            if count < BATCH {
                return;
            }
        }
    }

    #[inline]
    fn find(&self, key: &Key, hash: u32) -> WordId {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            let id = slot.id();
            if id == 0 || Slot::new(id, hash).0 == slot.0 && self.keys[id as usize - 1] == *key {
                return WordId(id);
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = (self.keys.len() * 2).next_power_of_two().max(64);
        self.slots = vec![Slot::default(); size];
        for id in 1..=self.keys.len() as u32 {
            self.put(id, hash(&self.keys[id as usize - 1]));
        }
    }

    fn put(&mut self, id: u32, hash: u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = Slot::new(id, hash);
    }
}

/// Lower-cases ASCII letters and straightens apostrophes; `None` for a word that is too long.
#[inline]
fn fold(word: &str) -> Option<(Key, u32)> {
    if word.len() > LONGEST {
        return None;
    }
    let mut key = [0; LONGEST / 8];
    if fill(&mut key, word.as_bytes()) && word.contains('’') {
        let mut straight = [0; LONGEST];
        let mut rest = word.as_bytes();
        for to in &mut straight {
            let width = if rest.starts_with("’".as_bytes()) { 3 } else { 1 };
            let Some(first) = rest.first() else { break };
            *to = if width == 3 { b'\'' } else { *first };
            rest = &rest[width..];
        }
        fill(&mut key, &straight);
    }
    Some((key, hash(&key)))
}

/// The key and hash of the word at a place of a text: quicker than by the word alone, for the bytes behind
/// it may be read, too.
#[inline]
fn fold_in(text: &str, place: Range<usize>) -> Option<(Key, u32)> {
    let bytes = text.as_bytes().get(place.start..).and_then(|rest| rest.first_chunk::<LONGEST>());
    let mask = MASKS.get(place.len());
    let (Some(bytes), Some(mask)) = (bytes, mask) else { return fold(&text[place]) };
    let mut key = [0; LONGEST / 8];
    let mut seen = 0;
    for (nth, (to, mask)) in key.iter_mut().zip(mask).enumerate() {
        let mut number = [0; 8];
        number.copy_from_slice(&bytes[8 * nth..8 * nth + 8]);
        let number = u64::from_le_bytes(number) & mask;
        seen |= number;
        *to = lower(number);
    }
    if seen & HIGH != 0 {
        return fold(&text[place]);
    }
    Some((key, hash(&key)))
}

/// For each length of a word the bytes of its key.
const MASKS: [Key; LONGEST + 1] = {
    let mut masks = [[0; LONGEST / 8]; LONGEST + 1];
    let mut len = 1;
    while len <= LONGEST {
        masks[len] = masks[len - 1];
        masks[len][(len - 1) / 8] |= 0xFF << (8 * ((len - 1) % 8));
        len += 1;
    }
    masks
};

/// Writes lower-cased bytes into a key; tells whether there are any beyond ASCII.
fn fill(key: &mut Key, bytes: &[u8]) -> bool {
    let mut seen = 0;
    for (to, chunk) in key.iter_mut().zip(bytes.chunks(8)) {
        let number = match <[u8; 8]>::try_from(chunk) {
            Ok(whole) => u64::from_le_bytes(whole),
            Err(_) => chunk.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
        };
        seen |= number;
        *to = lower(number);
    }
    seen & HIGH != 0
}

/// The highest bit of each byte.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Lower-cases eight bytes at once.
fn lower(bytes: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let low = bytes & !HIGH;
    let from_a = low + (0x80 - u64::from(b'A')) * ONES;
    let beyond_z = low + (0x7F - u64::from(b'Z')) * ONES;
    let capital = (from_a & !beyond_z) & !bytes & HIGH;
    bytes | capital >> 2
}

fn hash(key: &Key) -> u32 {
    // Four products that do not wait for each other.
    const ODD: [u64; LONGEST / 8] = [
        0x9e37_79b9_7f4a_7c15,
        0xc2b2_ae3d_27d4_eb4f,
        0x1656_67b1_9e37_79f9,
        0xd6e8_feb8_6659_fd93,
    ];
    let products = key.iter().zip(ODD).map(|(word, odd)| word.wrapping_mul(odd));
    let sum = products.fold(0, |sum, product| sum ^ product ^ product >> 32);
    (sum ^ sum >> 15) as u32
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
        assert_eq!(words.len(), 501);
        let dont = words.intern("don't");
        assert_eq!(words.id("Don’t"), dont);
        assert_eq!(words.id(&"x".repeat(90)), WordId::UNKNOWN);
        assert_eq!(words.id("other"), WordId::UNKNOWN);
        let odd = words.intern("Zürich@[`{");
        assert_eq!(words.id("zürich@[`{"), odd);
        assert_eq!(words.id("zÜrich@[`{"), WordId::UNKNOWN);
        assert_eq!(words.intern(""), WordId::UNKNOWN);
    }

    #[test]
    fn numbers_the_words_of_a_text() {
        let mut words = Vocabulary::default();
        let text = "He said WORD7 and Don’t; then came word499, which is the last one of all of them, \
                    for internationalisation-of-everything is no word, and so on to the very end, word7";
        let places = || {
            let pieces = text.split_ascii_whitespace().map(|word| word.trim_matches([',', ';']));
            pieces.map(|word| {
                let start = word.as_ptr().addr() - text.as_ptr().addr();
                start..start + word.len()
            })
        };
        let mut unknown = 0;
        words.ids_in(text, places(), |_, id| unknown += usize::from(id == WordId::UNKNOWN));
        assert_eq!(unknown, places().count());
        (0..500).for_each(|n| {
            words.intern(&format!("word{n}"));
        });
        words.intern("don't");
        let mut known = 0;
        words.ids_in(text, places(), |place, id| {
            assert_eq!(id, words.id(&text[place.clone()]));
            assert_eq!(id, words.id_in(text, place));
            known += usize::from(id != WordId::UNKNOWN);
        });
        assert_eq!(known, 4);
    }
}
