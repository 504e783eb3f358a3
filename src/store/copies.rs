//! Every text of the book as its two copies hold it, by name. Absence in one copy is never
//! loss: whatever can be read in either counts.

use super::line;
use super::medium::{Medium, MediumError};
use super::names::{self, Kind, PREFIX};

/// One name with its text in local storage and in the second copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The name.
    pub name: String,
    /// What the name says.
    pub kind: Kind,
    /// The texts: in local storage, in the second copy.
    pub texts: [Option<String>; 2],
}

/// The place of local storage in [`Copy::texts`].
pub const LOCAL: usize = 0;
/// The place of the second copy.
pub const SECOND: usize = 1;

impl Copy {
    /// The different texts under this name.
    pub fn different(&self) -> impl Iterator<Item = &str> {
        let [local, second] = &self.texts;
        let again = second.as_ref().filter(|text| local.as_ref() != Some(text));
        local.iter().chain(again).map(String::as_str)
    }

    /// The text in one of the copies.
    pub fn text(&self, place: usize) -> Option<&str> {
        self.texts.get(place)?.as_deref()
    }

    /// The number of a snapshot.
    pub fn snapshot(&self) -> Option<u64> {
        match self.kind {
            Kind::Snapshot(number) => Some(number),
            _ => None,
        }
    }

    /// Whether the text in one of the copies is there and whole.
    pub fn is_whole(&self, place: usize) -> bool {
        self.text(place).is_some_and(line::is_whole)
    }
}

/// What both copies hold, in the order of the names.
#[derive(Debug, Default)]
pub struct Copies {
    /// Every name of this program.
    pub all: Vec<Copy>,
    /// Names in local storage that the browser would not read.
    pub refused: Vec<String>,
    /// Why local storage cannot be read at all.
    pub denied: Option<MediumError>,
}

/// Gathers both copies; `second` is `None` where it could not be read.
pub fn gather(local: &dyn Medium, second: Option<Vec<(String, String)>>) -> Copies {
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
    for (name, text) in second.into_iter().flatten() {
        copies.put(name, text, SECOND);
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

    /// The text of a name in either copy, local storage first.
    pub fn text(&self, name: &str) -> Option<&str> {
        let place = self.all.binary_search_by(|copy| copy.name.as_str().cmp(name)).ok()?;
        self.all.get(place)?.different().next()
    }

    /// Characters that local storage holds for this program.
    pub fn used(&self) -> usize {
        let size = |copy: &Copy| copy.text(LOCAL).map_or(0, |text| copy.name.len() + text.len());
        self.all.iter().map(size).sum()
    }
}
