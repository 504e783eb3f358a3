//! The interface of a key-value store of texts: local storage in the browser, memory in tests.

use std::collections::BTreeMap;

use thiserror::Error;

use super::puts::Puts;
use super::vault::guard::Guard;

/// Why a store operation failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MediumError {
    /// The browser denies this page access to storage.
    #[error("storage is not available to this page")]
    Denied,
    /// The quota is exceeded.
    #[error("storage is full")]
    Full,
    /// Any other error.
    #[error("storage failed")]
    Failed,
}

/// A key-value store. Names are ASCII; texts are arbitrary.
pub trait Medium {
    /// All names.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn names(&self) -> Result<Vec<String>, MediumError>;

    /// The text stored under `name`.
    ///
    /// # Errors
    /// If the store cannot be read.
    fn read(&self, name: &str) -> Result<Option<String>, MediumError>;

    /// Stores `text` under `name`, replacing the previous text.
    ///
    /// # Errors
    /// If the quota is exceeded or access is denied. The previous text is kept.
    fn write(&mut self, name: &str, text: &str) -> Result<(), MediumError>;

    /// Removes a name.
    ///
    /// # Errors
    /// If the store cannot be written.
    fn remove(&mut self, name: &str) -> Result<(), MediumError>;

    /// Texts of the replica, opened where there is a guard.
    fn opened(&self, texts: Vec<(String, String)>) -> Vec<(String, String)> {
        texts
    }

    /// Writes for the replica, sealed where there is a guard; `None` if they go as they are.
    fn sealed(&self, _puts: &Puts) -> Option<Puts> {
        None
    }

    /// Who seals what is written, if anybody does.
    fn guard(&mut self) -> Option<&mut Guard> {
        None
    }
}

/// A place where nothing is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nowhere;

impl Medium for Nowhere {
    fn names(&self) -> Result<Vec<String>, MediumError> {
        Err(MediumError::Denied)
    }

    fn read(&self, _: &str) -> Result<Option<String>, MediumError> {
        Err(MediumError::Denied)
    }

    fn write(&mut self, _: &str, _: &str) -> Result<(), MediumError> {
        Err(MediumError::Denied)
    }

    fn remove(&mut self, _: &str) -> Result<(), MediumError> {
        Err(MediumError::Denied)
    }
}

/// An in-memory store, for tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    texts: BTreeMap<String, String>,
    room: Option<usize>,
}

impl Memory {
    /// A store with room for `room` characters of names and texts.
    pub fn with_room(room: usize) -> Memory {
        Memory { texts: BTreeMap::new(), room: Some(room) }
    }

    /// Changes the capacity to `room` characters.
    pub fn make_room(&mut self, room: usize) {
        self.room = Some(room);
    }

    /// All names with their texts.
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
