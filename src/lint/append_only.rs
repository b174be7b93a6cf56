//! What the rules about a base commit share: which of its entries are lost, and how.

use crate::claim::Record;
use crate::ledger::{Base, Spot};
use crate::lint::Context;

/// An entry of the base that the ledger does not hold any more.
pub(super) struct Lost {
    pub(super) id: String,
    pub(super) name: String,
    /// Its text at the base.
    pub(super) text: String,
    /// The text that stands under its name now, if one does.
    pub(super) edited: Option<String>,
    /// Where the same bytes stand now under another name.
    pub(super) moved: Option<String>,
}

/// Returns the entries of the base that are not here, in the order of claims and names.
pub(super) fn lost(context: &Context<'_>, base: &Base) -> Vec<Lost> {
    let ledger = context.ledger;
    let lose = |((id, name), text): (&(String, String), &String)| {
        let entry = base.lost(id, name).map(|stored| stored.entry);
        let moved = ledger.records.iter().find_map(|record| {
            let same =
                record.entries.iter().find(|stored| Some(&stored.entry) == entry.as_ref())?;
            Some(ledger.spot(record.claim.id.as_str(), Some(&same.name), &[]).path)
        });
        Lost {
            id: id.clone(),
            name: name.clone(),
            text: text.clone(),
            edited: ledger.entry_text(id, name),
            moved,
        }
    };
    base.gone.iter().map(lose).collect()
}

impl Lost {
    /// Returns the path that the entry had.
    pub(super) fn path(&self, context: &Context<'_>) -> String {
        format!("{}/{}/{}", context.ledger.shown(), self.id, self.name)
    }
}

/// Returns the command that takes a file back.
pub(super) fn back(base: &Base, path: &str) -> String {
    format!("git checkout {} -- {path}", base.name)
}

/// Returns what the loss does to the status of its claim.
pub(super) fn effect(context: &Context<'_>, base: &Base, lost: &Lost) -> String {
    let (Some(record), Some(stored)) =
        (context.ledger.record(&lost.id), base.lost(&lost.id, &lost.name))
    else {
        return "the claim and its history are gone".to_owned();
    };
    let mut whole = Record { claim: record.claim.clone(), entries: record.entries.clone() };
    whole.entries.push(stored);
    let (before, after) = (context.status(&whole), context.status(record));
    if before.state == after.state && before.by == after.by {
        return format!("none on the status: {}", after.state.name());
    }
    let by: Vec<&str> = before.by.iter().filter_map(|voice| voice.name.as_deref()).collect();
    let by = if by.is_empty() { String::new() } else { format!(" ({})", by.join(", ")) };
    format!("status would go back from {}{by} to {}", before.state.name(), after.state.name())
}

/// A line that two texts have in different forms.
pub(super) struct Difference {
    /// The line at the base.
    pub(super) base: String,
    /// The line now.
    now: String,
    line: usize,
    column: usize,
    length: usize,
    /// What happened to it, in a word.
    pub(super) label: String,
}

impl Difference {
    /// Returns the place of the difference in the file as it is now.
    pub(super) fn spot(&self, path: &str) -> Spot {
        Spot {
            path: path.to_owned(),
            line: self.line,
            column: self.column,
            length: self.length,
            text: self.now.clone(),
        }
    }
}

/// Returns the lines in which two texts differ, as far as they run alongside.
pub(super) fn differences(base: &str, now: &str) -> Vec<Difference> {
    let lines = base.lines().zip(now.lines()).enumerate();
    let differ = lines.filter(|(_, (old, new))| old != new);
    differ.map(|(at, (old, new))| difference(at + 1, old, new)).collect()
}

fn difference(line: usize, old: &str, new: &str) -> Difference {
    let (a, b): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = a.len().min(b.len()) - head;
    let tail = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let gone: String = a[head..a.len() - tail].iter().collect();
    let came: String = b[head..b.len() - tail].iter().collect();
    let label = match (gone.is_empty(), came.is_empty()) {
        (false, true) => format!("gone: \"{gone}\""),
        (true, false) => format!("new: \"{came}\""),
        _ => format!("was: \"{gone}\""),
    };
    Difference {
        base: old.to_owned(),
        now: new.to_owned(),
        line,
        column: head + 1,
        length: came.chars().count().max(1),
        label,
    }
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn a_difference_is_as_short_as_it_can_be() {
        let base = "{\n  \"quote\": \"with up to several hundred\"\n}";
        let now = "{\n  \"quote\": \"with several hundred\"\n}";
        let found = differences(base, now);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].line, found[0].label.as_str()), (2, "gone: \"up to \""));
    }
}
