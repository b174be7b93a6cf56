//! Where results go: standard output, or a file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process;

use crate::cli::{Failure, Options};

/// The place of the results; what is not finished with [`Out::finish`] leaves no file.
pub(crate) struct Out {
    sink: Sink,
    /// Whether to colour.
    pub(crate) color: bool,
}

enum Sink {
    Stdout(BufWriter<io::Stdout>),
    File { writer: BufWriter<File>, partial: Partial, target: PathBuf },
}

/// A file beside the target; removed when dropped.
struct Partial(PathBuf);

impl Drop for Partial {
    fn drop(&mut self) {
        // After the rename there is nothing to remove.
        let _ = fs::remove_file(&self.0);
    }
}

impl Out {
    /// Opens what `--output` names, else standard output.
    pub(crate) fn open(options: &Options) -> Result<Self, Failure> {
        let Some(target) = &options.output else {
            let stdout = io::stdout();
            let color = options.colored(stdout.is_terminal());
            return Ok(Self {
                sink: Sink::Stdout(BufWriter::with_capacity(1 << 16, stdout)),
                color,
            });
        };
        if target.is_dir() {
            return Err(Failure::new(format!("-o {}: is a folder; name a file", target.display())));
        }
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let partial = Partial(target.with_file_name(format!(".{name}.{}.part", process::id())));
        let file = File::create(&partial.0).map_err(|error| Failure::file(target, &error))?;
        let writer = BufWriter::with_capacity(1 << 16, file);
        let color = options.colored(false);
        Ok(Self { sink: Sink::File { writer, partial, target: target.clone() }, color })
    }

    /// Flushes, and gives the file its name.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        match self.sink {
            Sink::Stdout(mut writer) => Ok(writer.flush()?),
            Sink::File { mut writer, partial, target } => {
                let put = |writer: &mut BufWriter<File>, from: &Path| {
                    writer.flush()?;
                    writer.get_ref().sync_all()?;
                    fs::rename(from, &target)
                };
                put(&mut writer, &partial.0).map_err(|error| Failure::file(&target, &error))
            }
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.sink {
            Sink::Stdout(writer) => writer.write(bytes),
            Sink::File { writer, .. } => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.sink {
            Sink::Stdout(writer) => writer.flush(),
            Sink::File { writer, .. } => writer.flush(),
        }
    }
}
