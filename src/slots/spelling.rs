/// A folded name as it is compared: its words, each with the key of its sound.
#[derive(Clone, Debug)]
pub(crate) struct Spelled(Vec<(Box<str>, Box<str>)>);

impl Spelled {
    /// Reads a folded name.
    pub(crate) fn new(folded: &str) -> Self {
        Self(folded.split(' ').map(|word| (word.into(), sound(word).into())).collect())
    }

    /// Returns the number of its words.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether two names differ by so little that one is the other's misspelling.
    ///
    /// Word by word: a sound key shared, a vowel exchanged, a letter left out, two letters swapped; short
    /// words must be equal, and no name drifts in more than two words.
    pub(crate) fn is_near(&self, other: &Self) -> bool {
        if self.0.len() != other.0.len() {
            return false;
        }
        let mut drifted = 0;
        for ((one, own), (two, sound)) in self.0.iter().zip(&other.0) {
            if one != two {
                if own != sound && !is_slip(one, two) {
                    return false;
                }
                drifted += 1;
            }
        }
        drifted <= 2
    }
}

/// Returns a key that the usual transliterations of one name share: Zelensky, Zelenskyy, Zelenskiy.
pub(crate) fn sound(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    let mut rest = folded;
    while let Some(c) = rest.chars().next() {
        let (step, to) = match rest.as_bytes() {
            [b'k', b'h', ..] => (2, "h"),
            [b'p', b'h', ..] => (2, "f"),
            [b't', b'c', b'h', ..] => (3, "ch"),
            [b'i', b'y' | b'j', ..] | [b'y', b'y', ..] => (2, "i"),
            [b'o', b'u', ..] => (2, "u"),
            [b'c', b'k', ..] | [b'q', b'u', ..] => (2, "k"),
            [b'y' | b'j', ..] => (1, "i"),
            [b'w', ..] => (1, "v"),
            [b'q', ..] => (1, "k"),
            [b'-' | b'\'', ..] => (1, " "),
            _ => (c.len_utf8(), &rest[..c.len_utf8()]),
        };
        if !out.ends_with(to) {
            out.push_str(to);
        }
        rest = &rest[step..];
    }
    out
}

fn is_slip(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // One letter has at most four bytes.
    let far = long.len() > short.len() + 4;
    if far || short.len() < 5 || a.chars().next() != b.chars().next() || !is_one_edit(a, b) {
        return false;
    }
    if short.chars().count() < long.chars().count() {
        // A letter at the end makes another word: Niger, Nigeria; Austria, Austrian.
        return !long.starts_with(short);
    }
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let differing = || a.chars().zip(b.chars()).filter(|(x, y)| x != y);
    differing().count() == 2 || differing().all(|(x, y)| vowel(x) && vowel(y))
}

/// Tells whether one letter more, less or other, or two letters swapped, make one word of the other.
fn is_one_edit(a: &str, b: &str) -> bool {
    let same = |(x, y): &(char, char)| x == y;
    let width = |(c, _): (char, char)| c.len_utf8();
    let head: usize = a.chars().zip(b.chars()).take_while(same).map(width).sum();
    let (a, b) = (&a[head..], &b[head..]);
    let tail: usize = a.chars().rev().zip(b.chars().rev()).take_while(same).map(width).sum();
    let (mut a, mut b) = (a[..a.len() - tail].chars(), b[..b.len() - tail].chars());
    match (a.next(), a.next(), a.next(), b.next(), b.next(), b.next()) {
        (Some(_), None, _, None, ..)
        | (None, _, _, Some(_), None, _)
        | (Some(_), None, _, Some(_), None, _) => true,
        (Some(one), Some(two), None, Some(three), Some(four), None) => one == four && two == three,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::is_one_edit;

    proptest! {
        #[test]
        fn one_edit_is_a_distance_of_one(a in "[abé]{0,6}", b in "[abé]{0,6}") {
            prop_assert_eq!(is_one_edit(&a, &b), strsim::osa_distance(&a, &b) == 1);
        }
    }
}
