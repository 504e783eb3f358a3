//! Files sealed by a passphrase: a backup saved and opened again, also elsewhere; a parcel sealed before it is sent; and what a file
//! says that does not open.

use ket_nap::app::action::Action;
use ket_nap::app::planned::{Lists, ListsAction, Planned};
use ket_nap::app::route::Route;
use ket_nap::app::state::{Notice, Question};
use ket_nap::app::vaulted::{FileTask, SecretBox, Task, VaultAction, VaultTrouble};
use ket_nap::domain::schema::field::Field;
use ket_nap::exchange::plan::Plan;
use ket_nap::store::age::Shut;
use ket_nap::store::medium::Memory;

use crate::keeping;
use crate::page::Page;

const WORDS: &str = "Mưa trên bản Mẫu";

impl Page {
    fn seals(&mut self, task: FileTask, words: &str, again: &str) {
        self.does(Action::Vault(VaultAction::File(Some(task)).handed()));
        self.says(SecretBox::New, words);
        self.says(SecretBox::Again, again);
        self.asks(Task::File);
    }

    fn opens(&mut self, file: &str, words: &str) {
        self.does(Action::FileRead(file.to_owned()));
        assert_eq!((self.state.route.clone(), self.form().file), (Route::Safety, Some(FileTask::Open)));
        self.says(SecretBox::Current, words);
        self.asks(Task::File);
    }
}

/// A page, and a sealed backup of it.
fn sealed(seed: u64) -> (Page, String) {
    let (mut page, _) = keeping::page(seed);
    page.seals(FileTask::Backup, WORDS, WORDS);
    let file = page.platform.file.clone().unwrap_or_default();
    (page, file)
}

#[test]
fn a_sealed_backup_says_nothing_and_opens_by_its_passphrase() {
    let (mut page, file) = sealed(7);
    assert!(file.starts_with("-----BEGIN AGE ENCRYPTED FILE-----\n") && !file.contains("ket-nap"));
    assert_eq!((page.form().file, page.form().text.as_str(), page.form().trouble), (None, "", None));
    page.does(Action::FileSaved(true));
    assert_eq!(page.state.notices.last().map(|seen| &seen.notice), Some(&Notice::FileSaved(true)));
    // Here it has nothing new.
    page.opens(&file, "MUA TREN BAN MAU");
    assert_eq!(page.state.notices.last().map(|seen| &seen.notice), Some(&Notice::FileChecked(0)));
    // Elsewhere it brings everything.
    let mut other = Page::open(Memory::default(), 99);
    other.opens(&file, WORDS);
    assert!(matches!(other.state.question, Some(Question::TakeIn { .. })), "{:?}", other.state.question);
    other.does(Action::Confirmed);
    assert_eq!(other.state.book.changes().len(), page.state.book.changes().len());
}

#[test]
fn what_does_not_open_says_why_and_may_be_tried_again() {
    let (_, file) = sealed(7);
    let mut other = Page::open(Memory::default(), 99);
    other.opens(&file, "mưa trên");
    assert_eq!(other.form().trouble, Some(VaultTrouble::File(Shut::Wrong)));
    other.says(SecretBox::Current, WORDS);
    other.asks(Task::File);
    assert!(other.state.question.is_some());
    let cut = file.get(..file.len() - 80).unwrap_or_default();
    let mut third = Page::open(Memory::default(), 5);
    third.opens(cut, WORDS);
    assert_eq!(third.form().trouble, Some(VaultTrouble::File(Shut::Damaged)));
    third.does(Action::Vault(VaultAction::File(None).handed()));
    assert_eq!((third.form().file, third.form().text.as_str()), (None, ""));
}

#[test]
fn no_file_is_sealed_by_a_weak_or_mistyped_passphrase() {
    let (mut page, _) = keeping::page(7);
    page.seals(FileTask::Backup, "mưa", "mưa");
    assert!(matches!(page.form().trouble, Some(VaultTrouble::Weak(_))));
    page.seals(FileTask::Backup, WORDS, "mưa trên bản");
    assert_eq!((page.form().trouble, page.platform.file.is_some()), (Some(VaultTrouble::Unlike), false));
}

#[test]
fn a_parcel_is_sealed_before_it_is_sent() {
    let (mut page, _) = keeping::page(7);
    let plan =
        Plan { parcel: Some(("Chi bộ Mẫu.txt".to_owned(), "ket-nap;2;parcel;…".to_owned())), ..Plan::default() };
    page.state.lists = Lists::Planned(Box::new(Planned { plan, ..Planned::default() })).held();
    page.seals(FileTask::Parcel, WORDS, WORDS);
    let Some(Lists::Planned(planned)) = Lists::of(&page.state.lists) else { unreachable!() };
    let (name, text) = planned.plan.parcel.clone().unwrap_or_default();
    assert_eq!((planned.sealed, name.as_str()), (true, "ket-nap-2026-11-21-co-mat-khau.txt"));
    assert!(!text.contains("parcel"));
    // Who gets it has it read beside the book like any other.
    let mut other = Page::open(Memory::default(), 99);
    other.opens(&text, WORDS);
    assert_eq!(other.platform.asked, ["given;ket-nap;2;parcel;…"]);
}

#[test]
fn a_locked_page_opens_no_file_before_it_is_open() {
    let (mut page, file) = sealed(7);
    page.turns_on("nắng trên nương");
    page.types(Field::Name, "Lò Thị Mẫu Hai");
    let mut page = page.again();
    page.does(Action::FileRead(file));
    assert_eq!(page.form().file, None);
    page.unlocks("nắng trên nương");
    assert_eq!(page.form().file, Some(FileTask::Open));
    page.says(SecretBox::Current, WORDS);
    page.asks(Task::File);
    assert!(matches!(page.state.notices.last().map(|seen| &seen.notice), Some(Notice::FileChecked(_))));
}

/// The code on paper is shown once: nothing that is done with files takes it away before it is written down.
#[test]
fn a_code_that_is_not_written_down_yet_outlives_what_is_done_with_files() {
    let (mut page, file) = sealed(7);
    let code = page.turns_on("nắng trên nương");
    page.seals(FileTask::Backup, WORDS, WORDS);
    page.does(Action::FileRead(file));
    page.does(Action::Vault(VaultAction::File(None).handed()));
    page.does(Action::Lists(ListsAction::Drop));
    assert_eq!((page.form().code.as_deref(), page.form().file), (Some(code.as_str()), None));
}
