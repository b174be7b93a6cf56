//! What a source is, and which known actor.

use std::collections::HashMap;

use crate::article::Span;
use crate::claim::{Actors, SourceClass};
use crate::extract::reading::Mark;
use crate::extract::{Reading, Stretch};
use crate::lexicon::Classes;
use crate::slots::ActorFinder;

/// The actors that the names of one article mean; a name is looked up once.
pub(super) struct Voices<'a> {
    finder: &'a ActorFinder,
    actors: &'a Actors,
    known: HashMap<&'a str, Option<String>>,
}

impl<'a> Voices<'a> {
    /// Returns the voices of an article of which none is known yet.
    pub(super) fn new(finder: &'a ActorFinder, actors: &'a Actors) -> Self {
        Self { finder, actors, known: HashMap::new() }
    }

    /// Returns the class of the source that stands in `source`, and the id of its actor.
    pub(super) fn of(
        &mut self,
        reading: &Reading<'a>,
        source: Stretch,
    ) -> (SourceClass, Option<String>) {
        let head = head(reading, source);
        let actor = self.actor(reading, source, head);
        let known = actor.as_deref().and_then(|id| self.actors.get(id));
        let class = class(reading, head, known.map(|actor| actor.r#type.as_str()));
        // "a spokesman for the ministry" is a role, though the ministry is known.
        (class, actor)
    }

    /// The known actor: the whole name, else the last one in the head, else one that the head belongs to.
    fn actor(&mut self, reading: &Reading<'a>, source: Stretch, head: Stretch) -> Option<String> {
        if head.range().all(|at| reading.is(at, Classes::PRONOUN)) {
            return None;
        }
        // Roles and pronouns are no names: "the minister". "Bank of England" is one name, "Lee of England" two.
        if head.range().any(|at| reading.is(at, Classes::CAPITAL)) {
            for name in [plain(reading, source), head] {
                let name = reading.article.slice(reading.span(name));
                let whole = self.known.entry(name).or_insert_with(|| self.finder.resolve(name));
                if whole.is_some() {
                    return whole.clone();
                }
            }
        }
        let found = self.finder.find(reading.line(source));
        let owner = |span: Span| reading.article.text[span.end..].starts_with(['\'', '’']);
        // "Bank of England" starts in the head "Bank" and ends behind it.
        let inside = reading.span(head);
        let starts = |span: Span| (inside.start..inside.end).contains(&span.start);
        let named = found
            .iter()
            .rev()
            .find(|found| starts(found.span) && !owner(found.span) && !found.demonym);
        let behind = || {
            let speaks = head
                .range()
                .any(|at| reading.is(at, Classes::MEDIUM | Classes::COLLECTIVE | Classes::ROLE));
            found.iter().find(|found| speaks && !found.demonym)
        };
        named.or_else(behind).map(|found| found.actor.clone())
    }
}

/// The words that name the source, before appositions and relative clauses.
fn plain(reading: &Reading<'_>, source: Stretch) -> Stretch {
    let stop = (source.start + 1..source.end).find(|at| {
        reading.is_mark(*at, Mark::Comma)
            || reading.is_mark(*at, Mark::Open)
            || reading.is_mark(*at, Mark::Dash)
            || reading.is(*at, Classes::RELATIVE)
    });
    Stretch::new(source.start, stop.unwrap_or(source.end))
}

/// The same before prepositions, too.
fn head(reading: &Reading<'_>, source: Stretch) -> Stretch {
    let words = plain(reading, source);
    let link =
        |at: &usize| reading.is(*at, Classes::PREPOSITION) && !reading.is(*at, Classes::CAPITAL);
    Stretch::new(words.start, (words.start + 1..words.end).find(link).unwrap_or(words.end))
}

fn class(reading: &Reading<'_>, head: Stretch, known: Option<&str>) -> SourceClass {
    let any = |classes: Classes| head.range().any(|at| reading.is(at, classes));
    let last = |classes: Classes| {
        head.range()
            .rev()
            .find(|at| !reading.is(*at, Classes::MARK))
            .is_some_and(|at| reading.is(at, classes))
    };
    let capital = head.range().any(|at| {
        reading.is(at, Classes::CAPITAL)
            && !reading.is(
                at,
                Classes::DETERMINER | Classes::PRONOUN | Classes::POSSESSIVE | Classes::NUMBER,
            )
            && (at > head.start
                || !reading.is(
                    at,
                    Classes::COLLECTIVE
                        | Classes::UNNAMED
                        | Classes::DOCUMENT
                        | Classes::ROLE
                        | Classes::ED
                        | Classes::LY,
                ))
    });
    match known {
        Some("outlet" | "news_agency") => return SourceClass::Outlet,
        Some("person") if capital => return SourceClass::Person,
        Some(_) if capital && !any(Classes::ROLE | Classes::COLLECTIVE | Classes::TITLE) => {
            return SourceClass::Body;
        }
        _ => {}
    }
    if head.len() == 1 && any(Classes::PRONOUN | Classes::RELATIVE) {
        return if any(Classes::PLURAL) { SourceClass::Collective } else { SourceClass::Person };
    }
    if capital {
        let personal = any(Classes::TITLE | Classes::ROLE);
        return if last(Classes::OUTLET) && !personal {
            SourceClass::Outlet
        } else if last(Classes::COLLECTIVE) {
            SourceClass::Collective
        } else if last(Classes::DOCUMENT) {
            SourceClass::Document
        } else if last(Classes::BODY) || head.len() == 1 && any(Classes::UPPER) {
            SourceClass::Body
        } else if last(Classes::ROLE) {
            SourceClass::Role
        } else {
            SourceClass::Person
        };
    }
    if last(Classes::UNNAMED) {
        SourceClass::Unnamed
    } else if last(Classes::COLLECTIVE) {
        SourceClass::Collective
    } else if last(Classes::ROLE) {
        SourceClass::Role
    } else if last(Classes::OUTLET) {
        SourceClass::Outlet
    } else if last(Classes::BODY) {
        SourceClass::Body
    } else if last(Classes::DOCUMENT) {
        SourceClass::Document
    } else if last(Classes::S | Classes::NUMBER) {
        SourceClass::Collective
    } else {
        SourceClass::Role
    }
}
