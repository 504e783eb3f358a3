//! Whatever a person does on a page, in any order: every single edit that the page shows, in a field
//! or in its history, is there when the page is opened again.

use ket_nap::app::action::Action;
use ket_nap::app::state::{EditRef, Role};
use ket_nap::book::change::Change;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::value::day::{Day, Period};
use ket_nap::store::medium::Memory;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::page::Page;

#[derive(Clone, Debug)]
enum Deed {
    /// Types a text into a field of one of the records.
    Type(Index, u8, String),
    Leave,
    Begin(RecordKind),
    /// Begins a record that belongs to a candidate.
    Attach(Index),
    Period(Index),
    Undo,
    Redo,
    Delete(Index),
    Restore(Index),
    TakeBack(Index),
    Decide(Index),
    /// The other device edits a field; its book comes as a file.
    TakeIn(Index, u8, String),
    Name(String),
    Hide,
    /// The stores are read anew, as when another page wrote.
    Read,
    Home,
}

fn deed() -> impl Strategy<Value = Deed> {
    let at = any::<Index>;
    let text = "[ab]{0,3}";
    prop_oneof![
        8 => (at(), 0_u8..3, text).prop_map(|(record, field, text)| Deed::Type(record, field, text)),
        2 => Just(Deed::Leave),
        1 => Just(Deed::Begin(RecordKind::Candidate)),
        1 => Just(Deed::Begin(RecordKind::Target)),
        1 => at().prop_map(Deed::Attach),
        1 => at().prop_map(Deed::Period),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        1 => at().prop_map(Deed::Delete),
        1 => at().prop_map(Deed::Restore),
        1 => at().prop_map(Deed::TakeBack),
        1 => at().prop_map(Deed::Decide),
        3 => (at(), 0_u8..3, text).prop_map(|(record, field, text)| Deed::TakeIn(record, field, text)),
        1 => "[ab]{1,3}".prop_map(Deed::Name),
        1 => Just(Deed::Hide),
        1 => Just(Deed::Read),
        1 => Just(Deed::Home),
    ]
}

/// A page, another device's page of which only files come, and every edit that was ever settled.
struct Person {
    page: Page,
    other: Page,
    settled: Vec<Change>,
}

impl Person {
    fn new() -> Person {
        let mut page = Page::open(Memory::default(), 7);
        page.does(Action::StartNew(Role::Cell));
        Person { page, other: Page::open(Memory::default(), 9_000), settled: Vec::new() }
    }

    /// One of the records that the page knows, deleted or not.
    fn record(&self, at: Index) -> RecordId {
        at.get(self.page.state.book.all()).0.clone()
    }

    /// One of the fields of a record; the name of a device has no form.
    fn field(record: &RecordId, place: u8) -> Option<Field> {
        Field::of(record.kind()?).nth(place.into())
    }

    /// One of all edits.
    fn edit(&self, at: Index) -> EditRef {
        EditRef::of(at.get(&self.page.state.book.changes()))
    }

    fn does(&mut self, deed: &Deed) {
        let action = match deed {
            Deed::Type(at, place, text) => {
                let record = self.record(*at);
                Person::field(&record, *place).map(|field| Action::Edited { record, field, text: text.clone() })
            }
            Deed::TakeIn(at, place, text) => {
                let record = self.record(*at);
                if let Some(field) = Person::field(&record, *place) {
                    self.other.does(Action::Edited { record, field, text: text.clone() });
                    self.other.does(Action::SaveFile);
                }
                self.other.platform.file.clone().map(Action::FileRead)
            }
            Deed::Attach(at) => {
                let candidate = self.record(*at);
                (candidate.kind() == Some(RecordKind::Candidate))
                    .then_some(Action::BeginAttached(RecordKind::Note, candidate))
            }
            Deed::Period(at) => {
                Period::new(Day::FIRST_OF_2026, Day::LAST).map(|all| Action::SetPeriod(self.record(*at), all))
            }
            Deed::Begin(kind) => Some(Action::Begin { kind: *kind, given: Vec::new() }),
            Deed::Leave => Some(Action::Left),
            Deed::Undo => Some(Action::Undo),
            Deed::Redo => Some(Action::Redo),
            Deed::Delete(at) => Some(Action::Delete(self.record(*at))),
            Deed::Restore(at) => Some(Action::Restore(self.record(*at))),
            Deed::TakeBack(at) => Some(Action::TakeBack(self.edit(*at))),
            Deed::Decide(at) => Some(Action::Decide(self.edit(*at))),
            Deed::Name(name) => Some(Action::NameDevice(name.clone())),
            Deed::Hide => Some(Action::Hidden),
            Deed::Read => {
                self.settles();
                self.page.read(true);
                None
            }
            Deed::Home => {
                self.settles();
                None
            }
        };
        if let Some(action) = action {
            self.page.does(action);
            if self.page.state.question.is_some() {
                self.page.does(Action::Confirmed);
            }
        }
    }

    /// Goes to the first page: what was begun and never written is given up, all else is settled.
    fn settles(&mut self) {
        self.page.goes("#/");
        self.settled.extend(self.page.state.book.changes());
    }

    /// The settled edits that are not there when the page is opened again.
    fn lost(mut self) -> Vec<Change> {
        self.settles();
        let Person { page, settled, .. } = self;
        let book = page.again().state.book.clone();
        settled.into_iter().filter(|change| !book.has(change)).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_edit_is_there_when_the_page_is_opened_again(deeds in proptest::collection::vec(deed(), 1..60)) {
        let mut person = Person::new();
        deeds.iter().for_each(|deed| person.does(deed));
        prop_assert_eq!(person.lost(), []);
    }
}
