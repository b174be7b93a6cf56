//! The program: one file a command; the only room that knows arguments, clock and exit codes.
