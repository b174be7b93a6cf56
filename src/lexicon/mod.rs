//! The words we know; the only reader of `lexicons/`.
