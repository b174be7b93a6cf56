use crate::article::{Span, Token};
use crate::claim::{Kind, Mention, Party};
use crate::lexicon::{Classes, EventForm, Lexicon};
use crate::slots::{ActorFinder, Event, Tagged, events};

/// How many parties a drafted claim names.
const MOST: usize = 8;

/// Returns who is involved in a statement: known actors, and names where the kind makes them persons or bodies.
pub(crate) fn parties(statement: &str, mention: &Mention, finder: &ActorFinder) -> Vec<Party> {
    let read = Tagged::new(statement);
    let act = Act::of(statement, &read);
    let mut out: Vec<Party> = Vec::new();
    let mut add = |actor: String, at: Span| {
        if out.len() < MOST && !out.iter().any(|party| party.actor == actor) {
            out.push(Party { actor, role: role(mention.kind, &act, at).to_owned() });
        }
    };
    let found = finder.find(read.line());
    for actor in &found {
        // A town that stands for its government does so only where it acts.
        if !actor.metonym || act.verb.is_some_and(|verb| actor.span.end <= verb.start) {
            add(actor.actor.clone(), actor.span);
        }
    }
    if !names_places(mention.kind) {
        let lower = statement.to_lowercase();
        for name in &mention.names {
            let Some(start) = lower.find(name.as_str()) else { continue };
            let span = Span::new(start, start + name.len());
            if !found.iter().any(|actor| actor.span.overlaps(span)) {
                add(name.clone(), span);
            }
        }
    }
    out
}

/// Tells whether the names in such claims are as often places as persons.
fn names_places(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Casualty
            | Kind::Disaster
            | Kind::Military
            | Kind::Health
            | Kind::Remark
            | Kind::Other
    )
}

/// The act of a statement: where its verb stands, and whether it is done to the subject.
struct Act {
    verb: Option<Span>,
    passive: bool,
    by: Option<usize>,
}

impl Act {
    fn of(text: &str, read: &Tagged<'_>) -> Self {
        let pieces = read.tokens();
        let lexicon = Lexicon::builtin();
        let classes = |token: &Token| lexicon.classes(lexicon.id(token.text(text)));
        let verb = events(read.line()).into_iter().find(|event: &Event| event.form.is_verb());
        let passive = verb.as_ref().is_some_and(|verb| {
            let before = pieces[..verb.index].iter().rev();
            let mut before = before.skip_while(|token| classes(token).any(Classes::ADVERB));
            verb.form == EventForm::Participle
                && before.next().is_some_and(|token| classes(token).any(Classes::BE))
        });
        let after = verb.as_ref().map_or(0, |verb| verb.span.end);
        let by = pieces.iter().filter(|token| token.span().start >= after);
        let by = by.filter(|token| token.text(text).eq_ignore_ascii_case("by"));
        let by = by.map(|token| token.span().start).next();
        Self { verb: verb.map(|verb| verb.span), passive, by }
    }
}

/// Returns the role of who stands at `at`: `doer`, `target` or `party`.
fn role(kind: Kind, act: &Act, at: Span) -> &'static str {
    // Who deals or meets does so together.
    if matches!(kind, Kind::Deal | Kind::Meeting) {
        return "doer";
    }
    let Some(verb) = act.verb else { return "party" };
    let before = at.end <= verb.start;
    let after_by = act.by.is_some_and(|by| by < at.start);
    match act.passive {
        false if before => "doer",
        true if after_by => "doer",
        _ => "target",
    }
}
