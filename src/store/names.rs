//! What the texts of the store are called. `web/contract.js` lists the names with what the loader's scripts know of them.

use crate::domain::value::letters;

/// In front of every name of this program, since other pages may share the place.
pub const PREFIX: &str = "ket-nap/";
/// In front of the names of bundles.
const BOOK: &str = "ket-nap/book/";
/// In front of the names of snapshots: bundles that stand for all bundles before them.
const SNAPSHOT: &str = "ket-nap/folded/";
/// Where the device's number is.
pub const DEVICE: &str = "ket-nap/device";
/// Which page writes, where the browser has no locks: the loader's business.
const LEASE: &str = "ket-nap/lease";
/// Names under [`PREFIX`] that hold no changes.
const OTHERS: [&str; 4] = [super::preferences::NAME, super::backup::NAME, DEVICE, LEASE];

/// What a name says about its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A bundle of changes with this number.
    Bundle(u64),
    /// A snapshot with this number.
    Snapshot(u64),
    /// Something of this program that is no changes.
    Other,
    /// Nothing that this version knows.
    Foreign,
}

/// Reads a name that begins with [`PREFIX`].
pub fn kind(name: &str) -> Kind {
    let (rest, kind): (&str, fn(u64) -> Kind) = match (name.strip_prefix(BOOK), name.strip_prefix(SNAPSHOT)) {
        (Some(rest), _) => (rest, Kind::Bundle),
        (_, Some(rest)) => (rest, Kind::Snapshot),
        _ if OTHERS.contains(&name) => return Kind::Other,
        _ => return Kind::Foreign,
    };
    let number = rest.split_once('-').and_then(|(number, page)| {
        let plain = number.len() == 10 && page.len() == 8 && page.bytes().all(|b| b.is_ascii_hexdigit());
        if plain { letters::number(number, 10) } else { None }
    });
    number.map_or(Kind::Foreign, kind)
}

/// The name of a bundle: its number, and the page that wrote it, so that two pages never write
/// over each other's.
pub fn bundle(number: u64, page: u32) -> String {
    format!("{BOOK}{number:010}-{page:08x}")
}

/// The name of a snapshot.
pub fn snapshot(number: u64, page: u32) -> String {
    format!("{SNAPSHOT}{number:010}-{page:08x}")
}
