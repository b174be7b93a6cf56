use std::collections::HashMap;

use crate::claim::{Claim, Record, Stored};
use crate::ledger::archive::line_of;
use crate::ledger::parse_archive_line;

/// The longest value that gets a number; longer ones (quotes, hashes) hardly ever repeat.
const SHORT: usize = 48;

/// Packs records one by one: what lines of an archive have in common is kept once.
///
/// A line is cut at its values. What lies between them is its form, which most lines share and
/// which gets a number, as every short value does.
#[derive(Default)]
pub struct Packer {
    forms: Table,
    /// The form of the line before, which most lines share, and its number.
    before: (String, u32),
    values: Table,
    ends: Vec<u8>,
    body: Vec<u8>,
}

/// Texts with numbers in the order in which they came.
#[derive(Default)]
struct Table {
    numbers: HashMap<String, u32>,
    ends: Vec<u8>,
    body: Vec<u8>,
}

impl Table {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let next = self.numbers.len() as u32;
        self.numbers.insert(text.to_owned(), next);
        self.body.extend_from_slice(text.as_bytes());
        self.ends.extend_from_slice(&end(&self.body));
        next
    }
}

impl Packer {
    /// Adds a claim with its entries.
    pub fn add(&mut self, claim: &Claim, entries: &[Stored]) {
        let line = line_of(claim, entries);
        let mut form = String::with_capacity(line.len());
        let mut values = Vec::new();
        for (text, is_value) in pieces(&line) {
            if is_value {
                form.push('\0');
                values.push(text);
            } else {
                form.push_str(text);
            }
        }
        if form != self.before.0 {
            let number = self.forms.number(&form);
            self.before = (form, number);
        }
        put(&mut self.body, u64::from(self.before.1));
        for value in values {
            if value.len() <= SHORT {
                put(&mut self.body, u64::from(self.values.number(value)) + 1);
            } else {
                put(&mut self.body, 0);
                put(&mut self.body, value.len() as u64);
                self.body.extend_from_slice(value.as_bytes());
            }
        }
        self.ends.extend_from_slice(&end(&self.body));
    }

    /// Returns the sections, in the order in which [`Packed`] wants them.
    pub fn finish(self) -> [Vec<u8>; 6] {
        let (forms, values) = (self.forms, self.values);
        [self.ends, self.body, forms.ends, forms.body, values.ends, values.body]
    }
}

fn end(body: &[u8]) -> [u8; 4] {
    u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes()
}

/// Records that are unpacked one by one, from where their bytes lie.
#[derive(Clone, Copy, Debug)]
pub struct Packed<'a> {
    records: [&'a [u8]; 2],
    forms: [&'a [u8]; 2],
    values: [&'a [u8]; 2],
}

impl<'a> Packed<'a> {
    /// Returns the records of these sections.
    pub fn new(sections: [&'a [u8]; 6]) -> Self {
        let [a, b, c, d, e, f] = sections;
        Self { records: [a, b], forms: [c, d], values: [e, f] }
    }

    /// Returns how many records there are.
    pub fn len(&self) -> usize {
        self.records[0].len() / 4
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns a record; `None` if there is none of that number, or its bytes are damaged.
    pub fn record(&self, number: usize) -> Option<Record> {
        let mut bytes = column(self.records, number)?;
        let form = column(self.forms, take(&mut bytes)? as usize)?;
        let mut line = String::new();
        for (at, part) in std::str::from_utf8(form).ok()?.split('\0').enumerate() {
            if at > 0 {
                let value = match take(&mut bytes)?.checked_sub(1) {
                    Some(number) => column(self.values, number as usize)?,
                    None => {
                        let length = take(&mut bytes)? as usize;
                        let (value, rest) = bytes.split_at_checked(length)?;
                        bytes = rest;
                        value
                    }
                };
                line.push_str(std::str::from_utf8(value).ok()?);
            }
            line.push_str(part);
        }
        parse_archive_line(line.trim_end()).ok()
    }
}

fn column([ends, body]: [&[u8]; 2], number: usize) -> Option<&[u8]> {
    let end = |number: usize| {
        let at = number.checked_mul(4)?;
        Some(u32::from_le_bytes(ends.get(at..at + 4)?.try_into().ok()?) as usize)
    };
    let start = if number == 0 { 0 } else { end(number - 1)? };
    body.get(start..end(number)?)
}

fn put(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn take(bytes: &mut &[u8]) -> Option<u64> {
    let (mut value, mut shift) = (0u64, 0u32);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
        shift += 7;
    }
}

/// Cuts a line of JSON at its digits and the insides of its strings; names of fields and plain words
/// stay with the form.
fn pieces(line: &str) -> impl Iterator<Item = (&str, bool)> {
    let bytes = line.as_bytes();
    let mut at = 0;
    let mut inside = false;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let start = at;
        if inside {
            while at < bytes.len() && bytes[at] != b'"' {
                at += if bytes[at] == b'\\' { 2 } else { 1 };
            }
            at = at.min(bytes.len());
            inside = false;
            let is_name = bytes.get(at + 1) == Some(&b':');
            let text = &line[start..at];
            let is_word =
                text.len() < 16 && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            return Some((text, !is_name && !is_word));
        }
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        if is_digit(at) {
            while is_digit(at) {
                at += 1;
            }
            return Some((&line[start..at], true));
        }
        // The quotation mark that closes a string may stand at the start here.
        at += usize::from(start > 0 && bytes[start] == b'"');
        while at < bytes.len() && bytes[at] != b'"' && !is_digit(at) {
            at += 1;
        }
        if at < bytes.len() && bytes[at] == b'"' {
            at += 1;
            inside = true;
        }
        Some((&line[start..at], false))
    })
}

#[cfg(test)]
mod tests {
    use super::{Packed, Packer};
    use crate::ledger::parse_archive_line;

    #[test]
    fn gives_back_every_record() {
        let line = |id: &str, statement: &str| {
            format!(
                r#"{{"claim":{{"schema":"claim-1","id":"{id}","statement":"{statement}","wordings":["a \"b\" \\"],"kind":"other","parties":[],"measure":null,"planned_for":null,"tags":[],"created":"2024-05-01"}},"entries":[{{"schema":"entry-1","type":"note","recorded":"2024-05-01","by":"Ann","text":"{statement}"}},{{"schema":"entry-1","type":"verdict","recorded":"2024-05-02","by":"Ann","rating":"Half true","scale":{{"value":2.5,"best":5.0,"worst":-1.0}},"note":null,"url":"https://example.org/1"}}]}}"#
            )
        };
        let long =
            "Die Brücke ist \\u0000 gesperrt: \\\"nur\\\" zwei \\\\ Wochen lang, sagt der Sprecher";
        let records: Vec<_> = [("a", "x"), ("b", long), ("c", "y")]
            .iter()
            .map(|(id, text)| parse_archive_line(&line(id, text)).unwrap())
            .collect();
        let mut packer = Packer::default();
        records.iter().for_each(|record| packer.add(&record.claim, &record.entries));
        let sections = packer.finish();
        let mut views = sections.each_ref().map(Vec::as_slice);
        let packed = Packed::new(views);
        assert_eq!(packed.len(), 3);
        for (number, record) in records.iter().enumerate() {
            assert_eq!(packed.record(number).as_ref(), Some(record));
        }
        assert_eq!(packed.record(3), None);
        // Damage gives nothing, never a panic.
        for section in 0..6 {
            let whole = views[section];
            for cut in 0..whole.len() {
                views[section] = &whole[..cut];
                let packed = Packed::new(views);
                assert!((0..3).filter_map(|number| packed.record(number)).count() <= 3);
            }
            views[section] = whole;
        }
    }
}
