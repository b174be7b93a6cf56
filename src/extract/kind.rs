use crate::claim::{Figure, Kind, Mention, Quotation, SourceClass, Stance};
use crate::extract::event::is_first;
use crate::extract::{Clause, Held, Join, Reading, Stretch};
use crate::lexicon::{Classes, EventForm, EventWords, Lexicon, unit};
use crate::slots::{self, Event};

/// How much a figure's measure says about the kind.
const MEASURE: f64 = 4.0;
/// How much an amount of money says about the kind.
const MONEY: f64 = 1.0;
/// Below this nothing of the words names an event.
const FAINT: f64 = 0.35;
/// Below this a quotation is what somebody thinks, though it names things that happen.
const MUSED: f64 = 1.2;

/// What a claim is about, and the event at its centre.
pub(super) struct Topic {
    /// Its kind.
    pub(super) kind: Kind,
    /// Its main event.
    pub(super) event: Option<Event>,
}

/// Returns the topic of a mention whose content has these clauses.
///
/// Every word for an event votes for the kind of its class: verbs of the main clause most, nouns and
/// words with other senses less; a figure's measure and the words of cue and source vote, too.
pub(super) fn of(
    reading: &Reading<'_>,
    held: &Held,
    mention: &Mention,
    clauses: &[Clause],
) -> Topic {
    let mut votes = Votes::default();
    let mut told: Vec<(f64, &Event)> = Vec::new();
    let quoted = matches!(mention.quotation, Quotation::Direct | Quotation::Mixed);
    let mut classes = 0;
    for clause in clauses {
        let depends = if matches!(clause.join, Join::When | Join::Which) { 0.4 } else { 1.0 };
        for event in held.events_in(clause.tokens) {
            let mut weight = weight(event) * depends * 0.93_f64.powi(classes);
            if event.form == EventForm::Noun {
                weight *= if quoted { 0.6 } else { 1.0 };
                weight *= if sets_scene(reading, clause.tokens, event.index) { 0.6 } else { 1.0 };
            }
            if mention.quotation == Quotation::Mixed {
                // Of "called the raid a 'crime'" the quoted word is the claim.
                weight *= if reading.words[event.index].quoted { 1.5 } else { 0.7 };
            }
            if event.kind == Kind::Remark && !quoted {
                weight *= 0.4;
            }
            if event.form == EventForm::Participle
                && describes(reading, held, clause.tokens, event.index)
            {
                weight *= 0.3;
            }
            // A class votes once: two quakes do not outvote one death.
            if !told.iter().any(|(_, known)| known.class == event.class) {
                classes += 1;
                votes.add(event.kind, weight);
            }
            told.push((weight, event));
        }
    }
    if let Some(kind) =
        mention.figures.first().and_then(|figure| measured(figure.measure.as_deref()))
    {
        votes.add(kind, MEASURE);
    }
    if mention.figures.iter().take(1).any(is_money) {
        votes.add(Kind::Economy, MONEY);
    }
    frame(reading, mention, &mut votes);
    let opinion = is_opinion(reading, mention, clauses);
    let kind = match votes.best() {
        Some((kind, weight)) if weight >= if opinion { MUSED } else { FAINT } => kind,
        _ if opinion => Kind::Remark,
        _ => Kind::Other,
    };
    Topic { kind, event: main(&told, kind) }
}

/// The loudest event of this kind, else the loudest of all but opinions.
fn main(told: &[(f64, &Event)], kind: Kind) -> Option<Event> {
    let loudest = |fits: &dyn Fn(&Event) -> bool| {
        let fitting = told.iter().filter(|(_, event)| fits(event));
        fitting.copied().reduce(|best, next| if next.0 > best.0 { next } else { best })
    };
    let found = loudest(&|event| event.kind == kind && kind != Kind::Remark);
    found.or_else(|| loudest(&|event| event.kind != Kind::Remark)).map(|(_, event)| *event)
}

/// Tells whether a noun only sets the scene: "after the attack", "in the high court".
fn sets_scene(reading: &Reading<'_>, clause: Stretch, at: usize) -> bool {
    let start = at.saturating_sub(4).max(clause.start);
    (start..at).rev().take_while(|at| !reading.is(*at, Classes::MARK)).any(|at| {
        let leads = reading.is(at, Classes::PREPOSITION) && reading.text(at) != "as";
        leads || reading.text(at).eq_ignore_ascii_case("following")
    })
}

/// Tells whether a participle only describes a noun: "a ship owned by the state", "resume limited output".
fn describes(reading: &Reading<'_>, held: &Held, clause: Stretch, at: usize) -> bool {
    let start = at.saturating_sub(4).max(clause.start);
    let passive = (start..at).any(|at| reading.is(at, Classes::BE | Classes::HAVE));
    let by = at + 1 < clause.end && reading.text(at + 1) == "by";
    let verb = |at: usize| held.events_at(at).any(|event| event.form == EventForm::Base);
    !passive && by || at > clause.start && verb(at - 1)
}

/// How loudly an event votes.
fn weight(event: &Event) -> f64 {
    let form = match event.form {
        EventForm::Past | EventForm::Participle | EventForm::Present | EventForm::State => 3.0,
        EventForm::Base => 2.5,
        EventForm::Ing => 2.0,
        EventForm::Noun => 1.6,
    };
    let kind = if event.kind == Kind::Other { 0.3 } else { 1.0 };
    form * kind * if event.sure { 1.0 } else { 0.4 }
}

fn is_money(figure: &Figure) -> bool {
    figure.unit.as_deref().and_then(unit).is_some_and(|unit| unit.is_money())
}

/// The kind that a measure belongs to: that of the event it is named after.
fn measured(measure: Option<&str>) -> Option<Kind> {
    let words = EventWords::builtin();
    let measure = Lexicon::builtin().id(measure?);
    let first = words.get(measure).iter().find(|word| word.rest().is_empty() && word.sure)?;
    Some(words.class_of(first).kind).filter(|kind| *kind != Kind::Other)
}

/// Lets the words of source and cue vote: a court's words are about law, "blamed" accuses.
fn frame(reading: &Reading<'_>, mention: &Mention, votes: &mut Votes) {
    for link in &mention.attribution {
        let source = link.source.as_ref().filter(|source| source.class != SourceClass::Person);
        if let Some(span) = source.and_then(|source| source.span) {
            for event in events_at(reading, reading.tokens_in(span)) {
                votes.add(event.kind, weight(&event));
            }
        }
        if let Some(span) = link.cue.as_ref().and_then(|cue| cue.span) {
            for event in events_at(reading, reading.tokens_in(span)) {
                votes.add(event.kind, 2.0 * weight(&event));
            }
        }
    }
}

fn events_at(reading: &Reading<'_>, tokens: Stretch) -> Vec<Event> {
    slots::events(reading.line(tokens))
}

/// Tells whether words are quoted, or somebody's own about himself, or his refusal to say any.
fn is_opinion(reading: &Reading<'_>, mention: &Mention, clauses: &[Clause]) -> bool {
    matches!(mention.quotation, Quotation::Direct | Quotation::Mixed)
        || mention.stance == Stance::NoComment
        || clauses.iter().flat_map(|clause| clause.tokens.range()).any(|at| is_first(reading, at))
}

/// The weight of each kind so far.
#[derive(Default)]
struct Votes(Vec<(Kind, f64)>);

impl Votes {
    fn add(&mut self, kind: Kind, weight: f64) {
        match self.0.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, sum)) => *sum += weight,
            None => self.0.push((kind, weight)),
        }
    }

    /// The heaviest kind; of equals the first that voted.
    fn best(&self) -> Option<(Kind, f64)> {
        let named = self.0.iter().filter(|(kind, _)| *kind != Kind::Other);
        named.copied().reduce(|best, next| if next.1 > best.1 { next } else { best })
    }
}
