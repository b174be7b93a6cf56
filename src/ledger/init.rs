use std::fs;
use std::path::Path;

use crate::ledger::lock::NAME as LOCK;
use crate::ledger::write::write_new;
use crate::ledger::{ACTORS_HEADER, Error, ErrorKind, Thresholds};

/// Makes an empty ledger in a folder and returns the names of the files; what is there stays.
pub fn init(dir: &Path, name: &str) -> Result<Vec<&'static str>, Error> {
    if fs::symlink_metadata(dir.join("ledger.toml")).is_ok() {
        let message = "there is a ledger already";
        let mend = "nothing to do; edit ledger.toml to change it";
        return Err(Error::new(ErrorKind::Twice, message, mend).at(dir.display().to_string()));
    }
    fs::create_dir_all(dir).map_err(|error| Error::io(dir, &error))?;
    let mut made = Vec::new();
    // ledger.toml comes last: until it is there, the folder is no ledger.
    for (file, text) in [
        (
            ".gitattributes",
            "# The bytes of a ledger are the same on every machine.\n* text eol=lf\n".to_owned(),
        ),
        (".gitignore", format!("{LOCK}\n.tmp-*\n")),
        ("actors.csv", format!("{ACTORS_HEADER}\n")),
        ("ledger.toml", settings(name)),
    ] {
        if fs::symlink_metadata(dir.join(file)).is_err() {
            write_new(dir, file, text.as_bytes())?;
            made.push(file);
        }
    }
    Ok(made)
}

fn settings(name: &str) -> String {
    // A JSON string is a TOML string, but for the one control character that JSON leaves as it is.
    let name = serde_json::Value::from(name.replace('\u{7f}', ""));
    let Thresholds { link, suggest } = Thresholds::default();
    format!(
        "name = {name}
language = \"en\"

# A mention whose score is at least `link` belongs to the claim; from `suggest` on it is shown.
# [thresholds]
# link = {link}
# suggest = {suggest}

# Whose word settles a kind of claim: types or ids of actors.
# [authorities]
# casualty = [\"police\", \"rescue\", \"hospital\"]

# Rules of `claims lint`: error, warning, note or off.
# [severity]
# unreviewed = \"warning\"

# [[ignore]]
# rule = \"overdue\"
# path = \"2022-07-\"
# reason = \"being asked\"
# until = 2026-12-31
"
    )
}
