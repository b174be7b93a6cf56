//! `claims verdict`: a person rules. It never alters the status.

use claimbook::claim::{Entry, Scale, Verdict};

use crate::cli::append::append;
use crate::cli::{Failure, Options, Outcome, home};

/// On which claim, how, and where the work is shown.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The claim
    id: String,

    /// The rating in words: "Half true"
    #[arg(long, value_name = "WORDS")]
    rating: String,

    /// The page that shows the work
    #[arg(long, value_name = "URL")]
    url: String,

    /// Why
    #[arg(long, value_name = "WORDS")]
    note: Option<String>,

    /// The rating on a scale: the value, the one that means true, the one that means false
    #[arg(long, num_args = 3, value_names = ["VALUE", "BEST", "WORST"], allow_negative_numbers = true)]
    scale: Option<Vec<f64>>,
}

/// Runs the command.
pub(crate) fn run(options: &Options, args: &Args) -> Outcome {
    let by = options.person().ok_or_else(|| Failure::new("who rules? pass --by NAME"))?;
    let mut writer = home::write(options)?;
    let id = home::claim(writer.ledger(), &args.id)?.claim.id.clone();
    let scale = match args.scale.as_deref() {
        Some([value, best, worst]) => {
            let (low, high) = (best.min(*worst), best.max(*worst));
            if !(low..=high).contains(value) {
                return Err(Failure::new(format!(
                    "{value} lies outside the scale from {worst} to {best}"
                )));
            }
            Some(Scale { value: *value, best: *best, worst: *worst })
        }
        _ => None,
    };
    let entry = Entry::Verdict(Verdict {
        schema: Entry::SCHEMA.to_owned(),
        r#type: "verdict".to_owned(),
        recorded: options.recorded(),
        by,
        rating: args.rating.clone(),
        scale,
        note: args.note.clone(),
        url: args.url.clone(),
    });
    append(options, &mut writer, &id, &entry)
}
