//! Bytes into articles: plain text, JSON, NDJSON.

mod decode;
mod json;

pub use json::Ndjson;

use std::fmt;

use crate::article::{Article, Meta, dateline};

/// The form in which articles come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text, kept byte for byte.
    Text,
    /// One JSON object, or a list of them.
    Json,
    /// One JSON object a line.
    Ndjson,
}

impl Format {
    /// Returns the format that a file name stands for; anything unknown is text.
    pub fn of_name(name: &str) -> Self {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension.to_ascii_lowercase().as_str() {
            "json" => Self::Json,
            "ndjson" | "jsonl" => Self::Ndjson,
            _ => Self::Text,
        }
    }

    /// Guesses the format of a stream without a name from its first bytes.
    pub fn sniff(bytes: &[u8]) -> Self {
        let head = bytes.trim_ascii_start();
        if !head.starts_with(b"{") {
            let list = head.starts_with(b"[") && head[1..].trim_ascii_start().starts_with(b"{");
            return if list { Self::Json } else { Self::Text };
        }
        let line = head.split(|byte| *byte == b'\n').next().unwrap_or(head);
        let more = head.len() > line.len() && !head[line.len()..].trim_ascii().is_empty();
        match line.trim_ascii_end().ends_with(b"}") && more {
            true => Self::Ndjson,
            false => Self::Json,
        }
    }
}

/// Why bytes give no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputError {
    /// Nothing but white space.
    Empty,
    /// These are not the bytes of a text.
    Binary,
    /// A JSON object that cannot be read: line and column, from 1, and why.
    Json {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// Why.
        message: String,
    },
    /// The stream broke.
    Stream(String),
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no text in it"),
            Self::Binary => f.write_str("it is not a text"),
            Self::Json { line, column, message } => write!(f, "{line}:{column}: {message}"),
            Self::Stream(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for InputError {}

/// Reads all articles of these bytes.
///
/// # Errors
///
/// Fails on an empty or binary input and on broken JSON; NDJSON in bounded memory is [`Ndjson`].
pub fn read(bytes: Vec<u8>, format: Format) -> Result<Vec<Article>, InputError> {
    match format {
        Format::Text => text(bytes).map(|article| vec![article]),
        Format::Json => json::all(&decode::text(bytes)?),
        Format::Ndjson => Ndjson::new(bytes.as_slice()).collect(),
    }
}

/// An article of plain text, with what its datelines say.
fn text(bytes: Vec<u8>) -> Result<Article, InputError> {
    let mut article = Article { text: decode::text(bytes)?, meta: Meta::default() };
    if article.text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(InputError::Empty);
    }
    dateline::fill(&article.text, &mut article.meta);
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::{Format, InputError, read};

    #[test]
    fn keeps_text_byte_for_byte() {
        let bytes = "\u{feff} date 2021-03-04 Rain.\r\n\0“Yes.”";
        let article = read(bytes.as_bytes().to_vec(), Format::Text).unwrap().remove(0);
        assert_eq!(article.text, bytes);
        assert_eq!(article.meta.date.unwrap().to_string(), "2021-03-04");
    }

    #[test]
    fn refuses_what_is_no_text() {
        assert_eq!(read(b" \r\n\t".to_vec(), Format::Text), Err(InputError::Empty));
        assert_eq!(
            read(vec![0x7f, b'E', b'L', b'F', 0, 0, 0, 1], Format::Text),
            Err(InputError::Binary)
        );
        assert_eq!(read(Vec::new(), Format::Ndjson), Ok(Vec::new()));
    }

    #[test]
    fn other_encodings_become_text() {
        let latin = read(b"Caf\xe9 \x93closed\x94.".to_vec(), Format::Text).unwrap();
        assert_eq!(latin[0].text, "Café “closed”.");
        let wide: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain("Café".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(read(wide, Format::Text).unwrap()[0].text, "Café");
        let broken = read(b"Caf\xc3\xa9 \xff closed".to_vec(), Format::Text).unwrap();
        assert_eq!(broken[0].text, "Café \u{fffd} closed");
    }

    #[test]
    fn sniffs_streams() {
        assert_eq!(Format::sniff(b"{\"text\": \"a\"}\n{\"text\": \"b\"}\n"), Format::Ndjson);
        assert_eq!(Format::sniff(b"{\n \"text\": \"a\"}"), Format::Json);
        assert_eq!(Format::sniff(b"[{\"text\": \"a\"}]"), Format::Json);
        assert_eq!(Format::sniff(b"[Photo] It rained."), Format::Text);
        assert_eq!(Format::of_name("a.b.JSONL"), Format::Ndjson);
    }
}
