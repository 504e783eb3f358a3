//! The browser as what the program runs on.

use super::storage::BrowserStorage;
use super::{bridge, clock, page, random};
use crate::app::action::Action;
use crate::app::effect::Request;
use crate::app::facts::Moment;
use crate::app::run::Platform;
use crate::store::medium::{Medium, MediumError};
use crate::store::preferences::Preferences;
use crate::store::puts::Puts;

/// The browser that shows the page.
#[derive(Debug, Default)]
pub struct Browser(BrowserStorage);

impl Platform for Browser {
    fn now(&self) -> Moment {
        clock::now()
    }

    fn random(&self) -> u64 {
        random::number()
    }

    fn writes(&self) -> bool {
        bridge::writes()
    }

    fn passes(&self) -> bool {
        bridge::passes()
    }

    fn local(&mut self) -> &mut dyn Medium {
        &mut self.0
    }

    fn second_copy(&self) -> Result<Vec<(String, String)>, MediumError> {
        bridge::second_copy()
    }

    fn write_second(&mut self, puts: &Puts) {
        bridge::write_second(puts);
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
                bridge::ask("kn-file-save", [Some(name.as_str()), Some(&text)].into_iter());
            }
            Request::OpenFile => page::tell("kn-file-open"),
            Request::WriteGenerations(texts) => {
                bridge::write("kn-backup-write", texts.iter().map(|(name, text)| (*name, text.as_deref())));
            }
            Request::ReadGenerations => page::tell("kn-backup-read"),
            Request::TakeOver => page::tell("kn-take-over"),
            Request::Rescue => page::tell("kn-rescue"),
            Request::FetchVersion => page::tell("kn-fetch-version"),
            Request::TakeVersion => page::tell("kn-activate-version"),
            Request::Install => page::tell("kn-install"),
            Request::Copy(text) => bridge::ask("kn-copy", [Some(text.as_str())].into_iter()),
            Request::Print => page::print(),
            Request::FetchLater => page::tell("kn-fetch-later"),
        }
        None
    }
}
