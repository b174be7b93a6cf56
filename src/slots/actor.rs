use std::cmp::Reverse;

use crate::article::{Span, TokenKind, tokens};
use crate::claim::{Actors, Form};
use crate::lexicon::{Lexicon, Tags, Vocabulary, WordId, Words};
use crate::slots::acronym::Acronym;
use crate::slots::case::Case;
use crate::slots::line::Line;
use crate::slots::name::Names;

/// A known actor in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands.
    pub span: Span,
    /// Its id.
    pub actor: String,
    /// A place or seat that stands for it only where it acts: "Moscow denied".
    pub metonym: bool,
    /// An adjective or its people: "Russian".
    pub demonym: bool,
}

/// Finds the actors of a table by name.
#[derive(Clone, Debug)]
pub struct ActorFinder {
    ids: Vec<String>,
    /// The forms by their first token.
    leads: Vec<Lead>,
    /// The places of first tokens in `leads`, and one: by their number in the lexicon.
    known: Vec<u32>,
    /// The places of those that the lexicon does not know, by their text.
    first: Words<u32>,
    /// The second tokens of the forms.
    seconds: Vocabulary,
    /// First tokens of forms that are written small, as far as the lexicon does not know them.
    small: Words<()>,
    pub(crate) names: Names,
}

/// The forms that start with one token: by the number of their second token, longest first; those of
/// one token have none. Hundreds start with "the".
#[derive(Clone, Debug)]
struct Lead {
    aliases: Vec<Alias>,
    /// One of them is written small: "al-Qaeda", "the Guardian".
    small: bool,
}

/// A form of a name as tokens.
#[derive(Clone, Debug)]
struct Alias {
    /// With a blank between two.
    tokens: Box<str>,
    /// How many there are.
    count: usize,
    second: WordId,
    actor: usize,
    form: Form,
    /// A surname or a place by itself: other names hold it, too.
    lone: bool,
}

impl ActorFinder {
    /// Returns a finder for these actors.
    pub fn new(actors: &Actors) -> Self {
        let mut ids = Vec::new();
        let mut seconds = Vocabulary::default();
        let mut firsts = Vocabulary::default();
        let mut leads: Vec<(String, Lead)> = Vec::new();
        let mut pieces = Vec::new();
        for (at, actor) in actors.iter().enumerate() {
            ids.push(actor.id.clone());
            let body = matches!(actor.r#type.as_str(), "state" | "person" | "head_of_state");
            for (form, kind) in actor.forms() {
                pieces.clear();
                tokens(form, Span::new(0, form.len()), &mut pieces);
                let mut words = pieces.iter().map(|token| token.text(form));
                let Some(lead) = words.next() else { continue };
                let second = words.next().map_or(WordId::UNKNOWN, |word| seconds.intern(word));
                let lone = pieces.len() == 1
                    && kind != Form::Demonym
                    && (body || kind == Form::Metonym)
                    && form.chars().any(char::is_lowercase);
                let mut tokens = String::with_capacity(form.len() + pieces.len());
                for (nth, token) in pieces.iter().enumerate() {
                    tokens.push_str(if nth > 0 { " " } else { "" });
                    tokens.push_str(token.text(form));
                }
                let (tokens, count) = (tokens.into_boxed_str(), pieces.len());
                let alias = Alias { actor: at, form: kind, lone, second, tokens, count };
                // Words beyond the longest of a vocabulary have no number, and none asks for them.
                let Some(place) = firsts.intern(lead).index().checked_sub(1) else { continue };
                if place == leads.len() {
                    let none = Lead { aliases: Vec::new(), small: false };
                    leads.push((lead.to_ascii_lowercase(), none));
                }
                let lead = &mut leads[place].1;
                lead.small |= alias.tokens.starts_with(|c: char| !c.is_uppercase());
                lead.aliases.push(alias);
            }
        }
        let lexicon = Lexicon::builtin();
        let mut known = vec![0; lexicon.rows()];
        let (mut first, mut small) = (Vec::new(), Vec::new());
        for (place, (word, lead)) in leads.iter_mut().enumerate() {
            lead.aliases.sort_by_key(|alias| (alias.second, Reverse(alias.count), alias.actor));
            let id = lexicon.id(word);
            if id != WordId::UNKNOWN {
                known[id.index()] = place as u32 + 1;
                continue;
            }
            first.push((word.clone(), place as u32));
            if lead.small {
                small.push((word.clone(), ()));
            }
        }
        let leads = leads.into_iter().map(|(_, lead)| lead).collect();
        let (first, small) = (Words::new(first), Words::new(small));
        Self { names: Names::new(actors, &ids), ids, leads, known, first, small, seconds }
    }

    /// Returns the forms that may start with a token; where there are capitals, a small word starts
    /// none but a few.
    fn lead(&self, line: Line<'_>, at: usize, capitals: bool) -> Option<&Lead> {
        let may = !capitals || line.is_capital(at);
        let id = line.id(at);
        if id != WordId::UNKNOWN {
            let place = self.known[id.index()].checked_sub(1)?;
            return Some(&self.leads[place as usize]).filter(|lead| may || lead.small);
        }
        let place = line.tokens[at].range();
        if !may && self.small.get_in(line.text, place.clone()).is_none() {
            return None;
        }
        self.first.get_in(line.text, place).map(|place| &self.leads[*place as usize])
    }

    /// Finds the known actors in one sentence, in text order, longest names first.
    pub fn find(&self, line: Line<'_>) -> Vec<Found> {
        self.find_with(line, &[])
    }

    /// Finds the known actors, those of the article's own acronyms included.
    pub fn find_with(&self, line: Line<'_>, acronyms: &[Acronym]) -> Vec<Found> {
        let mut out = Vec::new();
        let mut case = None;
        let capitals = (0..line.tokens.len()).any(|at| line.is_capital(at));
        let mut at = 0;
        while at < line.tokens.len() {
            let word = line.word(at);
            if let Some(lead) = self.lead(line, at, capitals) {
                let mut hit = None;
                let next = line.tokens.get(at + 1).filter(|_| lead.is_longer());
                let next = next.map(|next| self.seconds.id_in(line.text, next.range()));
                for alias in lead.followed_by(next.unwrap_or_default()) {
                    let case = *case.get_or_insert_with(|| Case::of(line));
                    if stands(alias, line, at, case) {
                        hit = Some(alias);
                        break;
                    }
                }
                if let Some(alias) = hit {
                    let last = at + alias.count - 1;
                    out.push(Found {
                        span: line.tokens[at].span().cover(line.tokens[last].span()),
                        actor: self.ids[alias.actor].clone(),
                        metonym: alias.form == Form::Metonym,
                        demonym: alias.form == Form::Demonym,
                    });
                    at = last + 1;
                    continue;
                }
            }
            let acronym = acronyms.iter().find(|acronym| acronym.text == word);
            if let Some(actor) = acronym.and_then(|acronym| acronym.actor.clone()) {
                let span = line.tokens[at].span();
                out.push(Found { span, actor, metonym: false, demonym: false });
            }
            at += 1;
        }
        out
    }

    /// Returns the id of the actor that a whole name means: titles and possessives are dropped,
    /// spellings may drift a little; `None` if it is unknown or could be two.
    pub fn resolve(&self, name: &str) -> Option<String> {
        self.names.resolve(name).map(|at| self.ids[at].clone())
    }

    /// Tells whether two names can be one in another spelling; two known different ones never are.
    pub fn same_name(&self, a: &str, b: &str) -> bool {
        match (self.names.exact(a), self.names.exact(b)) {
            (Some(a), Some(b)) => a == b,
            _ => self.names.drifts(a, b),
        }
    }
}

impl Lead {
    /// Tells whether there is a form of more than one token.
    fn is_longer(&self) -> bool {
        self.aliases.last().is_some_and(|alias| alias.second != WordId::UNKNOWN)
    }

    /// Iterates over the forms that may stand before this token, longest first.
    fn followed_by(&self, next: WordId) -> impl Iterator<Item = &Alias> {
        let with = |second: WordId| {
            let start = self.aliases.partition_point(|alias| alias.second < second);
            let end = self.aliases.partition_point(|alias| alias.second <= second);
            &self.aliases[start..end]
        };
        let longer = if next == WordId::UNKNOWN { &[] } else { with(next) };
        longer.iter().chain(with(WordId::UNKNOWN))
    }
}

fn stands(alias: &Alias, line: Line<'_>, at: usize, case: Case) -> bool {
    let single = alias.count == 1;
    let fits = alias.tokens.split(' ').enumerate().all(|(nth, want)| {
        let word = line.word(at + nth);
        want == word
            || (word.eq_ignore_ascii_case(want)
                && match case {
                    Case::Upper | Case::Lower => true,
                    // A lower-case name may start a sentence; agencies write datelines in capitals.
                    Case::Mixed | Case::Title => {
                        (nth == 0
                            && word.as_bytes()[1..] == want.as_bytes()[1..]
                            && want.starts_with(char::is_lowercase))
                            || (word.len() > 3 && !word.bytes().any(|b| b.is_ascii_lowercase()))
                    }
                })
    });
    if !fits {
        return false;
    }
    match case {
        // Without the help of capitals a short word is no name.
        Case::Upper if single => !line.is_stop(at),
        Case::Lower if single => alias.tokens.len() > 3 && !line.is_stop(at),
        Case::Mixed if alias.lone => !is_part_of_name(line, at),
        // "The Independent Electoral Commission" is no newspaper.
        Case::Mixed if alias.count == 2 && alias.tokens.starts_with("The ") => {
            !goes_on(line, at + 2)
        }
        Case::Mixed if single && alias.form == Form::Demonym => !is_surname(line, at),
        _ => true,
    }
}

/// Tells whether the capitalised word at `at` belongs to a longer unknown name: "Jordan Peterson".
fn is_part_of_name(line: Line<'_>, at: usize) -> bool {
    // "Yesterday Trump", "Reportedly Moscow": a sentence starts with a capital, too.
    let given = at.checked_sub(1).filter(|before| goes_on(line, *before)).is_some_and(|before| {
        let word = line.word(before);
        !word.ends_with("ly") && !is_adjective(word)
    });
    given || goes_on(line, at + 1)
}

/// Tells whether the word at `at` may be part of a name beside it: a capital, no title, no day.
fn goes_on(line: Line<'_>, at: usize) -> bool {
    let free = Tags::TITLE.with(Tags::STOP).with(Tags::CALENDAR);
    line.is_capital(at) && line.word(at).chars().any(char::is_lowercase) && !line.tagged(at, free)
}

/// Tells whether a demonym stands behind a given name within the sentence: "met Mark Cuban".
fn is_surname(line: Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before > 0) else { return false };
    let ends = !line.has(at + 1, TokenKind::Word) || line.is_stop(at + 1);
    line.is_capital(before)
        && line.word(before).bytes().any(|byte| byte.is_ascii_lowercase())
        && !line.has(before - 1, TokenKind::Mark)
        && ends
        && !line.tagged(before, Tags::TITLE.with(Tags::STOP))
        && line.lexicon.known_name(line.id(before)).is_none()
}

/// Tells whether a capitalised word looks like "Iranian" or "British" rather than a given name.
fn is_adjective(word: &str) -> bool {
    ["ian", "ish", "ese", "ican"].iter().any(|end| word.len() > 5 && word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::ActorFinder;
    use crate::lexicon::actors;
    use crate::slots::Tagged;

    fn find(finder: &ActorFinder, text: &str) -> Vec<String> {
        let mark = |metonym, demonym| match (metonym, demonym) {
            (true, _) => "@",
            (_, true) => "~",
            _ => "",
        };
        let found = finder.find(Tagged::new(text).line()).into_iter();
        found
            .map(|found| format!("{}{}", mark(found.metonym, found.demonym), found.actor))
            .collect()
    }

    #[test]
    fn finds_names_demonyms_and_metonyms() {
        let finder = ActorFinder::new(&actors());
        for (text, want) in [
            ("Iran denied any deal with Russia.", vec!["iran", "russia"]),
            ("The Iranian envoy left Tehran.", vec!["~iran", "@iran"]),
            ("South Korean divers and North Korea.", vec!["~south-korea", "north-korea"]),
            ("The U.S. and the US agreed.", vec!["united-states", "united-states"]),
            ("It told us who left.", vec![]),
            ("President Putin said; Vladimir Putin’s aide said.", vec!["vladimir-putin"; 2]),
            ("Yesterday Putin said so.", vec!["vladimir-putin"]),
            ("Jordan Hale met Lyudmila Putin.", vec![]),
            ("They met Mark Cuban and a Cuban envoy.", vec!["~cuba"]),
            ("He likes turkey and china.", vec![]),
            ("IRAN DENIES ANY DEAL WITH RUSSIA", vec!["iran", "russia"]),
            ("the russian president blamed ukraine again", vec!["kremlin", "ukraine"]),
            ("Iran Says Russia Bought Drones", vec!["iran", "russia"]),
        ] {
            assert_eq!(find(&finder, text), want, "{text}");
        }
    }
}
