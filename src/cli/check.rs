//! `claims check`: the main job.

use std::io::Write;
use std::mem::ManuallyDrop;

use claimbook::Report;
use claimbook::check::{self, Checker, Hand, Reader, record};
use claimbook::ledger::Writer;
use claimbook::report::{Desk, Fate, html, json, markdown, table, terminal};
use claimbook::status::{ChangeType, Kin};

use crate::cli::articles::{Articles, Tally};
use crate::cli::command::remark;
use crate::cli::compiled::Opened;
use crate::cli::{Exit, Failure, Format, Options, Out, Outcome, compiled, home, tables};

/// Which articles, and what to do with what is found.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    articles: Articles,

    /// Write every suggestion to the ledger, unreviewed
    #[arg(long)]
    record: bool,

    /// Say what --record would write
    #[arg(long, conflicts_with = "record")]
    dry_run: bool,

    /// End with 1 if something is denied, disputed, retracted, revised, ...
    #[arg(long, value_name = "CHANGES", value_delimiter = ',')]
    fail_on: Vec<String>,
}

/// The formats of a report.
const FORMATS: &[Format] =
    &[Format::Terminal, Format::Json, Format::Ndjson, Format::Csv, Format::Html, Format::Markdown];

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let mut pages = Pages::new(options, args)?;
    let (tally, end) = if args.record {
        (recording(options, args, &mut pages)?, Exit::Done)
    } else {
        proposing(options, args, &mut pages)?
    };
    let hit = pages.finish()?;
    Ok(end.or(tally.end()?).or(Exit::findings(hit)))
}

/// Checks every article against the ledger as it is.
fn proposing(
    options: &Options,
    args: &Args,
    pages: &mut Pages<'_>,
) -> Result<(Tally, Exit), Failure> {
    if let Some(opened) = compiled::open(options)? {
        let tally = looking_up(options, args, pages, &opened)?;
        return Ok((tally, opened.end));
    }
    let (ledger, end) = home::read(options)?;
    // The process ends behind it: nothing frees its tables piece by piece.
    let checker = ManuallyDrop::new(Checker::new(&ledger).at(options.today()));
    let kin = Kin::new(&ledger.records);
    let desk =
        Desk { ledger: &ledger, kin: &kin, actors: checker.actors(), today: options.today() };
    let tally = args.articles.each(options, |article| {
        let report = checker.check(&article);
        let fate =
            if args.dry_run { would_record(&report, &hand(options)) } else { Fate::Proposed };
        pages.add(&report, &desk, fate)
    })?;
    Ok((tally, end))
}

/// Checks every article against a compiled ledger: only what the article touches is unpacked.
fn looking_up(
    options: &Options,
    args: &Args,
    pages: &mut Pages<'_>,
    opened: &Opened,
) -> Result<Tally, Failure> {
    let over_all = opened.claims.matcher(&opened.settings.1);
    // As above: nothing frees its tables.
    let reader = ManuallyDrop::new(Reader::new(&opened.settings.1));
    args.articles.each(options, |article| {
        let matcher = over_all.clone().remembering();
        let mentions = reader.mentions(&article);
        let ledger = opened.claims.ledger_for(&article, &mentions, &opened.settings, &matcher);
        let checker = Checker::over(&ledger, Reader::clone(&reader), matcher).at(options.today());
        let report = checker.check_mentions(&article, mentions);
        let kin = Kin::new(&ledger.records);
        let desk =
            Desk { ledger: &ledger, kin: &kin, actors: checker.actors(), today: options.today() };
        let fate =
            if args.dry_run { would_record(&report, &hand(options)) } else { Fate::Proposed };
        pages.add(&report, &desk, fate)
    })
}

/// Checks every article against the ledger with what the ones before it added.
fn recording(options: &Options, args: &Args, pages: &mut Pages<'_>) -> Result<Tally, Failure> {
    let mut writer = home::write(options)?;
    let hand = hand(options);
    args.articles.each(options, |article| {
        if article.meta.date.is_none() {
            let path = article.meta.path.as_deref().unwrap_or("-");
            let text =
                "it is not stated when it was published; nothing of it is recorded: pass --date";
            return Err(Failure::new(format!("{path}: {text}")));
        }
        let ledger = writer.ledger();
        let checker = Checker::new(ledger).at(options.today());
        let report = checker.check(&article);
        let kin = Kin::new(&ledger.records);
        let desk = Desk { ledger, kin: &kin, actors: checker.actors(), today: options.today() };
        // The page tells the ledger before the article, so it is made before anything is written.
        let page = pages.page(&report, &desk)?;
        let writes = record(&report, &hand);
        drop(checker);
        let fate = write_all(&mut writer, &writes)?;
        pages.put(page, &report, fate)
    })
}

fn hand(options: &Options) -> Hand {
    Hand { by: options.by(), recorded: options.recorded(), accepted_by: None }
}

/// Writes what a report suggests; a claim comes before its entries.
pub(crate) fn write_all(writer: &mut Writer, writes: &[check::Write]) -> Result<Fate, Failure> {
    let (mut claims, mut entries) = (0, 0);
    for write in writes {
        if let Some(claim) = &write.claim {
            let written = writer.create_claim(claim).map_err(|error| home::failed(&error))?;
            claims += usize::from(written.fresh);
        }
        for entry in &write.entries {
            let written = writer.append(&write.id, entry).map_err(|error| home::failed(&error))?;
            entries += usize::from(written.fresh);
        }
    }
    Ok(Fate::Recorded { claims, entries })
}

fn would_record(report: &Report, hand: &Hand) -> Fate {
    let writes = record(report, hand);
    Fate::WouldRecord {
        claims: writes.iter().filter(|write| write.claim.is_some()).count(),
        entries: writes.iter().map(|write| write.entries.len()).sum(),
    }
}

/// The pages of the articles, in one format.
struct Pages<'a> {
    out: Out,
    format: Format,
    layout: json::Layout,
    fail_on: Vec<ChangeType>,
    hit: bool,
    /// The rows so far, where the format is a table.
    table: Option<table::Table>,
    count: usize,
    options: &'a Options,
}

impl<'a> Pages<'a> {
    fn new(options: &'a Options, args: &Args) -> Result<Self, Failure> {
        let format = options.format(FORMATS)?;
        let fail_on =
            args.fail_on.iter().map(|name| change_type(name)).collect::<Result<_, _>>()?;
        let layout = match format {
            Format::Json if args.articles.is_one() => json::Layout::Pretty,
            _ => json::Layout::Line,
        };
        let out = Out::open(options)?;
        Ok(Self { out, format, layout, fail_on, hit: false, table: None, count: 0, options })
    }

    fn add(&mut self, report: &Report, desk: &Desk<'_>, fate: Fate) -> Result<(), Failure> {
        let page = self.page(report, desk)?;
        self.put(page, report, fate)
    }

    /// Makes the page of one article; how it ends depends on what becomes of the suggestions.
    fn page(&mut self, report: &Report, desk: &Desk<'_>) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        match self.format {
            Format::Terminal => {
                if self.count > 0 {
                    writeln!(bytes, "\n")?;
                }
                bytes.extend(terminal::check(report, desk, self.out.color).into_bytes());
            }
            Format::Html if self.count > 0 => {
                return Err(Failure::new("--format html makes one page: pass one ARTICLE"));
            }
            Format::Html => bytes.extend(html::article(report, desk).into_bytes()),
            Format::Markdown => {
                if self.count > 0 {
                    writeln!(bytes)?;
                }
                bytes.extend(markdown::check(report, desk).into_bytes());
            }
            Format::Csv => {
                let rows = table::checked(report, desk);
                match &mut self.table {
                    Some(table) => table.rows.extend(rows.rows),
                    None => self.table = Some(rows),
                }
            }
            _ => json::write(&mut bytes, self.layout, &json::report(report))?,
        }
        self.count += 1;
        Ok(bytes)
    }

    fn put(&mut self, page: Vec<u8>, report: &Report, fate: Fate) -> Result<(), Failure> {
        self.out.write_all(&page)?;
        match self.format {
            Format::Terminal => self.out.write_all(terminal::fate(report, fate).as_bytes())?,
            _ if fate != Fate::Proposed => remark(self.options, fate.words().as_str()),
            _ => {}
        }
        let mut kinds = report.mentions.iter().map(|row| row.change.r#type);
        self.hit |= kinds.any(|kind| self.fail_on.contains(&kind));
        Ok(())
    }

    /// Writes what is left, and tells whether `--fail-on` hit.
    fn finish(mut self) -> Result<bool, Failure> {
        if let Some(table) = &self.table {
            tables::write(&mut self.out, self.format, table)?;
        }
        self.out.finish()?;
        Ok(self.hit)
    }
}

fn change_type(name: &str) -> Result<ChangeType, Failure> {
    ChangeType::ALL.iter().copied().find(|kind| kind.name() == name).ok_or_else(|| {
        let known: Vec<_> = ChangeType::ALL.iter().map(|kind| kind.name()).collect();
        Failure::new(format!("--fail-on {name}: it is none of {}", known.join(", ")))
    })
}
