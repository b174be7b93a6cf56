//! Foreign formats both ways: ClaimReview, CSV, NDJSON.
