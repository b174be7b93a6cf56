use std::borrow::Cow;

/// Returns JSON as other tools take it: without a byte order mark, trailing commas and raw breaks in strings.
///
/// Sound JSON comes back as it is.
pub fn lenient(text: &str) -> Cow<'_, str> {
    let text = text.trim_start_matches('\u{feff}');
    if !needs_mending(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    // Where a comma was written that may turn out to trail, and only white space came since.
    let mut comma = None;
    let (mut inside, mut escaped) = (false, false);
    for c in text.chars() {
        if inside {
            match c {
                '\n' if !escaped => out.push_str("\\n"),
                '\r' if !escaped => out.push_str("\\r"),
                '\t' if !escaped => out.push_str("\\t"),
                c if c < ' ' => {}
                c => out.push(c),
            }
            inside = escaped || c != '"';
            escaped = c == '\\' && !escaped;
            continue;
        }
        match c {
            ',' => comma = Some(out.len()),
            '}' | ']' => {
                if let Some(at) = comma.take() {
                    out.remove(at);
                }
            }
            c if c.is_whitespace() => {}
            _ => comma = None,
        }
        inside = c == '"';
        out.push(c);
    }
    Cow::Owned(out)
}

fn needs_mending(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_err()
}

#[cfg(test)]
mod tests {
    use super::lenient;

    #[test]
    fn mends_what_is_common_and_leaves_sound_text_alone() {
        for (text, right) in [
            (r#"{"a": [1, 2,],}"#, r#"{"a": [1, 2]}"#),
            ("{\"a\": \"x\ny\tz\"}", r#"{"a": "x\ny\tz"}"#),
            ("\u{feff}{\"a\": \",]\"}", r#"{"a": ",]"}"#),
            (r#"{"a": "\\", "b": "\"",  }"#, r#"{"a": "\\", "b": "\""  }"#),
        ] {
            assert_eq!(lenient(text), right);
            assert!(serde_json::from_str::<serde_json::Value>(&lenient(text)).is_ok());
        }
    }
}
