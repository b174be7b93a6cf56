use crate::claim::{Entry, Record, Stored};
use crate::report::terminal::page::{Ink, Page};
use crate::report::{Desk, date, visible, words};

/// Returns entries in the order of recording, the newest first, three lines each.
pub fn log(desk: &Desk<'_>, rows: &[(&Record, &Stored)], color: bool) -> String {
    let mut page = Page::new(color);
    for (record, stored) in rows {
        let entry = &stored.entry;
        let day = date::long(entry.recorded().date());
        let title = page.ink(Ink::Bold, &format!("{day}  {}", visible(entry.by())));
        page.line(&title);
        page.entry("  ", 2, &what(desk, entry));
        page.id(2, &format!("{}/{}/{}", desk.ledger.shown(), record.claim.id, stored.name));
    }
    page.finish()
}

/// Returns an entry in a sentence.
fn what(desk: &Desk<'_>, entry: &Entry) -> String {
    let why = |why: &Option<String>| why.as_ref().map_or(String::new(), |why| format!(": {why}"));
    match entry {
        Entry::Appearance(said) => {
            let source = said.attribution.last().map(|link| link.source.as_ref());
            let who = match source {
                Some(Some(source)) => match &source.actor {
                    Some(actor) if desk.actors.roll_up(actor) != actor => {
                        let top = desk.actors.name(desk.actors.roll_up(actor));
                        format!("{} ({top})", source.text)
                    }
                    _ => source.text.clone(),
                },
                Some(None) => "nobody named".to_owned(),
                None => "the outlet itself".to_owned(),
            };
            let outlet = said.article.outlet.as_deref().unwrap_or("outlet not stated");
            let figure = said.figure.as_ref().map_or(String::new(), |at| format!(", {}", at.text));
            let review = if said.accepted_by.is_some() { "" } else { "; not reviewed" };
            format!("{who} {}{figure} ({outlet}){review}", words::stance(said.stance))
        }
        Entry::Accept(accept) => format!("took over {}", accept.entry),
        Entry::Verdict(verdict) => format!("verdict: {}", verdict.rating),
        Entry::Strike(strike) => format!("struck {}: {}", strike.entry, strike.why),
        Entry::SameAs(other) => format!("one with {}{}", other.other, why(&other.why)),
        Entry::Distinct(other) => format!("not {}{}", other.other, why(&other.why)),
        Entry::Amendment(new) => format!("now put as \"{}\"{}", new.statement, why(&new.why)),
        Entry::Note(note) => format!("note: {}", note.text),
    }
}
