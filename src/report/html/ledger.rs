use std::io;

use serde_json::Value;

use crate::claim::Record;
use crate::report::Desk;
use crate::report::html::index::Item;
use crate::report::html::page::STYLE;
use crate::report::html::{claim, feed, index};
use crate::status::Status;

/// Writes a ledger as a folder of pages: an index, a page a claim, the style sheet and a feed of changes.
///
/// `review` gives the ClaimReview of a claim that has a verdict; `write` takes a path and its bytes.
pub fn ledger(
    desk: &Desk<'_>,
    review: &dyn Fn(&Record) -> Option<Value>,
    write: &mut dyn FnMut(&str, &[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let folds: Vec<Status> = desk.ledger.records.iter().map(|record| desk.status(record)).collect();
    let mut items: Vec<Item<'_>> = desk
        .ledger
        .records
        .iter()
        .zip(&folds)
        .map(|(record, status)| Item { record, status })
        .collect();
    items.sort_by(|a, b| b.status.last_said.cmp(&a.status.last_said));
    write("style.css", STYLE.as_bytes())?;
    for (path, page) in index::lists(&items, desk) {
        write(&path, page.as_bytes())?;
    }
    for item in &items {
        let review = item.status.verdict.as_ref().and_then(|_| review(item.record));
        let page = claim::claim(item.record, item.status, review.as_ref(), desk);
        write(&format!("claim/{}.html", item.record.claim.id), page.as_bytes())?;
    }
    write("feed.xml", feed::feed(desk).as_bytes())
}
