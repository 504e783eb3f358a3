//! The texts of both stores side by side, by name. A text missing from one store is never treated
//! as deleted: whatever is readable in either counts.

use super::line;
use super::medium::{Medium, MediumError};
use super::names::{self, Kind, PREFIX};

/// A name with its text in local storage and in the replica.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The name.
    pub name: String,
    /// The kind of text, as encoded in the name.
    pub kind: Kind,
    /// The texts, indexed by [`LOCAL`] and [`REPLICA`].
    pub texts: [Option<String>; 2],
}

/// Index of local storage in [`Copy::texts`].
pub const LOCAL: usize = 0;
/// Index of the replica in [`Copy::texts`].
pub const REPLICA: usize = 1;

impl Copy {
    /// The distinct texts stored under this name, local storage first.
    pub fn different(&self) -> impl Iterator<Item = &str> {
        let [local, replica] = &self.texts;
        let again = replica.as_ref().filter(|text| local.as_ref() != Some(text));
        local.iter().chain(again).map(String::as_str)
    }

    /// The text in the store `place`.
    pub fn text(&self, place: usize) -> Option<&str> {
        self.texts.get(place)?.as_deref()
    }

    /// The sequence number, if this is a snapshot.
    pub fn snapshot(&self) -> Option<u64> {
        match self.kind {
            Kind::Snapshot(number) => Some(number),
            _ => None,
        }
    }

    /// Whether the store `place` has the text and its checksum matches.
    pub fn is_whole(&self, place: usize) -> bool {
        self.text(place).is_some_and(line::is_whole)
    }
}

/// The contents of both stores, sorted by name.
#[derive(Debug, Default)]
pub struct Copies {
    /// One entry for each name with [`PREFIX`].
    pub all: Vec<Copy>,
    /// Names in local storage whose text could not be read.
    pub refused: Vec<String>,
    /// The error if local storage cannot be listed at all.
    pub denied: Option<MediumError>,
}

/// Collects the texts of both stores; `replica` is `None` if it could not be read.
pub fn gather(local: &dyn Medium, replica: Option<Vec<(String, String)>>) -> Copies {
    let mut copies = Copies::default();
    match local.names() {
        Err(error) => copies.denied = Some(error),
        Ok(names) => {
            for name in names.into_iter().filter(|name| name.starts_with(PREFIX)) {
                match local.read(&name) {
                    Ok(Some(text)) => copies.put(name, text, LOCAL),
                    Ok(None) => {}
                    Err(_) => copies.refused.push(name),
                }
            }
        }
    }
    for (name, text) in replica.into_iter().flatten() {
        copies.put(name, text, REPLICA);
    }
    copies
}

impl Copies {
    fn put(&mut self, name: String, text: String, place: usize) {
        let found = self.all.binary_search_by(|copy| copy.name.cmp(&name)).unwrap_or_else(|here| {
            self.all.insert(here, Copy { kind: names::kind(&name), name, texts: [None, None] });
            here
        });
        if let Some(slot) = self.all.get_mut(found).and_then(|copy| copy.texts.get_mut(place)) {
            *slot = Some(text);
        }
    }

    /// The text of `name` in either store, local storage first.
    pub fn text(&self, name: &str) -> Option<&str> {
        let place = self.all.binary_search_by(|copy| copy.name.as_str().cmp(name)).ok()?;
        self.all.get(place)?.different().next()
    }

    /// Characters that this program's names and texts take in local storage.
    pub fn used(&self) -> usize {
        let size = |copy: &Copy| copy.text(LOCAL).map_or(0, |text| copy.name.len() + text.len());
        self.all.iter().map(size).sum()
    }
}
