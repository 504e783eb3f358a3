//! The chunks of the program that are fetched after the first drawing (docs/decisions/0014, 0033), and how far
//! they have come. How they are fetched is in `web/later.js`, how the program is divided in `xtask/src/split.rs`.

/// A later chunk, in the order in which they are fetched. Each needs those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chunk {
    /// What a new user needs to type: functions whose names begin with `forms_` lead into it.
    Forms,
    /// What reads the stores where something is kept already: `stored_`.
    Stored,
    /// What seals, and what opens a locked page: `vault_`.
    Vault,
    /// All else: `deferred_`.
    Rest,
}

/// Load status of the later chunks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunks {
    /// The last one that is loaded.
    pub here: Option<Chunk>,
    /// Whether the next one has failed. The loader retries when online again, or on request.
    pub failed: bool,
}

impl Chunks {
    /// All loaded.
    pub const ALL: Chunks = Chunks { here: Some(Chunk::Rest), failed: false };
    /// None loaded, the first one on its way.
    pub const COMING: Chunks = Chunks { here: None, failed: false };

    /// Whether `chunk` is loaded.
    pub fn has(self, chunk: Chunk) -> bool {
        self.here >= Some(chunk)
    }

    /// Whether everything is loaded.
    pub fn all(self) -> bool {
        self.has(Chunk::Rest)
    }
}
