//! How a task fails: with a sentence for the person in front of the terminal.

use std::fmt;

/// Why a task could not be done, and what to do about it, in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

/// What a task gives back.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure with this explanation.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// Says what was being done when something else failed.
pub trait Explain<T> {
    /// Turns the error into a [`Failure`] that begins with `what`.
    fn explain(self, what: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: fmt::Display> Explain<T> for Result<T, E> {
    fn explain(self, what: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|error| Failure(format!("{}: {error}", what())))
    }
}
