use crate::article::input::InputError;

/// The characters of Windows-1252 from 0x80 to 0x9F, where it differs from Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Returns the text of these bytes: UTF-8 as it is, UTF-16 by its mark, else Windows-1252.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, InputError> {
    if let Some(wide) = wide(&bytes) {
        return Ok(wide);
    }
    if is_binary(&bytes) {
        return Err(InputError::Binary);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => Ok(repair(error.as_bytes())),
    }
}

fn wide(bytes: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes.get(..2)? {
        [0xFF, 0xFE] => u16::from_le_bytes,
        [0xFE, 0xFF] => u16::from_be_bytes,
        _ => return None,
    };
    let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    Some(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// More than a stray control byte among the first bytes.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    let controls =
        head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127)).count();
    controls * 20 > head.len()
}

/// Broken UTF-8 keeps what is sound; a text without any sound letter beyond ASCII is Windows-1252.
fn repair(bytes: &[u8]) -> String {
    let sound = bytes.utf8_chunks().any(|chunk| chunk.valid().bytes().any(|byte| byte >= 0x80));
    if sound {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    bytes
        .iter()
        .map(|byte| match byte {
            0x80..=0x9F => WINDOWS[usize::from(byte - 0x80)],
            byte => char::from(*byte),
        })
        .collect()
}
