use crate::article::Article;
use crate::claim::{Mention, Quotation, Role, SourceClass, Stance, fold};
use crate::lexicon::rung;
use crate::matching::Match;
use crate::status::{Change, ChangeType};

/// Features that hold what a claim says, and not only who says it or where.
const MAIN: [&str; 4] = ["what", "parties", "figure", "day"];

/// Returns what only a person can answer about a mention that changes a claim.
pub(crate) fn questions(
    article: &Article,
    mention: &Mention,
    change: &Change,
    found: &Match,
    statement: &str,
) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(who_said_what(mention, change));
    out.extend(other_rung(article, mention, change, statement));
    out.extend(one_or_two(found, change));
    out
}

/// A stance that moves a status without person, quotation or resolved date.
fn who_said_what(mention: &Mention, change: &Change) -> Option<String> {
    let source = mention.claimant()?;
    let moves = change.from != Some(change.to)
        || matches!(change.r#type, ChangeType::Denied | ChangeType::Disputed);
    let dated =
        mention.periods.iter().any(|period| period.role == Role::Said && period.start.is_some());
    let person = source.class == SourceClass::Person;
    let quoted = matches!(mention.quotation, Quotation::Direct | Quotation::Mixed);
    if !moves || dated || person || quoted {
        return None;
    }
    let who = source.text.trim();
    Some(format!("no speaker, no date, no words: who at {who} said what, when?"))
}

/// A denied noun on another rung than the claim.
fn other_rung(
    article: &Article,
    mention: &Mention,
    change: &Change,
    statement: &str,
) -> Option<String> {
    if mention.stance != Stance::Denies || change.r#type == ChangeType::New {
        return None;
    }
    let words: Vec<&str> = mention.content.iter().map(|span| article.slice(*span)).collect();
    let (denied, claimed) = (rung(&words.join(" "))?, rung(statement)?);
    (denied.height != claimed.height)
        .then(|| format!("to deny {} is not to deny {}", denied.denied, claimed.claimed))
}

/// Main slots that are only alike.
fn one_or_two(found: &Match, change: &Change) -> Option<String> {
    if matches!(change.r#type, ChangeType::New | ChangeType::Repeated) {
        return None;
    }
    let alike = found.reasons.iter().filter(|reason| {
        MAIN.contains(&reason.feature)
            && reason.sign() == '~'
            && reason.score > 0.0
            && fold(&reason.mention) != fold(&reason.claim)
            && reason.mention.len() + reason.claim.len() < 100
    });
    let pairs: Vec<String> =
        alike.map(|reason| format!("{} or {}", reason.mention, reason.claim)).collect();
    (!pairs.is_empty()).then(|| format!("{}: one claim or two?", pairs.join("; ")))
}
