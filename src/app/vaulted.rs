//! The vault as a person meets it: what is typed, what is asked for, what came of it. What becomes of it in the state is in
//! `vault`, in the stores in `unlocking`.

use std::any::Any;
use std::rc::Rc;

use crate::store::age;
use crate::store::vault::header::Shut;
use crate::store::vault::key::{Passphrase, Weakness};

/// A box for a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretBox {
    /// The one that opens the vault now: passphrase or code.
    Current,
    /// The one that is to.
    New,
    /// The same again.
    Again,
}

/// What a person does with the vault, and what comes of it.
#[derive(Clone, Debug)]
pub enum VaultAction {
    /// Types into a box.
    Typed(SecretBox, String),
    /// Shows or hides what is typed.
    Show(bool),
    /// Asks for something that needs a secret.
    Ask(Task),
    /// The page has been drawn: what was asked for is done now, which takes a second.
    GoOn,
    /// What came of it.
    Done(Result<Outcome, VaultTrouble>),
    /// Asks for a passphrase to seal or open a file; for none any more.
    File(Option<FileTask>),
    /// The code was written down.
    Written,
    /// Locks the page.
    Lock,
    /// The generations in the browser, opened; and those that have to be written again.
    Generations(Vec<(String, String)>, Vec<(&'static str, Option<String>)>),
    /// Generations to be written, sealed.
    Write(Vec<(&'static str, Option<String>)>),
}

/// What needs a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Open the vault.
    Unlock,
    /// Make one.
    TurnOn,
    /// Let another passphrase open it.
    Change,
    /// Make a new code on paper.
    Paper,
    /// Keep everything open from now on.
    TurnOff,
    /// What the form has of a file.
    File,
}

/// What is done with a file and a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileTask {
    /// A backup is sealed and saved.
    Backup,
    /// The parcel that was made is sealed.
    Parcel,
    /// A sealed file is opened.
    Open,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The stores can be opened.
    Unlocked,
    /// From now on everything is sealed; the code on paper.
    TurnedOn(String),
    /// Another passphrase opens it.
    Changed,
    /// The new code on paper.
    Paper(String),
    /// From now on nothing is sealed.
    TurnedOff,
    /// The text of a file, sealed or opened.
    File(String),
}

/// Why nothing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultTrouble {
    /// The new passphrase protects little.
    Weak(Weakness),
    /// It was typed otherwise the second time.
    Unlike,
    /// The vault was not opened.
    Shut(Shut),
    /// The file was not opened, or not sealed.
    File(age::Shut),
    /// Not everything is written yet.
    Unwritten,
}

/// What is typed and told on the page of the vault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VaultForm {
    /// What is typed: current, new, again.
    pub typed: [Passphrase; 3],
    /// Whether it is shown.
    pub shows: bool,
    /// What is about to be done.
    pub waits: Option<Task>,
    /// Why nothing was done.
    pub trouble: Option<VaultTrouble>,
    /// The code to be written down.
    pub code: Option<String>,
    /// What is done with a file, as long as its passphrase is asked for.
    pub file: Option<FileTask>,
    /// The text of that file.
    pub text: String,
    /// How often something was done with what was typed, so that the boxes are emptied.
    pub round: usize,
    /// Headers that came with generations, where both stores have lost theirs.
    pub headers: Vec<String>,
}

/// As the state holds it: of a kind that only a later chunk knows, like [`super::planned::HeldLists`].
pub type HeldVault = Option<Rc<dyn Any>>;

/// What the runner does with the vault.
#[derive(Debug)]
pub enum Sealed {
    /// What needs a secret, which comes along.
    Do(Task, Box<VaultForm>),
    /// Opens generations.
    Generations(Vec<(String, String)>),
    /// Opens a file.
    File(String),
    /// Keeps a note that something is being erased for good, or takes it away.
    Erasing(bool),
    /// Reads the text of a file that was sealed.
    Read(String),
    /// Seals generations.
    Write(Vec<(&'static str, Option<String>)>),
}

/// Something of the vault on its way through the program, of a kind that only the vault's chunk knows.
#[derive(Clone, Debug)]
pub struct Handed(Rc<dyn Any>);

/// The same thing, not the same contents.
impl PartialEq for Handed {
    fn eq(&self, other: &Handed) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Handed {}

impl Handed {
    /// What it is, if it is a `T`.
    pub fn of<T: 'static>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl VaultAction {
    /// To be handed on.
    pub fn handed(self) -> Handed {
        Handed(Rc::new(self))
    }
}

impl Sealed {
    /// To be handed on.
    pub fn handed(self) -> Handed {
        Handed(Rc::new(self))
    }
}

impl VaultForm {
    /// What the state holds, if there is anything.
    pub fn of(held: &HeldVault) -> Option<&VaultForm> {
        held.as_ref()?.downcast_ref()
    }

    /// The same, to be altered and held again.
    pub fn taken(held: &mut HeldVault) -> VaultForm {
        held.take().and_then(|held| held.downcast::<VaultForm>().ok()).map(Rc::unwrap_or_clone).unwrap_or_default()
    }

    /// The form without what was typed, for a file. A code that is not written down yet stays.
    #[must_use]
    pub fn afresh(self, file: Option<FileTask>, text: String) -> VaultForm {
        VaultForm { file, text, round: self.round + 1, code: self.code, ..VaultForm::default() }
    }

    /// To be held.
    pub fn held(self) -> HeldVault {
        Some(Rc::new(self))
    }

    /// What is typed in a box.
    pub fn secret(&self, which: SecretBox) -> &Passphrase {
        let [current, new, again] = &self.typed;
        match which {
            SecretBox::Current => current,
            SecretBox::New => new,
            SecretBox::Again => again,
        }
    }
}
