//! Lists from files beside a book, as the page has them read and takes them in: the reader, the plan, the step that can be
//! undone.

use ket_nap::app::action::Action;
use ket_nap::app::effect::{Effect, Request};
use ket_nap::app::planned::{CameraTrouble, Lists, ListsAction, Planned, Shown};
use ket_nap::app::state::{Moment, State};
use ket_nap::app::update::update;
use ket_nap::courier::{self, Opened};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::value::day::{Day, Period};
use ket_nap::exchange::files::{self, Content, Limits};
use ket_nap::exchange::output::Output;
use ket_nap::exchange::plan::RowState;
use ket_nap::reader::{Answer, File, answer};
use ket_nap::store::backup;

fn moment() -> Moment {
    Moment { ms: 1_790_000_000_000, today: Day::from_iso("2026-09-22").unwrap_or(Day::LAST), zone_minutes: 420 }
}

/// A page with the worker beside it.
struct Page {
    state: State,
    files: Vec<File>,
    parcels: Vec<Opened>,
    /// What the loader was asked to do.
    asked: Vec<String>,
    /// Workbooks that were handed to the browser.
    made: Vec<(String, Vec<u8>)>,
    /// Texts that were handed to it.
    saved: Vec<(String, String)>,
}

impl Page {
    fn new() -> Page {
        Page {
            state: State::new(moment(), 7, 1),
            files: Vec::new(),
            parcels: Vec::new(),
            asked: Vec::new(),
            made: Vec::new(),
            saved: Vec::new(),
        }
    }

    fn act(&mut self, action: Action) {
        self.state.moment.ms += 1_000;
        let effects = update(&mut self.state, action).unwrap_or_else(|early| unreachable!("{early:?}"));
        for effect in effects {
            match effect {
                Effect::Ask(Request::ReadLists(text)) if text.is_empty() => {
                    (self.files, self.parcels) = (Vec::new(), Vec::new());
                }
                // As the loader does (web/lists.js): parcels are the courier's, all else the reader's; words are for the loader.
                Effect::Ask(Request::ReadLists(text)) if !text.starts_with("[[") => self.asked.push(text),
                Effect::Ask(Request::ReadLists(text))
                    if text.starts_with("[[\"parcel\"") || !self.parcels.is_empty() =>
                {
                    match courier::answer(&self.parcels, &text) {
                        Some(plan) => self.act(Action::FileRead(plan.write())),
                        None => self.act(Action::FileRead("ket-nap-lists;failed;0".to_owned())),
                    }
                }
                Effect::Ask(Request::ReadLists(text)) => match answer(&self.files, &text) {
                    Answer::Plan(plan) => self.act(Action::FileRead(plan.write())),
                    Answer::File(name, bytes) => {
                        self.made.push((name, bytes));
                        self.act(Action::FileRead("ket-nap-lists;made;0".to_owned()));
                    }
                    Answer::Nothing => self.act(Action::FileRead("ket-nap-lists;failed;0".to_owned())),
                },
                Effect::Ask(Request::SaveFile(name, text)) => self.saved.push((name, text)),
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

    /// A card before the camera, which is the courier's.
    fn open_card(&mut self, text: &str) -> Planned {
        self.parcels = vec![Opened::new("the.txt".to_owned(), text.as_bytes())];
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

/// What a list or a card gives a record its name by is the same as before: that one takes nothing in any more.
#[test]
fn who_was_erased_for_good_can_be_entered_again_from_a_list_and_a_card() {
    for card in [false, true] {
        let mut page = Page::new();
        let opens = |page: &mut Page| match card {
            false => page.open(LIST),
            true => page.open_card("011096000123||Giàng A Ví|05031996|Nam|Bản Thử|01012021"),
        };
        opens(&mut page);
        page.do_with(ListsAction::Take);
        let taken = page.people();
        let erased: Vec<RecordId> = page.state.book.records().map(|(id, _)| id.clone()).collect();
        for id in erased.iter().filter(|id| id.is(RecordKind::Candidate)) {
            page.act(Action::EraseRecord(id.clone()));
            page.act(Action::Confirmed);
        }
        assert!(page.people().is_empty());
        for _ in 0..2 {
            opens(&mut page);
            page.do_with(ListsAction::Take);
            assert_eq!(page.people(), taken, "{card}");
        }
    }
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
    page.do_with(ListsAction::Make(Output::Lists.write()));
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
    page.do_with(ListsAction::Make(Output::Reports { organization, period, as_of: day("2026-09-22") }.write()));
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

/// A page of somebody, with records of an organization and its cell.
fn page_of(device: u32, seed: u64) -> Page {
    Page { state: State::new(moment(), seed, device), ..Page::new() }
}

impl Page {
    fn writes(&mut self, record: &str, texts: &[(&str, &str)]) -> RecordId {
        let id = RecordId::parse(record).unwrap_or_else(|| unreachable!());
        let (mut book, ms) = (self.state.book.clone(), self.state.moment.ms);
        if book.record(&id).is_none() {
            book.create(ms, &id, "2026-09-22");
        }
        for (key, text) in texts {
            book.edit(ms, &id, key, Some((*text).to_owned()));
        }
        // As if it had been typed: by this device.
        self.act(Action::FileRead(backup::write(&book, ms)));
        self.act(Action::Confirmed);
        id
    }

    /// Makes a file, looks at it and has it saved.
    fn sends(&mut self, from: &RecordId, to: &str, whole: bool) -> (String, String, Vec<String>) {
        self.do_with(ListsAction::Make(
            Output::Parcel { from: from.clone(), to: to.to_owned(), whole, asks: String::new() }.write(),
        ));
        let planned = self.planned();
        let parcel = planned.plan.parcel.clone().unwrap_or_default();
        self.do_with(ListsAction::Send);
        assert_eq!(self.saved.pop(), Some(parcel.clone()));
        (parcel.0, parcel.1, planned.plan.notes)
    }

    fn receives(&mut self, files: &[(&str, &str)]) -> Planned {
        let file = |(name, text): &(&str, &str)| File::new((*name).to_owned(), text.as_bytes().to_vec());
        if files.iter().all(|(_, text)| text.contains("ket-nap;")) {
            self.parcels = files.iter().map(|(name, text)| Opened::new((*name).to_owned(), text.as_bytes())).collect();
        } else {
            self.files = files.iter().map(file).collect();
        }
        self.act(Action::FileRead(format!("ket-nap-lists;chosen;{}", files.len())));
        self.planned()
    }

    fn text(&self, id: &RecordId, key: &str) -> Option<&str> {
        self.state.book.record(id)?.text(key)
    }
}

/// The page of a commune with one cell.
fn office() -> (Page, RecordId, RecordId) {
    let mut office = page_of(1, 7);
    let commune = office.writes("organization:xa", &[("name", "Đảng ủy xã Mẫu"), ("kind", "committee")]);
    let texts = [("name", "Chi bộ bản Pá Mẫu"), ("kind", "village"), ("parent", "organization:xa")];
    let cell = office.writes("organization:pa", &texts);
    office.act(Action::SetHome(commune.clone()));
    (office, commune, cell)
}

fn states(planned: &Planned) -> Vec<(&str, RowState)> {
    planned.plan.rows.iter().map(|row| (row.name.as_str(), row.state)).collect()
}

#[test]
fn a_commune_hands_out_a_cell_works_and_its_file_is_looked_at_before_it_is_taken_in() {
    let (mut office, commune, cell) = office();
    let mut phone = page_of(2, 8);
    let target = office
        .writes("target:t", &[("organization", "organization:pa"), ("indicator", "admissions"), ("bound", ">= 3")]);
    let (name, setup, notes) = office.sends(&commune, Output::BELOW, false);
    assert_eq!(name, "ket-nap-gui-moi-chi-bo-1-2026-09-22.txt");
    assert!(notes.iter().any(|note| note.starts_with("Đảng ủy xã Mẫu gửi mọi chi bộ, tệp số 1")), "{notes:?}");

    // The phone begins with the file of the commune.
    let planned = phone.receives(&[("thiet-lap (1).txt", &setup)]);
    assert_eq!(planned.plan.troubles, Vec::<String>::new());
    assert_eq!(planned.taken(), 3);
    phone.do_with(ListsAction::Take);
    assert_eq!(phone.text(&target, "bound"), Some(">= 3"));
    phone.act(Action::SetHome(cell.clone()));
    let one = phone.writes("candidate:a", &[("name", "Lò Thị Mẫu"), ("cell", "organization:pa"), ("life", "bí mật")]);
    let two = phone.writes("candidate:b", &[("name", "Vàng A Mẫu"), ("cell", "organization:pa")]);
    phone.writes("target:t", &[("bound", ">= 1")]);
    let (name, work, notes) = phone.sends(&cell, Output::ABOVE, false);
    assert_eq!(name, "ket-nap-gui-chi-bo-ban-pa-mau-1-2026-09-22.txt");
    assert!(notes.iter().any(|note| note.contains("Không có lý lịch")), "{notes:?}");
    assert!(!work.contains("m\\u1eadt"), "what is kept at home does not leave");

    let planned = office.receives(&[("work.txt", &work)]);
    assert_eq!(
        states(&planned),
        [
            ("Quần chúng: Lò Thị Mẫu", RowState::New),
            ("Quần chúng: Vàng A Mẫu", RowState::New),
            ("Chỉ tiêu: Chi bộ bản Pá Mẫu", RowState::Outside),
        ]
    );
    assert!(planned.plan.notes[0].contains("gửi lần đầu"), "{:?}", planned.plan.notes);
    assert_eq!(planned.taken(), 2, "what is none of its business is not ticked");
    office.do_with(ListsAction::Want(1, false));
    office.do_with(ListsAction::Take);
    assert_eq!(office.text(&one, "name"), Some("Lò Thị Mẫu"));
    assert!(office.state.book.record(&two).is_some_and(ket_nap::book::record::Record::is_deleted));
    assert_eq!(office.text(&target, "bound"), Some(">= 3"));

    // The same file once more; a cut one; and what the commune decided comes back to the cell.
    let again = office.receives(&[("work (2).txt", &work)]);
    assert!(again.plan.notes[0].contains("đã có đủ"), "{:?}", again.plan.notes);
    assert_eq!((again.plan.changes.as_str(), again.taken()), ("", 0));
    let cut = office.receives(&[("cut.txt", &work[..work.len() / 2])]);
    assert!(cut.plan.troubles[0].contains("bị thiếu khi chuyển"), "{:?}", cut.plan.troubles);
    let (_, back, _) = office.sends(&commune, cell.as_str(), false);
    phone.receives(&[("back.txt", &back)]);
    phone.do_with(ListsAction::Take);
    assert!(phone.state.book.record(&two).is_some_and(ket_nap::book::record::Record::is_deleted));
    assert_eq!(phone.text(&target, "bound"), Some(">= 3"));
    assert_eq!(phone.text(&one, "life"), Some("bí mật"));
    let (_, rest, notes) = phone.sends(&cell, Output::ABOVE, false);
    assert!(notes.iter().any(|note| note.contains("biên nhận ngày 21/09/2026")), "{notes:?}");
    assert!(rest.len() < work.len());
    assert!(office.receives(&[("rest.txt", &rest)]).plan.rows.is_empty());
}

#[test]
fn a_cell_that_was_begun_on_the_phone_becomes_the_one_of_the_commune() {
    let (mut office, commune, cell) = office();
    let mut phone = page_of(2, 8);
    let own = phone.writes("organization:rieng", &[("name", "Chi bộ Bản Pá  Mẫu"), ("kind", "village")]);
    let one = phone.writes("candidate:a", &[("name", "Lò Thị Mẫu"), ("cell", "organization:rieng")]);
    phone.act(Action::SetHome(own.clone()));
    let (_, setup, _) = office.sends(&commune, Output::BELOW, false);
    let planned = phone.receives(&[("setup.txt", &setup)]);
    let place = planned.plan.rows.iter().position(|row| row.state == RowState::Doubtful).unwrap_or_default();
    assert_eq!(planned.plan.rows[place].other.as_ref(), Some(&own));
    phone.do_with(ListsAction::Decide(place, true));
    phone.do_with(ListsAction::Take);
    assert_eq!(phone.text(&one, "cell"), Some("organization:pa"));
    assert!(phone.state.book.record(&own).is_some_and(ket_nap::book::record::Record::is_deleted));
    assert_eq!(phone.state.preferences.home.as_deref(), Some("organization:pa"));
    // The commune hears of one cell only, and of its people.
    let (_, work, _) = phone.sends(&cell, Output::ABOVE, false);
    let planned = office.receives(&[("work.txt", &work)]);
    assert_eq!(
        states(&planned).into_iter().filter(|(_, state)| *state != RowState::Same).collect::<Vec<_>>(),
        [("Quần chúng: Lò Thị Mẫu", RowState::New)]
    );
}

#[test]
fn a_cell_sends_as_much_of_a_dossier_as_it_is_asked_for() {
    let (mut office, commune, cell) = office();
    let mut phone = page_of(2, 8);
    let asks =
        Output::Parcel { from: commune.clone(), to: Output::BELOW.to_owned(), whole: false, asks: "full".to_owned() };
    office.do_with(ListsAction::Make(asks.write()));
    let plan = office.planned().plan;
    assert!(plan.notes.iter().any(|note| note.starts_with("Yêu cầu chi bộ gửi hồ sơ: đầy đủ")), "{:?}", plan.notes);
    let setup = plan.parcel.map(|(_, text)| text).unwrap_or_default();
    office.do_with(ListsAction::Send);
    phone.receives(&[("setup.txt", &setup)]);
    phone.do_with(ListsAction::Take);
    phone.act(Action::SetHome(cell.clone()));
    let one = phone.writes("candidate:a", &[("name", "Lò Thị Mẫu"), ("cell", "organization:pa"), ("life", "kể")]);
    let (_, work, notes) = phone.sends(&cell, Output::ABOVE, false);
    assert!(notes.iter().any(|note| note.starts_with("Hồ sơ: đầy đủ")), "{notes:?}");
    let is_owed = |office: &Page| ket_nap::post::claims::is_owed_a_receipt(&office.state.book, &cell);
    assert!(!is_owed(&office));
    office.receives(&[("work.txt", &work)]);
    office.do_with(ListsAction::Take);
    assert_eq!(office.text(&one, "life"), Some("kể"));
    assert!(is_owed(&office));
    office.sends(&commune, Output::BELOW, false);
    assert!(!is_owed(&office));
}

#[test]
fn a_parcel_goes_by_codes_and_is_kept_as_sent_when_the_other_side_has_it() {
    let (mut office, commune, cell) = office();
    let make =
        Output::Parcel { from: commune.clone(), to: cell.as_str().to_owned(), whole: false, asks: String::new() };
    office.do_with(ListsAction::Make(make.write()));
    let text = office.planned().plan.parcel.map(|(_, text)| text).unwrap_or_default();
    let before = office.state.book.version().clone();
    office.do_with(ListsAction::Show(1));
    assert_eq!(office.asked.pop(), Some(format!("show;1;{text}")));
    office.act(Action::FileRead("ket-nap-lists;codes;9".to_owned()));
    assert_eq!(office.planned().shown, Some(Shown { density: 1, codes: Some(9) }));
    office.do_with(ListsAction::Show(0));
    assert_eq!(office.planned().shown, Some(Shown { density: 0, codes: None }));
    office.do_with(ListsAction::Hide);
    assert_eq!((office.asked.pop(), office.planned().shown), (Some("close;".to_owned()), None));
    office.do_with(ListsAction::Copy);
    assert_eq!(office.asked.pop(), Some(format!("copy;{text}")));
    office.do_with(ListsAction::Share);
    assert!(office.asked.pop().is_some_and(|asked| asked.starts_with("share;ket-nap-gui-") && asked.ends_with(&text)));
    // Nothing of it counts as sent before it is.
    assert_eq!(*office.state.book.version(), before);
    office.act(Action::FileRead("ket-nap-lists;sent;0".to_owned()));
    assert_ne!(*office.state.book.version(), before);
    assert!(office.state.lists.is_none());
    // Said twice, as by a page that was slow, it counts once.
    let once = office.state.book.version().clone();
    office.do_with(ListsAction::Sent);
    assert_eq!(*office.state.book.version(), once);
}

#[test]
fn the_camera_looks_until_a_parcel_is_there_or_says_why_it_cannot() {
    let mut phone = page_of(2, 8);
    phone.do_with(ListsAction::Look);
    assert_eq!(phone.asked.pop(), Some("camera;".to_owned()));
    let mut strange = false;
    let mut hears = |said: &str, part: u64, trouble: Option<CameraTrouble>| {
        phone.act(Action::FileRead(format!("ket-nap-lists;{said}")));
        strange = said == "strange;0";
        assert_eq!(Lists::of(&phone.state.lists), Some(&Lists::Looking { part, trouble, strange, of: None }));
    };
    hears("strange;0", 0, None);
    hears("heard;40", 40, None);
    hears("codes;7", 40, None);
    hears("camera;1", 40, Some(CameraTrouble::Refused));
    hears("camera;2", 40, Some(CameraTrouble::Taken));
    hears("camera;0", 40, Some(CameraTrouble::Absent));
    phone.act(Action::FileRead("ket-nap-lists;closed;0".to_owned()));
    assert!(phone.state.lists.is_none());
    phone.act(Action::FileRead("ket-nap-lists;picture;1".to_owned()));
    assert_eq!(Lists::of(&phone.state.lists), Some(&Lists::NoCode { strange: true }));
    phone.do_with(ListsAction::Drop);
    phone.do_with(ListsAction::Paste);
    assert_eq!(phone.asked.pop(), Some("paste;".to_owned()));
}

#[test]
fn two_who_have_changed_the_same_are_told_and_asked_afterwards() {
    let (mut office, commune, cell) = office();
    let mut phone = page_of(2, 8);
    let (_, setup, _) = office.sends(&commune, Output::BELOW, false);
    phone.receives(&[("setup.txt", &setup)]);
    phone.do_with(ListsAction::Take);
    phone.act(Action::SetHome(cell.clone()));
    let one = phone.writes("candidate:a", &[("name", "Lò Thị Mẫu"), ("cell", "organization:pa")]);
    let (_, work, _) = phone.sends(&cell, Output::ABOVE, false);
    office.receives(&[("work.txt", &work)]);
    office.do_with(ListsAction::Take);
    office.writes("candidate:a", &[("name", "Lò Thị Mẫu Hai")]);
    phone.writes("candidate:a", &[("name", "Lò Thị Mẫu Ba")]);
    let (_, work, _) = phone.sends(&cell, Output::ABOVE, false);
    let planned = office.receives(&[("work.txt", &work)]);
    assert_eq!(planned.plan.rows[0].state, RowState::Disputed);
    assert!(planned.plan.rows[0].says.iter().any(|words| words.contains("Lò Thị Mẫu Hai")));
    office.do_with(ListsAction::Take);
    assert_eq!(ket_nap::app::past::disputes(&office.state).len(), 1);
    // Decided once, it stays so, here and there.
    let mark = ket_nap::app::past::disputes(&office.state)[0].edits[0].0.clone();
    office.act(Action::Decide(mark));
    let (_, back, _) = office.sends(&commune, cell.as_str(), false);
    phone.receives(&[("back.txt", &back)]);
    phone.do_with(ListsAction::Take);
    assert_eq!(phone.text(&one, "name"), office.text(&one, "name"));
    assert!(ket_nap::app::past::disputes(&phone.state).is_empty());
    office.receives(&[("work.txt", &work)]);
    office.do_with(ListsAction::Take);
    assert!(ket_nap::app::past::disputes(&office.state).is_empty());
}

#[test]
fn a_cell_that_cannot_be_read_is_told_once_with_its_text() {
    let planned = Page::new().open("Họ và tên;Ngày sinh;Chi bộ\nLò Văn Mẫu;dự kiến 19/5/1996;Bản Mẫu\n");
    let said: Vec<String> = planned.plan.rows.iter().flat_map(|row| row.says.clone()).collect();
    assert_eq!(said.iter().filter(|words| words.contains("không đọc được ngày")).count(), 1, "{said:?}");
    assert!(said.iter().any(|words| words.contains("“dự kiến 19/5/1996”")), "{said:?}");
}
