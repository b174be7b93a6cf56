//! Lists of claim numbers with their weights, in blocks of 128 that can be skipped.
//!
//! A list is: how many claims (varint), a head a block (last claim number u32, bit width u8, offset
//! u32 from the end of the heads), then a block's gaps, bit-packed, and its weights, a byte each.

use crate::matching::pack::{Reader, put, u32_at, u64_at};

/// How many claims stand in a block.
pub(crate) const BLOCK: usize = 128;
const HEAD: usize = 9;

/// Appends a list; `claims` ascend.
pub(crate) fn write(out: &mut Vec<u8>, claims: &[u32], weights: &[u8]) {
    let blocks = claims.len().div_ceil(BLOCK);
    put(out, claims.len() as u64);
    let heads = out.len();
    out.resize(heads + blocks * HEAD, 0);
    let body = out.len();
    let mut before = 0;
    for (number, (claims, weights)) in claims.chunks(BLOCK).zip(weights.chunks(BLOCK)).enumerate() {
        let offset = (out.len() - body) as u32;
        let mut gaps = [0u32; BLOCK];
        for (gap, claim) in gaps.iter_mut().zip(claims) {
            *gap = claim - before;
            before = *claim;
        }
        let width = 32 - gaps.iter().fold(0, |all, gap| all | gap).leading_zeros();
        pack(out, &gaps[..claims.len()], width);
        out.extend_from_slice(weights);
        let head = &mut out[heads + number * HEAD..][..HEAD];
        head[..4].copy_from_slice(&before.to_le_bytes());
        head[4] = width as u8;
        head[5..].copy_from_slice(&offset.to_le_bytes());
    }
}

fn pack(out: &mut Vec<u8>, gaps: &[u32], width: u32) {
    let (mut buffer, mut filled) = (0u64, 0);
    for gap in gaps {
        buffer |= u64::from(*gap) << filled;
        filled += width;
        while filled >= 8 {
            out.push(buffer as u8);
            buffer >>= 8;
            filled -= 8;
        }
    }
    if filled > 0 {
        out.push(buffer as u8);
    }
}

/// A list that is read forward, a block at a time.
#[derive(Clone, Debug)]
pub(crate) struct Cursor<'a> {
    heads: &'a [u8],
    body: &'a [u8],
    total: usize,
    /// The block that is decoded next.
    block: usize,
    /// Where the cursor stands in the block that is decoded.
    at: usize,
    length: usize,
    claims: [u32; BLOCK],
    weights: &'a [u8],
}

impl<'a> Cursor<'a> {
    /// Returns a cursor at the start of the list that starts `bytes`.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let total = reader.count();
        let rest = reader.rest();
        let (heads, body) = rest.split_at((total.div_ceil(BLOCK) * HEAD).min(rest.len()));
        Self { heads, body, total, block: 0, at: 0, length: 0, claims: [0; BLOCK], weights: &[] }
    }

    /// Reads claims below `end`, which ascend, with their weights, at most to the end of a block; `None`
    /// where there are no more below `end`.
    pub(crate) fn read_below(&mut self, end: u32) -> Option<(&[u32], &[u8])> {
        if self.at == self.length {
            let before = self.block.checked_sub(1).map_or(0, |block| self.last_of(block));
            if self.block * HEAD >= self.heads.len() || before >= end {
                return None;
            }
            self.decode(before);
        }
        let claims = &self.claims[self.at..self.length];
        let all = claims.last().is_some_and(|last| *last < end);
        let read = if all { claims.len() } else { claims.partition_point(|claim| *claim < end) };
        let range = self.at..self.at + read;
        self.at += read;
        (read > 0).then(|| (&self.claims[range.clone()], &self.weights[range]))
    }

    fn decode(&mut self, before: u32) {
        self.at = 0;
        self.length = BLOCK.min(self.total.saturating_sub(self.block * BLOCK));
        let head = self.heads.get(self.block * HEAD..).unwrap_or(&[]);
        let width = usize::from(head.get(4).copied().unwrap_or(0)).min(32);
        let body = self.body.get(u32_at(head, 5) as usize..);
        let body = body.unwrap_or(&[]);
        let gaps = (self.length * width).div_ceil(8);
        if body.len() >= gaps + 8 {
            unpack(&mut self.claims[..self.length], body, width, before);
        } else {
            let mut tail = [0u8; BLOCK * 4 + 8];
            let end = body.len().min(gaps);
            tail[..end].copy_from_slice(&body[..end]);
            unpack(&mut self.claims[..self.length], &tail, width, before);
        }
        self.weights = body.get(gaps..gaps + self.length).unwrap_or(&[]);
        self.length = self.length.min(self.weights.len());
        self.block += 1;
    }

    fn last_of(&self, block: usize) -> u32 {
        u32_at(self.heads, block * HEAD)
    }
}

/// Reads gaps of so many bits, and writes the claims that stand behind them; no more than eight bytes
/// beyond the gaps are read.
fn unpack(claims: &mut [u32], gaps: &[u8], width: usize, mut claim: u32) {
    let mask = (1u64 << width) - 1;
    // Four gaps of up to 15 bits lie within eight bytes, wherever in a byte they start.
    let at_once = if width <= 15 { 4 } else { 1 };
    for (group, slots) in claims.chunks_mut(at_once).enumerate() {
        let bit = group * at_once * width;
        let mut word = u64_at(gaps, bit / 8) >> (bit % 8);
        for slot in slots {
            claim = claim.wrapping_add((word & mask) as u32);
            *slot = claim;
            word >>= width;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cursor, write};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn reads_what_was_written(gaps in prop::collection::vec(1u32..5000, 0..600), cut in 0usize..5000) {
            let mut at = 0;
            let claims: Vec<u32> = gaps.iter().map(|gap| { at += gap; at - 1 }).collect();
            let weights: Vec<u8> = claims.iter().map(|claim| (claim % 251) as u8).collect();
            let mut bytes = Vec::new();
            write(&mut bytes, &claims, &weights);
            let mut cursor = Cursor::new(&bytes);
            let mut read = Vec::new();
            while let Some((block, weights)) = cursor.read_below(u32::MAX) {
                read.extend(block.iter().copied().zip(weights.iter().copied()));
            }
            prop_assert_eq!(&read, &claims.iter().copied().zip(weights).collect::<Vec<_>>());
            // In steps of any length, too.
            let mut cursor = Cursor::new(&bytes);
            let mut again = 0;
            for end in (0..=at).step_by(100 + cut) {
                while let Some((block, _)) = cursor.read_below(end) {
                    prop_assert_eq!(block, &claims[again..again + block.len()]);
                    again += block.len();
                }
                prop_assert_eq!(again, claims.partition_point(|claim| *claim < end));
            }
            // Damage gives wrong numbers, never a panic.
            bytes.truncate(cut.min(bytes.len()));
            let mut cursor = Cursor::new(&bytes);
            while cursor.read_below(u32::MAX).is_some() {}
        }
    }
}
