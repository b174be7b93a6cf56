use crate::claim::fold;

/// How many kinds of letter groups are told apart.
pub(crate) const KINDS: usize = 1 << 16;
/// How many letters make a group; a word's ends count as letters.
const GROUP: usize = 4;

/// Calls `tell` with the kind of every group of four letters in the words of a text.
pub(crate) fn groups(text: &str, mut tell: impl FnMut(usize)) {
    let folded: String;
    let text = if text.bytes().all(|byte| byte.is_ascii()) {
        text
    } else {
        folded = fold(text);
        &folded
    };
    let mut window = u64::from(b' ');
    let mut length = 1;
    for byte in text.bytes().chain([b' ']) {
        let byte = if byte.is_ascii_alphanumeric() || byte >= 0x80 {
            byte.to_ascii_lowercase()
        } else {
            b' '
        };
        if byte == b' ' && length == 1 {
            continue;
        }
        window = window << 8 | u64::from(byte);
        length += 1;
        if length >= GROUP {
            tell(kind(window & 0xffff_ffff));
        } else if byte == b' ' {
            tell(kind(window & 0xff_ffff));
        }
        if byte == b' ' {
            (window, length) = (u64::from(b' '), 1);
        }
    }
}

fn kind(group: u64) -> usize {
    (group.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
}

/// The letter groups of a statement, against which those of claims are held.
#[derive(Clone, Debug, Default)]
pub(crate) struct Letters {
    /// One bit a kind.
    own: Vec<u64>,
    mass: f64,
}

impl Letters {
    /// Returns the groups of a text; `rarity` is the weight of a kind.
    pub(crate) fn new(text: &str, rarity: impl Fn(usize) -> f64) -> Self {
        let mut out = Self { own: vec![0; KINDS / 64], mass: 0.0 };
        groups(text, |kind| {
            if mark(&mut out.own, kind) {
                out.mass += rarity(kind);
            }
        });
        out
    }

    /// Returns how much of the groups of both is shared, 0 to 1.
    pub(crate) fn shared<'t>(
        &self,
        texts: impl Iterator<Item = &'t str>,
        rarity: impl Fn(usize) -> f64,
        seen: &mut Vec<u64>,
    ) -> f64 {
        seen.clear();
        seen.resize(KINDS / 64, 0);
        let (mut mass, mut shared) = (0.0, 0.0);
        for text in texts {
            groups(text, |kind| {
                if mark(seen, kind) {
                    let weight = rarity(kind);
                    mass += weight;
                    if self.own[kind / 64] >> (kind % 64) & 1 == 1 {
                        shared += weight;
                    }
                }
            });
        }
        if shared > 0.0 { shared / (mass * self.mass).sqrt() } else { 0.0 }
    }
}

/// Marks a kind; tells whether it was not marked before.
fn mark(marks: &mut [u64], kind: usize) -> bool {
    let (word, bit) = (&mut marks[kind / 64], 1 << (kind % 64));
    let fresh = *word & bit == 0;
    *word |= bit;
    fresh
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn sees_through_endings_and_run_together_names() {
        let near = |a: &str, b: &str| {
            Letters::new(a, |_| 1.0).shared([b].into_iter(), |_| 1.0, &mut Vec::new())
        };
        assert!((near("Worshippers in Zürich", "worshippers in zurich") - 1.0).abs() < 1e-9);
        assert!(near("sonicmovie design", "a Sonic movie redesign") > 0.5);
        assert_eq!(near("", "a b"), 0.0);
    }
}
