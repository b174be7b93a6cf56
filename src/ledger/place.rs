use std::ops::Range;

/// Returns the bytes of the value that a route of keys and indices leads to, in sound JSON text.
///
/// A finding names a field; this turns it into a line and a column, once, for every format.
pub fn locate(text: &str, route: &[&str]) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = skip_space(bytes, 0);
    for step in route {
        at = match bytes.get(at)? {
            b'{' => field(bytes, at, step)?,
            b'[' => item(bytes, at, step.parse().ok()?)?,
            _ => return None,
        };
    }
    Some(at..skip_value(bytes, at))
}

fn field(bytes: &[u8], open: usize, name: &str) -> Option<usize> {
    let mut at = skip_space(bytes, open + 1);
    while bytes.get(at) == Some(&b'"') {
        let end = skip_value(bytes, at);
        let found = bytes.get(at + 1..end - 1) == Some(name.as_bytes());
        let colon = skip_space(bytes, end);
        let value = skip_space(bytes, colon + 1);
        if found {
            return Some(value);
        }
        let next = skip_space(bytes, skip_value(bytes, value));
        at = skip_space(bytes, next + 1);
    }
    None
}

fn item(bytes: &[u8], open: usize, index: usize) -> Option<usize> {
    let mut at = skip_space(bytes, open + 1);
    for _ in 0..index {
        let comma = skip_space(bytes, skip_value(bytes, at));
        if bytes.get(comma) != Some(&b',') {
            return None;
        }
        at = skip_space(bytes, comma + 1);
    }
    (bytes.get(at)? != &b']').then_some(at)
}

fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

/// Returns the offset after the value that starts here; never beyond the end.
fn skip_value(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = skip_string(bytes, at),
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' if depth == 0 => return at,
            b'}' | b']' => {
                depth -= 1;
                at += 1;
            }
            b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => return at,
            _ => {
                at += 1;
                if depth == 0 && bytes.get(at).is_none_or(|next| b",:]} \n\r\t".contains(next)) {
                    return at;
                }
                continue;
            }
        }
        if depth == 0 {
            return at;
        }
    }
    at.min(bytes.len())
}

fn skip_string(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::locate;

    #[test]
    fn routes_lead_to_values() {
        let text = r#"{"a": [1, {"b\"": "x, }", "c": null}, []], "d": -2.5e3}"#;
        let at = |route: &[&str]| locate(text, route).map(|range| &text[range]);
        assert_eq!(at(&["a", "0"]), Some("1"));
        assert_eq!(at(&["a", "1", "c"]), Some("null"));
        assert_eq!(at(&["a", "2"]), Some("[]"));
        assert_eq!(at(&["a", "3"]), None);
        assert_eq!(at(&["a", "2", "0"]), None);
        assert_eq!(at(&["d"]), Some("-2.5e3"));
        assert_eq!(at(&[]), Some(text));
    }

    #[test]
    fn broken_text_only_misses() {
        for text in ["", "{", "{\"a", "{\"a\":", "[1,", "{\"a\": \"\\"] {
            let _ = locate(text, &["a", "0"]);
            let _ = locate(text, &["1"]);
        }
    }
}
