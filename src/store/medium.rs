//! The one interface to whatever keeps texts by name: local storage in the browser, memory in tests.

use std::collections::BTreeMap;

use thiserror::Error;

/// Why the medium did not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MediumError {
    /// The browser does not let this page keep anything.
    #[error("storage is not available to this page")]
    Denied,
    /// No room left.
    #[error("storage is full")]
    Full,
    /// Anything else.
    #[error("storage failed")]
    Failed,
}

/// A store of texts by name. Names are ASCII; texts may be any text.
pub trait Medium {
    /// Every name.
    ///
    /// # Errors
    /// If the medium cannot be read.
    fn names(&self) -> Result<Vec<String>, MediumError>;

    /// The text of a name.
    ///
    /// # Errors
    /// If the medium cannot be read.
    fn read(&self, name: &str) -> Result<Option<String>, MediumError>;

    /// Puts a text in place of what was there.
    ///
    /// # Errors
    /// If there is no room or no permission. What was there before stays.
    fn write(&mut self, name: &str, text: &str) -> Result<(), MediumError>;

    /// Removes a name.
    ///
    /// # Errors
    /// If the medium cannot be written.
    fn remove(&mut self, name: &str) -> Result<(), MediumError>;
}

/// A medium that lasts as long as the page: for tests, and where the browser refuses a real one.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    texts: BTreeMap<String, String>,
    room: Option<usize>,
}

impl Memory {
    /// One that holds at most so many characters of names and texts.
    pub fn with_room(room: usize) -> Memory {
        Memory { texts: BTreeMap::new(), room: Some(room) }
    }

    /// Holds at most so many characters from now on.
    pub fn make_room(&mut self, room: usize) {
        self.room = Some(room);
    }

    /// Every name with its text.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }
}

impl Medium for Memory {
    fn names(&self) -> Result<Vec<String>, MediumError> {
        Ok(self.texts.keys().cloned().collect())
    }

    fn read(&self, name: &str) -> Result<Option<String>, MediumError> {
        Ok(self.texts.get(name).cloned())
    }

    fn write(&mut self, name: &str, text: &str) -> Result<(), MediumError> {
        let others: usize =
            self.texts.iter().filter(|(other, _)| *other != name).map(|(other, text)| other.len() + text.len()).sum();
        if self.room.is_some_and(|room| others + name.len() + text.len() > room) {
            return Err(MediumError::Full);
        }
        self.texts.insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&mut self, name: &str) -> Result<(), MediumError> {
        self.texts.remove(name);
        Ok(())
    }
}
