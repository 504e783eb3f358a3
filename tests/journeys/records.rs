//! Records as people enter them: beginning, typing, deleting, samples, search, days.

use ket_nap::app::action::Action;
use ket_nap::app::route::Route;
use ket_nap::app::search;
use ket_nap::app::selectors;
use ket_nap::app::state::{Notice, Question, Role};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::store::journal::{Kept, Replica};
use ket_nap::store::medium::{Medium, MediumError, Memory};
use ket_nap::text::numbers;

use crate::page::{Page, SAVED};

#[test]
fn a_secretary_begins_and_finds_everything_again() {
    let mut page = Page::open(Memory::default(), 7);
    assert!(selectors::is_new(&page.state));
    page.does(Action::StartNew(Role::Cell));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    page.goes("#/targets/new");
    page.types(Field::TargetBound, "từ 4");
    page.goes("#/candidates/new");
    let person = page.here();
    page.types(Field::Name, "Lò Thị Mẫu");
    page.types(Field::Birth, "3/2/1999");
    page.types(Field::Ceremony, "19/5/2026");
    assert_eq!(page.percents(), ["25,0%"]);
    assert_eq!(page.state.kept, Some(SAVED));

    let mut page = page.again();
    assert!(!selectors::is_new(&page.state));
    assert_eq!(page.percents(), ["25,0%"]);
    assert_eq!(page.text(&person, Field::Birth).as_deref(), Some("1999-02-03"));
    assert_eq!(selectors::name(&page.state, &person).as_deref(), Some("Lò Thị Mẫu"));

    // The past of a cell that starts in mid-term comes as a total.
    page.goes("#/totals/new");
    page.types(Field::TotalTo, "31/3/2026");
    page.types(Field::TotalCount, "2");
    assert_eq!(page.percents(), ["75,0%"]);
    assert_eq!(page.again().percents(), ["75,0%"]);
}

#[test]
fn a_record_begun_and_left_untouched_never_was() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    let names = |page: &Page| page.platform.store.names().map(|names| names.len()).unwrap_or_default();
    let before = names(&page);
    for address in [
        "#/candidates/new",
        "#/targets/new",
        "#/totals/new",
        "#/villages/new",
        "#/headcounts/new",
        "#/organizations/new",
    ] {
        page.goes(address);
        page.here();
        page.goes("#/");
    }
    assert_eq!(names(&page), before);
    assert_eq!(page.state.book.records().count(), 1);
    page.goes("#/candidates/new");
    let id = page.here();
    page.does(Action::Delete(id));
    assert_eq!(page.state.route, Route::Candidates);
    assert_eq!((page.state.book.records().count(), names(&page)), (1, before));
}

#[test]
fn nothing_typed_is_lost_however_wrong() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    page.goes("#/candidates/new");
    let id = page.here();
    let long = "Ờ".repeat(10_000);
    let wrong = [
        (Field::Name, long.as_str()),
        (Field::Birth, "31/02/0026"),
        (Field::CitizenId, "không nhớ"),
        (Field::VotesFor, "-3"),
    ];
    for (field, text) in wrong {
        page.does(Action::Edited { record: id.clone(), field, text: text.to_owned() });
    }
    let blocking = |page: &Page| selectors::findings(&page.state, &id).len();
    let found = blocking(&page);
    assert!(found >= 4);
    let page = page.again();
    for (field, text) in wrong {
        assert_eq!(page.text(&id, field).as_deref(), Some(text));
    }
    assert_eq!(blocking(&page), found);
}

#[test]
fn what_was_deleted_comes_back() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::OpenSample("bac-kan".into()));
    let id = RecordId::of(RecordKind::Candidate, "mau-bk-dq-1").unwrap_or_else(|| unreachable!());
    page.goes(&Route::Record(id.clone()).href());
    page.does(Action::Delete(id.clone()));
    assert_eq!(page.state.route, Route::Candidates);
    assert_eq!(search::candidates(&page.state, 9).1, 0);
    assert!(page.state.notices.iter().any(|told| told.notice == Notice::Deleted(id.clone())));
    page.does(Action::Restore(id.clone()));
    assert_eq!(page.state.route, Route::Record(id));
    assert_eq!(search::candidates(&page.again().state, 9).1, 1);
}

#[test]
fn an_organization_that_others_point_at_goes_only_after_a_yes() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::OpenSample("bac-kan".into()));
    let city = RecordId::of(RecordKind::Organization, "mau-bk").unwrap_or_else(|| unreachable!());
    page.does(Action::Delete(city.clone()));
    assert!(
        matches!(page.state.question, Some(Question::DeleteOrganization { pointing: 8, .. })),
        "{:?}",
        page.state.question
    );
    page.does(Action::Dismissed);
    assert!(page.state.ledger.organization(&city).is_some());
    page.does(Action::Delete(city.clone()));
    page.does(Action::Confirmed);
    assert!(page.state.ledger.organization(&city).is_none());
    assert_eq!(selectors::astray(&page.state).len(), 6, "its four targets and two totals are still to be seen");
}

#[test]
fn samples_come_and_go_beside_a_persons_own_records() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Committee));
    page.types(Field::OrganizationName, "Đảng ủy xã Mẫu");
    let own = page.here();
    for sample in ket_nap::exchange::sample::all() {
        page.does(Action::OpenSample(sample.key));
    }
    assert_eq!(selectors::home(&page.state), Some(own.clone()));
    page.does(Action::OpenSample("bac-kan".into()));
    page.does(Action::RemoveSamples);
    page.does(Action::Confirmed);
    let mut page = page.again();
    assert_eq!(page.state.book.records().map(|(id, _)| id.clone()).collect::<Vec<_>>(), [own]);
    page.does(Action::OpenSample("bac-kan".into()));
    assert_eq!(search::candidates(&page.state, 9).1, 1);
}

#[test]
fn a_full_store_is_told_and_what_was_typed_goes_in_when_there_is_room() {
    let mut page = Page::open_with(Memory::with_room(1_200), None, 7);
    page.does(Action::StartNew(Role::Cell));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    let id = page.here();
    let long = "x".repeat(2_000);
    page.does(Action::Edited { record: id.clone(), field: Field::OrganizationName, text: long.clone() });
    let full = Some(Kept { local: Some(MediumError::Full), replica: Replica::Refused(MediumError::Denied) });
    assert_eq!(page.state.kept, full);
    page.does(Action::Edited { record: id.clone(), field: Field::OrganizationFounded, text: "3/2/2020".into() });
    assert_eq!(page.state.kept, full);
    // The file that the notice offers holds what the store does not.
    page.does(Action::SaveFile);
    assert!(page.platform.file.as_ref().is_some_and(|file| file.contains(&long)));
    page.platform.store.0.borrow_mut().make_room(100_000);
    page.does(Action::KeepAgain);
    assert_eq!(page.state.kept, Some(Kept { local: None, replica: Replica::Refused(MediumError::Denied) }));
    let page = page.again();
    assert_eq!(page.text(&id, Field::OrganizationName), Some(long));
    assert_eq!(page.text(&id, Field::OrganizationFounded).as_deref(), Some("2020-02-03"));
}

#[test]
fn the_search_finds_people_without_marks_by_given_name_order() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    for name in ["Trần Văn Đức", "Lò Thị An", "Nguyễn Thị Hòa", "Vàng A Dũng"] {
        page.goes("#/candidates/new");
        page.types(Field::Name, name);
    }
    let found = |page: &mut Page, wanted: &str| {
        page.does(Action::Search(wanted.into()));
        let names = search::candidates(&page.state, 9).0.into_iter().filter_map(|(_, person)| person.name.clone());
        names.collect::<Vec<_>>()
    };
    assert_eq!(found(&mut page, ""), ["Lò Thị An", "Trần Văn Đức", "Vàng A Dũng", "Nguyễn Thị Hòa"]);
    assert_eq!(found(&mut page, "duc"), ["Trần Văn Đức"]);
    assert_eq!(found(&mut page, "\u{D0}ức"), ["Trần Văn Đức"]);
    assert_eq!(found(&mut page, "hoà"), ["Nguyễn Thị Hòa"]);
    assert_eq!(found(&mut page, "thi  an"), ["Lò Thị An"]);
    assert_eq!(found(&mut page, "zzz"), [] as [&str; 0]);
}

#[test]
fn the_search_takes_whatever_is_known_of_a_person() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    for (name, birth, group, phone, home) in [
        ("Vàng A Thử", "5/3/1996", "mong", "0912345671", "bản Nậm Thử 3"),
        ("Giàng Thị Mẫu", "12/11/1996", "mong", "0912345672", "bản Nà Mẫu"),
        ("Quàng Văn Thí", "5/3/1990", "kho_mu", "0912999673", "bản Nậm Thử 1"),
    ] {
        page.goes("#/candidates/new");
        for (field, text) in [
            (Field::Name, name),
            (Field::Birth, birth),
            (Field::EthnicGroup, group),
            (Field::Phone, phone),
            (Field::Residence, home),
        ] {
            page.types(field, text);
        }
    }
    let mut check = |wanted: &str, people: &[&str]| {
        page.does(Action::Search(wanted.into()));
        let found = search::candidates(&page.state, 9).0.into_iter().filter_map(|(_, person)| person.name.clone());
        assert_eq!(found.collect::<Vec<_>>(), people, "{wanted}");
    };
    check("mông 1996 nậm thử", &["Vàng A Thử"]);
    check("1996", &["Giàng Thị Mẫu", "Vàng A Thử"]);
    check("5/3/96", &["Vàng A Thử"]);
    check("5/3/1990", &["Quàng Văn Thí"]);
    check("kho mu", &["Quàng Văn Thí"]);
    check("khơ mú nam", &["Quàng Văn Thí"]);
    check("999673", &["Quàng Văn Thí"]);
    check("0912 999 673", &["Quàng Văn Thí"]);
    check("0912.345.672", &["Giàng Thị Mẫu"]);
    // So few figures say nothing.
    check("091", &[]);
    check("1990 mông", &[]);
}

#[test]
fn another_day_changes_the_figures_and_a_wrong_one_does_not() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::OpenSample("mai-chau".into()));
    assert_eq!(page.percents(), ["56,7%", "33,3%", "133,3%", "116,7%"]);
    page.does(Action::SetAsOf("31/12/2020".into()));
    assert_eq!(page.percents(), ["23,3%", "0,0%", "0,0%", "116,7%"]);
    page.does(Action::SetAsOf("31/2/2020".into()));
    assert_eq!(page.state.as_of_day(), page.state.moment.today);
    page.does(Action::SetAsOf(String::new()));
    assert_eq!(page.state.as_of_day(), page.state.moment.today);
}

#[test]
fn a_year_or_a_term_is_one_tap() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    page.goes("#/targets/new");
    let id = page.here();
    let told: Vec<String> = selectors::usual_periods(&page.state).into_iter().map(numbers::period_title).collect();
    assert_eq!(told, ["Năm 2026", "Năm 2025", "Giai đoạn 2025–2029"]);
    let term = selectors::usual_periods(&page.state).pop().unwrap_or_else(|| unreachable!("no term"));
    page.does(Action::SetPeriod(id.clone(), term));
    assert_eq!(page.text(&id, Field::TargetFrom).as_deref(), Some("2025-01-01"));
    assert_eq!(page.again().text(&id, Field::TargetTo).as_deref(), Some("2029-12-31"));
}

#[test]
fn a_pasted_name_loses_what_nobody_sees_when_its_box_is_left() {
    let (mut page, id) = crate::keeping::page(7);
    for (pasted, expected) in [
        (" Lò\u{a0} Thị\u{200b}  Mẫu ", "Lò Thị Mẫu"),
        ("\u{d0}ặng Thị \u{f0}ào", "Đặng Thị đào"),
        ("Lò\tThị Mẫu", "Lò Thị Mẫu"),
    ] {
        page.does(Action::Edited { record: id.clone(), field: Field::Name, text: pasted.to_owned() });
        page.does(Action::Left);
        assert_eq!(page.text(&id, Field::Name).as_deref(), Some(expected), "{pasted:?}");
    }
}
