//! The door of the program.

mod cli;

/// Reading makes many small strings; this allocator serves them in a fraction of the time that the system's takes.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run()
}
