//! Files that are sealed by a passphrase: what is given to be sealed, and what is done with it then. How it is sealed is in `store::age`,
//! who does it in `unlocking`.

use super::effect::{Effect, Request};
use super::keep;
use super::planned::Lists;
use super::state::State;
use super::vaulted::{FileTask, Sealed, VaultForm};
use crate::store::backup;

/// What is to be sealed, as it stands now.
pub fn given(state: &mut State, form: &mut VaultForm) -> Vec<Effect> {
    match form.file {
        Some(FileTask::Backup) => {
            let ms = state.moment.ms;
            state.saving = Some((ms, state.book.version().clone()));
            form.text = backup::write(&state.book, ms);
            // An edit that is in a file must not be replaced by continued typing.
            return keep::settle(state);
        }
        Some(FileTask::Parcel) => {
            if let Some(Lists::Planned(planned)) = Lists::of(&state.lists) {
                form.text = planned.plan.parcel.as_ref().map(|(_, text)| text.clone()).unwrap_or_default();
            }
        }
        Some(FileTask::Open) | None => {}
    }
    Vec::new()
}

/// The file was sealed or opened.
pub fn done(state: &mut State, task: Option<FileTask>, text: &str) -> Vec<Effect> {
    match task {
        Some(FileTask::Backup) => vec![Effect::Ask(Request::SaveFile(name(state), text.to_owned()))],
        Some(FileTask::Parcel) => {
            let name = name(state);
            if let Some(Lists::Planned(planned)) = Lists::of_mut(&mut state.lists) {
                planned.plan.parcel = Some((name, text.to_owned()));
                planned.sealed = true;
            }
            Vec::new()
        }
        Some(FileTask::Open) => vec![Effect::Vault(Sealed::Read(text.to_owned()).handed())],
        None => Vec::new(),
    }
}

/// What a sealed file is called: outside it says nothing but that.
fn name(state: &State) -> String {
    format!("ket-nap-{}-co-mat-khau.txt", state.moment.today.iso())
}
