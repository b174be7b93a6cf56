//! The door of the program.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
