//! A regulation file of an office on the page: looked at, taken in, travelling with backups, taken out again.

use ket_nap::app::action::Action;
use ket_nap::app::facts::RulesFile;
use ket_nap::app::notices::Notice;
use ket_nap::app::past;
use ket_nap::app::route::Route;
use ket_nap::app::selectors;
use ket_nap::app::state::Role;
use ket_nap::domain::admission::finding::Severity;
use ket_nap::domain::regulation::{FileProblem, Key};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::Day;
use ket_nap::store::medium::Memory;

use crate::page::Page;

const FILE: &str = r#"[
 ["quydinh", "1"],
 ["office", "Ban Tổ chức Tỉnh ủy Mẫu"],
 ["read_by", "Nguyễn Văn Mẫu, chuyên viên", "2026-11-20"],
 ["number", "300-QĐ/TW"],
 ["issued", "2026-11-01"],
 ["from", "2026-11-01"],
 ["replaces", "208-QĐ/TW", "2026-07-26"],
 ["value", "age_least_months", "240", "", "1.1", "bản gốc"],
 ["value", "wrong", "240", "", "1.1", "bản gốc"]
]"#;

/// A cell with a candidate who is nineteen today.
fn page() -> (Page, RecordId) {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    page.goes("#/candidates/new");
    let person = page.here();
    page.types(Field::Name, "Lò Thị Mẫu");
    page.does(Action::Edited { record: person.clone(), field: Field::Birth, text: "3/2/2007".to_owned() });
    page.does(Action::Edited { record: person.clone(), field: Field::CellMeeting, text: "20/11/2026".to_owned() });
    (page, person)
}

fn young(page: &Page, person: &RecordId) -> Option<Severity> {
    let found = selectors::findings(&page.state, person);
    found.into_iter().find(|finding| finding.id().as_str() == "age.under_18").map(|finding| finding.severity)
}

#[test]
fn a_file_is_looked_at_taken_in_and_taken_out_again() {
    let (mut page, person) = page();
    let before = page.state.book.changes();
    page.does(Action::FileRead(FILE.to_owned()));
    assert_eq!(page.state.route, Route::Regulation);
    let Some(RulesFile::Proposed(proposal)) = page.state.rules.as_deref() else {
        unreachable!("{:?}", page.state.rules)
    };
    assert_eq!(proposal.file.refused.len(), 1);
    assert_eq!(proposal.affected.as_slice(), std::slice::from_ref(&person));
    let (day, turned) = proposal.changes.first().unwrap_or_else(|| unreachable!("nothing changes"));
    assert_eq!(Some(*day), Day::new(2026, 11, 21));
    let age = turned.iter().find(|(key, ..)| *key == Key::AgeLeast);
    let value = |found: Option<ket_nap::domain::regulation::InForce>| found.map(|found| found.cited.value);
    assert_eq!(age.map(|(_, old, new)| (value(*old), value(*new))), Some((Some(216), Some(240))));
    // Nothing changes before somebody says so.
    assert_eq!((page.state.book.changes(), young(&page, &person)), (before, None));
    page.does(Action::DropRules);
    assert!(page.state.rules.is_none());

    page.does(Action::FileRead(FILE.to_owned()));
    page.does(Action::TakeRules);
    assert_eq!(young(&page, &person), Some(Severity::Blocks));
    assert_eq!(page.state.notices.last().map(|told| told.notice.clone()), Some(Notice::RulesTaken(1)));
    page.does(Action::Undo);
    assert_eq!(young(&page, &person), None);
    page.does(Action::Redo);
    assert_eq!(young(&page, &person), Some(Severity::Blocks));
    // Read again it changes nothing, and is still there after the page was closed.
    page.does(Action::FileRead(FILE.to_owned()));
    page.does(Action::TakeRules);
    let mut page = page.again();
    assert_eq!(young(&page, &person), Some(Severity::Blocks));
    assert_eq!(page.state.ledger.office_rules().len(), 1);

    // It travels with a backup.
    page.does(Action::SaveFile);
    let file = page.platform.file.clone().unwrap_or_default();
    let mut other = Page::open(Memory::default(), 900);
    other.does(Action::FileRead(file));
    other.does(Action::Confirmed);
    assert_eq!(young(&other, &person), Some(Severity::Blocks));

    let taken = page.state.ledger.office_rules();
    let id = taken.first().map(|(id, _)| id.clone()).unwrap_or_else(|| unreachable!("no record"));
    page.does(Action::Delete(id.clone()));
    assert_eq!(young(&page, &person), None);
    assert_eq!(page.state.route, Route::Regulation);
    assert_eq!(past::deleted(&page.state).len(), 1);
    page.does(Action::FileRead(FILE.to_owned()));
    page.does(Action::TakeRules);
    assert_eq!(young(&page, &person), Some(Severity::Blocks));
    assert_eq!(page.state.ledger.office_rules().len(), 1);
}

#[test]
fn a_file_that_is_none_says_so_and_changes_nothing() {
    let (mut page, _) = page();
    let before = page.state.book.changes();
    for (text, problem) in [
        (r#"{"a": 1}"#, FileProblem::Foreign),
        (r#"[["quydinh","7"]]"#, FileProblem::Newer),
        (r#"[["quydinh","1"],["value","age_least_months","216"]]"#, FileProblem::Nothing),
    ] {
        page.does(Action::FileRead(text.to_owned()));
        assert!(
            matches!(page.state.rules.as_deref(), Some(RulesFile::Refused(found, _)) if *found == problem),
            "{text}"
        );
        page.does(Action::TakeRules);
        assert!(page.state.rules.is_none());
    }
    assert_eq!(page.state.book.changes(), before);
}
