//! What a person does so that nothing is lost: taking back, history, two devices, files,
//! generations, two pages.

use ket_nap::app::action::Action;
use ket_nap::app::past::{self, What};
use ket_nap::app::route::Route;
use ket_nap::app::selectors;
use ket_nap::app::state::{Notice, Question, Role};
use ket_nap::book::change::Change;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::backup::Trouble;
use ket_nap::store::journal::{Kept, Replica};
use ket_nap::store::medium::{Medium, MediumError, Memory};

use crate::page::{Page, SAVED};

/// A page of a cell with one candidate, whose form is open.
pub fn page(seed: u64) -> (Page, RecordId) {
    let mut page = Page::open(Memory::default(), seed);
    page.does(Action::StartNew(Role::Cell));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    page.goes("#/candidates/new");
    let id = page.here();
    page.types(Field::Name, "Lò Thị Mẫu");
    (page, id)
}

/// Everything in a page's book, carried to another as a file is.
fn carry(from: &mut Page, to: &mut Page) {
    from.does(Action::SaveFile);
    let file = from.platform.file.clone().unwrap_or_default();
    to.does(Action::FileRead(file));
    if to.state.question.is_some() {
        to.does(Action::Confirmed);
    }
}

/// The texts of a history: field, before, after.
fn told(page: &Page, id: &RecordId) -> Vec<(String, String, String)> {
    let entries = past::entries(&page.state, Some(id));
    let text = |text: Option<&str>| text.unwrap_or("–").to_owned();
    let entry = |entry: &past::Entry| match entry.what {
        What::Field(field) => (field.label().to_owned(), text(entry.before), text(entry.value)),
        what => (format!("{what:?}"), String::new(), String::new()),
    };
    entries.iter().map(entry).collect()
}

#[test]
fn steps_are_taken_back_and_done_again() {
    let (mut page, id) = page(7);
    page.types(Field::Birth, "3/2/1999");
    page.types(Field::Birth, "3/2/1998");
    let birth = |page: &Page| page.text(&id, Field::Birth);
    page.does(Action::Undo);
    assert_eq!(birth(&page).as_deref(), Some("1999-02-03"));
    page.does(Action::Undo);
    assert_eq!(birth(&page), None);
    page.does(Action::Redo);
    page.does(Action::Redo);
    page.does(Action::Redo);
    assert_eq!(birth(&page).as_deref(), Some("1998-02-03"));
    assert_eq!(page.state.kept, Some(SAVED));
    // A word is one step, and the record that was begun with it goes as a whole and comes back.
    page.does(Action::Undo);
    page.does(Action::Undo);
    page.does(Action::Undo);
    assert_eq!(page.state.route, Route::Candidates);
    assert!(page.state.ledger.candidate(&id).is_none());
    page.does(Action::Redo);
    assert_eq!(selectors::name(&page.state, &id).as_deref(), Some("Lò Thị Mẫu"));
    // Something new: what was taken back cannot be done again.
    page.goes(&Route::Record(id.clone()).href());
    page.types(Field::Residence, "Bản Mẫu");
    page.does(Action::Redo);
    assert_eq!(birth(&page), None);
    let page = page.again();
    assert_eq!(page.text(&id, Field::Residence).as_deref(), Some("Bản Mẫu"));
    assert_eq!(birth(&page), None);
}

#[test]
fn samples_go_and_come_back_in_one_step() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::OpenSample("bac-kan".into()));
    let records = page.state.book.records().count();
    page.does(Action::RemoveSamples);
    page.does(Action::Confirmed);
    assert_eq!(page.state.book.records().count(), 0);
    page.does(Action::Undo);
    assert_eq!(page.state.book.records().count(), records);
    page.does(Action::Undo);
    assert_eq!(page.state.book.records().count(), 0);
}

#[test]
fn what_another_device_wrote_after_an_edit_is_not_taken_back() {
    let (mut page, id) = page(7);
    page.types(Field::Birth, "3/2/1999");
    let mut other = Page::open(Memory::default(), 900);
    carry(&mut page, &mut other);
    other.goes(&Route::Record(id.clone()).href());
    other.types(Field::Birth, "4/2/1999");
    carry(&mut other, &mut page);
    page.does(Action::Undo);
    assert_eq!(page.text(&id, Field::Birth).as_deref(), Some("1999-02-04"));
    assert_eq!(page.state.notices.last().map(|told| told.notice.clone()), Some(Notice::Undone(1)));
    // The name stands as it was written here: it is taken back.
    page.does(Action::Undo);
    assert!(page.state.ledger.candidate(&id).is_none());
    assert!(page.text(&id, Field::Birth).is_some(), "the other device's edit stays in the deleted record");
    assert_eq!(past::deleted_unseen(&page.state), [] as [&RecordId; 0], "it was seen");
}

#[test]
fn the_history_tells_field_by_field_what_stood_before() {
    let (mut page, id) = page(7);
    page.types(Field::Birth, "3/2/1999");
    page.does(Action::Left);
    page.types(Field::Birth, "4/2/1999");
    page.does(Action::Delete(id.clone()));
    page.does(Action::Restore(id.clone()));
    let row = |field: &str, before: &str, after: &str| (field.to_owned(), before.to_owned(), after.to_owned());
    let expected = [
        row("Restored", "", ""),
        row("Deleted", "", ""),
        row("Ngày sinh", "1999-02-03", "1999-02-04"),
        row("Ngày sinh", "–", "1999-02-03"),
        row("Họ và tên", "–", "Lò Thị Mẫu"),
    ];
    let history = told(&page, &id);
    assert_eq!(history.get(..5), Some(expected.as_slice()), "{history:?}");
    let page = page.again();
    assert_eq!(told(&page, &id), history, "and the same after a start");
    // The entry that stands can be taken back from there.
    let mut page = page;
    let mark = past::entries(&page.state, Some(&id))
        .into_iter()
        .find(|entry| entry.stands && matches!(entry.what, What::Field(Field::Birth)));
    let mark = mark.map(|entry| entry.mark).unwrap_or_else(|| unreachable!("no edit of the birth date stands"));
    page.does(Action::TakeBack(mark));
    assert_eq!(page.text(&id, Field::Birth).as_deref(), Some("1999-02-03"));
}

#[test]
fn two_devices_that_wrote_side_by_side_are_shown_until_a_person_decides() {
    let (mut one, id) = page(7);
    let mut two = Page::open(Memory::default(), 900);
    carry(&mut one, &mut two);
    one.goes(&Route::Record(id.clone()).href());
    two.goes(&Route::Record(id.clone()).href());
    one.types(Field::Birth, "3/2/1999");
    two.types(Field::Birth, "3/2/1989");
    one.types(Field::Residence, "Bản Mẫu");
    two.types(Field::Residence, "Bản Mẫu");
    carry(&mut one, &mut two);
    carry(&mut two, &mut one);
    for page in [&one, &two] {
        let disputes = past::disputes(&page.state);
        assert_eq!(disputes.len(), 1, "what both wrote alike is no dispute");
        assert!(disputes.iter().all(|dispute| dispute.field == Field::Birth && dispute.edits.len() == 2));
    }
    let earlier =
        past::disputes(&one.state).first().and_then(|dispute| dispute.edits.first().map(|(mark, _)| mark.clone()));
    one.does(Action::Decide(earlier.unwrap_or_else(|| unreachable!("no dispute"))));
    assert!(past::disputes(&one.state).is_empty());
    assert_eq!(one.text(&id, Field::Birth).as_deref(), Some("1999-02-03"));
    carry(&mut one, &mut two);
    assert!(past::disputes(&two.state).is_empty(), "the decision reaches the other device");
    assert_eq!(two.text(&id, Field::Birth).as_deref(), Some("1999-02-03"));
    let history = told(&two, &id);
    assert!(history.iter().any(|(_, _, after)| after == "1989-02-03"), "what lost is still in the history");
}

#[test]
fn a_record_deleted_on_one_device_and_written_on_another_is_shown() {
    let (mut one, id) = page(7);
    let mut two = Page::open(Memory::default(), 900);
    carry(&mut one, &mut two);
    two.goes(&Route::Record(id.clone()).href());
    two.types(Field::Residence, "Bản Mẫu");
    one.does(Action::Delete(id.clone()));
    carry(&mut two, &mut one);
    assert_eq!(past::deleted_unseen(&one.state), [&id]);
    one.does(Action::Restore(id.clone()));
    assert_eq!(one.text(&id, Field::Residence).as_deref(), Some("Bản Mẫu"));
    assert!(past::deleted_unseen(&one.state).is_empty());
}

#[test]
fn clocks_wrong_by_years_change_nothing_but_the_hour_told() {
    let (mut one, id) = page(7);
    let mut ahead = Page::open(Memory::default(), 900);
    carry(&mut one, &mut ahead);
    ahead.platform.clock += 40 * 31_536_000_000;
    ahead.goes(&Route::Record(id.clone()).href());
    ahead.types(Field::Birth, "3/2/1999");
    carry(&mut ahead, &mut one);
    one.goes(&Route::Record(id.clone()).href());
    one.types(Field::Birth, "4/2/1999");
    assert_eq!(one.text(&id, Field::Birth).as_deref(), Some("1999-02-04"), "the later edit stands");
    carry(&mut one, &mut ahead);
    assert_eq!(ahead.text(&id, Field::Birth).as_deref(), Some("1999-02-04"));
    let entries = past::entries(&one.state, Some(&id));
    let hours = entries.iter().map(|entry| past::when(one.state.moment, entry.mark.stamp.ms).is_some());
    assert!(hours.clone().any(|known| known) && hours.clone().any(|known| !known));
}

#[test]
fn a_file_brings_everything_to_another_device_and_is_checked_by_opening_it() {
    let (mut page, id) = page(7);
    assert!(past::beyond_the_file(&page.state) > 0);
    page.does(Action::SaveFile);
    page.does(Action::FileSaved(false));
    assert_eq!(past::beyond_the_file(&page.state), 0);
    assert_eq!(page.state.backup.file.as_ref().map(|file| file.checked), Some(false));
    let file = page.platform.file.clone().unwrap_or_default();
    page.does(Action::FileRead(file.clone()));
    assert_eq!(page.state.notices.last().map(|told| told.notice.clone()), Some(Notice::FileChecked(0)));
    page.types(Field::Birth, "3/2/1999");
    page.does(Action::FileRead(file.clone()));
    assert_eq!(page.state.notices.last().map(|told| told.notice.clone()), Some(Notice::FileChecked(1)));
    let page = page.again();
    assert_eq!(page.state.backup.file.as_ref().map(|file| file.checked), Some(true));
    assert_eq!(past::beyond_the_file(&page.state), 1);

    let mut other = Page::open(Memory::default(), 900);
    other.does(Action::FileRead(file.clone()));
    assert!(matches!(&other.state.question, Some(Question::TakeIn { records: 2, .. })), "{:?}", other.state.question);
    other.does(Action::Dismissed);
    assert!(selectors::is_new(&other.state));
    other.does(Action::FileRead(file));
    other.does(Action::Confirmed);
    let other = other.again();
    assert_eq!(selectors::name(&other.state, &id).as_deref(), Some("Lò Thị Mẫu"));
    assert_eq!(other.state.book.changes().len(), page.state.book.changes().len() - 1);
}

#[test]
fn files_that_are_none_say_so() {
    let (mut page, _) = page(7);
    let before = page.state.book.changes();
    let told = |page: &Page| page.state.notices.last().map(|told| told.notice.clone());
    for (text, trouble) in [
        ("", Trouble::Foreign),
        ("Họ và tên,Ngày sinh", Trouble::Foreign),
        ("ket-nap;1;backup;5;0\n", Trouble::Foreign),
        ("ket-nap;9;backup;5;0\nbook x", Trouble::Newer),
    ] {
        page.does(Action::FileRead(text.to_owned()));
        assert_eq!(told(&page), Some(Notice::FileTrouble(trouble)), "{text}");
    }
    page.does(Action::FileFailed(Trouble::Cancelled));
    assert_eq!(page.state.book.changes(), before);
}

#[test]
fn a_browser_that_lost_both_copies_gives_the_book_back_from_a_generation() {
    let (mut page, id) = page(7);
    page.platform.clock += 1_000_000_000;
    page.does(Action::Idle);
    assert_eq!(page.platform.generations.len(), 1);
    page.does(Action::Idle);
    assert_eq!(page.platform.generations.len(), 1, "one a day");
    page.platform.clock += 86_400_000;
    page.does(Action::Idle);
    assert_eq!(page.platform.generations.len(), 2);
    page.platform.store.0.take();
    page.platform.replica = Some(Memory::default());
    let page = page.again();
    assert_eq!(selectors::name(&page.state, &id).as_deref(), Some("Lò Thị Mẫu"));
    assert!(page.state.notices.iter().any(|told| matches!(told.notice, Notice::BroughtBack(_))));
    assert_eq!(page.state.kept, Some(SAVED));
    let page = page.again();
    assert_eq!(selectors::name(&page.state, &id).as_deref(), Some("Lò Thị Mẫu"), "and it stays");
}

#[test]
fn a_book_that_shrank_takes_no_fuller_generation_away_without_a_word() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::OpenSample("bac-kan".into()));
    for _ in 0..2 {
        page.platform.clock += 86_400_000;
        page.does(Action::Idle);
    }
    let full = page.platform.generations.clone();
    page.does(Action::RemoveSamples);
    page.does(Action::Confirmed);
    page.does(Action::StartNew(Role::Cell));
    page.platform.clock += 86_400_000;
    page.does(Action::Idle);
    assert_eq!(page.platform.generations, full);
    page.does(Action::ReplaceGenerations);
    page.does(Action::Confirmed);
    assert_eq!(page.platform.generations.len(), 1);
    assert_ne!(page.platform.generations.get("a"), full.get("a"));
}

#[test]
fn either_copy_alone_brings_everything_back() {
    let (page, id) = page(7);
    page.platform.store.0.take();
    let mut page = page.again();
    assert_eq!(selectors::name(&page.state, &id).as_deref(), Some("Lò Thị Mẫu"));
    page.platform.replica = Some(Memory::default());
    let page = page.again();
    assert_eq!(selectors::name(&page.state, &id).as_deref(), Some("Lò Thị Mẫu"));
    assert_eq!(
        selectors::home(&page.state).and_then(|home| selectors::name(&page.state, &home)).as_deref(),
        Some("Chi bộ bản Mẫu")
    );
}

#[test]
fn where_the_replica_is_refused_the_page_says_so() {
    let mut page = Page::open_with(Memory::default(), None, 7);
    page.does(Action::StartNew(Role::Cell));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    assert_eq!(page.state.kept, Some(Kept { local: None, replica: Replica::Refused(MediumError::Denied) }));
    assert!(page.state.has_one_copy());
    let page = page.again();
    assert!(!selectors::is_new(&page.state));
}

#[test]
fn a_page_that_only_reads_lets_nothing_in_and_sees_what_the_other_writes() {
    let (mut writer, id) = page(7);
    let mut reader = Page::open_with(writer.platform.store.now(), writer.platform.replica.clone(), 900);
    reader.read(false);
    let before = reader.state.book.changes();
    reader.goes(&Route::Record(id.clone()).href());
    reader.does(Action::Edited { record: id.clone(), field: Field::Birth, text: "3/2/1999".into() });
    reader.does(Action::Delete(id.clone()));
    reader.does(Action::OpenSample("bac-kan".into()));
    reader.goes("#/candidates/new");
    assert_eq!(reader.state.route, Route::Candidates);
    reader.does(Action::Undo);
    assert_eq!(reader.state.book.changes(), before);
    writer.types(Field::Birth, "5/2/1999");
    reader.platform.store.0.replace(writer.platform.store.now());
    reader.read(false);
    assert_eq!(reader.text(&id, Field::Birth).as_deref(), Some("1999-02-05"));
    writer.does(Action::BecameReader);
    writer.does(Action::Edited { record: id.clone(), field: Field::Birth, text: "6/2/1999".into() });
    assert_eq!(writer.text(&id, Field::Birth).as_deref(), Some("1999-02-05"));
    reader.read(true);
    reader.does(Action::Edited { record: id.clone(), field: Field::Birth, text: "7/2/1999".into() });
    assert_eq!(reader.text(&id, Field::Birth).as_deref(), Some("1999-02-07"));
}

#[test]
fn what_a_page_still_had_to_write_survives_another_page_that_took_over() {
    let (mut page, id) = page(7);
    page.platform.store.0.borrow_mut().make_room(0);
    page.platform.replica = None;
    page.types(Field::Birth, "3/2/1999");
    assert!(page.state.kept.is_some_and(|kept| kept.local.is_some() && kept.replica != Replica::Confirmed));
    // Another page writes, then this one again: each time the stores are read anew.
    for writes in [false, true] {
        page.read(writes);
        assert_eq!(page.text(&id, Field::Birth).as_deref(), Some("1999-02-03"), "writes: {writes}");
    }
    page.platform.store.0.borrow_mut().make_room(100_000);
    page.does(Action::KeepAgain);
    assert_eq!(page.again().text(&id, Field::Birth).as_deref(), Some("1999-02-03"));
}

#[test]
fn records_and_fields_of_a_newer_version_survive_a_round_trip() {
    let (mut page, id) = page(7);
    let stamp = ket_nap::book::stamp::Stamp { ms: 5, count: 0, device: 9 };
    let newer = RecordId::parse("member:abc").unwrap_or_else(|| unreachable!());
    let change = |record: &RecordId, key: &str| Change {
        stamp,
        after: None,
        record: record.clone(),
        key: key.into(),
        value: Some("mới".into()),
    };
    let changes = vec![change(&newer, "joined"), change(&id, "shoe_size")];
    let name = "ket-nap/book/0000000900-00000001";
    assert_eq!(page.platform.store.write(name, &ket_nap::store::line::write(&changes)), Ok(()));
    let mut page = page.again();
    let mut other = Page::open(Memory::default(), 900);
    carry(&mut page, &mut other);
    let mut third = Page::open(Memory::default(), 5_000);
    carry(&mut other, &mut third);
    for change in &changes {
        assert!(third.state.book.has(change));
    }
    assert_eq!(selectors::name(&third.state, &id).as_deref(), Some("Lò Thị Mẫu"));
}
