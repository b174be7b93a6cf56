use crate::article::Span;
use crate::claim::{
    Act, Cue, Force, Kind, Link, Mention, Modality, Quotation, Scope, Source, SourceClass, Stance,
};
use crate::extract::source::How;
use crate::extract::{Attribution, Found, Reading, Stretch};

/// Returns an attribution with its words.
pub(super) fn attribution(reading: &Reading<'_>, found: Found<'_>) -> Attribution {
    let text = |stretch: Stretch| reading.article.slice(reading.span(stretch)).to_owned();
    let source = found.source.map(|stretch| Source {
        text: text(stretch),
        span: Some(reading.span(stretch)),
        actor: None,
        class: SourceClass::Person,
    });
    let cue = (!found.cue.is_empty()).then(|| Cue {
        text: text(found.cue),
        span: Some(reading.span(found.cue)),
        force: found.row.map_or(Force::Neutral, |row| row.force),
    });
    Attribution {
        links: vec![Link { source, cue }],
        content: found.content,
        act: found.row.map_or(Act::Says, |row| row.act),
        stance: found.row.map_or(Stance::Asserts, |row| stance(row.stance, found.negated)),
        scope: Scope::Whole,
        quotation: Quotation::Indirect,
        confidence: match found.how {
            How::Before | How::Inverted => 0.9,
            How::Shared => 0.75,
            How::None => 0.6,
        },
        guess: (found.how == How::Shared).then_some("the subject of another verb"),
    }
}

/// What a negated cue makes of its stance: "did not deny" is no denial, "could not confirm" no claim.
fn stance(stance: Stance, negated: bool) -> Stance {
    match stance {
        _ if !negated => stance,
        Stance::Denies | Stance::Confirms => Stance::NoComment,
        Stance::Asserts => Stance::NoComment,
        other => other,
    }
}

/// Returns the mentions of all attributions, one a sentence of a quotation, without kinds and figures.
pub(super) fn cued(reading: &Reading<'_>) -> Vec<Mention> {
    reading.attributions.iter().flat_map(|found| pieces(reading, found)).collect()
}

/// The mentions of one attribution.
fn pieces(reading: &Reading<'_>, found: &Attribution) -> Vec<Mention> {
    let mut out: Vec<(usize, Vec<Stretch>)> = Vec::new();
    for range in &found.content {
        let mut at = range.start;
        while at < range.end {
            let sentence = reading.sentence_at(at);
            let end = reading.layout.sentences[sentence].tokens.end.min(range.end).max(at + 1);
            match out.last_mut() {
                Some((last, ranges)) if *last == sentence => ranges.push(Stretch::new(at, end)),
                _ => out.push((sentence, vec![Stretch::new(at, end)])),
            }
            at = end;
        }
    }
    out.into_iter().map(|(sentence, ranges)| mention(reading, found, sentence, &ranges)).collect()
}

fn mention(
    reading: &Reading<'_>,
    found: &Attribution,
    sentence: usize,
    content: &[Stretch],
) -> Mention {
    let content: Vec<Span> = content.iter().map(|stretch| reading.span(*stretch)).collect();
    let whole = reading.layout.sentences[sentence].span;
    let mut span = content.iter().copied().reduce(Span::cover).unwrap_or_default();
    for link in &found.links {
        let source = link.source.as_ref().and_then(|source| source.span);
        let cue = link.cue.as_ref().and_then(|cue| cue.span);
        for part in source.into_iter().chain(cue).filter(|part| whole.contains(*part)) {
            span = span.cover(part);
        }
    }
    Mention {
        id: String::new(),
        span,
        content,
        attribution: found.links.clone(),
        act: found.act,
        stance: found.stance,
        scope: found.scope,
        kind: Kind::Other,
        modality: Modality::Happened,
        quotation: found.quotation,
        figures: Vec::new(),
        periods: Vec::new(),
        actors: Vec::new(),
        antecedent: None,
        confidence: found.confidence,
        guess: found.guess.map(str::to_owned),
        statement: String::new(),
        event: None,
        names: Vec::new(),
    }
}
