//! `claims extract`: the split alone.

use std::io::Write;

use claimbook::extract::Extractor;
use claimbook::report::{json, terminal};
use claimbook::{Article, Mention, lexicon};
use clap::ValueEnum;

use crate::cli::articles::Articles;
use crate::cli::{Failure, Format, Options, Out, Outcome};

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
    let mut bytes = Vec::new();
    let tally = args.articles.each(options, |article| {
        let mentions = extractor.split(&article);
        if format == Format::Terminal {
            let page = terminal::split(&article, &mentions, show, out.color);
            return Ok(out.write_all(page.as_bytes())?);
        }
        bytes.clear();
        write(&mut bytes, layout, &article, &mentions)?;
        Ok(out.write_all(&bytes)?)
    })?;
    out.finish()?;
    tally.end()
}

fn write(
    out: &mut Vec<u8>,
    layout: json::Layout,
    article: &Article,
    mentions: &[Mention],
) -> Result<(), Failure> {
    Ok(json::write(out, layout, &json::mentions(article, mentions))?)
}
