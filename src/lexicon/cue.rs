use std::ops::BitOr;

use serde::Deserialize;

use crate::claim::{Act, Force, Stance};
use crate::lexicon::{Vocabulary, WordId};

/// A word that attributes: a row of `lexicons/cues.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its base form: `claim`.
    pub lemma: String,
    /// What the source does.
    pub act: Act,
    /// How the source stands to the content.
    pub stance: Stance,
    /// How firmly the content is presented.
    pub force: Force,
    /// The constructions in which it attributes.
    pub frames: Frames,
    /// A sentence in which it attributes; `[source]` and `{content}` are marked in it.
    pub example: String,
}

/// The constructions in which a cue attributes: a set of letters in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(u32);

impl Frames {
    /// `q`: beside a quotation.
    pub const QUOTE: Self = Self(1);
    /// `t`: a that-clause.
    pub const THAT: Self = Self(2);
    /// `b`: a clause without that.
    pub const BARE: Self = Self(4);
    /// `n`: a noun phrase: "denied any deal".
    pub const NOUN: Self = Self(8);
    /// `i`: an infinitive: "claimed to have won".
    pub const TO: Self = Self(16);
    /// `r`: a listener before the clause: "told reporters that".
    pub const LISTENER: Self = Self(32);
    /// `w`: a question: "asked whether".
    pub const QUESTION: Self = Self(64);
    /// `o`: an object with what is said of it: "accused him of lying", "called it a fraud".
    pub const OBJECT: Self = Self(128);
    /// `p`: a preposition before the content: "called for", "warned of"; not "to".
    pub const PREPOSITION: Self = Self(256);
    /// `v`: it may stand before its source: "said Lee".
    pub const INVERTED: Self = Self(512);
    /// `e`: its passive attributes without a source: "is said to".
    pub const PASSIVE: Self = Self(1024);
    /// `T`: "to" and a noun: "referred to".
    pub const TOWARD: Self = Self(4096);
    /// `g`: -ing forms as content: "denied taking".
    pub const GERUND: Self = Self(2048);

    /// `c`: what it concedes may be a part: "conceded … but insisted".
    pub const CONCEDES: Self = Self(8192);

    /// `h`: a person as its object makes it another verb: "dismissed two officers".
    pub const NOT_PERSONS: Self = Self(16384);

    /// `y`: its infinitive is a plan, no statement: "agreed to sell".
    pub const PLANS: Self = Self(32768);

    /// `a`: an adverb that says that somebody says so: "reportedly".
    pub const ADVERB: Self = Self(65536);

    /// `f`: its infinitive without a subject of its own says nothing: "came to see".
    pub const FINITE: Self = Self(131072);

    const LETTERS: &[(char, Self)] = &[
        ('q', Self::QUOTE),
        ('t', Self::THAT),
        ('b', Self::BARE),
        ('n', Self::NOUN),
        ('i', Self::TO),
        ('r', Self::LISTENER),
        ('w', Self::QUESTION),
        ('o', Self::OBJECT),
        ('p', Self::PREPOSITION),
        ('v', Self::INVERTED),
        ('e', Self::PASSIVE),
        ('g', Self::GERUND),
        ('T', Self::TOWARD),
        ('c', Self::CONCEDES),
        ('h', Self::NOT_PERSONS),
        ('y', Self::PLANS),
        ('a', Self::ADVERB),
        ('f', Self::FINITE),
    ];

    /// Tells whether the two sets share a construction.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns both sets in one.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn parse(letters: &str) -> Self {
        let bits = Self::LETTERS.iter().filter(|(letter, _)| letters.contains(*letter));
        Self(bits.fold(0, |bits, (_, frame)| bits | frame.0))
    }
}

impl BitOr for Frames {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// Plain or infinitive: `claim`.
    Base,
    /// Third person: `claims`.
    Present,
    /// Past and participle alike: `claimed`.
    Past,
    /// A past that is no participle: `wrote`.
    OnlyPast,
    /// A participle that is no past: `written`.
    Participle,
    /// `claiming`.
    Ing,
}

/// The cues, found by the number of a word.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    rows: Vec<Cue>,
    verbs: Vec<Option<(u16, VerbForm)>>,
    nouns: Vec<Option<u16>>,
}

/// A row of `lexicons/cues.csv` as written.
#[derive(Deserialize)]
struct Row {
    cue: String,
    forms: String,
    act: Act,
    stance: Stance,
    force: Force,
    frames: String,
    example: String,
}

const TABLE: &str = include_str!("../../lexicons/cues.csv");

impl Cues {
    /// Reads the table and numbers its words.
    pub(super) fn builtin(vocabulary: &mut Vocabulary) -> Self {
        let mut cues = Self::default();
        for row in csv::Reader::from_reader(TABLE.as_bytes()).into_deserialize::<Row>() {
            let row = row.expect("the embedded cues are read by a test");
            cues.add(row, vocabulary);
        }
        cues
    }

    fn add(&mut self, row: Row, vocabulary: &mut Vocabulary) {
        let index = self.rows.len() as u16;
        let is_noun = row.frames.contains('N');
        if is_noun {
            for word in [row.cue.clone()].into_iter().chain(nouns(&row)) {
                let id = vocabulary.intern(&word);
                put(&mut self.nouns, id, index);
            }
        } else {
            for (word, form) in verbs(&row) {
                let id = vocabulary.intern(&word);
                put(&mut self.verbs, id, (index, form));
            }
        }
        self.rows.push(Cue {
            lemma: row.cue,
            act: row.act,
            stance: row.stance,
            force: row.force,
            frames: Frames::parse(&row.frames),
            example: row.example,
        });
    }

    /// Returns the rows of the table.
    pub fn rows(&self) -> &[Cue] {
        &self.rows
    }

    /// Returns the cue of which this word is a verb form.
    #[inline]
    pub fn verb(&self, id: WordId) -> Option<(&Cue, VerbForm)> {
        let (row, form) = (*self.verbs.get(id.index())?)?;
        Some((&self.rows[row as usize], form))
    }

    /// Returns the cue of which this word is a noun.
    #[inline]
    pub fn noun(&self, id: WordId) -> Option<&Cue> {
        let row = (*self.nouns.get(id.index())?)?;
        Some(&self.rows[row as usize])
    }

    /// Iterates over the words that are a form of a cue.
    pub(super) fn words(&self) -> impl Iterator<Item = usize> {
        let verbs = self.verbs.iter().enumerate().filter(|(_, row)| row.is_some());
        let nouns = self.nouns.iter().enumerate().filter(|(_, row)| row.is_some());
        verbs.map(|(word, _)| word).chain(nouns.map(|(word, _)| word))
    }
}

/// Sets a word's row; the first row of the table that has a word keeps it.
fn put<T: Copy>(column: &mut Vec<Option<T>>, id: WordId, value: T) {
    if column.len() <= id.index() {
        column.resize(id.index() + 1, None);
    }
    column[id.index()].get_or_insert(value);
}

fn nouns(row: &Row) -> Vec<String> {
    match row.forms.is_empty() {
        true => vec![plural(&row.cue)],
        false => row.forms.split_ascii_whitespace().map(str::to_owned).collect(),
    }
}

fn plural(word: &str) -> String {
    match word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o'])) {
        Some(stem) => format!("{stem}ies"),
        None if word.ends_with(['s', 'x', 'h']) => format!("{word}es"),
        None => format!("{word}s"),
    }
}

/// The forms of a verb: regular ones are built, others stand in the table as `present past participle ing`.
fn verbs(row: &Row) -> Vec<(String, VerbForm)> {
    let base = row.cue.split(' ').next().unwrap_or_default();
    let mut out = vec![(base.to_owned(), VerbForm::Base)];
    let given: Vec<&str> = row.forms.split_ascii_whitespace().collect();
    if let [present, past, participle, ing] = given[..] {
        // `read`, `forecast`: the plain form is the past, too.
        if past == base {
            out.clear();
        }
        out.push((present.to_owned(), VerbForm::Present));
        if past == participle {
            out.push((past.to_owned(), VerbForm::Past));
        } else {
            out.push((past.to_owned(), VerbForm::OnlyPast));
            out.push((participle.to_owned(), VerbForm::Participle));
        }
        out.push((ing.to_owned(), VerbForm::Ing));
        return out;
    }
    let (past, ing) = match base.strip_suffix('e') {
        Some(stem) => {
            (format!("{base}d"), format!("{}ing", if base.ends_with("ee") { base } else { stem }))
        }
        None => match base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o'])) {
            Some(stem) => (format!("{stem}ied"), format!("{base}ing")),
            // A doubled last letter is written out in `forms` as that letter: `d` for `nod`.
            None => {
                let double = given.first().copied().unwrap_or_default();
                (format!("{base}{double}ed"), format!("{base}{double}ing"))
            }
        },
    };
    out.push((plural(base), VerbForm::Present));
    out.push((past, VerbForm::Past));
    out.push((ing, VerbForm::Ing));
    out
}

#[cfg(test)]
mod tests {
    use super::VerbForm;
    use crate::lexicon::Lexicon;

    #[test]
    fn verbs_have_all_their_forms() {
        let lexicon = Lexicon::builtin();
        for (word, lemma, form) in [
            ("said", "say", VerbForm::Past),
            ("denies", "deny", VerbForm::Present),
            ("denied", "deny", VerbForm::Past),
            ("claiming", "claim", VerbForm::Ing),
            ("wrote", "write", VerbForm::OnlyPast),
            ("agreeing", "agree", VerbForm::Ing),
        ] {
            let (cue, found) = lexicon.cues().verb(lexicon.id(word)).expect(word);
            assert_eq!((cue.lemma.as_str(), found), (lemma, form));
        }
        assert_eq!(
            lexicon.cues().noun(lexicon.id("allegations")).expect("a noun").lemma,
            "allegation"
        );
    }
}
