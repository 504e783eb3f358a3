//! Lists from files beside a book, as the page has them read and takes them in: the reader, the plan, the step that can be
//! undone.

use ket_nap::app::action::Action;
use ket_nap::app::effect::{Effect, Request};
use ket_nap::app::planned::{Lists, ListsAction, Planned};
use ket_nap::app::state::{Moment, State};
use ket_nap::app::update::update;
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::value::day::{Day, Period};
use ket_nap::exchange::files::{self, Content, Limits};
use ket_nap::exchange::plan::{RowState, Workbook};
use ket_nap::reader::{Answer, File, answer};

fn moment() -> Moment {
    Moment { ms: 1_790_000_000_000, today: Day::from_iso("2026-09-22").unwrap_or(Day::LAST), zone_minutes: 420 }
}

/// A page with the worker beside it.
struct Page {
    state: State,
    files: Vec<File>,
    /// Workbooks that were handed to the browser.
    made: Vec<(String, Vec<u8>)>,
}

impl Page {
    fn new() -> Page {
        Page { state: State::new(moment(), 7, 1), files: Vec::new(), made: Vec::new() }
    }

    fn act(&mut self, action: Action) {
        self.state.moment.ms += 1_000;
        let effects = update(&mut self.state, action).unwrap_or_else(|early| unreachable!("{early:?}"));
        for effect in effects {
            match effect {
                Effect::Ask(Request::ReadLists(text)) if text.is_empty() => self.files = Vec::new(),
                Effect::Ask(Request::ReadLists(text)) => match answer(&self.files, &text) {
                    Answer::Plan(plan) => self.act(Action::FileRead(plan.write())),
                    Answer::File(name, bytes) => {
                        self.made.push((name, bytes));
                        self.act(Action::FileRead("ket-nap-lists;made;0".to_owned()));
                    }
                    Answer::Nothing => self.act(Action::FileRead("ket-nap-lists;failed;0".to_owned())),
                },
                Effect::Ask(Request::Go(route)) => self.act(Action::Navigated(route.href())),
                _ => {}
            }
        }
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

#[test]
fn a_row_that_is_not_wanted_stays_out() {
    let mut page = Page::new();
    page.open("Họ và tên;Ngày sinh;Chi bộ\nLò Văn Mẫu;5/3/1996;Bản Thử\nVàng Thị Thử;12/11/1998;Bản Thử\n");
    let planned = page.planned();
    let free: Vec<bool> = planned.plan.rows.iter().map(Planned::is_free).collect();
    // Both people; not the organization that they refer to.
    assert_eq!(free.iter().filter(|free| **free).count(), 2, "{:?}", planned.plan.rows);
    let first = free.iter().position(|free| *free).unwrap_or_default();
    page.do_with(ListsAction::Want(first, false));
    assert_eq!(page.planned().taken(), planned.taken() - 1);
    page.do_with(ListsAction::Take);
    assert_eq!(page.state.ledger.candidates().count(), 1);
}

/// A workbook of the book brings nothing new when it is read again; one that is asked for while a list is looked at leaves
/// the list as it is.
#[test]
fn a_workbook_of_the_book_is_made_and_read_again() {
    let mut page = Page::new();
    page.open("Họ và tên;Ngày sinh;Số CCCD;Chi bộ\nLò Văn Mẫu;5/3/1996;011096000123;Chi bộ bản Thử\n");
    page.do_with(ListsAction::Take);
    page.do_with(ListsAction::Make(Workbook::Lists));
    assert!(page.state.lists.is_none());
    let (name, bytes) = page.made.pop().unwrap_or_default();
    assert_eq!(name, "ket-nap-danh-sach-2026-09-22.xlsx");
    page.files = vec![File::new(name, bytes)];
    page.act(Action::FileRead("ket-nap-lists;chosen;1".to_owned()));
    let planned = page.planned();
    assert_eq!(planned.plan.troubles, [] as [String; 0]);
    assert!(
        planned.plan.rows.len() > 1 && planned.plan.rows.iter().all(|row| row.state == RowState::Same),
        "{planned:?}"
    );
    let cell = page.state.ledger.organizations().next().map(|(id, _)| id.clone());
    let day = |text: &str| Day::from_iso(text).unwrap_or(Day::LAST);
    let period = Period::new(day("2026-01-01"), day("2026-12-31"));
    let Some((organization, period)) = cell.zip(period) else { unreachable!("no cell") };
    page.do_with(ListsAction::Make(Workbook::Reports { organization, period, as_of: day("2026-09-22") }));
    assert!(matches!(Lists::of(&page.state.lists), Some(Lists::Planned(_))));
    let (name, bytes) = page.made.pop().unwrap_or_default();
    assert_eq!(name, "ket-nap-bieu-2026-09-22.xlsx");
    // Chosen as a list it is named as what it is, and nobody is asked about its columns.
    page.files = vec![File::new(name, bytes.clone())];
    page.act(Action::FileRead("ket-nap-lists;chosen;1".to_owned()));
    let plan = page.planned().plan;
    assert_eq!((plan.troubles.len(), plan.tables.len(), plan.rows.len()), (3, 0, 0), "{plan:?}");
    let opened = files::open(bytes, &Limits::PAGE).map(|opened| opened.content);
    let Ok(Content::Sheets(sheets)) = opened else { unreachable!("{opened:?}") };
    let names: Vec<Option<String>> = sheets.into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Biểu 1", "Biểu 2", "Biểu 2b"].map(|name| Some(name.to_owned())));
}
