//! The closed lists of words: each value has one name in JSON, in CSV and on the terminal.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Declares a closed list whose names are the lower-case variants, for serde, `Display` and `FromStr`.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Returns the name used in every format.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|value| value.name() == text).ok_or_else(|| {
                    let known: Vec<_> = Self::ALL.iter().map(|value| value.name()).collect();
                    format!("`{text}` is none of {}", known.join(", "))
                })
            }
        }
    };
}

names! {
    /// What a claim is about.
    Kind {
        /// Dead, injured, missing, rescued.
        Casualty = "casualty",
        /// A sale, an agreement, a contract, a takeover.
        Deal = "deal",
        /// Visits, talks, summits.
        Meeting = "meeting",
        /// Appointments, dismissals, resignations.
        Personnel = "personnel",
        /// Arrests, charges, trials, rulings.
        Legal = "legal",
        /// Attacks, strikes, troop movements.
        Military = "military",
        /// Quakes, fires, floods, accidents.
        Disaster = "disaster",
        /// Disease, treatment.
        Health = "health",
        /// Prices, output, profits, trade.
        Economy = "economy",
        /// Votes, polls, candidacies.
        Election = "election",
        /// Laws, decrees, measures of a government.
        Policy = "policy",
        /// One party says that another did wrong.
        Accusation = "accusation",
        /// An opinion, an assessment.
        Remark = "remark",
        /// Anything else.
        Other = "other",
    }
}

names! {
    /// How the claimant stands to the content.
    Stance {
        /// Says that it is so.
        Asserts = "asserts",
        /// Says that what others said is so.
        Confirms = "confirms",
        /// Says that it is not so.
        Denies = "denies",
        /// Says that it may not be so.
        Doubts = "doubts",
        /// Takes back what the claimant said.
        Retracts = "retracts",
        /// Refuses to say; moves nothing.
        NoComment = "no_comment",
    }
}

names! {
    /// How much of the claim a stance is about.
    Scope {
        /// All of it.
        Whole = "whole",
        /// A part ("conceded ... but insisted"); moves nothing.
        Part = "part",
    }
}

names! {
    /// What the claimant does with the content.
    Act {
        /// Says, writes, shows.
        Says = "says",
        /// Thinks, knows, fears.
        Thinks = "thinks",
        /// Wants, orders, asks for.
        Wants = "wants",
        /// Plans, promises, intends.
        Plans = "plans",
    }
}

names! {
    /// Whether the claim's event lies behind.
    Modality {
        /// It is said to have happened or to be so.
        Happened = "happened",
        /// It is announced.
        Planned = "planned",
        /// It may happen or may be so.
        Possible = "possible",
    }
}

names! {
    /// How much of the content is quoted.
    Quotation {
        /// All of it.
        Direct = "direct",
        /// A part.
        Mixed = "mixed",
        /// Nothing; it is reported speech.
        Indirect = "indirect",
        /// There is no speech: the outlet itself asserts it.
        None = "none",
    }
}

names! {
    /// How firmly a cue presents the content.
    Force {
        /// Said.
        Neutral = "neutral",
        /// Alleged, claimed, reportedly.
        Weak = "weak",
        /// Confirmed, announced.
        Strong = "strong",
    }
}

names! {
    /// What a source is.
    SourceClass {
        /// A named person.
        Person = "person",
        /// A named body: a state, a ministry, a company.
        Body = "body",
        /// A role without a name: "a senior official".
        Role = "role",
        /// Several without names: "officials".
        Collective = "collective",
        /// A statement, a study, a poll.
        Document = "document",
        /// "reports", "sources".
        Unnamed = "unnamed",
        /// A newspaper, an agency, a broadcaster.
        Outlet = "outlet",
    }
}

names! {
    /// What the words around a number commit to.
    Bound {
        /// 250.
        Exact = "exact",
        /// At least 250: [250, inf).
        AtLeast = "at_least",
        /// More than 250: [251, inf) shown, [250, inf) when compared.
        MoreThan = "more_than",
        /// Up to 270: [0, 270].
        AtMost = "at_most",
        /// Fewer than 270: [0, 269] shown, [0, 270] when compared.
        LessThan = "less_than",
        /// About, nearly: soft.
        About = "about",
        /// Between 10 and 12.
        Range = "range",
        /// Dozens, several: soft.
        Vague = "vague",
    }
}

names! {
    /// How the number came about.
    Basis {
        /// Found, identified, "confirmed dead".
        Counted = "counted",
        /// Said without more.
        Reported = "reported",
        /// Feared, may have.
        Feared = "feared",
        /// Presumed, believed.
        Presumed = "presumed",
    }
}

names! {
    /// The unit that a time expression is exact to.
    Grain {
        /// Minutes or hours of one day.
        Hour = "hour",
        /// One day.
        Day = "day",
        /// One week.
        Week = "week",
        /// One month.
        Month = "month",
        /// A quarter or half of a year.
        Quarter = "quarter",
        /// One year.
        Year = "year",
        /// From one day to another.
        Span = "span",
        /// Not resolved; only the words are known.
        Unknown = "unknown",
    }
}

names! {
    /// What a time expression dates.
    Role {
        /// The act of saying: "On Monday, Tass reported".
        Said = "said",
        /// The event: "killed on Monday".
        Event = "event",
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn names_are_read_and_written_alike() {
        for kind in Kind::ALL {
            assert_eq!(kind.name().parse::<Kind>().as_ref(), Ok(kind));
            assert_eq!(serde_json::to_string(kind).unwrap(), format!("\"{kind}\""));
        }
    }
}
