//! Words that are cut short by a dot: "Gen.", "U.S.", "Jan. 5".

use crate::article::Span;

/// Tells whether the dot at `at` belongs to a word that is cut short and the sentence goes on.
pub(super) fn is_abbreviation(text: &str, span: Span, at: usize, next: usize) -> bool {
    let bytes = text.as_bytes();
    let mut from = at;
    while from > span.start
        && at - from <= 9
        && (bytes[from - 1].is_ascii_alphanumeric()
            || matches!(bytes[from - 1], b'.' | b'&')
            || bytes[from - 1] >= 0x80)
    {
        from -= 1;
    }
    let word = &bytes[from..at];
    if word.is_empty() || word.len() > 8 {
        return false;
    }
    let digit_next = bytes.get(next).is_some_and(u8::is_ascii_digit);
    if word.iter().all(u8::is_ascii_digit) {
        // `1. First point`: the number of an item that starts the paragraph.
        return from == span.start && word.len() <= 2;
    }
    let mut lower = [0; 8];
    for (to, byte) in lower.iter_mut().zip(word) {
        *to = byte.to_ascii_lowercase();
    }
    let folded = &lower[..word.len()];
    if word.len() == 1 && word[0].is_ascii_uppercase() {
        // An initial; but `Vitamin C. The` and `plan B. It` end there.
        return !is_starter(text, next) || !preceded_by_lower(bytes, span, from);
    }
    match class(folded) {
        Some(Short::Always) => true,
        Some(Short::BeforeNumber) => digit_next,
        Some(Short::MayEnd) => !is_starter(text, next),
        None => folded.contains(&b'.') && folded.len() <= 6 && !is_starter(text, next),
    }
}

fn preceded_by_lower(bytes: &[u8], span: Span, from: usize) -> bool {
    let before = bytes[span.start..from].trim_ascii_end();
    before.last().is_some_and(u8::is_ascii_lowercase) && {
        let start = before.iter().rposition(|b| *b == b' ').map_or(0, |space| space + 1);
        before[start].is_ascii_lowercase()
    }
}

enum Short {
    /// A title: a name follows.
    Always,
    /// It only stands before a number.
    BeforeNumber,
    /// It may end a sentence.
    MayEnd,
}

/// The abbreviations of English news; this room lies below the lexicon and must know them itself.
fn class(word: &[u8]) -> Option<Short> {
    Some(match word {
        b"mr" | b"mrs" | b"ms" | b"dr" | b"sen" | b"sens" | b"rep" | b"reps" | b"gov" | b"govs"
        | b"gen" | b"lt" | b"col" | b"sgt" | b"capt" | b"cmdr" | b"maj" | b"adm" | b"prof"
        | b"rev" | b"hon" | b"st" | b"ste" | b"mt" | b"ft" | b"messrs" | b"pres" | b"supt"
        | b"det" | b"insp" | b"cpl" | b"pvt" | b"fr" | b"sr." | b"vs" | b"e.g" | b"i.e" | b"cf"
        | b"amb" | b"atty" | b"asst" | b"brig" => Short::Always,
        b"no" | b"nos" | b"art" | b"sec" | b"fig" | b"p" | b"pp" | b"vol" => Short::BeforeNumber,
        b"inc" | b"corp" | b"co" | b"cos" | b"ltd" | b"plc" | b"bros" | b"jr" | b"sr" | b"etc"
        | b"jan" | b"feb" | b"mar" | b"apr" | b"jun" | b"jul" | b"aug" | b"sept" | b"sep"
        | b"oct" | b"nov" | b"dec" | b"mon" | b"tue" | b"tues" | b"wed" | b"thu" | b"thur"
        | b"thurs" | b"fri" | b"ave" | b"blvd" | b"rd" | b"ala" | b"ariz" | b"ark" | b"calif"
        | b"colo" | b"conn" | b"del" | b"fla" | b"ga" | b"ill" | b"ind" | b"kan" | b"ky"
        | b"la" | b"md" | b"mass" | b"mich" | b"minn" | b"miss" | b"mo" | b"mont" | b"neb"
        | b"nev" | b"okla" | b"ore" | b"pa" | b"penn" | b"tenn" | b"tex" | b"vt" | b"va"
        | b"wash" | b"wis" | b"wyo" | b"dept" | b"est" | b"approx" | b"incl" | b"ph.d" | b"cie"
        | b"al" => Short::MayEnd,
        _ => return None,
    })
}

/// Tells whether the word at `at` is one that starts sentences and no name.
fn is_starter(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let end =
        bytes[at..].iter().position(|b| !b.is_ascii_alphabetic()).map_or(bytes.len(), |n| at + n);
    matches!(
        &bytes[at..end],
        b"The"
            | b"A"
            | b"An"
            | b"In"
            | b"On"
            | b"At"
            | b"He"
            | b"She"
            | b"It"
            | b"They"
            | b"We"
            | b"I"
            | b"You"
            | b"But"
            | b"And"
            | b"This"
            | b"That"
            | b"These"
            | b"Those"
            | b"There"
            | b"His"
            | b"Her"
            | b"Its"
            | b"Their"
            | b"Our"
            | b"My"
            | b"For"
            | b"If"
            | b"When"
            | b"While"
            | b"As"
            | b"After"
            | b"Before"
            | b"Since"
            | b"With"
            | b"By"
            | b"From"
            | b"To"
            | b"So"
            | b"Or"
            | b"Not"
            | b"No"
            | b"What"
            | b"Who"
            | b"How"
            | b"Why"
            | b"Where"
            | b"Some"
            | b"Many"
            | b"Most"
            | b"One"
            | b"Two"
            | b"Both"
            | b"All"
            | b"According"
            | b"However"
            | b"Meanwhile"
            | b"Although"
            | b"Though"
            | b"Because"
            | b"Also"
            | b"Then"
            | b"Now"
            | b"Yet"
            | b"Still"
            | b"Even"
            | b"Another"
            | b"Other"
            | b"Such"
            | b"Under"
            | b"Last"
            | b"Earlier"
            | b"Later"
            | b"Asked"
            | b"Instead"
    )
}
