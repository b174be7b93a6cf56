use std::path::Path;

use crate::claim::{Claim, Stored};
use crate::ledger::canonical::name_of;
use crate::ledger::file::{self, Item};
use crate::ledger::{Error, ErrorKind, Untidy, canonical, parse_claim, parse_entry};

/// What one claim folder holds; nothing where it holds no file, as git keeps no empty folder.
#[derive(Default)]
pub(super) struct Folder {
    pub(super) claim: Option<Claim>,
    pub(super) entries: Vec<Stored>,
    pub(super) broken: Vec<Error>,
    pub(super) untidy: Vec<Untidy>,
}

impl Folder {
    /// Reads the folder `name` of a ledger; `shown` is its path for people.
    pub(super) fn read(dir: &Path, name: &str, shown: &str) -> Self {
        let mut folder = Self::default();
        let items = match file::list(dir, shown) {
            Ok(items) => items,
            Err(error) => {
                folder.broken.push(error.at(shown));
                return folder;
            }
        };
        for item in items {
            let outcome = match item {
                Item::File(file) if file == "claim.json" => folder.take_claim(dir, name, shown),
                Item::File(file) if file.ends_with(".json") => folder.take_entry(dir, &file, shown),
                Item::File(file) | Item::Folder(file) => Err(stray(format!("{shown}/{file}"))),
                Item::Bad(error) => Err(error),
            };
            folder.broken.extend(outcome.err());
        }
        folder
    }

    fn take_claim(&mut self, dir: &Path, name: &str, shown: &str) -> Result<(), Error> {
        let path = format!("{shown}/claim.json");
        let text = file::read_listed(&dir.join("claim.json"), &path, file::SMALL)?;
        let claim = parse_claim(&text).map_err(|error| error.at(path.as_str()))?;
        if claim.id.as_str() != name {
            let message = format!("the folder is `{name}`, the id `{}`", claim.id);
            let mend = "give the folder the name of the id";
            return Err(Error::new(ErrorKind::Name, message, mend).at(path));
        }
        self.untidy.extend(Untidy::between(path, &text, &canonical(&claim)));
        self.claim = Some(claim);
        Ok(())
    }

    fn take_entry(&mut self, dir: &Path, name: &str, shown: &str) -> Result<(), Error> {
        let path = format!("{shown}/{name}");
        let text = file::read_listed(&dir.join(name), &path, file::SMALL)?;
        let entry = parse_entry(&text).map_err(|error| error.at(path.as_str()))?;
        let bytes = canonical(&entry);
        let right = name_of(&entry, &bytes);
        if name != right {
            return Err(misnamed(name, &right).at(path));
        }
        self.untidy.extend(Untidy::between(path, &text, &bytes));
        self.entries.push(Stored { name: right, entry });
        Ok(())
    }
}

/// Returns the error of a file that does not belong where it is.
pub(super) fn stray(path: String) -> Error {
    Error::new(ErrorKind::Stray, "belongs to no ledger", "move it out of the ledger").at(path)
}

fn misnamed(name: &str, right: &str) -> Error {
    let tail = |name: &str| name.rsplit('-').next().map(str::to_owned);
    let message = if tail(name) == tail(right) {
        format!("its name should be `{right}`")
    } else {
        format!("the content does not have the hash in the name; it would be `{right}`")
    };
    let mend = "edited? take the file back from git, strike the entry and record anew; \
                written by hand? `claims lint --fix` names it";
    Error::new(ErrorKind::Name, message, mend)
}
