//! Lists from files while a person looks at them, as plain data. What is done with them is in `lists`.

use std::any::Any;
use std::rc::Rc;

use crate::domain::schema::id::{RecordId, RecordKind};
use crate::exchange::plan::{Plan, PlanRow, RowState};

/// Lists that were opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lists {
    /// The reader is at work.
    Reading {
        /// Number of files.
        files: u64,
        /// How far it is, in percent.
        part: u64,
        /// What was said of headings the time before.
        said: Vec<(String, String)>,
    },
    /// A workbook is being made.
    Making,
    /// The reader itself could not be fetched.
    NoReader,
    /// It ended without an answer.
    Failed,
    /// What the files would bring.
    Planned(Box<Planned>),
    /// Files of the time before wait to be looked at.
    Waiting(u64),
    /// Another program has shared something, and nothing came.
    Nothing,
    /// A picture was chosen in which no code can be read that is ours or a card's; whether there is another one.
    NoCode {
        /// It has a code of something else.
        strange: bool,
    },
    /// The camera looks for codes.
    Looking {
        /// How much of a text is there, in percent.
        part: u64,
        /// Why it cannot.
        trouble: Option<CameraTrouble>,
        /// Whether it sees a code of something else.
        strange: bool,
        /// The candidate whose record was open before.
        of: Option<RecordId>,
    },
}

/// Why the camera cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraTrouble {
    /// There is none, or the browser does not give it to this page.
    Absent,
    /// The person or the machine does not let it.
    Refused,
    /// Another program has it.
    Taken,
}

/// A parcel that is shown as codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// How dense the codes are: the place of a density of the courier, the sparsest first.
    pub density: usize,
    /// How many codes are needed, once that is known; 0 if the parcel is too long.
    pub codes: Option<u64>,
}

/// Lists as the state holds them: of a kind that only the last chunk knows, so that nothing of it, not even how it is
/// dropped, is in the first (docs/BYTES.md).
pub type HeldLists = Option<Rc<dyn Any>>;

impl Lists {
    /// Those that the state holds.
    pub fn of(held: &HeldLists) -> Option<&Lists> {
        held.as_ref()?.downcast_ref()
    }

    /// The same to be altered.
    pub fn of_mut(held: &mut HeldLists) -> Option<&mut Lists> {
        Rc::get_mut(held.as_mut()?)?.downcast_mut()
    }

    /// To be held.
    pub fn held(self) -> HeldLists {
        Some(Rc::new(self))
    }
}

/// A plan, and what a person said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// Headings and the fields chosen for them.
    pub said: Vec<(String, String)>,
    /// Whether something was chosen that the plan does not know yet.
    pub altered: bool,
    /// Rows of which was said whether they are the record that they may be.
    pub decided: Vec<(usize, bool)>,
    /// Rows that a person does not want.
    pub left_out: Vec<usize>,
    /// Whether the file counts where the book says something else.
    pub theirs: bool,
    /// How the parcel that was made is shown as codes.
    pub shown: Option<Shown>,
    /// Whether it is sealed by a passphrase.
    pub sealed: bool,
}

/// What a person does with them.
#[derive(Clone, Debug)]
pub enum ListsAction {
    /// Chooses the field of a column, by its place among all columns of the tables.
    Column(u32, String),
    /// Has the files read again with what was chosen.
    Again,
    /// Says of a row whether it is the record that it may be.
    Decide(usize, bool),
    /// Leaves a row out, or takes it again.
    Want(usize, bool),
    /// Says whether the file counts where the book says something else.
    Theirs(bool),
    /// Takes the rows into the book.
    Take,
    /// Stops reading, or gives up the plan.
    Drop,
    /// Makes something of the book: the text of an [`Output`](crate::exchange::output::Output).
    Make(String),
    /// Hands the parcel that was made to the browser.
    Send,
    /// Hands it to the share sheet.
    Share,
    /// Copies it as letters for a message.
    Copy,
    /// Shows it as codes of a density.
    Show(usize),
    /// Takes them off the screen.
    Hide,
    /// Says that the other side has it.
    Sent,
    /// Looks for codes through the camera.
    Look,
    /// Reads what was pasted into the box.
    Paste,
    /// Looks at the files of the time before.
    Resume,
}

impl Planned {
    /// What was said of a row that may be a record of the book.
    pub fn decision(&self, place: usize) -> Option<bool> {
        self.decided.iter().find(|(known, _)| *known == place).map(|(_, same)| *same)
    }

    /// The record that a row goes to; `None` if it is not taken in.
    pub fn target<'a>(&self, place: usize, row: &'a PlanRow) -> Option<&'a RecordId> {
        let own = row.records.first().map(|record| &record.id);
        match row.state {
            RowState::Refused => None,
            _ if self.left_out.contains(&place) => None,
            RowState::Doubtful if self.decision(place)? => row.other.as_ref(),
            _ => own,
        }
    }

    /// Whether a row may be left out alone: what others refer to may not.
    pub fn is_free(row: &PlanRow) -> bool {
        matches!(row.state, RowState::New | RowState::Changed) && !Self::carries_others(row)
    }

    /// Whether other records stand on what a row brings.
    fn carries_others(row: &PlanRow) -> bool {
        let kind = row.records.first().and_then(|record| record.id.kind());
        matches!(kind, None | Some(RecordKind::Organization | RecordKind::Village | RecordKind::AwarenessClass))
    }

    /// Whether a record of a parcel may be left out alone.
    pub fn is_free_of_parcels(row: &PlanRow) -> bool {
        match row.state {
            RowState::Same | RowState::Doubtful => false,
            RowState::New => !Self::carries_others(row),
            _ => true,
        }
    }

    /// Whether parcels were opened: what is left out of them is taken in all the same and written back.
    pub fn is_of_parcels(&self) -> bool {
        !self.plan.changes.is_empty() && self.plan.parcel.is_none()
    }

    /// Number of rows that would alter the book.
    pub fn taken(&self) -> usize {
        let mut taken = 0;
        for (place, row) in self.plan.rows.iter().enumerate() {
            taken += usize::from(row.state != RowState::Same && self.target(place, row).is_some());
        }
        taken
    }
}
