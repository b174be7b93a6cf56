use crate::claim::{Appearance, Record};
use crate::report::Desk;
use crate::status::{Change, ChangeType};

/// One change in the history of a ledger, with the entry that made it.
pub struct Moved<'a> {
    /// The claim.
    pub record: &'a Record,
    /// The entry's name.
    pub entry: String,
    /// What was said.
    pub appearance: &'a Appearance,
    /// What it did when it came.
    pub change: Change,
}

/// Returns what changed in a ledger, the last recorded first; new claims and repeats left out.
pub fn moved<'a>(desk: &Desk<'a>) -> Vec<Moved<'a>> {
    let mut out = Vec::new();
    for record in &desk.ledger.records {
        // One appearance changes nothing: it only brings the claim.
        if desk.entries(record).filter(|stored| stored.entry.appearance().is_some()).count() < 2 {
            continue;
        }
        for step in desk.history(record) {
            let news = !matches!(step.change.r#type, ChangeType::New | ChangeType::Repeated)
                || step.change.figure.as_ref().is_some_and(|figure| figure.relation.is_revision());
            let own = record.entries.iter().find(|stored| stored.name == step.entry);
            let appearance = own.and_then(|stored| stored.entry.appearance()).filter(|_| news);
            if let Some(appearance) = appearance {
                out.push(Moved { record, entry: step.entry, appearance, change: step.change });
            }
        }
    }
    out.sort_by(|a, b| {
        b.appearance.recorded.cmp(&a.appearance.recorded).then_with(|| b.entry.cmp(&a.entry))
    });
    out
}
