//! The program: one file a command. It alone knows the clock, the environment, the terminal and exit codes.

mod accept;
mod add;
mod amend;
mod append;
mod articles;
mod changes;
mod check;
mod clock;
mod command;
mod due;
mod explain;
mod export;
mod extract;
mod failure;
mod generate;
mod home;
mod import;
mod init;
mod lint;
mod list;
mod log;
mod match_;
mod new;
mod note;
mod options;
mod out;
mod relate;
mod show;
mod site;
mod strike;
mod tables;
mod verdict;

pub(crate) use command::run;
pub(crate) use failure::{Exit, Failure, Outcome};
pub(crate) use options::{Format, Options};
pub(crate) use out::Out;
