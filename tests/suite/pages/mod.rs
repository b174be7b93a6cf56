//! Pages: what an editor sees in a browser, checked as text.

mod article;
mod sample;
