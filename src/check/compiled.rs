use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::article::Article;
use crate::check::{Since, near};
use crate::claim::{Act, Actor, Actors, Claim, Entry, Mention, Record};
use crate::ledger::{Config, Ledger, Loose, Packed, Packer};
use crate::matching::{Bytes, Index, IndexBuilder, Matcher};

/// How many sections the index has; those of the records follow, then the places of articles and of kin.
const INDEX: usize = 11;
const PACKED: usize = 6;

/// The claims of a ledger in a form that is read where it lies: only what an article touches is unpacked.
#[derive(Clone, Debug)]
pub struct Compiled {
    index: Index,
    packed: [Bytes; PACKED],
    /// Hashes of articles with a claim in which each appears, sorted, 12 bytes each.
    articles: Bytes,
    /// Claims that are joined by `same-as`, two a row.
    kin: Bytes,
    since: Since,
}

impl Compiled {
    /// The section of the texts: the largest, of which an article needs a few hundred here and there.
    pub const TEXTS: usize = 7;

    /// Compiles records, which are in the order of their ids, into sections.
    pub fn sections(records: &[Record]) -> Vec<Bytes> {
        let mut index = IndexBuilder::default();
        let mut packer = Packer::default();
        let mut articles: Vec<(u64, u32)> = Vec::new();
        let mut kin = Vec::new();
        let place =
            |id: &str| records.binary_search_by(|record| record.claim.id.as_str().cmp(id)).ok();
        for (at, record) in records.iter().enumerate() {
            index.add(record);
            packer.add(&bare(&record.claim), &record.entries);
            for stored in &record.entries {
                match &stored.entry {
                    Entry::Appearance(entry) => {
                        let hash = entry.article.sha256.as_deref().map(article_key);
                        articles.extend(hash.map(|hash| (hash, at as u32)));
                    }
                    Entry::SameAs(other) => {
                        for (a, b) in place(other.other.as_str()).into_iter().map(|to| (at, to)) {
                            kin.extend((a as u32).to_le_bytes());
                            kin.extend((b as u32).to_le_bytes());
                        }
                    }
                    _ => {}
                }
            }
        }
        articles.sort_unstable();
        articles.dedup();
        let mut rows = Vec::with_capacity(articles.len() * 12);
        for (hash, at) in articles {
            rows.extend(hash.to_le_bytes());
            rows.extend(at.to_le_bytes());
        }
        let mut out = index.finish().sections().to_vec();
        out.extend(packer.finish().map(Bytes::from));
        out.extend([Bytes::from(rows), Bytes::from(kin)]);
        out
    }

    /// Returns what was compiled to these sections; `None` if they are not of this version.
    pub fn from_sections(mut sections: Vec<Bytes>) -> Option<Self> {
        let kin = sections.pop()?;
        let articles = sections.pop()?;
        let packed: [Bytes; PACKED] =
            sections.split_off(sections.len().checked_sub(PACKED)?).try_into().ok()?;
        if sections.len() != INDEX {
            return None;
        }
        let index = Index::from_sections(sections)?;
        Some(Self { index, packed, articles, kin, since: Since::default() })
    }

    /// Adds what was written since: new claims, and entries of compiled ones.
    ///
    /// `None` where a claim stands there already, or entries have no claim.
    pub fn with(mut self, claims: Vec<Record>, entries: Vec<Loose>) -> Option<Self> {
        let find = |id: &str| self.find(id);
        let read = |at: u32| self.record(at);
        let first = self.index.len();
        self.since = Since::new(first, claims, entries, find, read, article_key)?;
        Some(self)
    }

    /// Returns the index, for a matcher.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Returns where the claim with this id stands.
    pub fn find(&self, id: &str) -> Option<u32> {
        if let Some(at) = self.since.find(id) {
            return Some(at);
        }
        let (mut low, mut high) = (0, self.index.len());
        while low < high {
            let middle = u32::midpoint(low, high);
            match (**self.index.texts(middle).first()?).cmp(id) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// Returns a claim with its entries.
    pub fn record(&self, at: u32) -> Option<Record> {
        let at = self.since.current(at);
        if let Some(record) = self.since.record(at) {
            return Some(record.clone());
        }
        let mut texts = self.index.texts(at).into_iter();
        let (id, statement) = (texts.next()?, texts.next()?);
        let mut record = Packed::new(self.packed.each_ref().map(Bytes::get)).record(at as usize)?;
        record.claim.id = id.parse().ok()?;
        record.claim.statement = statement.into_owned();
        record.claim.wordings = texts.map(Cow::into_owned).collect();
        Some(record)
    }

    /// Returns the part of the ledger that an article with these mentions touches: candidates, what
    /// else stands in their articles, and all that is one with them. `matcher` is one of `matcher`.
    pub fn ledger_for(
        &self,
        article: &Article,
        mentions: &[Mention],
        settings: &(Config, Vec<Actor>),
        matcher: &Matcher,
    ) -> Ledger {
        let says = mentions.iter().filter(|mention| mention.act == Act::Says);
        let mut wanted: BTreeSet<u32> = self.of_article(&article.sha256()).collect();
        for id in near(matcher, article, says, mentions) {
            wanted.extend(self.find(&id));
        }
        let mut records: BTreeMap<u32, Record> = BTreeMap::new();
        let mut more: Vec<u32> = wanted.iter().copied().collect();
        for round in 0..2 {
            let mut found = BTreeSet::new();
            for at in std::mem::take(&mut more) {
                let Some(record) = self.record(at) else { continue };
                let entries = record.entries.iter().filter_map(|stored| stored.entry.appearance());
                for hash in entries.filter_map(|entry| entry.article.sha256.as_deref()) {
                    found.extend(self.of_article(hash).filter(|_| round == 0));
                }
                let at = self.since.current(at);
                records.insert(at, record);
            }
            found.extend(self.kin_of(&records));
            more = found
                .into_iter()
                .filter(|at| !records.contains_key(&self.since.current(*at)))
                .collect();
        }
        let mut ledger = Ledger::in_memory(records.into_values().collect());
        (ledger.config, ledger.actors) = settings.clone();
        ledger
    }

    /// Returns a matcher over all claims.
    pub fn matcher(&self, actors: &[Actor]) -> Matcher {
        let actors = Actors::new(actors.iter().cloned());
        let mut matcher = Matcher::from_index(self.index.clone(), &actors);
        for (place, record) in self.since.rows() {
            match place {
                Some(place) => matcher.replace(place, record),
                None => matcher.add(record),
            }
        }
        matcher
    }

    fn of_article(&self, sha256: &str) -> impl Iterator<Item = u32> {
        let (rows, _) = self.articles.get().as_chunks::<12>();
        let key = article_key(sha256);
        let hash =
            |row: &[u8; 12]| row.first_chunk::<8>().map_or(0, |part| u64::from_le_bytes(*part));
        let first = rows.partition_point(|row| hash(row) < key);
        rows[first..]
            .iter()
            .take_while(move |row| hash(row) == key)
            .map(|row| row.last_chunk::<4>().map_or(0, |part| u32::from_le_bytes(*part)))
            .chain(self.since.of_article(key))
    }

    fn kin_of(&self, records: &BTreeMap<u32, Record>) -> BTreeSet<u32> {
        let (rows, _) = self.kin.get().as_chunks::<4>();
        let (pairs, _) = rows.as_chunks::<2>();
        let pairs = pairs.iter().map(|pair| pair.map(u32::from_le_bytes));
        let pairs = pairs.chain(self.since.kin.iter().copied());
        let pairs = pairs.map(|pair| pair.map(|at| self.since.current(at)));
        let joined = pairs.filter(|pair| pair.iter().any(|at| records.contains_key(at)));
        joined.flatten().collect()
    }
}

/// The claim without the texts that the index holds already.
fn bare(claim: &Claim) -> Claim {
    Claim {
        schema: claim.schema.clone(),
        id: "x".parse().unwrap_or_else(|_| claim.id.clone()),
        statement: "x".to_owned(),
        wordings: Vec::new(),
        kind: claim.kind,
        parties: claim.parties.clone(),
        measure: claim.measure.clone(),
        planned_for: claim.planned_for,
        tags: claim.tags.clone(),
        created: claim.created,
    }
}

/// The first 16 digits of a hash; what is no hash is folded to something like it.
fn article_key(sha256: &str) -> u64 {
    let head = sha256.get(..16).unwrap_or(sha256);
    u64::from_str_radix(head, 16).unwrap_or_else(|_| {
        sha256.bytes().fold(7, |sum, byte| sum * 31 % 1_000_003 + u64::from(byte))
    })
}

#[cfg(test)]
mod tests {
    use super::Compiled;
    use crate::article::Article;
    use crate::check::{Checker, Hand, Reader, record};
    use crate::claim::{Record, Stored};
    use crate::ledger::{Ledger, entry_name};

    #[test]
    fn checks_like_the_folder_that_it_was_made_of() {
        let article = |text: &str, date: &str| {
            let mut article = Article::from_text(text);
            article.meta.date = date.parse().ok();
            article
        };
        let first = article(
            "Police said on Monday that nine miners were killed in Tarnow. The mayor announced a visit.",
            "2024-05-07",
        );
        let second = article(
            "Eleven miners were killed in Tarnow on Monday, police said. The union denied the report.",
            "2024-05-08",
        );
        let empty = Ledger::in_memory(Vec::new());
        let hand = Hand {
            by: "Ann".to_owned(),
            recorded: "2024-05-08".parse().unwrap(),
            accepted_by: None,
        };
        let report = Checker::new(&empty).check(&first);
        let records: Vec<Record> = record(&report, &hand)
            .into_iter()
            .filter_map(|write| {
                let stored = |entry| Stored { name: entry_name(&entry), entry };
                let entries = write.entries.into_iter().map(stored).collect();
                Some(Record { claim: write.claim?, entries })
            })
            .collect();
        assert!(!records.is_empty());
        let whole = Ledger::in_memory(records);
        let compiled = Compiled::from_sections(Compiled::sections(&whole.records)).unwrap();
        for (at, record) in whole.records.iter().enumerate() {
            assert_eq!(compiled.record(at as u32).as_ref(), Some(record));
            assert_eq!(compiled.find(record.claim.id.as_str()), Some(at as u32));
        }
        assert_eq!(compiled.find("no-such-claim"), None);
        let settings = (whole.config.clone(), whole.actors.clone());
        let matcher = compiled.matcher(&whole.actors).remembering();
        let reader = Reader::new(&whole.actors);
        let mentions = reader.mentions(&second);
        let part = compiled.ledger_for(&second, &mentions, &settings, &matcher);
        let checker = Checker::over(&part, reader, matcher);
        assert_eq!(checker.check(&second), Checker::new(&whole).check(&second));
        // Half of it compiled, the other half written since: the same again.
        let (mut old, mut new) = (Vec::new(), Vec::new());
        for (at, record) in whole.records.iter().cloned().enumerate() {
            if at % 2 == 0 { &mut old } else { &mut new }.push(record);
        }
        let bare = old.iter().cloned().map(|record| Record { entries: Vec::new(), ..record });
        let bare: Vec<Record> = bare.collect();
        let entries = old.iter().map(|r| (r.claim.id.clone(), r.entries.clone())).collect();
        let grown = Compiled::from_sections(Compiled::sections(&bare)).unwrap();
        assert!(grown.clone().with(old.clone(), Vec::new()).is_none());
        let grown = grown.with(new, entries).unwrap();
        for record in &whole.records {
            let at = grown.find(record.claim.id.as_str()).unwrap();
            assert_eq!(grown.record(at).as_ref(), Some(record));
        }
        let matcher = grown.matcher(&whole.actors).remembering();
        let part = grown.ledger_for(&second, &mentions, &settings, &matcher);
        assert_eq!(part.records, whole.records);
    }
}
