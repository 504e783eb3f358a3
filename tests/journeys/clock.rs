//! A device whose clock is wrong: told at the top, with the day of today set by hand until it is right.

use ket_nap::app::action::Action;
use ket_nap::app::clock::{built, trouble};
use ket_nap::app::facts::ClockTrouble;
use ket_nap::app::state::Role;
use ket_nap::book::Book;
use ket_nap::domain::regulation::Regulation;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::value::day::Day;
use ket_nap::store::medium::Memory;

use crate::page::Page;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|problem| unreachable!("{text}: {problem:?}"))
}

/// A book whose newest change is of this day.
fn book(newest: &str) -> Book {
    let days = u64::try_from(day("1/1/1970").days_until(day(newest))).unwrap_or_default();
    let mut book = Book::new(1);
    let _ = book.create(days * 86_400_000, &RecordId::new(RecordKind::Village, 1), "x");
    book
}

#[test]
fn no_program_is_older_than_the_regulation_that_it_knows() {
    assert!(Regulation::built_in().followed_to().is_some_and(|known| known <= built()));
}

#[test]
fn a_clock_is_doubted_before_the_program_before_the_book_and_years_ahead() {
    for (shown, newest, expected) in [
        ("1/1/1970", "28/11/2026", Some(ClockTrouble::Behind(built()))),
        ("25/11/2026", "25/11/2026", Some(ClockTrouble::Behind(built()))),
        // Time zones, and a page that was open over midnight.
        ("27/11/2026", "28/11/2026", None),
        ("28/11/2026", "28/11/2026", None),
        ("1/3/2027", "1/5/2027", Some(ClockTrouble::Behind(day("1/5/2027")))),
        ("1/3/2027", "2/3/2027", None),
        // Months and years without a network are no fault.
        ("1/6/2028", "1/12/2026", None),
        ("1/1/2086", "1/12/2026", Some(ClockTrouble::Ahead)),
        // Somebody else's wrong clock in the book is not this one's fault.
        ("1/3/2027", "1/1/2086", None),
    ] {
        assert_eq!(trouble(day(shown), &book(newest)), expected, "{shown} {newest}");
    }
}

/// The clock shows another day, and something happens.
fn shows(page: &mut Page, text: &str) {
    page.comes_to(day(text));
    page.does(Action::Left);
}

#[test]
fn todays_day_is_set_by_hand_until_the_clock_is_right() {
    let mut page = Page::open(Memory::default(), 7);
    shows(&mut page, "1/1/1970");
    page.does(Action::StartNew(Role::Cell));
    page.types(Field::OrganizationName, "Chi bộ bản Mẫu");
    assert_eq!(page.state.clock.trouble, Some(ClockTrouble::Behind(built())));
    assert_eq!(page.state.moment.today, day("1/1/1970"));
    // What cannot be today is not taken.
    for wrong in ["", "x", "1/2", "31/2/2027", "1/12/2020", "1/1/2086"] {
        page.does(Action::SetToday(wrong.to_owned()));
        assert_eq!(page.state.moment.today, day("1/1/1970"), "{wrong}");
    }
    page.does(Action::SetToday("1/12/2026".to_owned()));
    assert_eq!(page.state.moment.today, day("1/12/2026"));
    // It goes on with the clock, and is still known when the page is opened again.
    shows(&mut page, "3/1/1970");
    assert_eq!(page.state.moment.today, day("3/12/2026"));
    let mut page = page.again();
    shows(&mut page, "4/1/1970");
    assert_eq!(page.state.moment.today, day("4/12/2026"));
    // The battery was out again: the day is not known any more.
    shows(&mut page, "31/12/1969");
    assert_eq!(page.state.moment.today, day("31/12/1969"));
    assert!(page.state.clock.trouble.is_some());
    shows(&mut page, "20/12/2026");
    assert_eq!((page.state.moment.today, page.state.clock.trouble), (day("20/12/2026"), None));
}
