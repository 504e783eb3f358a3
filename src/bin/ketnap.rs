//! The command `ketnap`: everything is in the library's `cli`.

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    ket_nap::cli::main()
}

/// The page has no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
