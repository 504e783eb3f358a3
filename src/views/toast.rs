//! What is told once, over the page, and what is asked before something that cannot be undone. Around them is the `frame`.

use super::el::{El, el};
use super::widgets::badge::Tone;
use super::widgets::button::{Weight, button};
use super::widgets::dialog::dialog;
use super::widgets::notice::notice;
use super::{Act, name_of, not_kept, time_of};
use crate::app::action::Action;
use crate::app::chunks::Chunk;
use crate::app::past;
use crate::app::state::{Notice, Question, State};
use crate::domain::schema::field::Field;
use crate::text::{erasing, groundwork, life, lists, notices, office_rules, roster, safety, vault, words};

/// The newest notice. It is an overlay: nothing may move under a finger that is about to tap.
pub fn toast(state: &State, act: &Act) -> El {
    let latest = state.notices.iter().enumerate().next_back();
    let toast = el("div", "toast").fixed("aria-live", "polite");
    match latest {
        Some((place, latest)) if state.chunks.has(Chunk::Rest) => {
            toast.child(deferred_toast(state, act, place, &latest.notice))
        }
        _ => toast,
    }
}

/// A notice's content, in the deferred chunk.
#[inline(never)]
fn deferred_toast(state: &State, act: &Act, place: usize, latest: &Notice) -> El {
    let mut actions = Vec::new();
    let (tone, words) = match latest {
        Notice::Deleted(id) => {
            actions.push(button(words::UNDO, Weight::Main, act, Action::Restore(id.clone())));
            let kind = id.kind().filter(|kind| Field::title(*kind).spec().kind.is_reference());
            let name = name_of(state, id);
            let name = kind.map_or_else(|| name.clone(), |kind| format!("{}: {name}", words::record(kind)));
            (Tone::Calm, notices::deleted(&name))
        }
        Notice::SampleOpened(name) => (Tone::Calm, notices::sample_opened(name)),
        Notice::SamplesRemoved => (Tone::Calm, notices::SAMPLES_REMOVED.to_owned()),
        Notice::OfflineReady => (Tone::Good, notices::OFFLINE_READY.to_owned()),
        Notice::NotKept(cause) => (Tone::Warn, not_kept(*cause).to_owned()),
        Notice::Installed => (Tone::Good, notices::INSTALLED.to_owned()),
        Notice::VersionSwitchedElsewhere => (Tone::Warn, notices::SWITCHED_ELSEWHERE.to_owned()),
        Notice::Undone(stayed) => {
            if !state.undone.is_empty() {
                actions.push(button(safety::REDO, Weight::Main, act, Action::Redo));
            }
            (Tone::Calm, safety::undone(*stayed))
        }
        Notice::Redone => (Tone::Calm, safety::REDONE.to_owned()),
        Notice::Copied(true) => (Tone::Good, notices::COPIED.to_owned()),
        Notice::Copied(false) => (Tone::Warn, notices::NOT_COPIED.to_owned()),
        Notice::Vault(true) => (Tone::Good, vault::TURNED_ON.to_owned()),
        Notice::Vault(false) => (Tone::Warn, vault::TURNED_OFF.to_owned()),
        Notice::PassphraseChanged => (Tone::Good, vault::CHANGED.to_owned()),
        Notice::Exported => (Tone::Good, notices::EXPORTED.to_owned()),
        Notice::FilesWait(files) => (Tone::Warn, lists::files_wait(*files)),
        Notice::ParcelSent => (Tone::Good, notices::SENT.to_owned()),
        Notice::FileSaved(checked) => (Tone::Good, safety::file_saved(*checked).to_owned()),
        Notice::FileChecked(missing) => (Tone::Good, safety::file_checked(*missing)),
        Notice::ClassDays(people) => (Tone::Good, groundwork::class_days_done(*people)),
        Notice::GroupFilled { people, kept, step } => {
            let last = state.steps.last().and_then(|last| last.first()).map(|done| &done.mark);
            if step.is_some() && step.as_ref() == last {
                actions.push(button(words::UNDO, Weight::Main, act, Action::Undo));
            }
            (Tone::Good, roster::filled(*people, *kept))
        }
        Notice::ListsTaken(number) | Notice::ParcelTaken(number) => {
            actions.push(button(words::UNDO, Weight::Main, act, Action::Undo));
            let of_lists = matches!(latest, Notice::ListsTaken(_));
            (Tone::Good, if of_lists { lists::taken(*number) } else { lists::parcel_taken(*number) })
        }
        Notice::RecordsErased => (Tone::Good, erasing::RECORDS_ERASED.to_owned()),
        Notice::Erased(true) => (Tone::Good, erasing::ERASED.to_owned()),
        Notice::Erased(false) => (Tone::Bad, erasing::NOT_ERASED.to_owned()),
        Notice::ReorganizedBack => (Tone::Good, life::REORGANIZED_BACK.to_owned()),
        Notice::Reorganized(number) => (Tone::Good, life::reorganized(*number)),
        Notice::RulesTaken(number) => (Tone::Good, office_rules::rules_taken(*number)),
        Notice::FileTaken(changes) => (Tone::Good, safety::file_taken(*changes)),
        Notice::FileTrouble(trouble) => (Tone::Bad, safety::file_trouble(*trouble).to_owned()),
        Notice::BroughtBack(ms) => (Tone::Warn, safety::brought_back(&time_of(state, *ms))),
    };
    actions.push(button(words::CLOSE, Weight::Plain, act, Action::NoticeRead(place)));
    let shown = notice(tone, &words, None, actions);
    // What asks for nothing and stands in the settings as well goes by itself from over what is read there.
    if matches!(latest, Notice::OfflineReady) { shown.fixed("data-passing", "") } else { shown }
}

/// A question. Only actions of the deferred chunk ask any.
#[inline(never)]
pub fn deferred_question(state: &State, act: &Act, question: &Question) -> El {
    match question {
        Question::DeleteOrganization { id, pointing } => {
            let title = notices::delete_organization(&name_of(state, id));
            dialog(act, &title, &notices::delete_organization_about(*pointing), words::DELETE, Weight::Danger)
        }
        Question::RemoveSamples => {
            dialog(act, notices::REMOVE_SAMPLES, notices::REMOVE_SAMPLES_ABOUT, words::DELETE, Weight::Danger)
        }
        Question::EraseRecord(id) => {
            let title = erasing::erase_record(&name_of(state, id));
            dialog(act, &title, erasing::ERASE_RECORD_ABOUT, erasing::ERASE_RECORD, Weight::Danger)
        }
        Question::TakeIn { new, contents, records, erases, .. } => {
            let about = safety::take_in_about(&time_of(state, contents.ms), *records, contents.damaged, *erases);
            dialog(act, &safety::take_in(*new), &about, safety::TAKE_IN, Weight::Main)
        }
        Question::Erase => {
            let title = erasing::erase(state.book.records().count());
            let about = erasing::erase_about(past::beyond_the_file(state));
            dialog(act, &title, &about, erasing::ERASE, Weight::Danger)
        }
        Question::ReplaceGenerations => {
            dialog(act, safety::REPLACE_QUESTION, safety::REPLACE_ABOUT, safety::REPLACE, Weight::Danger)
        }
    }
}
