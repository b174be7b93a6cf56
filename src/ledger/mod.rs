//! Claims on disk: read, write, lock. Judges nothing and loses nothing.
