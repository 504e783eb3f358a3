//! Lists from files beside a book, as the page has them read and takes them in: the reader, the plan, the step that can be
//! undone.

use ket_nap::app::action::Action;
use ket_nap::app::effect::{Effect, Request};
use ket_nap::app::planned::{Lists, ListsAction, Planned};
use ket_nap::app::state::{Moment, State};
use ket_nap::app::update::update;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::value::day::Day;
use ket_nap::domain::value::rows::{self, at};
use ket_nap::exchange::plan::{Plan, RowState};
use ket_nap::reader::{Asked, File, plan};

fn moment() -> Moment {
    Moment { ms: 1_790_000_000_000, today: Day::from_iso("2026-09-22").unwrap_or(Day::LAST), zone_minutes: 420 }
}

/// A page with the worker beside it.
struct Page {
    state: State,
    files: Vec<File>,
}

impl Page {
    fn new() -> Page {
        Page { state: State::new(moment(), 7, 1), files: Vec::new() }
    }

    fn act(&mut self, action: Action) {
        self.state.moment.ms += 1_000;
        let effects = update(&mut self.state, action).unwrap_or_else(|early| unreachable!("{early:?}"));
        for effect in effects {
            match effect {
                Effect::Ask(Request::ReadLists(text)) => {
                    let plan = self.read(&text);
                    self.act(Action::FileRead(plan.write()));
                }
                Effect::Ask(Request::Go(route)) => self.act(Action::Navigated(route.href())),
                _ => {}
            }
        }
    }

    fn read(&self, asked: &str) -> Plan {
        let row = rows::parse(asked).and_then(|rows| rows.into_iter().next()).unwrap_or_default();
        let pairs = row.get(2..).unwrap_or_default().chunks_exact(2);
        let said: Vec<(String, String)> =
            pairs.filter_map(|pair| Some((at(pair, 0)?.to_owned(), at(pair, 1)?.to_owned()))).collect();
        plan(&self.files, &Asked { book: at(&row, 0).unwrap_or_default(), said: &said, today: self.state.moment.today })
    }

    fn open(&mut self, text: &str) -> Planned {
        self.files = vec![File::new("ds.csv".to_owned(), text.as_bytes().to_vec())];
        self.act(Action::FileRead("ket-nap-lists;chosen;1".to_owned()));
        self.planned()
    }

    fn planned(&self) -> Planned {
        match Lists::of(&self.state.lists) {
            Some(Lists::Planned(planned)) => (**planned).clone(),
            other => unreachable!("{other:?}"),
        }
    }

    fn do_with(&mut self, action: ListsAction) {
        self.act(Action::Lists(action));
    }

    /// Everybody of the book with some of what is known.
    fn people(&self) -> Vec<String> {
        let text = |id: &RecordId, field: Field| {
            self.state.book.record(id).and_then(|record| record.text(field.spec().key)).unwrap_or("-").to_owned()
        };
        let mut people: Vec<String> = self
            .state
            .book
            .records()
            .filter(|(id, _)| id.is(RecordKind::Candidate))
            .map(|(id, _)| {
                [Field::Name, Field::Birth, Field::CitizenId, Field::EthnicGroup].map(|field| text(id, field)).join(" ")
            })
            .collect();
        people.sort();
        people
    }

    fn organizations(&self) -> usize {
        self.state.book.records().filter(|(id, _)| id.is(RecordKind::Organization)).count()
    }
}

fn told(planned: &Planned) -> Vec<String> {
    let row =
        |row: &ket_nap::exchange::plan::PlanRow| format!("{:?} {} [{}]", row.state, row.name, row.says.join(" / "));
    planned.plan.rows.iter().map(row).collect()
}

const LIST: &str = "STT;Họ và tên;Ngày, tháng, năm sinh;Dân tộc;Chi bộ\n\
    1;Vàng A Thử;5/3/1996;Mông;Chi bộ bản Thử\n\
    2;Lò Thị Mẫu;1/2/1998;Thái;Chi bộ bản Thử\n";

#[test]
fn a_list_is_taken_in_undone_and_taken_in_again() {
    let mut page = Page::new();
    let planned = page.open(LIST);
    assert_eq!(planned.plan.count(RowState::New), 3, "{:?}", told(&planned));
    assert!(page.people().is_empty());
    page.do_with(ListsAction::Take);
    let taken = page.people();
    assert_eq!(taken, ["Lò Thị Mẫu 1998-02-01 - thai", "Vàng A Thử 1996-03-05 - mong"]);
    assert_eq!(page.organizations(), 1);
    page.act(Action::Undo);
    assert!(page.people().is_empty());
    page.open(LIST);
    page.do_with(ListsAction::Take);
    assert_eq!(page.people(), taken);
    // The same once more says nothing new.
    let planned = page.open(LIST);
    assert_eq!((planned.plan.count(RowState::Same), planned.taken()), (2, 0), "{:?}", told(&planned));
}

#[test]
fn what_the_book_has_is_told_from_what_it_lacks() {
    let mut page = Page::new();
    page.open(LIST);
    page.do_with(ListsAction::Take);
    let planned = page.open(
        "Họ và tên;Ngày sinh;Dân tộc;Số CCCD;Chi bộ\n\
         Vàng A Thử;5/3/1996;Thái;011096000123;Chi bộ bản Thử\n\
         Lò Thị Mẫu;2/1/1998;Thái;;Chi bộ bản Thử\n\
         ;1/1/1990;Thái;;Chi bộ bản Thử\n",
    );
    let told = told(&planned);
    assert!(told[0].starts_with("Changed Vàng A Thử") && told[0].contains("trong sổ Mông, trong tệp Thái"), "{told:?}");
    assert!(told[1].starts_with("Doubtful Lò Thị Mẫu") && told[1].contains("sinh 01/02/1998"), "{told:?}");
    assert!(told[2].starts_with("Refused"), "{told:?}");
    assert!(planned.plan.refused.contains("01/01/1990") || planned.plan.refused.contains("1/1/1990"));
    // What is not decided stays out; what the book has counts.
    page.do_with(ListsAction::Take);
    assert_eq!(page.people(), ["Lò Thị Mẫu 1998-02-01 - thai", "Vàng A Thử 1996-03-05 011096000123 mong"]);
}

#[test]
fn a_person_decides_who_is_who_and_what_counts() {
    for (same, expected) in [
        (true, vec!["Lò Thị Mẫu 1998-01-02 - thai", "Vàng A Thử 1996-03-05 - mong"]),
        (false, vec!["Lò Thị Mẫu 1998-01-02 - -", "Lò Thị Mẫu 1998-02-01 - thai", "Vàng A Thử 1996-03-05 - mong"]),
    ] {
        let mut page = Page::new();
        page.open(LIST);
        page.do_with(ListsAction::Take);
        page.open("Họ và tên;Ngày sinh;Chi bộ\nLò Thị Mẫu;2/1/1998;Chi bộ bản Thử\n");
        page.do_with(ListsAction::Decide(0, same));
        page.do_with(ListsAction::Theirs(true));
        page.do_with(ListsAction::Take);
        assert_eq!(page.people(), expected);
    }
}

#[test]
fn what_is_said_of_a_column_is_remembered() {
    const ODD: &str = "Họ và tên;Cột lạ;Chi bộ\nVàng A Thử;5/3/1996;Chi bộ bản Thử\n";
    let mut page = Page::new();
    let planned = page.open(ODD);
    assert!(planned.plan.has_unknown());
    page.do_with(ListsAction::Column(1, "candidate.birth".to_owned()));
    page.do_with(ListsAction::Again);
    let planned = page.planned();
    assert!(!planned.plan.has_unknown());
    page.do_with(ListsAction::Take);
    assert_eq!(page.people(), ["Vàng A Thử 1996-03-05 - -"]);
    assert!(!page.open(ODD).plan.has_unknown());
}

#[test]
fn a_row_with_a_cell_too_many_is_refused_alone() {
    let mut page = Page::new();
    let planned = page.open(
        "Họ và tên,Nơi cư trú,Ngày sinh,Chi bộ\n\
         Vàng A Thử,bản Thử, xã Mẫu,5/3/1996,Chi bộ bản Thử\n\
         Lò Thị Mẫu,bản Thử,1/2/1998,Chi bộ bản Thử\n",
    );
    let told = told(&planned);
    assert!(told.iter().any(|row| row.starts_with("Refused Vàng A Thử") && row.contains("nhiều ô hơn")), "{told:?}");
    page.do_with(ListsAction::Take);
    assert_eq!(page.people(), ["Lò Thị Mẫu 1998-02-01 - -"]);
}

#[test]
fn what_cannot_be_read_is_said_and_alters_nothing() {
    for (text, said) in [
        ("", "tệp trống"),
        ("%PDF-1.7 …", "PDF"),
        ("Họ và tên;Ngày sinh;Chi bộ\n", "không có dòng nào"),
        ("một dòng thư không phải danh sách", "không nhận ra danh sách nào"),
        ("Họ và tên;\"Ngày sinh\nA;1/1/1990", "ngoặc kép"),
    ] {
        let mut page = Page::new();
        let planned = page.open(text);
        assert!(planned.plan.troubles.join("\n").contains(said), "{text}: {:?}", planned.plan.troubles);
        assert_eq!(planned.taken(), 0);
        page.do_with(ListsAction::Take);
        assert!(page.people().is_empty());
    }
}
