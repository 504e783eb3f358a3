//! A write queue with one entry per name.

/// A name and the text to store under it; `None` removes the name.
pub type Put = (String, Option<String>);

/// Pending writes, in the order in which they were first requested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Puts(Vec<Put>);

impl FromIterator<Put> for Puts {
    fn from_iter<T: IntoIterator<Item = Put>>(puts: T) -> Puts {
        Puts(puts.into_iter().collect())
    }
}

impl Puts {
    /// Queues a write, replacing an earlier one of the same name.
    pub fn put(&mut self, name: &str, text: Option<&str>) {
        let text = text.map(str::to_owned);
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = text,
            None => self.0.push((name.to_owned(), text)),
        }
    }

    /// Requeues failed writes before all newer ones; a newer write of the same name wins.
    pub fn put_back(&mut self, earlier: Puts) {
        let later = std::mem::replace(self, earlier);
        for (name, text) in &later.0 {
            self.put(name, text.as_deref());
        }
    }

    /// Drops the entry of a name.
    pub fn drop(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// Empties the queue and returns its contents.
    pub fn take(&mut self) -> Puts {
        std::mem::take(self)
    }

    /// Dequeues entries as long as `put` succeeds.
    ///
    /// # Errors
    /// The first error of `put`; the entry that failed stays queued.
    pub fn drain<E>(&mut self, mut put: impl FnMut(&str, Option<&str>) -> Result<(), E>) -> Result<(), E> {
        while let Some((name, text)) = self.0.first() {
            put(name, text.as_deref())?;
            self.0.remove(0);
        }
        Ok(())
    }

    /// Whether the queue is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The queued entries.
    pub fn iter(&self) -> impl Iterator<Item = &Put> {
        self.0.iter()
    }
}
