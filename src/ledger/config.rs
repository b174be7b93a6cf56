use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use crate::claim::{Authorities, Kind};
use crate::ledger::error::place;
use crate::ledger::{Error, ErrorKind};

/// What `ledger.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The name of the ledger or its desk.
    #[serde(default)]
    pub name: String,
    /// The language of its articles, such as `en`.
    #[serde(default = "english")]
    pub language: String,
    /// From which score on a match counts.
    #[serde(default)]
    pub thresholds: Thresholds,
    /// Whose word settles a kind of claim; a kind that is named here replaces the built-in list.
    #[serde(default, deserialize_with = "authorities")]
    #[schemars(with = "BTreeMap<Kind, Vec<String>>")]
    pub authorities: Authorities,
    /// Severities of lint rules that differ from the built-in ones: rule to error, warning, note, off.
    #[serde(default)]
    pub severity: BTreeMap<String, String>,
    /// Findings that are accepted for a while.
    #[serde(default)]
    pub ignore: Vec<Ignore>,
}

/// From which score on a match counts.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Thresholds {
    /// At or above, it is the match.
    pub link: f64,
    /// At or above, it is listed as a candidate.
    pub suggest: f64,
}

/// A finding that is accepted for a while.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ignore {
    /// The rule.
    pub rule: String,
    /// The start of the paths that it is about, within the ledger; all where left out.
    #[serde(default)]
    pub path: Option<String>,
    /// Why it is accepted.
    pub reason: String,
    /// The last day on which it is accepted.
    #[serde(deserialize_with = "day")]
    pub until: NaiveDate,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { link: 0.4, suggest: 0.25 }
    }
}

/// Reads the text of a `ledger.toml`; the error has no path yet.
pub fn parse_config(text: &str) -> Result<Config, Error> {
    let config: Config = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let sound = toml::from_str::<toml::Table>(text).is_ok();
        let kind = if sound { ErrorKind::Schema } else { ErrorKind::Syntax };
        let (line, column) = place(text, at);
        Error::new(
            kind,
            error.message().trim().replace('\n', "; "),
            "`claims schema ledger` names every setting",
        )
        .on(line, column)
    })?;
    let Thresholds { link, suggest } = config.thresholds;
    if !(0.0..=1.0).contains(&link) || !(0.0..=link).contains(&suggest) {
        let at = text.find("[thresholds]").unwrap_or(0);
        let (line, column) = place(text, at);
        let message = format!("thresholds must be 0 <= suggest ({suggest}) <= link ({link}) <= 1");
        return Err(
            Error::new(ErrorKind::Schema, message, "set both between 0 and 1").on(line, column)
        );
    }
    Ok(config)
}

fn english() -> String {
    "en".to_owned()
}

/// Lays the file's lists over the built-in ones.
fn authorities<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Authorities, D::Error> {
    let own = BTreeMap::<Kind, Vec<String>>::deserialize(deserializer)?;
    let mut all = Authorities::default();
    all.0.extend(own);
    Ok(all)
}

/// Reads a day with and without quotation marks: `until = 2026-12-31`.
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let text = match toml::Value::deserialize(deserializer)? {
        toml::Value::Datetime(moment) => moment.to_string(),
        toml::Value::String(text) => text,
        other => {
            return Err(serde::de::Error::custom(format!("{} is no day", other.type_str())));
        }
    };
    text.parse().map_err(|_| serde::de::Error::custom(format!("`{text}` is no day: YYYY-MM-DD")))
}

#[cfg(test)]
mod tests {
    use crate::claim::Kind;
    use crate::ledger::{ErrorKind, parse_config};

    #[test]
    fn an_empty_file_is_sound() {
        let config = parse_config("").unwrap();
        assert_eq!(config.language, "en");
        assert!(config.authorities.0.contains_key(&Kind::Legal));
    }

    #[test]
    fn own_authorities_lie_over_the_built_in_ones() {
        let config = parse_config("[authorities]\nlegal = [\"tribunal\"]\n").unwrap();
        assert_eq!(config.authorities.0[&Kind::Legal], ["tribunal"]);
        assert!(config.authorities.0.contains_key(&Kind::Casualty));
    }

    #[test]
    fn mistakes_have_a_place() {
        for (text, kind, line) in [
            ("name = \"a\"\ncolour = 1\n", ErrorKind::Schema, 2),
            ("name = \n", ErrorKind::Syntax, 1),
            ("\n[authorities]\nweather = []\n", ErrorKind::Schema, 3),
            ("name = \"a\"\n[thresholds]\nlink = 2.0\n", ErrorKind::Schema, 2),
            ("[[ignore]]\nrule = \"x\"\nreason = \"y\"\nuntil = \"soon\"\n", ErrorKind::Schema, 4),
            ("[[ignore]]\nrule = \"x\"\nuntil = 2026-01-01\n", ErrorKind::Schema, 1),
        ] {
            let error = parse_config(text).unwrap_err();
            assert_eq!((error.kind, error.line), (kind, line), "{text}: {error}");
        }
    }
}
