use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::matching::postings::Cursor;

/// How many claims are scored together; their sums fit the first cache.
const WINDOW: u32 = 1 << 13;

/// A list with what each of its weights counts.
pub(crate) struct List<'a> {
    /// The claims.
    pub(crate) cursor: Cursor<'a>,
    /// The factor of this list.
    pub(crate) factor: u32,
}

/// Returns the `n` claims with the largest sums of factor times weight, best first; of equals the earlier.
///
/// Lists that together cannot lift a claim over the `n`-th best are only asked about claims that
/// stronger lists hold. Sums are whole numbers, so that the result is exactly that of adding up everything.
pub(crate) fn top(mut lists: Vec<List<'_>>, claims: u32, n: usize) -> Vec<(u32, u32)> {
    let mut best = Best { heap: BinaryHeap::new(), n };
    let mut sums = vec![0u32; WINDOW as usize];
    let mut touched = vec![0u64; WINDOW as usize / 64];
    let mut start = 0;
    while start < claims && n > 0 {
        let end = claims.min(start.saturating_add(WINDOW));
        let mut bounds: Vec<(u32, usize)> = Vec::with_capacity(lists.len());
        for (number, list) in lists.iter_mut().enumerate() {
            list.cursor.seek(start);
            let bound = list.factor * u32::from(list.cursor.largest_below(end));
            if bound > 0 {
                bounds.push((bound, number));
            }
        }
        bounds.sort_unstable();
        let (mut weak, mut reach) = (0, 0);
        while weak < bounds.len() && reach + bounds[weak].0 <= best.bar() {
            reach += bounds[weak].0;
            weak += 1;
        }
        for (_, number) in &bounds[weak..] {
            add(&mut lists[*number], start, end, &mut sums, &mut touched);
        }
        for (number, word) in touched.iter_mut().enumerate() {
            while *word != 0 {
                let at = number * 64 + word.trailing_zeros() as usize;
                *word &= *word - 1;
                let sum = std::mem::take(&mut sums[at]);
                let claim = start + at as u32;
                if let Some(sum) =
                    finish(&mut lists, &bounds[..weak], claim, sum, reach, best.bar())
                {
                    best.offer(claim, sum);
                }
            }
        }
        start = end;
    }
    best.sorted()
}

/// Adds up a list over a window.
fn add(list: &mut List<'_>, start: u32, end: u32, sums: &mut [u32], touched: &mut [u64]) {
    let factor = list.factor;
    while let Some(last) = list.cursor.last() {
        let (claims, weights) = list.cursor.read();
        for (claim, weight) in claims.iter().zip(weights) {
            let at = claim.wrapping_sub(start) as usize;
            if *claim < end
                && let Some(sum) = sums.get_mut(at)
            {
                *sum += factor * u32::from(*weight);
                touched[at / 64] |= 1 << (at % 64);
            }
        }
        if last >= end - 1 {
            break;
        }
        list.cursor.next_block();
    }
}

/// Adds what the weak lists know of a claim, strongest first; `None` as soon as it cannot pass the bar.
fn finish(
    lists: &mut [List<'_>],
    weak: &[(u32, usize)],
    claim: u32,
    mut sum: u32,
    mut reach: u32,
    bar: u32,
) -> Option<u32> {
    for (bound, number) in weak.iter().rev() {
        if sum + reach <= bar {
            return None;
        }
        reach -= bound;
        let list = &mut lists[*number];
        sum += list.factor * u32::from(list.cursor.weight(claim).unwrap_or(0));
    }
    (sum > bar).then_some(sum)
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
        if self.heap.len() == self.n {
            self.heap.pop();
        }
        self.heap.push(Reverse((sum, Reverse(claim))));
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
