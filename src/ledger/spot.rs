use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

use crate::ledger::error::place;
use crate::ledger::{Home, Ledger, file, locate};

/// A place in a file of the ledger, with the line that stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The file, relative to the folder that holds the ledger.
    pub path: String,
    /// Line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// Column in characters, from 1; 0 where the whole line is meant.
    pub column: usize,
    /// Number of characters from there; at most to the end of the line.
    pub length: usize,
    /// The line as it stands.
    pub text: String,
}

impl Ledger {
    /// Returns where a value of a claim, or of one of its entries, stands on disk.
    ///
    /// The route names keys and indices; an empty one means the whole file.
    pub fn spot(&self, id: &str, entry: Option<&str>, route: &[&str]) -> Spot {
        let shown = self.shown();
        if let Some(name) = entry {
            let path = self.dir.join(id).join(name);
            let shown = format!("{shown}/{id}/{name}");
            if let Ok(text) = file::read(&path, &shown, file::SMALL) {
                return within(&text, shown, route);
            }
        }
        match self.position(id).map(|at| &self.homes[at]) {
            Ok(Home::Archive { file, line, offset }) => {
                let path = self.dir.join("archive").join(file);
                let shown = format!("{shown}/archive/{file}");
                let text = line_at(&path, *offset).unwrap_or_default();
                let index = entry.and_then(|name| self.index(id, name)).map(|at| at.to_string());
                let mut full = match &index {
                    Some(index) => vec!["entries", index.as_str()],
                    None => vec!["claim"],
                };
                full.extend(route);
                Spot { line: *line, ..within(&text, shown, &full) }
            }
            _ => {
                let file = entry.unwrap_or("claim.json");
                let path = self.dir.join(id).join(file);
                let shown = format!("{shown}/{id}/{file}");
                let text = file::read(&path, &shown, file::SMALL).unwrap_or_default();
                within(&text, shown, route)
            }
        }
    }

    /// Returns where a word stands in a settings file: at the start of a line, else anywhere.
    pub fn spot_word(&self, name: &str, word: &str) -> Spot {
        let path = format!("{}/{name}", self.shown());
        let text = file::read(&self.dir.join(name), &path, file::TABLE).unwrap_or_default();
        let leading = text.find(&format!("\n{word}")).map(|at| at + 1);
        match leading.or_else(|| text.find(word)) {
            Some(at) => at_offset(&text, path, at, word.len()),
            None => Spot { path, ..Spot::default() },
        }
    }

    /// Returns the text of an entry's own file, sound or not.
    pub fn entry_text(&self, id: &str, name: &str) -> Option<String> {
        file::read(&self.dir.join(id).join(name), name, file::SMALL).ok()
    }

    /// Returns a line of a file of the ledger, given by the path that people see.
    pub fn line(&self, path: &str, line: usize) -> Option<String> {
        let within = path.strip_prefix(&self.shown())?.strip_prefix('/')?;
        let text = file::read(&self.dir.join(within), path, file::TABLE).ok()?;
        text.lines().nth(line.checked_sub(1)?).map(str::to_owned)
    }

    /// Returns the place of an archived entry in its line, where entries stand in the order of names.
    fn index(&self, id: &str, name: &str) -> Option<usize> {
        let packed =
            self.record(id)?.entries.iter().filter(|stored| {
                stored.name == name || !self.dir.join(id).join(&stored.name).exists()
            });
        packed.map(|stored| stored.name.as_str()).position(|other| other == name)
    }
}

fn within(text: &str, path: String, route: &[&str]) -> Spot {
    match locate(text, route).filter(|_| !route.is_empty()) {
        Some(range) => at_offset(text, path, range.start, range.len()),
        None => Spot { path, ..Spot::default() },
    }
}

fn at_offset(text: &str, path: String, offset: usize, length: usize) -> Spot {
    let (line, column) = place(text, offset);
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let marked = &text[offset..(offset + length).min(end)];
    Spot { path, line, column, length: marked.chars().count(), text: text[start..end].to_owned() }
}

fn line_at(path: &std::path::Path, offset: u64) -> Option<String> {
    let mut file = File::open(path).ok()?;
    file.seek(SeekFrom::Start(offset)).ok()?;
    let mut line = Vec::new();
    BufReader::new(file.take(64 << 20)).read_until(b'\n', &mut line).ok()?;
    String::from_utf8(line).ok()
}
