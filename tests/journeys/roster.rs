//! Several candidates in one table.

use ket_nap::app::action::Action;
use ket_nap::app::batch::RosterAction;
use ket_nap::app::roster;
use ket_nap::app::route::{Aspect, Route};
use ket_nap::app::selectors;
use ket_nap::app::state::{Notice, Role};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::schema::roster::Roster;
use ket_nap::store::medium::Memory;

use crate::page::{Page, SAVED};

fn home(page: &Page) -> RecordId {
    selectors::home(&page.state).unwrap_or_else(|| unreachable!("no organization"))
}

fn opens(page: &mut Page, roster: Roster) {
    let home = home(page);
    page.goes(&Route::Of(home, Aspect::Table(roster)).href());
}

fn does(page: &mut Page, action: RosterAction) {
    page.does(Action::Roster(action));
}

/// Types into the line of somebody new, letter by letter, and gives back whom that has made.
fn enters(page: &mut Page, name: &str) -> RecordId {
    let mut typed = String::new();
    for letter in name.chars() {
        typed.push(letter);
        match people(page).into_iter().find(|(_, known)| !known.is_empty() && typed.starts_with(known.as_str())) {
            // The box is that of the record now.
            Some((record, _)) => page.does(Action::Edited { record, field: Field::Name, text: typed.clone() }),
            None => does(page, RosterAction::Begin(Field::Name, typed.clone())),
        }
    }
    page.does(Action::Left);
    people(page)
        .into_iter()
        .find(|(_, known)| known == name)
        .map(|(id, _)| id)
        .unwrap_or_else(|| unreachable!("{name}"))
}

fn people(page: &Page) -> Vec<(RecordId, String)> {
    let shown = roster::shown(&page.state, &home(page), Roster::People).0;
    shown.into_iter().map(|id| (id.clone(), page.text(&id, Field::Name).unwrap_or_default())).collect()
}

fn names(page: &Page) -> Vec<String> {
    people(page).into_iter().map(|(_, name)| name).collect()
}

fn with_three() -> (Page, [RecordId; 3]) {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    opens(&mut page, Roster::People);
    let three = ["Vàng A Thử", "Giàng Thị Mẫu", "An Văn Thí"].map(|name| enters(&mut page, name));
    (page, three)
}

#[test]
fn somebody_new_is_entered_with_the_first_letter_and_stays_where_it_was() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    let steps = page.state.steps.len();
    opens(&mut page, Roster::People);
    does(&mut page, RosterAction::Begin(Field::Name, "  ".to_owned()));
    assert_eq!((names(&page), page.state.steps.len()), (Vec::new(), steps), "nobody before a letter");
    let first = enters(&mut page, "Vàng A Thử");
    // By given name this one would come first.
    enters(&mut page, "Giàng Thị An");
    assert_eq!(names(&page), ["Vàng A Thử", "Giàng Thị An"]);
    assert_eq!(page.text(&first, Field::CandidateCell), Some(home(&page).as_str().to_owned()));
    assert_eq!(page.state.kept, Some(SAVED));
    // A name with all of its letters is one step, and with it the person.
    assert_eq!(page.state.steps.len(), steps + 2);
    page.does(Action::Undo);
    page.does(Action::Undo);
    assert_eq!(page.state.steps.len(), steps);
    page.does(Action::Redo);
    let page = page.again();
    assert_eq!(page.text(&first, Field::Name).as_deref(), Some("Vàng A Thử"));
}

#[test]
fn another_box_than_the_name_may_come_first() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    opens(&mut page, Roster::People);
    does(&mut page, RosterAction::Begin(Field::Birth, "5".to_owned()));
    let (person, _) = people(&page).into_iter().next().unwrap_or_else(|| unreachable!());
    page.does(Action::Edited { record: person.clone(), field: Field::Birth, text: "5396".to_owned() });
    page.does(Action::Left);
    assert_eq!(page.text(&person, Field::Birth).as_deref(), Some("1996-03-05"));
}

#[test]
fn what_is_the_same_is_written_once_for_all_who_are_marked() {
    let (mut page, [one, two, three]) = with_three();
    page.does(Action::Edited { record: two.clone(), field: Field::EthnicGroup, text: "thai".to_owned() });
    does(&mut page, RosterAction::MarkAll(true));
    does(&mut page, RosterAction::Mark(three.clone(), false));
    does(&mut page, RosterAction::Text(Field::EthnicGroup, "Mông".to_owned()));
    let steps = page.state.steps.len();
    does(&mut page, RosterAction::Fill);
    let group = |page: &Page, id: &RecordId| page.text(id, Field::EthnicGroup);
    // What somebody has already stays.
    assert_eq!(group(&page, &one).as_deref(), Some("mong"));
    assert_eq!(group(&page, &two).as_deref(), Some("thai"));
    assert_eq!(group(&page, &three), None, "not marked");
    let told = page.state.notices.last().map(|seen| seen.notice.clone());
    assert!(matches!(told, Some(Notice::GroupFilled { people: 1, kept: 1, step: Some(_) })), "{told:?}");
    assert_eq!(page.state.steps.len(), steps + 1);
    assert!(page.state.batch.is_none());
    page.does(Action::Undo);
    assert_eq!(group(&page, &one), None);
}

#[test]
fn the_class_of_a_group_with_its_day_is_one_step() {
    let (mut page, people) = with_three();
    let class = RecordId::of(RecordKind::AwarenessClass, "lop").unwrap_or_else(|| unreachable!());
    page.goes("#/classes/new");
    page.types(Field::ClassName, "Lớp thử");
    let made = page.here();
    opens(&mut page, Roster::Class);
    assert_eq!(roster::columns(&page.state, &home(&page), Roster::Class), Roster::Class.columns());
    does(&mut page, RosterAction::MarkAll(true));
    does(&mut page, RosterAction::Text(Field::CandidateClass, made.as_str().to_owned()));
    // A day as it is written in haste.
    does(&mut page, RosterAction::Text(Field::SentToClass, "5/3/26".to_owned()));
    does(&mut page, RosterAction::Text(Field::Certificate, "31/2/2026".to_owned()));
    assert_eq!(roster::ready(&page.state, Field::Certificate), None);
    does(&mut page, RosterAction::Fill);
    for id in &people {
        assert_eq!(page.text(id, Field::CandidateClass).as_deref(), Some(made.as_str()));
        assert_eq!(page.text(id, Field::SentToClass).as_deref(), Some("2026-03-05"));
        assert_eq!(page.text(id, Field::Certificate), None, "what is no day is not entered");
    }
    assert_ne!(made, class);
}

#[test]
fn a_committee_gives_new_people_their_cells() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Committee));
    let committee = home(&page);
    let mut cells = Vec::new();
    for name in ["Chi bộ thử 1", "Chi bộ thử 2"] {
        page.goes("#/organizations/new");
        page.types(Field::OrganizationName, name);
        let cell = page.here();
        page.does(Action::Edited { record: cell.clone(), field: Field::OrganizationKind, text: "village".to_owned() });
        cells.push(cell);
    }
    opens(&mut page, Roster::People);
    let columns = roster::columns(&page.state, &committee, Roster::People);
    assert_eq!(columns.get(..2), Some([Field::Name, Field::CandidateCell].as_slice()));
    let person = enters(&mut page, "Lò Thị Thử");
    // Without a cell, and in the table all the same.
    assert_eq!((page.text(&person, Field::CandidateCell), names(&page).len()), (None, 1));
    for cell in &cells {
        page.does(Action::Edited {
            record: person.clone(),
            field: Field::CandidateCell,
            text: cell.as_str().to_owned(),
        });
        assert_eq!(names(&page), ["Lò Thị Thử"]);
    }
    let first = cells.first().unwrap_or_else(|| unreachable!());
    assert!(roster::people(&page.state, first, Roster::People).is_empty());
}

#[test]
fn a_letter_by_mistake_leaves_nobody_behind() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    let steps = page.state.steps.len();
    opens(&mut page, Roster::People);
    does(&mut page, RosterAction::Begin(Field::Name, "V".to_owned()));
    let (person, _) = people(&page).into_iter().next().unwrap_or_else(|| unreachable!());
    page.does(Action::Edited { record: person.clone(), field: Field::Name, text: String::new() });
    page.does(Action::Left);
    assert_eq!((names(&page), page.state.steps.len()), (Vec::new(), steps));
    assert!(page.again().state.ledger.candidate(&person).is_none());
}

#[test]
fn whoever_was_there_before_stays_without_a_name() {
    let mut page = Page::open(Memory::default(), 7);
    page.does(Action::StartNew(Role::Cell));
    opens(&mut page, Roster::People);
    let person = enters(&mut page, "Vàng A Thử");
    enters(&mut page, "Giàng Thị Mẫu");
    page.does(Action::Edited { record: person.clone(), field: Field::Name, text: String::new() });
    page.does(Action::Left);
    assert_eq!(names(&page), ["", "Giàng Thị Mẫu"]);
    page.does(Action::Edited { record: person, field: Field::Name, text: "Vàng A Thí".to_owned() });
    assert_eq!(names(&page), ["Vàng A Thí", "Giàng Thị Mẫu"]);
}

#[test]
fn marks_do_not_outlive_the_page() {
    let (mut page, [one, ..]) = with_three();
    does(&mut page, RosterAction::Mark(one, true));
    does(&mut page, RosterAction::Text(Field::EthnicGroup, "Mông".to_owned()));
    opens(&mut page, Roster::Class);
    opens(&mut page, Roster::People);
    assert!(page.state.batch.is_none());
    // Everyone is everyone who is seen.
    page.state.rows = 2;
    does(&mut page, RosterAction::MarkAll(true));
    assert_eq!(roster::marked(&page.state, &home(&page), Roster::People).len(), 2);
}

#[test]
fn only_the_last_lines_of_many_are_shown() {
    let (mut page, [one, two, three]) = with_three();
    page.state.rows = 2;
    let home = home(&page);
    let shown = |page: &Page| roster::shown(&page.state, &home, Roster::People);
    assert_eq!(shown(&page), (vec![two, three.clone()], 1));
    page.does(Action::MoreRows);
    assert_eq!(shown(&page).1, 0);
    // Whoever is followed no longer stands in no table.
    page.does(Action::Delete(three));
    assert_eq!(shown(&page).0.first(), Some(&one));
    assert_eq!(shown(&page).0.len(), 2);
}
