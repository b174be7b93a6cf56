//! The one integration binary: the house, the ledger, the lexicon, the pipeline, the program.
#![allow(clippy::unwrap_used)]

mod actor_table;
mod attribution;
mod base;
mod check;
mod claims;
mod compiled;
mod durability;
mod exchange;
mod exits;
mod fuzz;
mod house;
mod import;
mod ledger;
mod lint;
mod pages;
mod periods;
mod program;
mod readme;
mod review;
mod schemas;
mod sentences;
mod slots;
mod slots_any;
mod split;
mod status;
mod story;
mod values;
