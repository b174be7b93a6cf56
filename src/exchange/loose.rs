//! How foreign JSON is asked: one value, or a list, or an object that wraps the value.

use chrono::NaiveDate;
use serde_json::Value;

use crate::claim::{When, one_line};

/// Returns a field, also one that a tool has put under `properties`.
pub(super) fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let found = value.get(name).or_else(|| value.get("properties")?.get(name))?;
    (!found.is_null()).then_some(found)
}

/// Returns the first text in a value: `"x"`, `["x"]`, `{"@value": "x"}`, `{"name": "x"}`, `7`.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => {
            let text = one_line(text);
            (!text.is_empty()).then_some(text)
        }
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.iter().find_map(text),
        Value::Object(_) => {
            ["@value", "name", "@id", "url"].iter().find_map(|name| value.get(name).and_then(text))
        }
        _ => None,
    }
}

/// Returns the text of a field.
pub(super) fn text_of(value: &Value, name: &str) -> Option<String> {
    field(value, name).and_then(text)
}

/// Returns the number of a field, also one in quotation marks.
pub(super) fn number_of(value: &Value, name: &str) -> Option<f64> {
    let text = text_of(value, name)?;
    text.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

/// Returns the address of a field, or of the work that it holds.
pub(super) fn url_of(value: &Value, name: &str) -> Option<String> {
    field(value, name).and_then(url)
}

/// Returns the address of a value: a bare text, or the `url` of a work.
pub(super) fn url(value: &Value) -> Option<String> {
    let found = match value {
        Value::Object(_) => {
            ["url", "@id", "contentUrl"].iter().find_map(|name| value.get(name).and_then(text))
        }
        other => text(other),
    };
    found.filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

/// Returns the members of a field that holds one value or several.
pub(super) fn several<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    match field(value, name) {
        Some(Value::Array(items)) => items.iter().filter(|item| !item.is_null()).collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    }
}

/// Returns a day or a moment as others write it.
pub(super) fn when_of(value: &Value, name: &str) -> Option<When> {
    when(&text_of(value, name)?)
}

/// Reads `2024-05-02`, RFC 3339, and a day with something behind it.
pub(super) fn when(text: &str) -> Option<When> {
    if let Ok(when) = text.parse() {
        return Some(when);
    }
    let day = |text: &str, form: &str| NaiveDate::parse_from_str(text, form).ok();
    text.get(..10)
        .and_then(|head| day(head, "%Y-%m-%d").or_else(|| day(head, "%d/%m/%Y")))
        .or_else(|| day(text, "%d %B %Y"))
        .or_else(|| day(text, "%B %d, %Y"))
        .map(When::day)
}

/// Returns the host of an address, without `www.`.
pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}
