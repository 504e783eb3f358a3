//! Where the program's memory comes from: an allocator in constant time that takes 3 kB less of
//! the page than the one of the standard library.

use rlsf::{GlobalTlsf, GlobalTlsfOptions};

#[global_allocator]
static ALLOCATOR: GlobalTlsf<Sparing> = GlobalTlsf::new();

/// Neighbouring pieces that the browser gave become one, since a phone has little memory.
/// Growing in place would be faster for long texts only, and more program.
#[derive(Debug)]
struct Sparing;

impl GlobalTlsfOptions for Sparing {
    const COALESCE_POOLS: bool = true;
    const ENABLE_REALLOCATION: bool = false;
}
