use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::claim::{Actors, Form, fold};
use crate::lexicon::{Lexicon, Tags, is_stop_word};
use crate::slots::spelling::{Spelled, sound};

/// Whole names to actors, exactly and with bounded drift of spelling.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    /// Folded forms; `None` where two actors share one.
    exact: HashMap<String, Option<usize>>,
    /// Sound keys of people's names; `None` where two share one.
    keys: HashMap<String, Option<usize>>,
    /// People's folded names by first letter and number of words, for the edit distance.
    people: HashMap<(char, usize), Vec<(Spelled, usize)>>,
    /// Folded adjectives: "russian".
    demonyms: Vec<String>,
}

impl Names {
    /// Returns the names of these actors; `ids` gives their numbers.
    pub(crate) fn new(actors: &Actors, ids: &[String]) -> Self {
        let mut names = Self {
            exact: HashMap::with_capacity(4 * ids.len()),
            keys: HashMap::new(),
            people: HashMap::new(),
            demonyms: Vec::new(),
        };
        for (at, actor) in actors.iter().enumerate().take(ids.len()) {
            for (form, kind) in actor.forms() {
                let folded = bare(form);
                if kind == Form::Demonym {
                    names.demonyms.push(folded.clone());
                }
                if actor.r#type == "person" && kind == Form::Name && folded.len() >= 5 {
                    insert(&mut names.keys, sound(&folded), at);
                    if let Some(first) = folded.chars().next() {
                        let name = Spelled::new(&folded);
                        names.people.entry((first, name.len())).or_default().push((name, at));
                    }
                }
                insert(&mut names.exact, folded, at);
            }
        }
        names.demonyms.sort_unstable();
        names
    }

    /// Returns the actor of a name: known forms first, then without titles, then in other spelling.
    pub(crate) fn resolve(&self, name: &str) -> Option<usize> {
        let mut tail = name.split([',', '(']).next().unwrap_or(name).trim();
        while !tail.is_empty() {
            let folded = bare(tail);
            let found = self.folded(tail, &folded).or_else(|| self.without_initials(tail));
            if found.is_some() {
                return found;
            }
            let (word, rest) = tail.split_once(char::is_whitespace).unwrap_or((tail, ""));
            if !self.is_before_name(word) {
                return self.drifted(&folded);
            }
            tail = rest.trim_start();
        }
        None
    }

    /// Returns the actor whose form this is, but for case, marks on letters, dots and articles.
    pub(crate) fn exact(&self, name: &str) -> Option<usize> {
        self.folded(name, &bare(name))
    }

    fn folded(&self, name: &str, folded: &str) -> Option<usize> {
        // "us" and "who" are names only with capitals.
        let pronoun = || name.chars().all(|c| !c.is_uppercase()) && is_stop_word(name);
        self.exact.get(folded).copied().flatten().filter(|_| !pronoun())
    }

    /// Tells whether the spellings of two names are near enough; no table is asked.
    pub(crate) fn drifts(&self, a: &str, b: &str) -> bool {
        let (a, b) = (bare(a), bare(b));
        a == b || Spelled::new(&a).is_near(&Spelled::new(&b))
    }

    /// "Vladimir V. Putin" is "Vladimir Putin".
    fn without_initials(&self, name: &str) -> Option<usize> {
        let is_initial = |word: &&str| word.len() <= 2 && word.starts_with(char::is_uppercase);
        name.split_whitespace().find(is_initial)?;
        let kept: Vec<&str> = name.split_whitespace().filter(|word| !is_initial(word)).collect();
        (kept.len() >= 2).then(|| self.exact(&kept.join(" ")))?
    }

    /// Tells whether a word may stand before a name without being of it.
    fn is_before_name(&self, word: &str) -> bool {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lexicon = Lexicon::builtin();
        lexicon.tags(lexicon.id(word)).any(Tags::TITLE.with(Tags::STOP))
            || word.starts_with(char::is_lowercase)
            || self.demonyms.binary_search(&bare(word)).is_ok()
            || (word.ends_with('s') && self.exact(word).is_some())
    }

    /// Returns the only person whose name is near this one.
    fn drifted(&self, folded: &str) -> Option<usize> {
        if folded.len() < 5 {
            return None;
        }
        if let Some(found) = self.keys.get(&sound(folded)) {
            return *found;
        }
        let people = self.people.get(&(folded.chars().next()?, folded.split(' ').count()))?;
        let own = Spelled::new(folded);
        let mut hits = people.iter().filter(|(name, _)| name.is_near(&own)).map(|(_, at)| *at);
        let found = hits.next()?;
        hits.all(|at| at == found).then_some(found)
    }
}

fn insert(map: &mut HashMap<String, Option<usize>>, key: String, at: usize) {
    match map.entry(key) {
        Entry::Vacant(entry) => {
            entry.insert(Some(at));
        }
        Entry::Occupied(mut entry) if *entry.get() != Some(at) => {
            entry.insert(None);
        }
        Entry::Occupied(_) => {}
    }
}

/// Returns a name folded, without article, possessive, dots and doubled blanks.
fn bare(name: &str) -> String {
    let whole = fold(name.trim());
    let folded = whole.trim_matches(|c: char| matches!(c, '"' | '\'' | ',' | ':' | '“' | '”'));
    let folded = folded.strip_suffix("'s").unwrap_or(folded);
    if folded.len() == whole.len() && is_bare(folded) {
        return whole;
    }
    let mut out = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        if out.is_empty() && word == "the" {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| *c != '.'));
    }
    out
}

/// Tells whether a folded name has nothing to drop; most have not.
fn is_bare(folded: &str) -> bool {
    let mut last = b' ';
    let plain = folded.bytes().all(|byte| {
        let one = byte != b' ' || last != b' ';
        last = byte;
        one && byte != b'.' && (byte == b' ' || byte.is_ascii_graphic())
    });
    plain && last != b' ' && folded != "the" && !folded.starts_with("the ")
}

#[cfg(test)]
mod tests {
    use crate::lexicon::actors;
    use crate::slots::ActorFinder;

    fn finder() -> ActorFinder {
        ActorFinder::new(&actors())
    }

    #[test]
    fn resolves_names_with_what_stands_before_them() {
        let finder = finder();
        for (name, id) in [
            ("Iran", "iran"),
            ("the United States", "united-states"),
            ("IRAN", "iran"),
            ("Putin", "vladimir-putin"),
            ("Russian President Vladimir Putin", "vladimir-putin"),
            ("Vladimir V. Putin", "vladimir-putin"),
            ("Russia's President Vladimir Putin", "vladimir-putin"),
            ("Yuri Ushakov, an adviser", "yuri-ushakov"),
            ("Putin’s", "vladimir-putin"),
            ("the Kremlin", "kremlin"),
        ] {
            assert_eq!(finder.resolve(name).as_deref(), Some(id), "{name}");
        }
        for name in ["us", "who", "", "a senior official", "Ivanka Gray", "the minister"] {
            assert_eq!(finder.resolve(name), None, "{name}");
        }
    }

    #[test]
    fn spelling_drifts_within_bounds() {
        let finder = finder();
        for name in ["Volodymyr Zelenskiy", "Zelenskyi", "Volodymyr Zelensky", "Zelenskyy"] {
            let id = finder.resolve(name);
            assert_eq!(id, finder.resolve("Volodymyr Zelenskyy"), "{name}");
            assert!(id.is_some());
        }
        for (a, b) in
            [("Bracho", "Brancho"), ("Khatami", "Khatemi"), ("Dmitri Petrov", "Dmitry Petrov")]
        {
            assert!(finder.same_name(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("Niger", "Nigeria"),
            ("Iran", "Iraq"),
            ("Mali", "Malawi"),
            ("Austria", "Australia"),
            ("Slovakia", "Slovenia"),
            ("Clinton", "Clifton"),
            ("Warren", "Warden"),
            ("Guinea", "Guyana"),
            ("Bush", "Busch"),
        ] {
            assert!(!finder.same_name(a, b), "{a} {b}");
        }
        assert_eq!(finder.resolve("Nigera"), None);
    }
}
