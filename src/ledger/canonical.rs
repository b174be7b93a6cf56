use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::claim::{Entry, slug};

/// Returns the only bytes that a claim or an entry may have on disk.
///
/// Keys stand in the order of the type, two spaces indent, a newline ends the file; whoever writes
/// the same value writes the same bytes, so that git sees no difference.
pub fn canonical<T: Serialize>(value: &T) -> String {
    // A claim and an entry hold only strings, numbers, lists and named fields, which JSON can say.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// Returns the name of an entry's file: its date, its outlet or type, eight hex of its bytes' hash.
pub fn entry_name(entry: &Entry) -> String {
    name_of(entry, &canonical(entry))
}

/// Returns the part of an entry's file name before the hash.
pub fn entry_prefix(entry: &Entry) -> String {
    let (when, word) = match entry.appearance() {
        Some(appearance) => {
            let outlet = slug(appearance.article.outlet.as_deref().unwrap_or_default());
            (appearance.said.as_ref().unwrap_or(&appearance.published), outlet)
        }
        None => (entry.recorded(), String::new()),
    };
    let word = if word.is_empty() { entry.kind() } else { word.get(..60).unwrap_or(&word) };
    format!("{}-{}", when.date(), word.trim_end_matches('-'))
}

/// Returns the name of an entry whose canonical bytes are known.
pub(super) fn name_of(entry: &Entry, bytes: &str) -> String {
    let hash = Sha256::digest(bytes.as_bytes());
    let prefix = entry_prefix(entry);
    format!("{prefix}-{:02x}{:02x}{:02x}{:02x}.json", hash[0], hash[1], hash[2], hash[3])
}
