use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::article::Span;
use crate::claim::{Grain, Role};

/// A time expression, resolved against the article's date where that can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// First day; `None` if it could not be resolved.
    pub start: Option<NaiveDate>,
    /// Last day, included; `None` if it could not be resolved or is open.
    pub end: Option<NaiveDate>,
    /// What it is exact to.
    pub grain: Grain,
    /// What it dates.
    pub role: Role,
}
