//! What the program asks of the machine that it runs on, as a trait: the browser, or stores in memory.

use super::action::Action;
use super::effect::Request;
use super::facts::Moment;
use crate::store::medium::{Medium, MediumError};
use crate::store::preferences::Preferences;
use crate::store::puts::Puts;

/// The platform that the program runs on. It makes no decisions.
pub trait Platform {
    /// The current time.
    fn now(&self) -> Moment;
    /// A random number, to tell things apart.
    fn random(&self) -> u64;
    /// A random number that nobody can guess; `None` where the platform has none.
    fn secret(&self) -> Option<u64>;
    /// Whether this page is the writer.
    fn writes(&self) -> bool;
    /// Whether the stores may not survive closing the page.
    fn passes(&self) -> bool;
    /// The primary store, local storage; behind a guard if there is one, who has to do with the replica, too.
    fn medium(&mut self) -> &mut Box<dyn Medium>;
    /// The same, to be used.
    fn local(&mut self) -> &mut dyn Medium {
        &mut **self.medium()
    }
    /// All names and texts of the replica.
    ///
    /// # Errors
    /// If it cannot be read.
    fn replica(&self) -> Result<Vec<(String, String)>, MediumError>;
    /// Starts a transaction of the replica. Its result is reported to [`Program::answered`](super::run::Program::answered).
    fn write_replica(&mut self, puts: &Puts);
    /// Applies the preferences to the page.
    fn prefer(&mut self, preferences: &Preferences);
    /// Performs a request; returns its immediate result, if any.
    fn perform(&mut self, request: Request) -> Option<Action>;
}
