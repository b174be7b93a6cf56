//! An article to mentions: cue, source, content, nesting, stance, coreference.
//!
//! It never sees the ledger: what we believe must not colour what we read. Never fails.
