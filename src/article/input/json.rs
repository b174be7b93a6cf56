use std::io::BufRead;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::error::Category;

use crate::article::input::InputError;
use crate::article::{Article, Meta, dateline};

/// An article as JSON; fields that we do not know are left alone.
#[derive(Deserialize)]
struct Object {
    text: String,
    id: Option<Id>,
    title: Option<String>,
    date: Option<String>,
    outlet: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(Box<Object>),
    More(Vec<Object>),
}

/// Reads one object or a list of them.
pub(super) fn all(text: &str) -> Result<Vec<Article>, InputError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(InputError::Empty);
    }
    let list = text.trim_start().starts_with('[');
    let objects = if list {
        serde_json::from_str(text).map(OneOrMore::More)
    } else {
        serde_json::from_str(text).map(|object| OneOrMore::One(Box::new(object)))
    };
    match objects.map_err(|error| broken(&error, 0))? {
        OneOrMore::One(object) => article(*object, 0).map(|article| vec![article]),
        OneOrMore::More(objects) => objects.into_iter().map(|object| article(object, 0)).collect(),
    }
}

/// The articles of an NDJSON stream, one after another, in the memory of one line.
#[derive(Debug)]
pub struct Ndjson<R> {
    stream: R,
    line: Vec<u8>,
    number: usize,
}

impl<R: BufRead> Ndjson<R> {
    /// Returns the articles of this stream; after a broken line the next one is read.
    pub fn new(stream: R) -> Self {
        Self { stream, line: Vec::new(), number: 0 }
    }
}

impl<R: BufRead> Iterator for Ndjson<R> {
    type Item = Result<Article, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.line.clear();
            match self.stream.read_until(b'\n', &mut self.line) {
                Ok(0) => return None,
                Ok(_) => self.number += 1,
                Err(error) => return Some(Err(InputError::Stream(error.to_string()))),
            }
            let line = self.line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.line);
            if line.trim_ascii().is_empty() {
                continue;
            }
            let before = self.number - 1;
            let object = serde_json::from_slice(line).map_err(|error| broken(&error, before));
            return Some(object.and_then(|object| article(object, before)));
        }
    }
}

fn article(object: Object, before: usize) -> Result<Article, InputError> {
    let date = match object.date.as_deref().map(str::trim).filter(|date| !date.is_empty()) {
        Some(text) => Some(day(text).ok_or_else(|| InputError::Json {
            line: before + 1,
            column: 1,
            message: format!("`{}` is no date: use YYYY-MM-DD", text.escape_debug()),
        })?),
        None => None,
    };
    let id = object.id.map(|id| match id {
        Id::Text(id) => id,
        Id::Number(id) => id.to_string(),
    });
    let meta = Meta {
        path: None,
        id,
        title: object.title,
        date,
        outlet: object.outlet,
        agency: None,
        url: object.url,
    };
    let mut article = Article { text: object.text, meta };
    dateline::fill(&article.text, &mut article.meta);
    Ok(article)
}

/// A day, also at the head of a date-time.
fn day(text: &str) -> Option<NaiveDate> {
    let rest = text.get(10..)?;
    (rest.is_empty() || rest.starts_with(['T', ' '])).then(|| text[..10].parse().ok()).flatten()
}

fn broken(error: &serde_json::Error, before: usize) -> InputError {
    let text = error.to_string();
    let message = match error.classify() {
        Category::Data if text.contains("missing field `text`") => {
            "the object has no `text`".to_owned()
        }
        _ => text.split(" at line ").next().unwrap_or_default().to_owned(),
    };
    InputError::Json { line: before + error.line().max(1), column: error.column().max(1), message }
}

#[cfg(test)]
mod tests {
    use super::{Ndjson, all};

    #[test]
    fn reads_objects_and_lists() {
        let one =
            all("{\"id\": 7, \"date\": \"2021-03-04T10:00\", \"text\": \"It rained.\"}").unwrap();
        assert_eq!(one[0].meta.id.as_deref(), Some("7"));
        assert_eq!(one[0].meta.date.unwrap().to_string(), "2021-03-04");
        assert_eq!(all("[{\"text\": \"A.\"}, {\"text\": \"B.\"}]").unwrap().len(), 2);
    }

    #[test]
    fn names_the_place_of_an_error() {
        assert_eq!(all("{\n\"title\": 1}").unwrap_err().to_string().split(':').next(), Some("2"));
        assert!(all("{}").unwrap_err().to_string().contains("no `text`"));
        assert!(
            all("{\"text\": \"a\", \"date\": \"soon\"}").unwrap_err().to_string().contains("YYYY")
        );
    }

    #[test]
    fn goes_on_after_a_broken_line() {
        let stream = "{\"text\": \"A.\"}\n\n{broken\n{\"text\": \"B.\"}";
        let read: Vec<_> = Ndjson::new(stream.as_bytes()).collect();
        assert_eq!(read.len(), 3);
        assert!(read[0].is_ok() && read[2].is_ok());
        assert!(read[1].as_ref().unwrap_err().to_string().starts_with("3:"));
    }
}
