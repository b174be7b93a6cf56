use std::collections::HashMap;

use crate::claim::Record;
use crate::matching::card::Facts;
use crate::matching::index::{ENTRY, Index, SECTIONS, VERSION};
use crate::matching::letters::{KINDS, Kinds};
use crate::matching::numbers::Numbers;
use crate::matching::pack::{Bytes, ColumnBuilder, put, put_text};
use crate::matching::postings;
use crate::matching::terms::{Term, keys};

/// How fast repeats of a word in a claim stop counting, and how much long claims lose.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.75;

/// Collects claims into an index.
#[derive(Default)]
pub struct IndexBuilder {
    numbers: Numbers,
    /// In how many claims each term occurs.
    counts: Vec<u32>,
    /// The fields of all claims in a row, each as its length and its terms.
    fields: Vec<u32>,
    /// The keys of all claims in a row.
    keys: Vec<u32>,
    claims: Vec<Ends>,
    facts: ColumnBuilder,
    texts: ColumnBuilder,
    names: ColumnBuilder,
    interned: HashMap<String, u64>,
    /// In how many claims each kind of letter group occurs.
    letters: Vec<u32>,
    /// The letter groups of the claim at hand.
    groups: Kinds,
}

/// Where a claim's parts end.
struct Ends {
    fields: usize,
    keys: usize,
    facts: usize,
    length: u32,
}

impl IndexBuilder {
    /// Adds a claim.
    pub fn add(&mut self, record: &Record) {
        let claim = &record.claim;
        put_text(&mut self.texts.body, claim.id.as_str());
        let mut seen = Vec::new();
        let mut length = 0;
        for text in std::iter::once(&claim.statement).chain(&claim.wordings) {
            put_text(&mut self.texts.body, text);
            self.groups.add(text);
            let start = self.fields.len();
            self.fields.push(0);
            self.numbers.read(text, &mut self.fields);
            let field = &self.fields[start + 1..];
            seen.extend_from_slice(field);
            length += field.len() as u32;
            self.fields[start] = field.len() as u32;
        }
        self.texts.end();
        self.letters.resize(KINDS, 0);
        self.groups.iter().for_each(|kind| self.letters[kind] += 1);
        self.groups.clear();
        let facts = Facts::of_record(record);
        for key in keys(&facts) {
            let number = self.numbers.of(key);
            self.keys.push(number);
            seen.push(number);
        }
        seen.sort_unstable();
        seen.dedup();
        self.counts.resize(self.numbers.terms.len(), 0);
        for number in seen {
            self.counts[number as usize] += 1;
        }
        let (names, interned) = (&mut self.names, &mut self.interned);
        facts.write(&mut self.facts.body, &mut |word| {
            if let Some(number) = interned.get(word) {
                return *number;
            }
            let number = interned.len() as u64;
            interned.insert(word.to_owned(), number);
            names.body.extend_from_slice(word.as_bytes());
            names.end();
            number
        });
        self.claims.push(Ends {
            fields: self.fields.len(),
            keys: self.keys.len(),
            facts: self.facts.body.len(),
            length,
        });
    }

    /// Returns the index: common terms get small numbers, lists run through the claims in order.
    pub fn finish(self) -> Index {
        let terms = &self.numbers.terms;
        let mut by_count: Vec<u32> = (0..terms.len() as u32).collect();
        by_count.sort_unstable_by_key(|number| {
            (std::cmp::Reverse(self.counts[*number as usize]), terms[*number as usize])
        });
        let mut ranks = vec![0u32; by_count.len()];
        for (rank, number) in by_count.iter().enumerate() {
            ranks[*number as usize] = rank as u32;
        }
        let mean = self.claims.iter().map(|claim| f64::from(claim.length)).sum::<f64>()
            / self.claims.len().max(1) as f64;
        let mut starts = Vec::with_capacity(by_count.len() + 1);
        let mut total = 0usize;
        for number in &by_count {
            starts.push(total);
            total += self.counts[*number as usize] as usize;
        }
        starts.push(total);
        let mut filled = starts.clone();
        let (mut claims, mut weights) = (vec![0u32; total], vec![0u8; total]);
        let mut cards = ColumnBuilder::default();
        let mut own: Vec<u32> = Vec::new();
        let (mut fields_at, mut keys_at, mut facts_at) = (0, 0, 0);
        for (claim, ends) in self.claims.iter().enumerate() {
            own.clear();
            let fields = &self.fields[fields_at..ends.fields];
            let mut at = 0;
            let mut number_of_fields = 0;
            let mut body = Vec::with_capacity(fields.len() * 2);
            while at < fields.len() {
                let length = fields[at] as usize;
                put(&mut body, length as u64);
                for number in &fields[at + 1..=at + length] {
                    let rank = ranks[*number as usize];
                    put(&mut body, u64::from(rank));
                    own.push(rank);
                }
                at += length + 1;
                number_of_fields += 1;
            }
            put(&mut cards.body, number_of_fields);
            cards.body.extend_from_slice(&body);
            cards.body.extend_from_slice(&self.facts.body[facts_at..ends.facts]);
            cards.end();
            own.sort_unstable();
            let mut post = |rank: u32, weight: u8| {
                let slot = &mut filled[rank as usize];
                claims[*slot] = claim as u32;
                weights[*slot] = weight;
                *slot += 1;
            };
            for group in own.chunk_by(|a, b| a == b) {
                post(group[0], weight(group.len(), ends.length, mean));
            }
            let mut keys: Vec<u32> = self.keys[keys_at..ends.keys]
                .iter()
                .map(|number| ranks[*number as usize])
                .collect();
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                post(key, u8::MAX);
            }
            (fields_at, keys_at, facts_at) = (ends.fields, ends.keys, ends.facts);
        }
        let (mut lists, mut all) = (Vec::with_capacity(by_count.len() * 8), Vec::new());
        for (rank, number) in by_count.iter().enumerate() {
            lists.extend_from_slice(&self.counts[*number as usize].to_le_bytes());
            let start = u32::try_from(all.len()).unwrap_or(u32::MAX);
            lists.extend_from_slice(&start.to_le_bytes());
            let range = starts[rank]..starts[rank + 1];
            postings::write(&mut all, &claims[range.clone()], &weights[range]);
        }
        let mut dictionary: Vec<(Term, u32)> =
            terms.iter().copied().zip(ranks.iter().copied()).collect();
        dictionary.sort_unstable();
        let mut entries = Vec::with_capacity(dictionary.len() * ENTRY);
        for (term, rank) in dictionary {
            entries.extend_from_slice(&term.to_le_bytes());
            entries.extend_from_slice(&rank.to_le_bytes());
        }
        let mut head = Vec::new();
        for value in [VERSION, self.claims.len() as u32, (mean * 256.0) as u32] {
            head.extend_from_slice(&value.to_le_bytes());
        }
        let [card_ends, cards] = cards.finish();
        let [text_ends, texts] = self.texts.finish();
        let [name_ends, names] = self.names.finish();
        let sections: [Bytes; SECTIONS] = [
            head.into(),
            entries.into(),
            lists.into(),
            all.into(),
            card_ends,
            cards,
            text_ends,
            texts,
            name_ends,
            names,
            self.letters.iter().flat_map(|count| count.to_le_bytes()).collect::<Vec<_>>().into(),
        ];
        Index::from_sections(sections.to_vec()).expect("the sections are of this version")
    }
}

/// What a word counts that stands `times` in a claim of `length` words: 1 to 255.
fn weight(times: usize, length: u32, mean: f64) -> u8 {
    let times = times as f64;
    let size = 1.0 - LENGTH + LENGTH * f64::from(length) / mean.max(1.0);
    (255.0 * times / (times + SATURATION * size)).round().clamp(1.0, 255.0) as u8
}
