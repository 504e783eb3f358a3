//! What a guard has read from one store and written to it: which generation each text has, which it must have at least, and which
//! texts have to be written again.

/// A generation for each name. Some hundreds at most: maps of the library would take more bytes than they save time.
#[derive(Clone, Debug, Default)]
struct Named(Vec<(String, u64)>);

impl Named {
    fn get(&self, name: &str) -> Option<u64> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, generation)| *generation)
    }

    fn set(&mut self, name: &str, generation: u64) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = generation,
            None => self.0.push((name.to_owned(), generation)),
        }
    }
}

/// What was read from one store, and written to it.
#[derive(Clone, Debug, Default)]
pub(super) struct SealedLog {
    /// Generation of each text.
    seen: Named,
    /// The least generation that a text must have, by what was written after it.
    known: Named,
    /// The newest text, and the one of another name written before it.
    last: Option<(String, u64)>,
    before: Option<(String, u64)>,
    /// Texts that are not as they are to be: open, or sealed while the vault is turned off.
    unlike: Vec<String>,
}

impl SealedLog {
    /// The newest text of another name: what a text of this name is written after.
    pub fn behind(&self, name: &str) -> Option<&(String, u64)> {
        self.last
            .as_ref()
            .filter(|(last, _)| last != name)
            .or(self.before.as_ref())
            .filter(|(before, _)| before != name)
    }

    /// A text was written.
    pub fn wrote(&mut self, name: &str, generation: u64) {
        self.before = self.behind(name).cloned();
        self.last = Some((name.to_owned(), generation));
        self.seen.set(name, generation);
    }

    /// A text was read that says what was written before it.
    pub fn has_read(&mut self, name: &str, generation: u64, before: Option<(&str, u64)>) {
        self.seen.set(name, generation);
        if self.last.as_ref().is_none_or(|(_, last)| *last < generation) {
            self.last = Some((name.to_owned(), generation));
            self.before = before.map(|(name, least)| (name.to_owned(), least));
        }
        if let Some((name, least)) = before {
            let known = self.known.get(name).unwrap_or_default();
            self.known.set(name, least.max(known));
        }
    }

    /// Whether a text has to be written again.
    pub fn set_unlike(&mut self, name: &str, unlike: bool) {
        self.unlike.retain(|known| known != name);
        if unlike {
            self.unlike.push(name.to_owned());
        }
    }

    /// Texts that have to be written again.
    pub fn unlike(&self) -> &[String] {
        &self.unlike
    }

    /// Texts that are older than one written after them says. Only what is still there counts.
    pub fn older(&self) -> impl Iterator<Item = &String> {
        let older = |(name, least): &&(String, u64)| self.seen.get(name).is_some_and(|seen| seen < *least);
        self.known.0.iter().filter(older).map(|(name, _)| name)
    }

    /// Whether any sealed text was read or written.
    pub fn has_seen(&self) -> bool {
        !self.seen.0.is_empty()
    }
}
