//! Texts on their way to a store, the latest for each name.

/// A text to be put under a name; `None` takes the name away.
pub type Put = (String, Option<String>);

/// What is still to be put, in the order in which it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Puts(Vec<Put>);

impl Puts {
    /// Adds a text, in place of an earlier one of the same name.
    pub fn put(&mut self, name: &str, text: Option<&str>) {
        let text = text.map(str::to_owned);
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = text,
            None => self.0.push((name.to_owned(), text)),
        }
    }

    /// Adds what was taken out and could not be put, before everything asked for since.
    pub fn put_back(&mut self, earlier: Puts) {
        let later = std::mem::replace(self, earlier);
        for (name, text) in &later.0 {
            self.put(name, text.as_deref());
        }
    }

    /// Takes everything out.
    pub fn take(&mut self) -> Puts {
        std::mem::take(self)
    }

    /// Takes the first ones out for as long as `put` does not fail.
    ///
    /// # Errors
    /// The first failure; what failed stays in.
    pub fn drain<E>(&mut self, mut put: impl FnMut(&str, Option<&str>) -> Result<(), E>) -> Result<(), E> {
        while let Some((name, text)) = self.0.first() {
            put(name, text.as_deref())?;
            self.0.remove(0);
        }
        Ok(())
    }

    /// Whether there is nothing to put.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each name with its text.
    pub fn iter(&self) -> impl Iterator<Item = &Put> {
        self.0.iter()
    }
}
