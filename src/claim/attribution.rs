use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::article::Span;
use crate::claim::{Force, SourceClass};

/// One link of an attribution chain: who, with which cue.
///
/// A chain runs outermost first; the last link is the claimant, the earlier ones relay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Who says it; `None` where the text names nobody ("reportedly").
    pub source: Option<Source>,
    /// The words that attribute; `None` for a quotation without any.
    pub cue: Option<Cue>,
}

/// Who is named as a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// As written, or what a pronoun stands for.
    pub text: String,
    /// Where it is written; left out in ledger entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// The id of the actor, if it is a known one.
    pub actor: Option<String>,
    /// What it is.
    pub class: SourceClass,
}

/// The words that attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// As written, with its auxiliaries: "has claimed".
    pub text: String,
    /// Where it is written; left out in ledger entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// How firmly it presents the content.
    pub force: Force,
}

impl Link {
    /// Returns the link without its spans, as the ledger keeps it.
    pub fn without_spans(mut self) -> Self {
        if let Some(source) = &mut self.source {
            source.span = None;
        }
        if let Some(cue) = &mut self.cue {
            cue.span = None;
        }
        self
    }
}
