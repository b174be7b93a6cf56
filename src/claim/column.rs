/// A row a claim: what stands, by whom, since when, and what is still to ask.
pub const CLAIM_COLUMNS: &[&str] = &[
    "statement",
    "status",
    "status_by",
    "basis",
    "status_since",
    "phase",
    "verdict",
    "verdict_by",
    "verdict_date",
    "verdict_outdated",
    "said_by",
    "denied_by",
    "sources",
    "unnamed",
    "articles",
    "first_said",
    "last_said",
    "planned_for",
    "overdue",
    "figure_words",
    "figure_measure",
    "figure_by",
    "open",
    "kind",
    "parties",
    "claim_id",
];

/// A row an entry.
pub const ENTRY_COLUMNS: &[&str] = &[
    "said",
    "published",
    "recorded",
    "recorded_by",
    "accepted_by",
    "claim_id",
    "type",
    "stance",
    "scope",
    "source",
    "speaks_for",
    "source_class",
    "via",
    "cue",
    "quotation",
    "quote",
    "outlet",
    "title",
    "url",
    "archive_url",
    "counts",
    "why_not",
    "struck",
    "entry_id",
];

/// A row a verdict, those that were struck or overtaken among them.
pub const VERDICT_COLUMNS: &[&str] = &[
    "recorded",
    "recorded_by",
    "claim_id",
    "statement",
    "status",
    "rating",
    "rating_value",
    "rating_best",
    "rating_worst",
    "note",
    "url",
    "verdict_outdated",
    "struck",
    "entry_id",
];

/// A row a change.
pub const CHANGE_COLUMNS: &[&str] = &[
    "said",
    "recorded",
    "late",
    "statement",
    "change",
    "from",
    "to",
    "by",
    "via",
    "outlet",
    "figure_from",
    "figure_to",
    "reason",
    "url",
    "claim_id",
    "entry_id",
];

/// A row a figure.
pub const FIGURE_COLUMNS: &[&str] = &[
    "claim_id", "measure", "basis", "as_of", "low", "high", "soft", "words", "by", "outlet",
    "relation", "against", "entry_id",
];

/// What a table of others may say beside our own columns.
pub const FOREIGN_COLUMNS: &[&str] = &["created", "measure", "tags", "wordings", "modality"];
