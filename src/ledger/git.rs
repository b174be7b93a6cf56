use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::ledger::{Error, ErrorKind};

/// One repository, asked through the `git` command; it is only read.
pub(super) struct Git {
    dir: PathBuf,
}

/// A file of a commit's tree.
pub(super) struct Blob {
    /// Its path within the folder that was listed.
    pub(super) path: String,
    /// The id of its content.
    pub(super) id: String,
}

impl Git {
    /// Returns the repository that holds a folder.
    pub(super) fn of(dir: &Path) -> Result<Self, Error> {
        let git = Self { dir: dir.to_owned() };
        let inside = git.ask(&["rev-parse", "--is-inside-work-tree"]).map_err(|error| {
            let message = "the ledger is in no git repository";
            let error = Error { message: format!("{message} ({})", error.message), ..error };
            Error { mend: "run it in a clone, or without --base".to_owned(), ..error }
        })?;
        if inside.trim() == "true" {
            Ok(git)
        } else {
            Err(failure("the ledger is in no git work tree", "run it in a clone"))
        }
    }

    /// Returns the full id of the commit that a name stands for.
    pub(super) fn commit(&self, name: &str) -> Result<String, Error> {
        if name.is_empty() || name.starts_with('-') {
            return Err(failure(&format!("`{name}` names no commit"), "name a branch or a commit"));
        }
        if self.ask(&["rev-parse", "--is-shallow-repository"])?.trim() != "false" {
            let mend = "fetch all of it: git fetch --unshallow, or fetch-depth: 0 in CI";
            return Err(failure(
                "this is a shallow clone: the base may not be what it seems",
                mend,
            ));
        }
        let object = format!("{name}^{{commit}}");
        let out = self.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &object]);
        out.map(|id| id.trim().to_owned()).map_err(|_| {
            let mend = "fetch it: git fetch origin, or fetch-depth: 0 in CI";
            failure(&format!("the base `{name}` cannot be reached here"), mend)
        })
    }

    /// Tells whether the commit that is checked out has this one in its history.
    pub(super) fn has_merged(&self, commit: &str) -> bool {
        self.ask(&["merge-base", "--is-ancestor", commit, "HEAD"]).is_ok()
    }

    /// Lists the files that a commit holds in this folder; none where it has no such folder.
    pub(super) fn files(&self, commit: &str) -> Result<Vec<Blob>, Error> {
        let prefix = self.ask(&["rev-parse", "--show-prefix"])?;
        let tree = format!("{commit}:{}", prefix.trim_end_matches('\n').trim_end_matches('/'));
        if self.ask(&["cat-file", "-e", &tree]).is_err() {
            return Ok(Vec::new());
        }
        let list = self.ask(&["ls-tree", "-r", "-z", "--full-tree", &tree])?;
        let mut files = Vec::new();
        for line in list.split('\0').filter(|line| !line.is_empty()) {
            let Some((head, path)) = line.split_once('\t') else { continue };
            let mut head = head.split(' ');
            let (mode, kind, id) = (head.next(), head.next(), head.next());
            if kind != Some("blob") || mode == Some("120000") {
                let message = format!("the base holds `{path}`, which is a link or a submodule");
                return Err(failure(&message, "a ledger holds plain files only"));
            }
            files.push(Blob { path: path.to_owned(), id: id.unwrap_or_default().to_owned() });
        }
        Ok(files)
    }

    /// Returns the ids that these files of the folder have now; `None` for one that is gone.
    pub(super) fn ids(&self, paths: &[&str]) -> Result<Vec<Option<String>>, Error> {
        let here: Vec<&&str> = paths.iter().filter(|path| self.dir.join(path).is_file()).collect();
        // Git reads these paths from the top of the work tree, wherever it was started.
        let dir = self.dir.canonicalize().map_err(|error| Error::io(&self.dir, &error))?;
        let mut input = String::new();
        for path in &here {
            input.push_str(&dir.join(path).to_string_lossy());
            input.push('\n');
        }
        let out = self.feed(&["hash-object", "--no-filters", "--stdin-paths"], input)?;
        let text = String::from_utf8_lossy(&out).into_owned();
        let ids: Vec<&str> = text.lines().collect();
        if ids.len() != here.len() {
            return Err(failure("git did not name every file", "run it again"));
        }
        let mut known = here.into_iter().zip(ids).peekable();
        let id =
            |path: &&str| known.next_if(|(name, _)| *name == path).map(|(_, id)| id.to_owned());
        Ok(paths.iter().map(id).collect())
    }

    /// Returns the contents of these blobs.
    pub(super) fn contents(&self, blobs: &[&Blob]) -> Result<Vec<Vec<u8>>, Error> {
        let mut input = String::new();
        for blob in blobs {
            input.push_str(&blob.id);
            input.push('\n');
        }
        let out = self.feed(&["cat-file", "--batch"], input)?;
        let mut rest = BufReader::new(out.as_slice());
        let mut contents = Vec::with_capacity(blobs.len());
        for blob in blobs {
            let mut head = String::new();
            let lost = || failure(&format!("git does not have `{}`", blob.path), "fetch it");
            rest.read_line(&mut head).map_err(|_| lost())?;
            let size = head.trim().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok());
            let mut content = Vec::new();
            rest.by_ref()
                .take(size.ok_or_else(lost)?)
                .read_to_end(&mut content)
                .map_err(|_| lost())?;
            rest.read_exact(&mut [0]).map_err(|_| lost())?;
            contents.push(content);
        }
        Ok(contents)
    }

    fn ask(&self, arguments: &[&str]) -> Result<String, Error> {
        let out = self.feed(arguments, String::new())?;
        String::from_utf8(out).map_err(|_| failure("git answers with no UTF-8", "rename the file"))
    }

    /// Runs git with a text on its standard input and returns its standard output.
    fn feed(&self, arguments: &[&str], input: String) -> Result<Vec<u8>, Error> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.dir).args(arguments);
        command
            .env("LC_ALL", "C")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_NO_REPLACE_OBJECTS", "1");
        // Hooks set these for the repository that runs them, which need not be the ledger's.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"] {
            command.env_remove(name);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let unable = |error: std::io::Error| {
            failure(&format!("git could not be run: {error}"), "install git, or leave out --base")
        };
        let mut child = command.spawn().map_err(unable)?;
        let feeding = child.stdin.take().map(|mut pipe| {
            // On a thread of its own: git may answer before it has read everything.
            std::thread::spawn(move || pipe.write_all(input.as_bytes()))
        });
        let out = child.wait_with_output().map_err(unable)?;
        if let Some(Ok(Err(error))) = feeding.map(std::thread::JoinHandle::join)
            && out.status.success()
        {
            return Err(unable(error));
        }
        if out.status.success() {
            Ok(out.stdout)
        } else {
            let message = String::from_utf8_lossy(&out.stderr).trim().replace('\n', "; ");
            Err(failure(&message, "see what git says"))
        }
    }
}

pub(super) fn failure(message: &str, mend: &str) -> Error {
    Error::new(ErrorKind::Base, message, mend)
}
