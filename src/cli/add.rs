//! `claims add`: an appearance without an article.

use claimbook::article::Span;
use claimbook::claim::{
    Appearance, ArticleRef, Cue, Entry, Figure, Force, Link, Modality, Quotation, Scope, Source,
    SourceClass, Stance, When,
};
use claimbook::slots;

use crate::cli::append::append;
use crate::cli::{Failure, Options, Outcome, home};

/// On which claim, who said what, when and where.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The claim
    id: String,

    /// Who published it
    #[arg(long, value_name = "NAME")]
    outlet: String,

    /// When it was published
    #[arg(long, value_name = "DATE")]
    date: When,

    /// Where it was published
    #[arg(long, value_name = "URL")]
    url: Option<String>,

    /// Where the page is archived
    #[arg(long, value_name = "URL")]
    archive_url: Option<String>,

    /// The headline
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,

    /// Who says so, as written [default: the outlet itself]
    #[arg(long, value_name = "NAME")]
    source: Option<String>,

    /// The id of that actor, where it is a known one
    #[arg(long, value_name = "ID", requires = "source")]
    actor: Option<String>,

    /// What the source is: person, body, role, collective, document, unnamed, outlet
    #[arg(long, value_name = "CLASS", default_value = "body")]
    class: SourceClass,

    /// Who relays it, outermost first
    #[arg(long, value_name = "NAME")]
    via: Vec<String>,

    /// The words that attribute: said, denied
    #[arg(long, value_name = "WORDS")]
    cue: Option<String>,

    /// How the source stands to the claim: asserts, confirms, denies, doubts, retracts, no_comment
    #[arg(long, default_value = "asserts")]
    stance: Stance,

    /// About how much of it: whole, part
    #[arg(long, default_value = "whole")]
    scope: Scope,

    /// Whether its event lies behind: happened, planned, possible
    #[arg(long, default_value = "happened")]
    modality: Modality,

    /// How much is quoted: direct, mixed, indirect, none [default: what the options imply]
    #[arg(long)]
    quotation: Option<Quotation>,

    /// When it was said, where that is known
    #[arg(long, value_name = "DATE")]
    said: Option<When>,

    /// The figure, in its words: "at least 12 killed"; what it counts, the claim may say
    #[arg(long, value_name = "WORDS")]
    figure: Option<String>,

    /// The words, verbatim
    #[arg(long, value_name = "WORDS")]
    quote: Option<String>,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let mut writer = home::write(options)?;
    let claim = &home::claim(writer.ledger(), &args.id)?.claim;
    let id = claim.id.clone();
    let figure = match &args.figure {
        Some(words) => Some(figure(words, claim.measure.as_ref())?),
        None => None,
    };
    if args.via.len() > 8 {
        return Err(Failure::new("--via: more than eight relays are no chain"));
    }
    let quotation = args.quotation.unwrap_or(match (&args.source, &args.quote) {
        (None, _) => Quotation::None,
        (Some(_), Some(_)) => Quotation::Direct,
        (Some(_), None) => Quotation::Indirect,
    });
    let entry = Entry::Appearance(Box::new(Appearance {
        schema: Entry::SCHEMA.to_owned(),
        r#type: "appearance".to_owned(),
        said: args.said.clone(),
        published: args.date.clone(),
        recorded: options.recorded(),
        by: options.by(),
        // Who writes it by hand has looked at it.
        accepted_by: options.person(),
        article: ArticleRef {
            title: args.title.clone(),
            outlet: Some(args.outlet.clone()),
            url: args.url.clone(),
            archive_url: args.archive_url.clone(),
            sha256: None,
        },
        span: None,
        quote: args.quote.clone(),
        stance: args.stance,
        scope: args.scope,
        modality: args.modality,
        quotation,
        confidence: 1.0,
        attribution: chain(args),
        figure,
        periods: Vec::new(),
    }));
    append(options, &mut writer, &id, &entry)
}

/// Reads the one figure of these words; what they do not count, the claim's figures count.
fn figure(words: &str, measure: Option<&String>) -> Result<Figure, Failure> {
    let mut found = slots::figures(slots::Tagged::new(words).line());
    let (Some(mut figure), true) = (found.pop(), found.is_empty()) else {
        let text = format!("--figure \"{words}\": write one figure: 12, \"at least 12 killed\"");
        return Err(Failure::new(text));
    };
    // Written by hand, it stands in no text.
    figure.span = Span::new(0, 0);
    figure.measure = figure.measure.or_else(|| measure.cloned());
    Ok(figure)
}

/// The relays, and the source as the last link.
fn chain(args: &Args) -> Vec<Link> {
    let link = |text: &String, actor: Option<String>, class, cue: Option<&String>| Link {
        source: Some(Source { text: text.clone(), span: None, actor, class }),
        cue: cue.map(|text| Cue { text: text.clone(), span: None, force: Force::Neutral }),
    };
    let relays = args.via.iter().map(|name| link(name, None, SourceClass::Outlet, None));
    let source = args
        .source
        .as_ref()
        .map(|name| link(name, args.actor.clone(), args.class, args.cue.as_ref()));
    relays.chain(source).collect()
}
