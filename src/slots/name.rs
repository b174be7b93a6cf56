use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::claim::{Actors, Form, fold};
use crate::lexicon::{is_stop_word, is_title};

/// Whole names to actors, exactly and with bounded drift of spelling.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    /// Folded forms; `None` where two actors share one.
    exact: HashMap<String, Option<usize>>,
    /// Sound keys of people's names; `None` where two share one.
    keys: HashMap<String, Option<usize>>,
    /// People's folded names by first letter, for the edit distance.
    people: HashMap<char, Vec<(String, usize)>>,
    /// Folded adjectives: "russian".
    demonyms: Vec<String>,
}

impl Names {
    /// Returns the names of these actors; `ids` gives their numbers.
    pub(crate) fn new(actors: &Actors, ids: &[String]) -> Self {
        let mut names = Self {
            exact: HashMap::new(),
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
                        names.people.entry(first).or_default().push((folded.clone(), at));
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
        let name = name.split([',', '(']).next().unwrap_or(name);
        let words: Vec<&str> = name.split_whitespace().collect();
        for start in 0..words.len() {
            let tail = words[start..].join(" ");
            if let Some(found) =
                self.exact(&tail).or_else(|| self.without_initials(&words[start..]))
            {
                return Some(found);
            }
            if !self.is_before_name(words[start]) {
                return self.drifted(&bare(&tail));
            }
        }
        None
    }

    /// Returns the actor whose form this is, but for case, marks on letters, dots and articles.
    pub(crate) fn exact(&self, name: &str) -> Option<usize> {
        // "us" and "who" are names only with capitals.
        let pronoun = is_stop_word(name) && name.chars().all(|c| !c.is_uppercase());
        self.exact.get(&bare(name)).copied().flatten().filter(|_| !pronoun)
    }

    /// Tells whether the spellings of two names are near enough; no table is asked.
    pub(crate) fn drifts(&self, a: &str, b: &str) -> bool {
        let (a, b) = (bare(a), bare(b));
        a == b || near(&a, &b)
    }

    /// "Vladimir V. Putin" is "Vladimir Putin".
    fn without_initials(&self, words: &[&str]) -> Option<usize> {
        let is_initial = |word: &&&str| word.len() > 2 || !word.starts_with(char::is_uppercase);
        let kept: Vec<&str> = words.iter().filter(is_initial).copied().collect();
        (kept.len() >= 2 && kept.len() < words.len()).then(|| self.exact(&kept.join(" ")))?
    }

    /// Tells whether a word may stand before a name without being of it.
    fn is_before_name(&self, word: &str) -> bool {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let folded = bare(word);
        is_title(word)
            || is_stop_word(word)
            || word.starts_with(char::is_lowercase)
            || self.demonyms.binary_search(&folded).is_ok()
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
        let people = self.people.get(&folded.chars().next()?)?;
        let mut hits = people.iter().filter(|(name, _)| near(name, folded)).map(|(_, at)| *at);
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
    let folded = fold(name.trim());
    let folded = folded.trim_matches(|c: char| matches!(c, '"' | '\'' | ',' | ':' | '“' | '”'));
    let folded = folded.strip_suffix("'s").unwrap_or(folded);
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

/// Returns a key that the usual transliterations of one name share: Zelensky, Zelenskyy, Zelenskiy.
fn sound(folded: &str) -> String {
    const PAIRS: &[(&str, &str)] = &[
        ("kh", "h"),
        ("ph", "f"),
        ("tch", "ch"),
        ("iy", "i"),
        ("ij", "i"),
        ("yy", "i"),
        ("ou", "u"),
        ("ck", "k"),
        ("qu", "k"),
    ];
    let mut out = String::with_capacity(folded.len());
    let mut rest = folded;
    while let Some(c) = rest.chars().next() {
        let pair = PAIRS.iter().find(|(from, _)| rest.starts_with(from));
        let (step, to) = match pair {
            Some((from, to)) => (from.len(), *to),
            None => (c.len_utf8(), &rest[..c.len_utf8()]),
        };
        let to = match to {
            "y" | "j" => "i",
            "w" => "v",
            "q" => "k",
            "-" | "'" => " ",
            other => other,
        };
        if !out.ends_with(to) {
            out.push_str(to);
        }
        rest = &rest[step..];
    }
    out
}

/// Tells whether two folded names differ by so little that one is the other's misspelling.
///
/// Word by word: a sound key shared, a vowel exchanged, a letter left out, two letters swapped; short
/// words must be equal, and no name drifts in more than two words.
fn near(a: &str, b: &str) -> bool {
    let (one, two): (Vec<_>, Vec<_>) = (a.split(' ').collect(), b.split(' ').collect());
    if one.len() != two.len() {
        return false;
    }
    let mut drifted = 0;
    for (one, two) in one.iter().zip(&two) {
        if one != two {
            if sound(one) != sound(two) && !is_slip(one, two) {
                return false;
            }
            drifted += 1;
        }
    }
    drifted <= 2
}

fn is_slip(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 5 || a.chars().next() != b.chars().next() || strsim::osa_distance(a, b) != 1 {
        return false;
    }
    if short.chars().count() < long.chars().count() {
        // A letter at the end makes another word: Niger, Nigeria; Austria, Austrian.
        return !long.starts_with(short);
    }
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let differing: Vec<_> = a.chars().zip(b.chars()).filter(|(x, y)| x != y).collect();
    differing.len() == 2 || differing.iter().all(|(x, y)| vowel(*x) && vowel(*y))
}

#[cfg(test)]
mod tests {
    use crate::claim::Actors;
    use crate::lexicon::actors;
    use crate::slots::ActorFinder;

    fn finder() -> ActorFinder {
        ActorFinder::new(&Actors::new(actors()))
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
