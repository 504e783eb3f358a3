//! What is written for several candidates at once, while it is typed. What becomes of it is in `roster`.

use std::any::Any;
use std::rc::Rc;

use crate::domain::schema::field::Field;
use crate::domain::schema::id::RecordId;

/// Candidates of a roster for whom the same is to be entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Who was marked.
    pub marked: Vec<RecordId>,
    /// What is to be entered, as typed.
    pub texts: Vec<(Field, String)>,
}

/// As the state holds it: of a kind that only the last chunk knows, like [`super::planned::HeldLists`].
pub type HeldBatch = Option<Rc<dyn Any>>;

impl Batch {
    /// What the state holds, if anything was marked or typed.
    pub fn of(held: &HeldBatch) -> Option<&Batch> {
        held.as_ref()?.downcast_ref()
    }

    /// The same, to be altered and held again.
    pub fn taken(held: &mut HeldBatch) -> Batch {
        held.take().and_then(|held| held.downcast::<Batch>().ok()).map(Rc::unwrap_or_clone).unwrap_or_default()
    }

    /// To be held.
    pub fn held(self) -> HeldBatch {
        Some(Rc::new(self))
    }
}

/// What a person does with several candidates at once, on the page of a roster.
#[derive(Clone, Debug)]
pub enum RosterAction {
    /// Types into the row of a candidate who is not in the book yet.
    Begin(Field, String),
    /// Marks a candidate, or takes the mark away.
    Mark(RecordId, bool),
    /// The same of all.
    MarkAll(bool),
    /// Types what is to be entered for those who are marked.
    Text(Field, String),
    /// Enters it.
    Fill,
}
