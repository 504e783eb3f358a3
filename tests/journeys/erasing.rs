//! A person's record erased for good: nothing of it stays in any store or generation, whatever is cut off, and no old file brings it
//! back; everybody else is there as before.

use ket_nap::app::action::Action;
use ket_nap::app::facts::{Erasing, Lock};
use ket_nap::app::past::{self, What};
use ket_nap::app::route::Route;
use ket_nap::app::state::{Notice, Question};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::value::day::Day;
use ket_nap::store::medium::Memory;

use crate::keeping;
use crate::page::Page;

/// What is written of the one who is erased, and of nobody else; in bundles letters with marks are written otherwise.
const TEXTS: [&str; 4] = ["Kh\\u00e1c", "Khác", "1234567890", "Nguoi cu"];

/// A page with two candidates, the second with a relative and an older name, generations of several days. Returns the first and the
/// second.
fn page(seed: u64) -> (Page, RecordId, RecordId) {
    let (mut page, stays) = keeping::page(seed);
    page.goes("#/candidates/new");
    let goes = page.here();
    page.types(Field::Name, "Nguoi cu");
    page.types(Field::Name, "Lò Thị Khác");
    page.types(Field::CitizenId, "001234567890");
    page.does(Action::BeginAttached(RecordKind::Relative, goes.clone()));
    page.types(Field::RelativeName, "Lò Văn Khác");
    page.does(Action::Idle);
    page.platform.clock += 2 * 86_400_000;
    page.does(Action::Idle);
    assert_eq!((page.platform.generations.len(), page.traces().is_empty()), (2, false));
    (page, stays, goes)
}

impl Page {
    /// Names of what has something of the one who is erased.
    fn traces(&self) -> Vec<String> {
        let has = |text: &str| TEXTS.iter().any(|trace| text.contains(trace));
        self.kept().into_iter().filter(|(_, text)| has(text)).map(|(name, _)| name).collect()
    }

    fn erases(&mut self, id: &RecordId) {
        self.does(Action::Delete(id.clone()));
        self.does(Action::EraseRecord(id.clone()));
        self.does(Action::Confirmed);
        self.rereads();
    }

    fn is_gone(&self, id: &RecordId) {
        assert_eq!((self.traces(), self.state.store.erasing), (vec![], Erasing::Off));
        assert!(self.kept().keys().all(|name| !name.ends_with("/erasing")), "{:?}", self.kept().keys());
        let of_it = |record: &RecordId| record == id || record.candidate().as_ref() == Some(id);
        for (_, key, edit) in self.state.book.edits().filter(|(record, ..)| of_it(record)) {
            assert!(matches!(key, "deleted" | "erased"), "{key} {edit:?}");
        }
    }
}

#[test]
fn nothing_of_a_person_stays_anywhere_and_the_others_are_there() {
    let (mut page, stays, goes) = page(7);
    page.does(Action::SaveFile);
    let old = page.platform.file.clone().unwrap_or_default();
    page.erases(&goes);
    page.is_gone(&goes);
    assert_eq!(page.state.notices.last().map(|seen| &seen.notice), Some(&Notice::RecordsErased));
    assert_eq!(page.state.route, Route::Deleted);
    assert_eq!(past::deleted(&page.state), []);
    assert_eq!(
        past::entries(&page.state, Some(&goes)).iter().map(|entry| entry.what).collect::<Vec<_>>(),
        [What::Erased]
    );
    // Nothing brings it back: no step, no file of before.
    page.does(Action::Undo);
    page.does(Action::Restore(goes.clone()));
    page.does(Action::FileRead(old.clone()));
    assert!(page.state.question.is_none(), "{:?}", page.state.question);
    page.is_gone(&goes);
    page.does(Action::SaveFile);
    assert!(!TEXTS.iter().any(|trace| page.platform.file.as_deref().unwrap_or_default().contains(trace)));
    let page = page.again();
    page.is_gone(&goes);
    assert_eq!(page.text(&stays, Field::Name).as_deref(), Some("Lò Thị Mẫu"));
    assert_eq!(page.state.store.unread, []);
}

#[test]
fn behind_the_lock_it_is_the_same() {
    let (mut page, stays, goes) = page(7);
    let open = page.turns_on("mưa trên bản Mẫu");
    assert!(!open.is_empty());
    page.erases(&goes);
    page.is_gone(&goes);
    // Opened, to see what is under the lock.
    page.turns_off("mưa trên bản Mẫu");
    assert_eq!(page.state.store.lock, Lock::Off);
    page.is_gone(&goes);
    assert_eq!(page.text(&stays, Field::Name).as_deref(), Some("Lò Thị Mẫu"));
}

#[test]
fn what_is_cut_off_is_done_at_the_next_start() {
    let (mut page, stays, goes) = page(7);
    page.does(Action::Delete(goes.clone()));
    page.does(Action::EraseRecord(goes.clone()));
    page.does(Action::Confirmed);
    // Closed before the stores were read again.
    assert!(!page.traces().is_empty());
    let mut page = page.again();
    page.does(Action::Idle);
    page.rereads();
    page.is_gone(&goes);
    assert_eq!(page.text(&stays, Field::Name).as_deref(), Some("Lò Thị Mẫu"));
}

#[test]
fn a_store_that_does_not_give_it_up_is_told_and_tried_again() {
    let (mut page, _, goes) = page(7);
    page.platform.replica = None;
    page.erases(&goes);
    // Waits for the replica, which refuses.
    assert_eq!(page.state.store.erasing, Erasing::Begun);
    assert!(page.kept().keys().any(|name| name.ends_with("/erasing")));
    page.platform.replica = Some(Memory::default());
    let mut page = page.again();
    page.does(Action::Idle);
    page.rereads();
    page.is_gone(&goes);
}

#[test]
fn a_file_that_erases_says_so_and_does_it_here() {
    let (mut page, _, goes) = page(7);
    page.does(Action::SaveFile);
    let old = page.platform.file.clone().unwrap_or_default();
    let mut other = Page::open(Memory::default(), 99);
    other.does(Action::FileRead(old));
    other.does(Action::Confirmed);
    assert!(!other.traces().is_empty());
    page.erases(&goes);
    page.does(Action::SaveFile);
    other.does(Action::FileRead(page.platform.file.clone().unwrap_or_default()));
    assert!(matches!(other.state.question, Some(Question::TakeIn { erases: 1, .. })), "{:?}", other.state.question);
    other.does(Action::Confirmed);
    other.rereads();
    other.is_gone(&goes);
}

#[test]
fn whoever_is_due_is_in_the_list() {
    let (mut page, _, goes) = page(7);
    page.goes(&Route::of_field(&goes, Field::DeleteBy).href());
    page.does(Action::Edited { record: goes.clone(), field: Field::DeleteBy, text: "1/12/2026".to_owned() });
    assert_eq!(ket_nap::app::selectors::to_delete(&page.state), Vec::<&RecordId>::new());
    page.comes_to(Day::new(2026, 12, 1).unwrap_or(Day::FIRST_OF_2026));
    assert_eq!(ket_nap::app::selectors::to_delete(&page.state), [&goes]);
}
