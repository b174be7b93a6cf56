use std::ops::{BitOr, BitOrAssign};

/// What kind of word a word is: a set of classes.
///
/// The listed classes come from `lexicons/words.csv`; the shapes are seen from its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

impl Classes {
    /// Returns the empty set.
    pub const fn none() -> Self {
        Self(0)
    }

    /// Tells whether the two sets share a class.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns both sets in one.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the set without the classes of another.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Tells whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.with(other);
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// One bit a class, in the order of the list below.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit { $($name),+ }

        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << Bit::$name as u64);)+

            /// The classes with their names in `lexicons/words.csv`.
            pub const NAMES: &[(Self, &str)] = &[$((Self::$name, $text)),+];
        }
    };
}

classes! {
    /// a, the, this, every, several.
    DETERMINER = "determiner",
    /// his, their, our.
    POSSESSIVE = "possessive",
    /// Pronouns that can be a subject: he, they, it, who.
    PRONOUN = "pronoun",
    /// Pronouns that can only be an object: him, them, me.
    OBJECT = "object",
    /// who, which, that, whose.
    RELATIVE = "relative",
    /// of, in, by.
    PREPOSITION = "preposition",
    /// and, or, but.
    COORDINATOR = "coordinator",
    /// because, while, after.
    SUBORDINATOR = "subordinator",
    /// Forms of be.
    BE = "be",
    /// Forms of have.
    HAVE = "have",
    /// Forms of do.
    DO = "do",
    /// will, would, can.
    MODAL = "modal",
    /// not, never, nor.
    NEGATION = "negation",
    /// Adverbs that may stand between subject and verb: also, later, once.
    ADVERB = "adverb",
    /// Days of the week.
    WEEKDAY = "weekday",
    /// Months.
    MONTH = "month",
    /// today, week, morning.
    TIME = "time",
    /// Mr, Dr, Senator: a name follows.
    TITLE = "title",
    /// Nouns for a person: minister, spokesman.
    ROLE = "role",
    /// Nouns for several persons: officials, residents.
    COLLECTIVE = "collective",
    /// Nouns for an institution: ministry, company.
    BODY = "body",
    /// Nouns for a business: company, airline.
    FIRM = "firm",
    /// Words that make a role another one: deputy, former.
    RANK = "rank",
    /// Nouns for what carries words: report, statement, poll.
    DOCUMENT = "document",
    /// Nouns for who is not named: sources, rumours.
    UNNAMED = "unnamed",
    /// Nouns for who publishes: newspaper, agency.
    OUTLET = "outlet",
    /// Words for a man.
    MALE = "male",
    /// Words for a woman.
    FEMALE = "female",
    /// Pronouns for several.
    PLURAL = "plural",
    /// I, we, my.
    FIRST = "first",
    /// what, whether, how.
    WH = "wh",
    /// one, twenty, million.
    NUMBER = "number",
    /// Forms that are finite verbs of the past or third person and nothing else: went, became, seems.
    FINITE = "finite",
    /// Plain forms of common verbs, also infinitives: go, make, need.
    BASE = "base",
    /// Nouns of speech by which a body or person is named: campaign, spokesperson's office.
    MEDIUM = "medium",
    /// Listeners that never speak: reporters, journalists.
    LISTENER = "listener",
    /// Prepositions that hang on a noun: a spokesman for, a man in.
    LINK = "link",
    /// Words that take over an infinitive of saying: went on to say.
    RAISING = "raising",
    /// Words that refuse an infinitive of saying: declined to say.
    REFUSING = "refusing",
    /// Verb forms that are as often nouns: claims, report.
    NOUN_TOO = "noun_too",
    /// Prepositions that lead a content: of, about, for.
    CONTENT_PREPOSITION = "content_preposition",
    /// Media behind "on": Twitter, television.
    CHANNEL = "channel",
    /// Words in -ly that are no adverbs: early, family.
    NO_ADVERB = "no_adverb",
    /// Words in -ed and -ing that describe and are no verbs: armed, ruling.
    ADJECTIVE = "adjective",
    /// according.
    ACCORDING = "according",
    /// Shape: starts with a capital.
    CAPITAL = "",
    /// Shape: all letters are capitals, two or more.
    UPPER = "",
    /// Shape: ends in -ed.
    ED = "",
    /// Shape: ends in -ing.
    ING = "",
    /// Shape: ends in -ly.
    LY = "",
    /// Shape: ends in -s.
    S = "",
    /// Shape: a number in digits.
    DIGITS = "",
    /// Shape: a punctuation mark.
    MARK = "",
}

impl Classes {
    /// Tells whether a word is of no class but one that tells the meaning of a noun or adjective.
    pub const fn is_plain(self) -> bool {
        self.without(Self::FIRM).without(Self::RANK).without(Self::ADJECTIVE).is_empty()
    }

    /// Returns the class of this name in the word list.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(_, text)| *text == name && !text.is_empty())
            .map(|(class, _)| *class)
    }

    /// Returns the classes that are seen from the letters of a word.
    pub fn shape(word: &str) -> Self {
        let bytes = word.as_bytes();
        let Some(first) = bytes.first() else { return Self::none() };
        let mut classes = Self::none();
        if first.is_ascii_digit() {
            return Self::DIGITS;
        }
        let capital = if *first < 0x80 {
            first.is_ascii_uppercase()
        } else {
            word.chars().next().is_some_and(char::is_uppercase)
        };
        if capital {
            classes |= Self::CAPITAL;
            if bytes.len() > 1 && !bytes.iter().any(u8::is_ascii_lowercase) {
                classes |= Self::UPPER;
            }
        }
        match bytes {
            [.., b'i', b'n', b'g'] if bytes.len() > 4 => classes |= Self::ING,
            [.., b'e', b'd'] if bytes.len() > 3 => classes |= Self::ED,
            [.., b'l', b'y'] if bytes.len() > 3 => classes |= Self::LY,
            [.., a, b's'] if bytes.len() > 2 && !matches!(a, b's' | b'u' | b'i') => {
                classes |= Self::S;
            }
            _ => {}
        }
        classes
    }
}
