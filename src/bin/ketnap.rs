//! The command `ketnap`: everything is in the library's `cli`.

/// Hundreds of thousands of small pieces from several threads: twice as fast as the system's.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    ket_nap::cli::main()
}

/// The page has no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
