//! Names (keys) in the store. `web/contract.js` lists them with the scripts that use them.

use crate::domain::value::letters;

/// Prefix of all names of this program: other pages may share the origin.
pub const PREFIX: &str = "ket-nap/";
/// Prefix of bundles.
const BOOK: &str = "ket-nap/book/";
/// Prefix of snapshots: bundles that cover all earlier ones.
const SNAPSHOT: &str = "ket-nap/folded/";
/// Key of the device number.
pub const DEVICE: &str = "ket-nap/device";
/// Key of the vault's header.
pub const VAULT: &str = "ket-nap/vault";
/// Key of the note that something is being erased for good.
pub const ERASING: &str = "ket-nap/erasing";
/// Key of the writer's lease, used by the loader in browsers without the Web Locks API.
const LEASE: &str = "ket-nap/lease";
/// Names under [`PREFIX`] whose texts are not bundles.
const OTHERS: [&str; 6] = [super::preferences::NAME, super::backup::NAME, DEVICE, VAULT, ERASING, LEASE];

/// Whether a name is there although the user has written and chosen nothing.
pub fn is_of_device(name: &str) -> bool {
    name == DEVICE || name == LEASE
}

/// The kind of text that a name denotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A bundle with this sequence number.
    Bundle(u64),
    /// A snapshot with this sequence number.
    Snapshot(u64),
    /// A text that is not a bundle, such as the preferences.
    Other,
    /// Unknown to this version.
    Foreign,
}

/// Parses a name that begins with [`PREFIX`].
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

/// The name of a bundle. It contains the id of the writing page, so that two pages never overwrite
/// each other's bundles.
pub fn bundle(number: u64, page: u32) -> String {
    format!("{BOOK}{number:010}-{page:08x}")
}

/// The name of a snapshot.
pub fn snapshot(number: u64, page: u32) -> String {
    format!("{SNAPSHOT}{number:010}-{page:08x}")
}
