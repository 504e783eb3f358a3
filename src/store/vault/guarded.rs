//! A store behind a vault: what is written to it is sealed, what is read from it opened, as long as there is a guard. Whoever uses it
//! knows nothing of that.

use super::guard::Guard;
use crate::store::copies::{LOCAL, REPLICA};
use crate::store::medium::{Medium, MediumError, Nowhere};
use crate::store::puts::{Put, Puts};

/// Local storage, and the way to the replica, behind a guard.
pub struct Guarded {
    medium: Box<dyn Medium>,
    /// The opened vault; `None` once it is turned off.
    guard: Option<Guard>,
}

/// Puts a guard before a store.
pub fn put_before(medium: &mut Box<dyn Medium>, guard: Guard) {
    let behind = std::mem::replace(medium, Box::new(Nowhere));
    *medium = Box::new(Guarded { medium: behind, guard: Some(guard) });
}

impl Guarded {
    fn active(&self) -> Option<&Guard> {
        self.guard.as_ref().filter(|guard| !guard.is_dismissed())
    }
}

impl Medium for Guarded {
    fn names(&self) -> Result<Vec<String>, MediumError> {
        // Whoever asks for the names reads everything anew.
        if let Some(guard) = self.active() {
            guard.begin(LOCAL);
        }
        self.medium.names()
    }

    fn read(&self, name: &str) -> Result<Option<String>, MediumError> {
        let text = self.medium.read(name)?;
        Ok(match (self.active(), text) {
            (Some(guard), Some(text)) => Some(guard.vault_opened(LOCAL, name, text)),
            (_, text) => text,
        })
    }

    fn write(&mut self, name: &str, text: &str) -> Result<(), MediumError> {
        let Some(guard) = self.guard.as_ref().filter(|guard| !guard.is_dismissed()) else {
            return self.medium.write(name, text);
        };
        let (generation, text) = guard.vault_sealed(LOCAL, name, text);
        self.medium.write(name, &text)?;
        guard.vault_written(LOCAL, name, generation);
        Ok(())
    }

    fn remove(&mut self, name: &str) -> Result<(), MediumError> {
        self.medium.remove(name)
    }

    fn opened(&self, texts: Vec<(String, String)>) -> Vec<(String, String)> {
        let Some(guard) = self.active() else { return texts };
        guard.begin(REPLICA);
        let open = |(name, text): (String, String)| {
            let text = guard.vault_opened(REPLICA, &name, text);
            (name, text)
        };
        texts.into_iter().map(open).collect()
    }

    fn sealed(&self, puts: &Puts) -> Option<Puts> {
        let guard = self.active()?;
        // A transaction that fails is sealed anew as a whole.
        let seal = |(name, text): &Put| {
            let text = text.as_ref().map(|text| {
                let (generation, text) = guard.vault_sealed(REPLICA, name, text);
                guard.vault_written(REPLICA, name, generation);
                text
            });
            (name.clone(), text)
        };
        Some(puts.iter().map(seal).collect())
    }

    fn guard(&mut self) -> Option<&mut Guard> {
        // One that was dismissed is no longer there.
        self.guard.take_if(|guard| guard.is_dismissed());
        self.guard.as_mut()
    }
}
