//! Lists of claim numbers with their weights, in blocks of 128 that can be skipped.
//!
//! A list is: how many blocks (varint), a head a block (last claim number u32, largest weight u8,
//! bit width u8, offset u32 from the end of the heads), then a block's gaps, bit-packed, and its
//! weights, a byte each.

use crate::matching::pack::{Reader, put, u32_at, u64_at};

/// How many claims stand in a block.
pub(crate) const BLOCK: usize = 128;
const HEAD: usize = 10;

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
        head[4] = weights.iter().copied().max().unwrap_or(0);
        head[5] = width as u8;
        head[6..].copy_from_slice(&offset.to_le_bytes());
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
    blocks: usize,
    /// The block at which the cursor stands; `blocks` at the end.
    block: usize,
    decoded: usize,
    claims: [u32; BLOCK],
    weights: &'a [u8],
    length: usize,
}

impl<'a> Cursor<'a> {
    /// Returns a cursor at the first block of the list that starts `bytes`.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let total = reader.count();
        let rest = reader.rest();
        let blocks = total.div_ceil(BLOCK).min(rest.len() / HEAD);
        let (heads, body) = rest.split_at(blocks * HEAD);
        Self {
            heads,
            body,
            total,
            blocks,
            block: 0,
            decoded: usize::MAX,
            claims: [0; BLOCK],
            weights: &[],
            length: 0,
        }
    }

    /// Returns the last claim of the block at which the cursor stands; `None` at the end.
    pub(crate) fn last(&self) -> Option<u32> {
        (self.block < self.blocks).then(|| self.last_of(self.block))
    }

    /// Moves to the block that may hold `claim`.
    pub(crate) fn seek(&mut self, claim: u32) {
        while self.block < self.blocks && self.last_of(self.block) < claim {
            self.block += 1;
        }
    }

    /// Moves to the next block.
    pub(crate) fn next_block(&mut self) {
        self.block += 1;
    }

    /// Returns the largest weight of the blocks from here that may hold claims below `end`.
    pub(crate) fn largest_below(&self, end: u32) -> u8 {
        let mut largest = 0;
        for block in self.block..self.blocks {
            let first = if block == 0 { 0 } else { self.last_of(block - 1) };
            if first >= end {
                break;
            }
            largest = largest.max(self.head(block, 4));
        }
        largest
    }

    /// Returns the claims of the block at which the cursor stands, with their weights.
    pub(crate) fn read(&mut self) -> (&[u32], &[u8]) {
        if self.decoded != self.block {
            self.decode();
        }
        (&self.claims[..self.length], self.weights)
    }

    /// Returns the weight of a claim at or after the cursor's block.
    pub(crate) fn weight(&mut self, claim: u32) -> Option<u8> {
        self.seek(claim);
        self.last()?;
        let (claims, weights) = self.read();
        claims.binary_search(&claim).ok().and_then(|at| weights.get(at).copied())
    }

    fn decode(&mut self) {
        self.decoded = self.block;
        self.length = BLOCK.min(self.total.saturating_sub(self.block * BLOCK));
        let width = usize::from(self.head(self.block, 5)).min(32);
        let body = self.body.get(u32_at(self.heads, self.block * HEAD + 6) as usize..);
        let body = body.unwrap_or(&[]);
        let mask = (1u64 << width) - 1;
        let mut claim = if self.block == 0 { 0 } else { self.last_of(self.block - 1) };
        let gaps = (self.length * width).div_ceil(8);
        if body.len() >= gaps + 8 {
            for (at, slot) in self.claims[..self.length].iter_mut().enumerate() {
                let bit = at * width;
                let word = u64_at(body, bit / 8);
                claim = claim.wrapping_add((word >> (bit % 8) & mask) as u32);
                *slot = claim;
            }
        } else {
            let mut tail = [0u8; BLOCK * 4 + 8];
            let end = body.len().min(gaps);
            tail[..end].copy_from_slice(&body[..end]);
            for (at, slot) in self.claims[..self.length].iter_mut().enumerate() {
                let bit = at * width;
                let word = u64_at(&tail, bit / 8);
                claim = claim.wrapping_add((word >> (bit % 8) & mask) as u32);
                *slot = claim;
            }
        }
        self.weights = body.get(gaps..gaps + self.length).unwrap_or(&[]);
        self.length = self.length.min(self.weights.len());
    }

    fn last_of(&self, block: usize) -> u32 {
        u32_at(self.heads, block * HEAD)
    }

    fn head(&self, block: usize, at: usize) -> u8 {
        self.heads.get(block * HEAD + at).copied().unwrap_or(0)
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
            while cursor.last().is_some() {
                let (block, weights) = cursor.read();
                read.extend(block.iter().copied().zip(weights.iter().copied()));
                cursor.next_block();
            }
            prop_assert_eq!(&read, &claims.iter().copied().zip(weights).collect::<Vec<_>>());
            let mut cursor = Cursor::new(&bytes);
            for (claim, weight) in &read {
                prop_assert_eq!(cursor.weight(*claim), Some(*weight));
            }
            // Damage gives wrong numbers, never a panic.
            bytes.truncate(cut.min(bytes.len()));
            let mut cursor = Cursor::new(&bytes);
            while cursor.last().is_some() {
                cursor.read();
                cursor.next_block();
            }
        }
    }
}
