//! Articles of files and of standard input, one after another.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use claimbook::Article;
use claimbook::article::input::{Format, InputError, Ndjson, read};
use clap::Args;

use crate::cli::command::{remark, say_error};
use crate::cli::{Exit, Failure, Options, failure};

/// Which articles, and what is known of them beside their text.
#[derive(Args, Debug)]
pub(crate) struct Articles {
    /// Files: text, .json, .ndjson; `-` is standard input
    #[arg(value_name = "ARTICLE", default_value = "-")]
    paths: Vec<PathBuf>,

    /// When it was published, where the article does not say it or is wrong
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,

    /// Who published it
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,

    /// Where it was published
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

/// How many articles were read, and how many inputs could not be.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    read: usize,
    failed: usize,
}

impl Tally {
    /// Returns how the command ends: with findings if some input failed, not at all if nothing was read.
    pub(crate) fn end(self) -> Result<Exit, Failure> {
        match self {
            Self { read: 0, failed: 0 } => Err(Failure::new("there is no article in it")),
            Self { read: 0, .. } => Err(Failure::new("nothing was checked")),
            Self { failed, .. } => Ok(Exit::findings(failed > 0)),
        }
    }
}

impl Articles {
    /// Returns one article of which this is known.
    pub(crate) fn one(
        path: PathBuf,
        date: Option<NaiveDate>,
        outlet: Option<String>,
        url: Option<String>,
    ) -> Self {
        Self { paths: vec![path], date, outlet, url }
    }

    /// Tells whether there can be but one article, so that its result may be laid out for reading.
    pub(crate) fn is_one(&self) -> bool {
        let [path] = self.paths.as_slice() else { return false };
        path != Path::new("-") && Format::of_name(&path.to_string_lossy()) == Format::Text
    }

    /// Hands over every article; what cannot be read is said and counted.
    pub(crate) fn each(
        &self,
        options: &Options,
        mut take: impl FnMut(Article) -> Result<(), Failure>,
    ) -> Result<Tally, Failure> {
        let mut tally = Tally::default();
        for path in &self.paths {
            let shown = path.display().to_string();
            let mut hand = |article: Result<Article, String>| match article {
                Ok(mut article) => {
                    tally.read += 1;
                    self.complete(&mut article, &shown);
                    take(article)
                }
                Err(message) => {
                    tally.failed += 1;
                    say_error(options, &message);
                    Ok(())
                }
            };
            if path == Path::new("-") && io::stdin().is_terminal() {
                remark(options, "reading an article from the terminal; Ctrl-D ends it");
            }
            let opened = open(path).map_err(|error| format!("{shown}: {}", failure::plain(&error)));
            match opened {
                Ok((stream, format)) => stream_articles(stream, format, &shown, &mut hand)?,
                Err(message) => hand(Err(message))?,
            }
        }
        Ok(tally)
    }

    fn complete(&self, article: &mut Article, path: &str) {
        let meta = &mut article.meta;
        meta.path = Some(match &meta.id {
            Some(id) => format!("{path}#{id}"),
            None => path.to_owned(),
        });
        meta.date = self.date.or(meta.date);
        for (own, given) in [(&mut meta.outlet, &self.outlet), (&mut meta.url, &self.url)] {
            if given.is_some() {
                own.clone_from(given);
            }
        }
    }
}

/// Opens an input and finds out its format: by the name, of standard input by its first bytes.
fn open(path: &Path) -> io::Result<(Box<dyn BufRead>, Format)> {
    if path == Path::new("-") {
        let mut stdin = BufReader::with_capacity(1 << 16, io::stdin());
        let format = Format::sniff(stdin.fill_buf()?);
        return Ok((Box::new(stdin), format));
    }
    if fs::metadata(path)?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let file = BufReader::with_capacity(1 << 16, File::open(path)?);
    Ok((Box::new(file), Format::of_name(&path.to_string_lossy())))
}

fn stream_articles(
    mut stream: Box<dyn BufRead>,
    format: Format,
    path: &str,
    hand: &mut dyn FnMut(Result<Article, String>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let named = |error: &InputError| match error {
        InputError::Json { .. } => format!("{path}:{error}"),
        _ => format!("{path}: {error}"),
    };
    if format == Format::Ndjson {
        for article in Ndjson::new(stream) {
            hand(article.map_err(|error| named(&error)))?;
        }
        return Ok(());
    }
    let mut bytes = Vec::new();
    if let Err(error) = stream.read_to_end(&mut bytes) {
        return hand(Err(format!("{path}: {}", failure::plain(&error))));
    }
    match read(bytes, format) {
        Ok(articles) => articles.into_iter().try_for_each(|article| hand(Ok(article))),
        Err(error) => hand(Err(named(&error))),
    }
}
