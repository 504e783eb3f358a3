//! Organizations that change: three communes merged in one step, a target handed over, undone; two devices that write at once.

use ket_nap::app::action::Action;
use ket_nap::app::classes;
use ket_nap::app::facts::PlanField;
use ket_nap::app::notices::Notice;
use ket_nap::app::reorganize;
use ket_nap::app::route::Route;
use ket_nap::app::selectors;
use ket_nap::app::state::Role;
use ket_nap::domain::calculator::progress::{Forecast, progress};
use ket_nap::domain::ledger::life::Basis;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::store::medium::Memory;

use crate::page::Page;

/// A province with three communes, each with a cell.
fn page() -> Page {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Committee));
    page.types(Field::OrganizationName, "Tỉnh ủy Mẫu");
    let province = page.here();
    for commune in ["A", "B", "C"] {
        let commune_id = organization(&mut page, &format!("Đảng bộ xã {commune}"), "committee", &province);
        organization(&mut page, &format!("Chi bộ bản {commune}"), "village", &commune_id);
    }
    page
}

fn organization(page: &mut Page, name: &str, kind: &str, parent: &RecordId) -> RecordId {
    page.goes("#/organizations/new");
    let id = page.here();
    page.types(Field::OrganizationName, name);
    for (field, text) in [(Field::OrganizationKind, kind), (Field::OrganizationParent, parent.as_str())] {
        page.does(Action::Edited { record: id.clone(), field, text: text.to_owned() });
    }
    id
}

fn named(page: &Page, name: &str) -> RecordId {
    let found = page.state.ledger.organizations().find(|(_, found)| found.name.as_deref() == Some(name));
    found.map_or_else(|| unreachable!("{name}"), |(id, _)| id.clone())
}

fn tree(page: &Page) -> String {
    let name = |id: &RecordId| page.state.ledger.organization_name(id).unwrap_or_default().to_owned();
    let rows = page.state.ledger.tree().into_iter().map(|(depth, id)| format!("{}{}", ".".repeat(depth), name(&id)));
    rows.collect::<Vec<_>>().join(" ")
}

fn plan(page: &mut Page, lines: &str, day: &str) {
    page.goes("#/reorganize");
    page.does(Action::Plan(PlanField::Lines, lines.to_owned()));
    page.does(Action::Plan(PlanField::Day, day.to_owned()));
    page.does(Action::Plan(PlanField::Document, "Quyết định 1-QĐ/TU".to_owned()));
    page.does(Action::TakePlan);
}

const BEFORE: &str =
    "Tỉnh ủy Mẫu .Đảng bộ xã A ..Chi bộ bản A .Đảng bộ xã B ..Chi bộ bản B .Đảng bộ xã C ..Chi bộ bản C";
const AFTER: &str = "Tỉnh ủy Mẫu .Đảng bộ xã X ..Chi bộ bản A ..Chi bộ bản B ..Chi bộ bản C";
const MERGER: &str = "Đảng bộ xã A + Đảng bộ xã B + Đảng bộ xã C thành Đảng bộ xã X";

#[test]
fn three_communes_become_one_in_one_step() {
    let mut page = page();
    assert_eq!(tree(&page), BEFORE);
    plan(&mut page, MERGER, "1/7/2025");
    assert_eq!(tree(&page), AFTER);
    assert_eq!(page.state.route, Route::Organizations);
    assert_eq!(page.state.notices.last().map(|told| told.notice.clone()), Some(Notice::Reorganized(3)));
    // The tree of an earlier day, by the day asked for.
    page.does(Action::SetAsOf("30/6/2025".to_owned()));
    assert_eq!(tree(&page), format!("{BEFORE} .Đảng bộ xã X"));
    page.does(Action::SetAsOf(String::new()));
    // Who worked for one of them works for the one that continues it.
    let old = named(&page, "Đảng bộ xã A");
    page.does(Action::SetHome(old));
    assert_eq!(selectors::home(&page.state), Some(named(&page, "Đảng bộ xã X")));
    page.does(Action::Undo);
    assert_eq!(tree(&page), BEFORE);
    page.does(Action::Redo);
    assert_eq!(tree(&page), AFTER);
    let page = page.again();
    assert_eq!(tree(&page), AFTER);
}

#[test]
fn a_merger_is_taken_back_as_one_after_the_program_was_closed() {
    let mut page = page();
    plan(&mut page, MERGER, "1/7/2025");
    let mut page = page.again();
    let event = page.state.ledger.ids(RecordKind::Event).next().cloned().unwrap_or_else(|| unreachable!());
    assert_eq!(reorganize::together(&page.state, &event).len(), 3);
    page.does(Action::TakeBackEvents(event.clone()));
    assert_eq!(tree(&page), BEFORE);
    assert_eq!(page.state.ledger.ids(RecordKind::Event).count(), 0);
    page.does(Action::Undo);
    assert_eq!(tree(&page), AFTER);
    // Results came for the new one: it stays, with what was entered.
    let new = named(&page, "Đảng bộ xã X");
    page.goes("#/totals/new");
    let total = page.here();
    let field = Field::TotalOrganization;
    page.does(Action::Edited { record: total, field, text: new.as_str().to_owned() });
    page.does(Action::TakeBackEvents(event));
    assert_eq!(tree(&page), format!("{BEFORE} .Đảng bộ xã X"));
    assert_eq!(page.state.ledger.ids(RecordKind::Total).count(), 1);
}

#[test]
fn the_days_of_a_class_are_entered_for_all_who_chose_it() {
    let mut page = page();
    let edit = |page: &mut Page, record: &RecordId, field: Field, text: &str| {
        page.does(Action::Edited { record: record.clone(), field, text: text.to_owned() });
    };
    page.goes("#/classes/new");
    let class = page.here();
    for (field, text) in
        [(Field::ClassName, "Lớp 1"), (Field::ClassFrom, "10/3/2026"), (Field::ClassCertificates, "15/3/2026")]
    {
        edit(&mut page, &class, field, text);
    }
    let mut people = Vec::new();
    for name in ["Một", "Hai", "Ba"] {
        page.goes("#/candidates/new");
        let id = page.here();
        edit(&mut page, &id, Field::Name, name);
        edit(&mut page, &id, Field::CandidateClass, if name == "Ba" { "" } else { class.as_str() });
        people.push(id);
    }
    // What is there stays.
    edit(&mut page, &people[1], Field::Certificate, "20/3/2026");
    page.goes(&Route::Record(class.clone()).href());
    assert_eq!(classes::open(&page.state, &class), people[..2]);
    page.does(Action::ClassDays(class.clone()));
    let days = |page: &Page| -> Vec<(Option<String>, Option<String>)> {
        let day = |id: &RecordId, field: Field| page.state.book.record(id)?.text(field.spec().key).map(str::to_owned);
        people.iter().map(|id| (day(id, Field::SentToClass), day(id, Field::Certificate))).collect()
    };
    let some = |text: &str| Some(text.to_owned());
    let filled = [(some("2026-03-10"), some("2026-03-15")), (some("2026-03-10"), some("2026-03-20")), (None, None)];
    assert_eq!(days(&page), filled);
    assert_eq!(classes::open(&page.state, &class), []);
    page.does(Action::Undo);
    assert_eq!(days(&page), [(None, None), (None, some("2026-03-20")), (None, None)]);
}

#[test]
fn a_plan_with_a_line_that_is_not_understood_writes_nothing() {
    let mut page = page();
    let before = page.state.book.changes();
    for (lines, day) in [
        (MERGER, ""),
        (MERGER, "31/2/2025"),
        ("", "1/7/2025"),
        (&format!("{MERGER}\nĐảng bộ xã Q giải thể"), "1/7/2025"),
    ] {
        plan(&mut page, lines, day);
        assert_eq!((page.state.book.changes(), page.state.plan.lines.as_str()), (before.clone(), lines));
    }
    // Names are added by a tap.
    page.does(Action::Plan(PlanField::Lines, String::new()));
    for name in ["Đảng bộ xã A", "Đảng bộ xã B"] {
        let id = named(&page, name);
        page.does(Action::PlanName(id));
    }
    assert_eq!(page.state.plan.lines, "Đảng bộ xã A + Đảng bộ xã B");
}

#[test]
fn a_target_ends_and_is_handed_over_and_results_stay_where_they_were() {
    let mut page = page();
    let (commune, cell) = (named(&page, "Đảng bộ xã A"), named(&page, "Chi bộ bản A"));
    let record = |page: &mut Page, kind: RecordKind, given: &[(Field, &str)]| {
        let given = given.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        page.does(Action::Begin { kind, given });
        let id = page.here();
        // The first edit writes it.
        let field = Field::title(kind);
        let text = page.state.book.record(&id).and_then(|record| record.text(field.spec().key)).map(str::to_owned);
        page.does(Action::Edited { record: id.clone(), field, text: String::new() });
        page.does(Action::Edited { record: id.clone(), field, text: text.unwrap_or_default() });
        id
    };
    let target = record(
        &mut page,
        RecordKind::Target,
        &[
            (Field::TargetOrganization, commune.as_str()),
            (Field::TargetIndicator, "admissions"),
            (Field::TargetFrom, "2025-01-01"),
            (Field::TargetTo, "2025-12-31"),
            (Field::TargetBound, "4"),
        ],
    );
    for day in ["2025-02-03", "2025-09-02"] {
        record(
            &mut page,
            RecordKind::Candidate,
            &[(Field::Name, "Lò Văn Mẫu"), (Field::CandidateCell, cell.as_str()), (Field::Ceremony, day)],
        );
    }
    let counted = |page: &Page, target: &RecordId| {
        let found = page
            .state
            .ledger
            .target(target)
            .and_then(|target| progress(&page.state.ledger, target, page.state.moment.today, Forecast::Off));
        found.map(|found| found.counted)
    };
    assert_eq!(counted(&page, &target), Some(2));
    plan(&mut page, MERGER, "1/7/2025");
    for basis in [Basis::Then, Basis::Now] {
        page.does(Action::SetBasis(basis));
        assert_eq!(counted(&page, &target), Some(1), "{basis:?}");
    }
    page.does(Action::SetBasis(Basis::Then));
    let new = named(&page, "Đảng bộ xã X");
    let handed = record(
        &mut page,
        RecordKind::Target,
        &[
            (Field::TargetOrganization, new.as_str()),
            (Field::TargetIndicator, "admissions"),
            (Field::TargetFrom, "2025-01-01"),
            (Field::TargetTo, "2025-12-31"),
            (Field::TargetBound, "4"),
            (Field::TargetSince, "2025-07-01"),
        ],
    );
    assert_eq!(counted(&page, &handed), Some(1));
    page.does(Action::Edited { record: handed.clone(), field: Field::TargetTakesOver, text: "yes".to_owned() });
    assert_eq!(counted(&page, &handed), Some(2));
    // What was chosen stays on this device.
    let mut page = page.again();
    page.does(Action::SetBasis(Basis::Now));
    assert_eq!(page.again().state.preferences.basis, Basis::Now);
}

#[test]
fn one_device_ends_a_cell_while_another_enters_a_result_for_it() {
    let mut one = page();
    one.does(Action::SaveFile);
    let start = one.platform.file.clone().unwrap_or_else(|| unreachable!());
    let mut other = Page::open(Memory::default(), 9);
    other.does(Action::FileRead(start));
    other.does(Action::Confirmed);
    assert_eq!(tree(&other), BEFORE);
    let cell = named(&other, "Chi bộ bản B");
    plan(&mut one, "Chi bộ bản B sáp nhập vào Chi bộ bản A", "1/3/2026");
    other.goes("#/candidates/new");
    let person = other.here();
    other.types(Field::Name, "Lò Thị Mẫu");
    for (field, text) in [(Field::CandidateCell, cell.as_str()), (Field::Ceremony, "19/5/2026")] {
        other.does(Action::Edited { record: person.clone(), field, text: text.to_owned() });
    }
    let whole = |page: &mut Page, from: &mut Page| {
        from.does(Action::SaveFile);
        let file = from.platform.file.clone().unwrap_or_else(|| unreachable!());
        page.does(Action::FileRead(file));
        page.does(Action::Confirmed);
    };
    whole(&mut one, &mut other);
    whole(&mut other, &mut one);
    for page in [&one, &other] {
        let ledger = &page.state.ledger;
        assert_eq!(ledger.candidate(&person).and_then(|found| found.cell.as_ref()), Some(&cell));
        let heir = named(page, "Chi bộ bản A");
        assert_eq!(ledger.candidates_within(&heir).count(), 1);
        assert_eq!(selectors::name(&page.state, &cell).as_deref(), Some("Chi bộ bản B"));
        assert!(
            selectors::options(&page.state, RecordKind::Organization, Some(&person)).iter().all(|(_, id)| *id != cell)
        );
    }
}

#[test]
fn a_candidate_goes_to_another_cell_and_takes_the_dossier_along() {
    let mut page = page();
    let (old, new) = (named(&page, "Chi bộ bản A"), named(&page, "Chi bộ bản B"));
    page.goes("#/candidates/new");
    let person = page.here();
    page.types(Field::Name, "Lò Thị Mẫu");
    for (field, text) in
        [(Field::CandidateCell, old.as_str()), (Field::Introduced, "3/2/2026"), (Field::Application, "1/3/2026")]
    {
        page.does(Action::Edited { record: person.clone(), field, text: text.to_owned() });
    }
    page.does(Action::BeginAttached(RecordKind::Helper, person.clone()));
    let helper = page.here();
    for (field, text) in [(Field::HelperName, "Vàng A Mẫu"), (Field::HelperSince, "5/2/2026")] {
        page.does(Action::Edited { record: helper.clone(), field, text: text.to_owned() });
    }
    page.does(Action::BeginAttached(RecordKind::Move, person.clone()));
    let moved = page.here();
    for (field, text) in [(Field::MoveDay, "1/6/2026"), (Field::MoveTo, new.as_str()), (Field::MoveLetter, "25/5/2026")]
    {
        page.does(Action::Edited { record: moved.clone(), field, text: text.to_owned() });
    }
    let cell = |page: &Page| page.state.ledger.candidate(&person).and_then(|found| found.cell.clone());
    assert_eq!(cell(&page), Some(new.clone()));
    // The dossier has all that was done, and asks for a helper of the new cell.
    let found = |page: &Page| {
        let all = selectors::findings(&page.state, &person);
        all.iter().any(|finding| finding.id().as_str() == "helper.before_move")
    };
    assert!(found(&page));
    assert_eq!(page.text(&person, Field::Application).as_deref(), Some("2026-03-01"));
    page.does(Action::BeginAttached(RecordKind::Helper, person.clone()));
    let second = page.here();
    for (field, text) in [(Field::HelperName, "Sùng Thị Mẫu"), (Field::HelperSince, "2/6/2026")] {
        page.does(Action::Edited { record: second.clone(), field, text: text.to_owned() });
    }
    assert!(!found(&page));
    // Admitted there: counted once, there.
    page.does(Action::Edited { record: person.clone(), field: Field::Ceremony, text: "2/9/2026".to_owned() });
    let counted = |page: &Page, of: &RecordId| page.state.ledger.candidates_within(of).count();
    assert_eq!((counted(&page, &old), counted(&page, &new)), (0, 1));
    // Closed and opened again, and the move taken out.
    let mut page = page.again();
    assert_eq!(cell(&page), Some(new));
    page.does(Action::Delete(moved));
    assert_eq!(cell(&page), Some(old));
}
