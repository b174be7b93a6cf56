//! `claims extract`: the split alone.

use std::io::{self, Write};

use claimbook::extract::Extractor;
use claimbook::lexicon;
use claimbook::report::{json, terminal};
use clap::ValueEnum;

use crate::cli::articles::Articles;
use crate::cli::{Format, Options, Out, Outcome};

/// What to split, and what to show.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    articles: Articles,

    /// What to show: sentences, cues or mentions
    #[arg(long, value_name = "WHAT", default_value = "mentions", hide_possible_values = true)]
    show: Show,
}

#[derive(Clone, Copy, ValueEnum)]
enum Show {
    /// Every sentence with its place and kind
    Sentences,
    /// Every cue with its source
    Cues,
    /// Every mention
    Mentions,
}

/// Takes what is written in thousands of small pieces and hands it on in large ones.
///
/// A small piece never fails, which makes it as cheap as in memory; what went wrong is told between articles.
struct Pieces<'a> {
    bytes: Vec<u8>,
    out: &'a mut Out,
    broken: Option<io::Error>,
}

impl Pieces<'_> {
    /// So much is handed on behind an article, and ten times as much within a long one.
    const LARGE: usize = 1 << 16;

    #[cold]
    fn hand_on(&mut self) {
        if self.broken.is_none() {
            self.broken = self.out.write_all(&self.bytes).err();
        }
        self.bytes.clear();
    }

    /// Stands behind a whole article; fails if anything went wrong so far.
    fn whole(&mut self) -> io::Result<()> {
        if self.bytes.len() >= Self::LARGE {
            self.hand_on();
        }
        self.broken.take().map_or(Ok(()), Err)
    }
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() >= 10 * Self::LARGE {
            self.hand_on();
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hand_on();
        self.whole()
    }
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let format = options.format(&[Format::Terminal, Format::Json, Format::Ndjson])?;
    let mut out = Out::open(options)?;
    let actors = lexicon::actors();
    let extractor = Extractor::new(&actors);
    let layout = match format {
        Format::Json if args.articles.is_one() => json::Layout::Pretty,
        _ => json::Layout::Line,
    };
    let show = match args.show {
        Show::Sentences => terminal::Show::Sentences,
        Show::Cues => terminal::Show::Cues,
        Show::Mentions => terminal::Show::Mentions,
    };
    let mut pieces = Pieces { bytes: Vec::new(), out: &mut out, broken: None };
    let tally = args.articles.each(options, |article| {
        let mentions = extractor.split(&article);
        if format == Format::Terminal {
            let page = terminal::split(&article, &mentions, show, pieces.out.color);
            pieces.write_all(page.as_bytes())?;
        } else {
            json::write(&mut pieces, layout, &json::mentions(&article, &mentions))?;
        }
        Ok(pieces.whole()?)
    })?;
    pieces.flush()?;
    out.finish()?;
    tally.end()
}
