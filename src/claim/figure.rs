use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use crate::article::Span;
use crate::claim::{Basis, Bound};

/// A number of a text as an interval: the words, what they commit to, and what is likely.
///
/// `low` and `high` are the committed bounds, `likely` only ranks and compares (DESIGN 3.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The words: "more than 250".
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The number that is written: 250.
    #[serde(serialize_with = "number")]
    pub value: f64,
    /// What the words around it commit to.
    pub bound: Bound,
    /// Lower committed bound; `None` is open.
    #[serde(serialize_with = "optional")]
    pub low: Option<f64>,
    /// Upper committed bound; `None` is open.
    #[serde(serialize_with = "optional")]
    pub high: Option<f64>,
    /// The bounds are soft: the words only suggest them ("about", "dozens").
    pub soft: bool,
    /// It is an addition to an unknown total ("28 more"): shown, never compared.
    pub delta: bool,
    /// The range in which the number most likely lies.
    #[serde(serialize_with = "pair")]
    pub likely: [f64; 2],
    /// The unit as a base form: "fighters", "percent", "dollars".
    pub unit: Option<String>,
    /// What is counted: killed, injured, price.
    pub measure: Option<String>,
    /// How the number came about.
    pub basis: Basis,
    /// A former value that the text names ("up from 7"); never revises.
    #[serde(serialize_with = "optional")]
    pub former: Option<f64>,
}

impl Figure {
    /// Returns a figure of these words with the bounds and the likely range of DESIGN 3.2.
    ///
    /// `second` is the upper end of a range and ignored for every other bound; vague words bring
    /// their own range through [`Figure::vague`].
    pub fn new(text: &str, span: Span, value: f64, bound: Bound, second: Option<f64>) -> Self {
        let upper = |value: f64| value.max((1.2 * value).ceil() - 1.0);
        let whole = value.fract() == 0.0;
        let step = if whole { 1.0 } else { 0.0 };
        let (low, high, soft, likely) = match bound {
            Bound::Exact | Bound::Vague => (Some(value), Some(value), false, [value, value]),
            Bound::AtLeast => (Some(value), None, false, [value, upper(value)]),
            Bound::MoreThan => (Some(value + step), None, false, [value, upper(value)]),
            Bound::AtMost => (Some(0.0), Some(value), false, [(0.75 * value).ceil(), value]),
            Bound::LessThan => {
                (Some(0.0), Some(value - step), false, [(0.75 * value).ceil(), value])
            }
            Bound::About => {
                // `About` is symmetric; `nearly` narrows it with `Figure::nearly`.
                let likely = [(0.95 * value).round(), (1.05 * value).round()];
                (Some(0.9 * value), Some(1.1 * value), true, likely)
            }
            Bound::Range => {
                let second = second.unwrap_or(value);
                let (low, high) = (value.min(second), value.max(second));
                (Some(low), Some(high), false, [low, high])
            }
        };
        Self {
            text: text.to_owned(),
            span,
            value,
            bound,
            low,
            high,
            soft,
            delta: false,
            likely,
            unit: None,
            measure: None,
            basis: Basis::Reported,
            former: None,
        }
    }

    /// Returns a soft figure just below `value`: "nearly 300".
    pub fn nearly(text: &str, span: Span, value: f64) -> Self {
        let likely = [(0.95 * value).round(), value];
        Self {
            low: Some(likely[0]),
            high: Some(value),
            likely,
            ..Self::new(text, span, value, Bound::About, None)
        }
    }

    /// Returns a soft figure of a vague word: "dozens" is 24 to 99.
    pub fn vague(text: &str, span: Span, low: f64, high: f64) -> Self {
        Self {
            low: Some(low),
            high: Some(high),
            soft: true,
            likely: [low, high],
            ..Self::new(text, span, low, Bound::Vague, None)
        }
    }

    /// Tells whether the committed bounds share no number; open ends compare without the step of "more than".
    pub fn disjoint(&self, other: &Self) -> bool {
        let bounds = |figure: &Self| {
            let low = match figure.bound {
                Bound::MoreThan => Some(figure.value),
                _ => figure.low,
            };
            let high = match figure.bound {
                Bound::LessThan => Some(figure.value),
                _ => figure.high,
            };
            (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY))
        };
        let (a, b) = (bounds(self), bounds(other));
        a.1 < b.0 || b.1 < a.0
    }

    /// Tells whether the likely ranges share no number.
    pub fn unlikely_same(&self, other: &Self) -> bool {
        self.likely[1] < other.likely[0] || other.likely[1] < self.likely[0]
    }
}

/// Writes whole numbers without a fraction, as people and spreadsheets expect.
pub(crate) fn number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() < 9.0e15 {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

fn optional<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => number(value, serializer),
        None => serializer.serialize_none(),
    }
}

fn pair<S: Serializer>(value: &[f64; 2], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Number(#[serde(serialize_with = "number")] f64);
    [Number(value[0]), Number(value[1])].serialize(serializer)
}
