use std::fs::{self, File};
use std::io::{BufWriter, Error, ErrorKind, Read, Write};
use std::ops::Range;
use std::path::Path;

use memmap2::Mmap;

/// The first bytes of every blob.
const MAGIC: [u8; 8] = *b"clmbook\x01";
/// The bytes of a section's row in the head: start, length, checksum.
const ROW: usize = 24;

/// A file of opaque sections, mapped into memory: what a ledger was compiled to.
///
/// Head: magic, how many sections (u64), a row a section, checksum of the head. Sections follow,
/// each aligned to 8 bytes. All numbers are little-endian.
pub struct Blob {
    map: Mmap,
    file: File,
    sections: Vec<Range<usize>>,
}

impl AsRef<[u8]> for Blob {
    fn as_ref(&self) -> &[u8] {
        &self.map
    }
}

impl Blob {
    /// Writes sections to a file, whole or not at all, and durably.
    pub fn write(path: &Path, sections: &[&[u8]]) -> Result<(), Error> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        let mut head = MAGIC.to_vec();
        head.extend_from_slice(&(sections.len() as u64).to_le_bytes());
        let mut at = MAGIC.len() + 8 + sections.len() * ROW + 8;
        for section in sections {
            for value in [at as u64, section.len() as u64, checksum(section)] {
                head.extend_from_slice(&value.to_le_bytes());
            }
            at += section.len().next_multiple_of(8);
        }
        let sum = checksum(&head);
        head.extend_from_slice(&sum.to_le_bytes());
        let mut out = BufWriter::new(file.as_file_mut());
        out.write_all(&head)?;
        for section in sections {
            out.write_all(section)?;
            out.write_all(&[0; 8][..section.len().next_multiple_of(8) - section.len()])?;
        }
        out.flush()?;
        drop(out);
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }

    /// Maps a file and checks its head; the sections are checked by [`Blob::check`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        let file = File::open(path)?;
        // SAFETY: a mapped file must not shrink or change while it is read. Blobs are only ever
        // replaced by a rename, which leaves the mapped file as it was; nobody writes into one.
        #[expect(unsafe_code, reason = "the one place where a file is mapped")]
        let map = unsafe { Mmap::map(&file)? };
        let sections = head(&map).ok_or_else(|| damaged("it is no compiled ledger, or cut off"))?;
        let sections = sections.into_iter().map(|(range, _)| range).collect();
        Ok(Self { map, file, sections })
    }

    /// Reads a file from end to end and compares the checksum of every section.
    ///
    /// It reads beside the map, so that the file's pages do not count as memory of this process.
    pub fn check(path: &Path) -> Result<(), Error> {
        let blob = Self::open(path)?;
        let rows = head(&blob.map).unwrap_or_default();
        let mut file = File::open(path)?;
        let mut chunk = vec![0u8; 1 << 18];
        let mut at = 0;
        for (number, (range, wanted)) in rows.into_iter().enumerate() {
            std::io::copy(&mut (&mut file).take((range.start - at) as u64), &mut std::io::sink())?;
            let mut sum = Sum::default();
            let mut left = range.len();
            while left > 0 {
                let part = left.min(chunk.len());
                file.read_exact(&mut chunk[..part])?;
                sum.add(&chunk[..part]);
                left -= part;
            }
            at = range.end;
            if sum.finish(range.len()) != wanted {
                return Err(damaged(&format!("section {number} is damaged")));
            }
        }
        Ok(())
    }

    /// Returns how many sections it has.
    pub fn sections(&self) -> usize {
        self.sections.len()
    }

    /// Returns where a section lies; empty if there is none of that number.
    pub fn range(&self, section: usize) -> Range<usize> {
        self.sections.get(section).cloned().unwrap_or(0..0)
    }

    /// Reads a part of the file beside the map, which would keep the pages around it as memory of this
    /// process; falls back to the map where the system cannot.
    pub fn fetch(&self, range: Range<usize>) -> Vec<u8> {
        let mapped = || self.map.get(range.clone()).unwrap_or(&[]).to_vec();
        #[cfg(unix)]
        {
            use std::os::unix::fs::FileExt;
            let mut bytes = vec![0; range.len()];
            let read = self.file.read_exact_at(&mut bytes, range.start as u64);
            if read.is_ok() { bytes } else { mapped() }
        }
        #[cfg(not(unix))]
        mapped()
    }

    /// Returns the bytes of a section.
    pub fn section(&self, section: usize) -> &[u8] {
        &self.map[self.range(section)]
    }
}

/// Returns what identifies the state of a ledger's files without reading them: their names, sizes
/// and times of change, those of the folder's own files and of one folder below.
pub fn fingerprint(ledger: &Path) -> Result<u64, Error> {
    let mut sum = Sum::default();
    let mut length = 0;
    let mut folders = vec![ledger.to_owned()];
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<_> = fs::read_dir(&folder)?.collect::<Result<_, _>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let meta = entry.metadata()?;
            let mut row = entry.file_name().as_encoded_bytes().to_vec();
            row.push(0);
            row.extend_from_slice(&meta.len().to_le_bytes());
            let time = meta.modified()?.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            row.extend_from_slice(&time.as_nanos().to_le_bytes());
            row.resize(row.len().next_multiple_of(CHUNK), 0);
            sum.add(&row);
            length += row.len();
            if meta.is_dir() && folder == ledger {
                folders.push(entry.path());
            }
        }
    }
    Ok(sum.finish(length))
}

fn damaged(what: &str) -> Error {
    Error::new(ErrorKind::InvalidData, what)
}

/// The rows of a head that is whole and of this version: where each section lies, and its checksum.
fn head(bytes: &[u8]) -> Option<Vec<(Range<usize>, u64)>> {
    let number = |at: usize| Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?));
    if bytes.get(..8)? != MAGIC {
        return None;
    }
    let count = usize::try_from(number(8)?).ok().filter(|count| *count < 1024)?;
    let end = 16 + count * ROW;
    if number(end)? != checksum(bytes.get(..end)?) {
        return None;
    }
    (0..count)
        .map(|section| {
            let row = 16 + section * ROW;
            let start = usize::try_from(number(row)?).ok()?;
            let stop = start.checked_add(usize::try_from(number(row + 8)?).ok()?)?;
            (stop <= bytes.len()).then_some((start..stop, number(row + 16)?))
        })
        .collect()
}

/// How many bytes are summed up at a time.
const CHUNK: usize = 32;

/// A checksum against accidents: four lanes that multiply and turn, as fast as memory.
#[derive(Clone, Copy)]
struct Sum([u64; 4]);

impl Default for Sum {
    fn default() -> Self {
        Self([0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0, 1])
    }
}

impl Sum {
    /// Adds bytes; only the last piece may be no multiple of 32 long.
    fn add(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<CHUNK>();
        for chunk in chunks {
            self.chunk(chunk);
        }
        if !rest.is_empty() {
            let mut last = [0; CHUNK];
            last[..rest.len()].copy_from_slice(rest);
            self.chunk(&last);
        }
    }

    fn chunk(&mut self, chunk: &[u8; CHUNK]) {
        let (words, _) = chunk.as_chunks::<8>();
        for (lane, word) in self.0.iter_mut().zip(words) {
            let mixed = (*lane ^ u64::from_le_bytes(*word)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            *lane = mixed.rotate_left(29);
        }
    }

    fn finish(self, length: usize) -> u64 {
        self.0.iter().fold(length as u64, |sum, lane| {
            (sum ^ lane).wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(32)
        })
    }
}

fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = Sum::default();
    sum.add(bytes);
    sum.finish(bytes.len())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Blob, fingerprint};

    #[test]
    fn gives_back_sections_and_sees_damage_anywhere() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.blob");
        let long: Vec<u8> = (0..100_000u32).map(|n| (n * 7) as u8).collect();
        Blob::write(&path, &[b"first", b"", &long]).unwrap();
        let blob = Blob::open(&path).unwrap();
        assert_eq!(
            (blob.section(0), blob.section(1), blob.section(2)),
            (&b"first"[..], &b""[..], &long[..])
        );
        assert!(blob.section(9).is_empty());
        Blob::check(&path).unwrap();
        let whole = fs::read(&path).unwrap();
        for at in [0, 9, 20, 60, 96, 100, 5000, whole.len() - 9] {
            let mut bytes = whole.clone();
            bytes[at] ^= 4;
            fs::write(folder.path().join("bad"), &bytes).unwrap();
            assert!(Blob::check(&folder.path().join("bad")).is_err(), "byte {at}");
        }
        for length in [0, 5, 50, 1000, whole.len() - 8] {
            fs::write(folder.path().join("cut"), &whole[..length]).unwrap();
            assert!(Blob::open(&folder.path().join("cut")).is_err(), "cut at {length}");
        }
    }

    #[test]
    fn a_change_of_any_file_changes_the_fingerprint() {
        let folder = tempfile::tempdir().unwrap();
        let claim = folder.path().join("claim");
        fs::create_dir(&claim).unwrap();
        fs::write(claim.join("a.json"), "1").unwrap();
        let before = fingerprint(folder.path()).unwrap();
        assert_eq!(before, fingerprint(folder.path()).unwrap());
        fs::write(claim.join("a.json"), "12").unwrap();
        let after = fingerprint(folder.path()).unwrap();
        assert_ne!(before, after);
        fs::write(claim.join("b.json"), "").unwrap();
        assert_ne!(after, fingerprint(folder.path()).unwrap());
    }
}
