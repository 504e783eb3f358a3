//! Backups: files saved by the user, generations kept in the browser, and restoring from either.

use super::action::Action;
use super::effect::{Effect, Request};
use super::erasing;
use super::facts::{Erasing, Lock, Question};
use super::keep;
use super::notices::Notice;
use super::route::Route;
use super::state::State;
use super::vaulted::{FileTask, Sealed, VaultForm};
use crate::book::Book;
use crate::book::change::Change;
use crate::domain::schema::id::RecordId;
use crate::store::age;
use crate::store::backup::{self, File, GENERATIONS, Generation, Trouble};
use crate::store::line::LineError;
use crate::store::vault::header::Header;
use crate::store::vault::rescue;

/// Saves the whole book to a file.
pub fn save_file(state: &mut State) -> Vec<Effect> {
    let ms = state.moment.ms;
    state.saving = Some((ms, state.book.version().clone()));
    let name = format!("ket-nap-{}.txt", state.moment.today.iso());
    // An edit that is in a file must not be replaced by continued typing.
    let mut effects = keep::settle(state);
    effects.push(Effect::Ask(Request::SaveFile(name, backup::write(&state.book, ms))));
    effects
}

/// The file was saved.
pub fn file_saved(state: &mut State, checked: bool) -> Vec<Effect> {
    if std::mem::take(&mut state.exporting) {
        state.tell(Notice::Exported);
        return Vec::new();
    }
    let Some((ms, version)) = state.saving.take() else { return Vec::new() };
    state.backup.file = Some(File { ms, checked, version });
    state.tell(Notice::FileSaved(checked));
    vec![Effect::Note(state.backup.clone())]
}

/// Saves a text that is not a backup.
pub fn export(state: &mut State, name: String, text: String) -> Vec<Effect> {
    (state.saving, state.exporting) = (None, true);
    vec![Effect::Ask(Request::SaveFile(name, text))]
}

/// No file was saved or read.
pub fn file_failed(state: &mut State, trouble: Trouble) -> Vec<Effect> {
    state.saving = None;
    state.exporting = false;
    if trouble != Trouble::Cancelled {
        state.tell(Notice::FileTrouble(trouble));
    }
    Vec::new()
}

/// A file was read: one without new changes counts as verified; otherwise the user is asked whether
/// to import it.
pub fn file_read(state: &mut State, text: &str) -> Vec<Effect> {
    if age::is_sealed(text.as_bytes()) {
        state.vault = VaultForm::taken(&mut state.vault).afresh(Some(FileTask::Open), text.to_owned()).held();
        return vec![Effect::Ask(Request::Go(Route::Safety))];
    }
    if let Some(header) = rescue::header(text) {
        return sealed_read(state, text, &header);
    }
    let (mut book, mut new) = (Book::new(0), 0);
    let contents = backup::read(text, &mut |change| {
        book.apply(change);
        new += usize::from(!state.book.has(change));
    });
    let contents = match contents {
        Ok(contents) => contents,
        Err(LineError::Newer) => return file_failed(state, Trouble::Newer),
        Err(_) => return file_failed(state, Trouble::Foreign),
    };
    if book.all().is_empty() {
        return file_failed(state, Trouble::Foreign);
    }
    let records = book.records().filter(|(id, _)| id.kind().is_some()).count();
    if new > 0 || contents.damaged > 0 {
        let erases = erasing::erased_by(state, &book);
        state.question = Some(Question::TakeIn { book: Box::new(book), new, contents, records, erases });
        return Vec::new();
    }
    let missing = state.book.edits().filter(|(_, _, edit)| !book.version().has_stamp(edit.stamp)).count();
    state.tell(Notice::FileChecked(missing));
    // An older file says nothing about the latest one.
    if state.backup.file.as_ref().is_some_and(|file| file.ms > contents.ms) {
        return Vec::new();
    }
    state.backup.file = Some(File { ms: contents.ms, checked: true, version: book.version().clone() });
    vec![Effect::Note(state.backup.clone())]
}

/// A sealed file was read: this page's key may open it. An empty book takes the lock over with it.
fn sealed_read(state: &mut State, text: &str, header: &Header) -> Vec<Effect> {
    match state.store.lock {
        Lock::Open => vec![Effect::Vault(Sealed::File(text.to_owned()).handed())],
        Lock::Off if state.book.all().is_empty() => {
            state.store.lock = Lock::Locked;
            state.vault = VaultForm { headers: vec![header.write()], ..VaultForm::default() }.held();
            state.waiting.push(Action::FileRead(text.to_owned()));
            Vec::new()
        }
        Lock::Off | Lock::Locked | Lock::Opening => file_failed(state, Trouble::Sealed),
    }
}

/// Imports what a file has that the book lacks.
pub fn take_in_book(state: &mut State, book: &Book) -> Vec<Effect> {
    let lacking = |change: &Change| !state.book.has(change);
    // Counted first: room for twice as many is room that a phone may not have.
    let mut changes = Vec::with_capacity(book.each_change().filter(lacking).count());
    changes.extend(book.each_change().filter(lacking));
    take_in(state, changes)
}

/// Imports changes.
pub fn take_in(state: &mut State, changes: Vec<Change>) -> Vec<Effect> {
    for change in &changes {
        state.book.apply(change);
    }
    // In a file the changes of one record follow each other: each is read anew once.
    let mut records: Vec<&RecordId> = changes.iter().map(|change| &change.record).collect();
    records.dedup();
    records.into_iter().for_each(|record| state.refresh(record));
    state.tell(Notice::FileTaken(changes.len()));
    state.typing = None;
    let mut effects = erasing::begin(state, &changes);
    effects.extend([Effect::Settle, Effect::Append(changes), Effect::Settle]);
    effects
}

/// Makes a generation in the browser, once a day.
pub fn make_generation(state: &mut State) -> Vec<Effect> {
    let records = state.book.records().count() as u64;
    let ms = state.moment.ms;
    let Some(place) = state.backup.due(ms, records) else { return Vec::new() };
    let mut made = state.backup.generations;
    let (Some(slot), Some(name)) = (made.get_mut(place), GENERATIONS.get(place)) else { return Vec::new() };
    *slot = Some(Generation { ms, records });
    state.making = Some(made);
    vec![write_generations(state, vec![(name, Some(backup::write(&state.book, ms)))])]
}

/// Writes generations; sealed, where there is a vault.
pub fn write_generations(state: &State, texts: Vec<(&'static str, Option<String>)>) -> Effect {
    match state.store.lock {
        Lock::Open => Effect::Vault(Sealed::Write(texts).handed()),
        Lock::Off | Lock::Locked | Lock::Opening => Effect::Ask(Request::WriteGenerations(texts)),
    }
}

/// The generations were written; only those read back and compared count.
pub fn generations_written(state: &mut State, done: bool) -> Vec<Effect> {
    match state.making.take().filter(|_| done) {
        None if done && state.store.erasing == Erasing::Clean => vec![Effect::Ask(Request::ReadGenerations)],
        Some(made) => {
            state.backup.generations = made;
            vec![Effect::Note(state.backup.clone())]
        }
        None => Vec::new(),
    }
}

/// Overwrites the fuller generations, as confirmed by the user.
pub fn replace_generations(state: &mut State) -> Vec<Effect> {
    let (ms, records) = (state.moment.ms, state.book.records().count() as u64);
    state.making = Some([Some(Generation { ms, records }), None]);
    let [first, second] = GENERATIONS;
    let text = backup::write(&state.book, ms);
    vec![write_generations(state, vec![(first, Some(text)), (second, None)])]
}

/// Both stores were empty: restores the generations and shows a notice.
pub fn bring_back(state: &mut State, found: &[(String, String)]) -> Vec<Effect> {
    if state.store.erasing == Erasing::Clean {
        let texts = erasing::unlike(state, found);
        return if texts.is_empty() { erasing::done(state) } else { vec![write_generations(state, texts)] };
    }
    // The user may have started over before the browser answered.
    if found.is_empty() || state.book.records().next().is_some() {
        return Vec::new();
    }
    let (mut changes, mut latest) = (Vec::new(), 0);
    for (_, text) in found {
        if let Ok(contents) = backup::read(text, &mut |change| changes.push(change.clone())) {
            latest = latest.max(contents.ms);
        }
    }
    if changes.is_empty() {
        return Vec::new();
    }
    let effects = take_in(state, changes);
    state.notices.clear();
    state.tell(Notice::BroughtBack(latest));
    effects
}
