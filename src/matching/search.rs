use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::matching::postings::Cursor;

/// How many claims are scored together; their sums fit the first cache.
const WINDOW: u32 = 1 << 13;
/// How many sums are looked at together.
const CHUNK: usize = 32;

/// A list with what each of its weights counts.
pub(crate) struct List<'a> {
    /// The claims.
    pub(crate) cursor: Cursor<'a>,
    /// The factor of this list.
    pub(crate) factor: u32,
}

/// Returns the `n` claims with the largest sums of factor times weight, best first; of equals the earlier.
///
/// Everything is added up: a posting costs about a nanosecond, less than asking whether it can be spared.
/// (Lists that cannot lift a claim over the `n`-th best were once only asked about the claims of
/// others, which took twice as long.)
pub(crate) fn top(mut lists: Vec<List<'_>>, claims: u32, n: usize) -> Vec<(u32, u32)> {
    let mut best = Best { heap: BinaryHeap::new(), n };
    let mut sums = Sums::default();
    let mut start = 0;
    while start < claims && n > 0 {
        let end = claims.min(start.saturating_add(WINDOW));
        for list in &mut lists {
            sums.add(list, start, end);
        }
        sums.drain(best.bar(), |at, sum| {
            best.offer(start + at, sum);
            best.bar()
        });
        start = end;
    }
    best.sorted()
}

/// The sums of the claims of a window.
struct Sums {
    sums: Box<[u32; WINDOW as usize]>,
    /// Which chunks hold a sum above 0.
    touched: [bool; WINDOW as usize / CHUNK],
}

impl Default for Sums {
    fn default() -> Self {
        Self { sums: Box::new([0; WINDOW as usize]), touched: [false; WINDOW as usize / CHUNK] }
    }
}

impl Sums {
    /// Adds a list over a window.
    fn add(&mut self, list: &mut List<'_>, start: u32, end: u32) {
        let place = |claim: &u32| (claim.wrapping_sub(start) % WINDOW) as usize;
        while let Some((claims, weights)) = list.cursor.read_below(end) {
            for (claim, weight) in claims.iter().zip(weights) {
                self.sums[place(claim)] += list.factor * u32::from(*weight);
            }
            // Where claims stand close together, chunks are marked from the first to the last.
            let chunks =
                claims.first().map_or(0, place) / CHUNK..=claims.last().map_or(0, place) / CHUNK;
            if chunks.end().wrapping_sub(*chunks.start()) < claims.len() {
                self.touched[chunks].fill(true);
            } else {
                claims.iter().for_each(|claim| self.touched[place(claim) / CHUNK] = true);
            }
        }
    }

    /// Sets all to 0, and tells those that were above `bar` to `tell`, in order, which returns the new bar.
    fn drain(&mut self, mut bar: u32, mut tell: impl FnMut(u32, u32) -> u32) {
        let chunks = self.sums.as_chunks_mut::<CHUNK>().0;
        for (number, (chunk, touched)) in chunks.iter_mut().zip(&mut self.touched).enumerate() {
            if !std::mem::take(touched) {
                continue;
            }
            // Most chunks hold nothing of worth, which many lanes at once can tell: below 0 is what is above.
            let room = |sum: &u32| (bar as i32).wrapping_sub(*sum as i32);
            if chunk.iter().fold(0, |all, sum| all | room(sum)) < 0 {
                for (at, sum) in chunk.iter().enumerate() {
                    if *sum > bar {
                        bar = tell((number * CHUNK + at) as u32, *sum);
                    }
                }
            }
            *chunk = [0; CHUNK];
        }
    }
}

/// The best claims so far.
struct Best {
    heap: BinaryHeap<Reverse<(u32, Reverse<u32>)>>,
    n: usize,
}

impl Best {
    /// The sum that a claim must exceed.
    fn bar(&self) -> u32 {
        match self.heap.peek() {
            Some(Reverse((sum, _))) if self.heap.len() == self.n => *sum,
            _ => 0,
        }
    }

    fn offer(&mut self, claim: u32, sum: u32) {
        let row = Reverse((sum, Reverse(claim)));
        if self.heap.len() == self.n
            && let Some(mut worst) = self.heap.peek_mut()
        {
            *worst = row;
        } else {
            self.heap.push(row);
        }
    }

    fn sorted(self) -> Vec<(u32, u32)> {
        let sorted = self.heap.into_sorted_vec().into_iter();
        sorted.map(|Reverse((sum, Reverse(claim)))| (claim, sum)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{List, top};
    use crate::matching::postings::{Cursor, write};

    const CLAIMS: u32 = 40_000;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn is_exactly_the_top_of_everything(
            seeds in prop::collection::vec((1u32..4000, 1u32..900, 0u32..1000), 1..12),
            n in 1usize..60,
        ) {
            let mut sums = vec![0u32; CLAIMS as usize];
            let mut written = Vec::new();
            for (step, factor, seed) in &seeds {
                let (mut claims, mut weights) = (Vec::new(), Vec::new());
                let (mut at, mut state) = (seed % step, *seed);
                while at < CLAIMS {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    claims.push(at);
                    weights.push((state >> 24) as u8);
                    sums[at as usize] += factor * (state >> 24);
                    at += 1 + (state >> 8) % (2 * step);
                }
                let mut bytes = Vec::new();
                write(&mut bytes, &claims, &weights);
                written.push((bytes, *factor));
            }
            let lists = written.iter().map(|(bytes, factor)| List { cursor: Cursor::new(bytes), factor: *factor });
            let found = top(lists.collect(), CLAIMS, n);
            let mut all: Vec<(u32, u32)> = (0..CLAIMS).zip(sums).filter(|(_, sum)| *sum > 0).collect();
            all.sort_by_key(|(claim, sum)| (std::cmp::Reverse(*sum), *claim));
            all.truncate(n);
            prop_assert_eq!(found, all);
        }
    }
}
