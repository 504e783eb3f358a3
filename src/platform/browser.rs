//! [`Platform`] implemented by the browser.

use std::fmt;

use super::contract::sent;
use super::storage::BrowserStorage;
use super::{bridge, clock, page, random};
use crate::app::action::Action;
use crate::app::effect::Request;
use crate::app::facts::Moment;
use crate::app::run::Platform;
use crate::store::medium::{Medium, MediumError};
use crate::store::preferences::Preferences;
use crate::store::puts::Puts;

/// The browser.
pub struct Browser(Box<dyn Medium>);

impl Default for Browser {
    fn default() -> Browser {
        Browser(Box::new(BrowserStorage))
    }
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Browser")
    }
}

impl Platform for Browser {
    fn now(&self) -> Moment {
        clock::now()
    }

    fn random(&self) -> u64 {
        random::number()
    }

    fn secret(&self) -> Option<u64> {
        random::secret()
    }

    fn writes(&self) -> bool {
        bridge::writes()
    }

    fn passes(&self) -> bool {
        bridge::passes()
    }

    fn medium(&mut self) -> &mut Box<dyn Medium> {
        &mut self.0
    }

    fn replica(&self) -> Result<Vec<(String, String)>, MediumError> {
        bridge::replica().map(|texts| self.0.opened(texts))
    }

    fn write_replica(&mut self, puts: &Puts) {
        bridge::write_replica(self.0.sealed(puts).as_ref().unwrap_or(puts));
    }

    fn prefer(&mut self, preferences: &Preferences) {
        page::prefer(preferences);
    }

    fn perform(&mut self, request: Request) -> Option<Action> {
        match request {
            Request::Go(route) => page::go(&route.href()),
            Request::Replace(route) => {
                page::replace(&route.href());
                return Some(Action::Navigated(route.href()));
            }
            Request::SaveFile(name, text) => {
                bridge::ask(sent::FILE_SAVE, [Some(name.as_str()), Some(&text)].into_iter());
            }
            Request::OpenFile => page::tell(sent::FILE_OPEN),
            Request::ReadLists(text) => bridge::hand(sent::LISTS_READ, &text),
            Request::WriteGenerations(texts) => {
                bridge::write(sent::BACKUP_WRITE, texts.iter().map(|(name, text)| (*name, text.as_deref())));
            }
            Request::ReadGenerations => page::tell(sent::BACKUP_READ),
            Request::TakeOver => page::tell(sent::TAKE_OVER),
            Request::Rescue => page::tell(sent::RESCUE),
            Request::FetchVersion => page::tell(sent::FETCH_VERSION),
            Request::TakeVersion => page::tell(sent::ACTIVATE_VERSION),
            Request::Install => page::tell(sent::INSTALL),
            Request::Copy(text) => bridge::hand(sent::COPY, &text),
            Request::Print => page::print(),
            Request::FetchChunks => page::tell(sent::FETCH_LATER),
        }
        None
    }
}
