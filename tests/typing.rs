//! How much a person taps and types for ten candidates: letter by letter, with what the boxes help with, and from a message. Every way
//! ends with the same records.

#[path = "journeys/page.rs"]
#[expect(dead_code, reason = "the journeys need more of it")]
mod page;

use ket_nap::app::action::Action;
use ket_nap::app::state::Role;
use ket_nap::app::suggestions;
use ket_nap::courier::places::{self, Offer};
use ket_nap::courier::{Opened, answer};
use ket_nap::domain::schema::field::{Field, Kind};
use ket_nap::domain::schema::id::{RecordId, RecordKind};
use ket_nap::domain::schema::lists;
use ket_nap::domain::value::day::Day;
use ket_nap::domain::value::letters::fold;
use ket_nap::domain::value::rows;
use ket_nap::gazetteer::Gazetteer;
use ket_nap::store::backup;
use ket_nap::store::medium::Memory;
use page::Page;

/// Invented people of two villages: name, birth date, ethnic group, village, telephone, and how it is written in a message.
const PEOPLE: [(&str, &str, &str, &str, &str, &str); 10] = [
    (
        "Vàng A Thử",
        "1996-03-05",
        "mong",
        "bản Nậm Thử 3",
        "0912345671",
        "Vàng A Thử, sn 5/3/96, dt Mông, bản Nậm Thử 3, sđt 0912345671",
    ),
    (
        "Vàng Thị Mẫu",
        "1998-11-12",
        "mong",
        "bản Nậm Thử 3",
        "0912345672",
        "Vàng Thị Mẫu, sn 12/11/98, dt Mông, bản Nậm Thử 3, sđt 0912345672",
    ),
    (
        "Giàng A Thí",
        "2001-07-09",
        "mong",
        "bản Nậm Thử 3",
        "0912345673",
        "Giàng A Thí, sn 9/7/2001, dt Mông, bản Nậm Thử 3, sđt 0912345673",
    ),
    (
        "Giàng Thị Dụ",
        "2003-01-25",
        "mong",
        "bản Nậm Thử 3",
        "0912345674",
        "Giàng Thị Dụ, sn 25/1/2003, dt Mông, bản Nậm Thử 3, sđt 0912345674",
    ),
    (
        "Lò Văn Mẫu",
        "1994-08-30",
        "thai",
        "bản Nà Mẫu",
        "0912345675",
        "Lò Văn Mẫu, sn 30/8/94, dt Thái, bản Nà Mẫu, sđt 0912345675",
    ),
    (
        "Lò Thị Thử",
        "1999-04-04",
        "thai",
        "bản Nà Mẫu",
        "0912345676",
        "Lò Thị Thử, sn 4/4/99, dt Thái, bản Nà Mẫu, sđt 0912345676",
    ),
    (
        "Quàng Văn Thí",
        "1992-10-10",
        "thai",
        "bản Nà Mẫu",
        "0912345677",
        "Quàng Văn Thí, sn 10/10/92, dt Thái, bản Nà Mẫu, sđt 0912345677",
    ),
    (
        "Sùng A Mẫu",
        "2000-02-29",
        "mong",
        "bản Nậm Thử 3",
        "0912345678",
        "Sùng A Mẫu, sn 29/2/2000, dt Mông, bản Nậm Thử 3, sđt 0912345678",
    ),
    (
        "Tòng Thị Dụ",
        "1997-06-15",
        "thai",
        "bản Nà Mẫu",
        "0912345679",
        "Tòng Thị Dụ, sn 15/6/97, dt Thái, bản Nà Mẫu, sđt 0912345679",
    ),
    (
        "Hờ A Thử",
        "1995-12-01",
        "mong",
        "bản Nậm Thử 3",
        "0912345670",
        "Hờ A Thử, sn 1/12/95, dt Mông, bản Nậm Thử 3, sđt 0912345670",
    ),
];

/// Their commune; it has its name since 1 July 2025.
const COMMUNE: &str = "xã Nà Hỳ";
const PROVINCE: &str = "dien_bien";

/// What a way costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cost {
    taps: usize,
    letters: usize,
}

/// A person who counts.
struct Typist {
    page: Page,
    cost: Cost,
}

impl Typist {
    fn new() -> Typist {
        let mut page = Page::open(Memory::default(), 7);
        page.does(Action::StartNew(Role::Cell));
        page.types(Field::OrganizationName, "Chi bộ bản Nậm Thử 3");
        Typist { page, cost: Cost::default() }
    }

    fn edits(&mut self, record: &RecordId, field: Field, text: &str) {
        self.page.does(Action::Edited { record: record.clone(), field, text: text.to_owned() });
    }

    /// A tap into a box, and a text.
    fn types(&mut self, record: &RecordId, field: Field, text: &str) {
        self.cost.taps += 1;
        self.cost.letters += text.chars().count();
        self.edits(record, field, text);
        self.page.does(Action::Left);
    }

    /// A tap on what is suggested below the box, if it is.
    fn takes(&mut self, record: &RecordId, field: Field, text: &str) -> bool {
        let is_there = suggestions::suggested(&self.page.state, record, field, "").iter().any(|offer| offer == text);
        if is_there {
            self.cost.taps += 1;
            self.edits(record, field, text);
        }
        is_there
    }

    /// An entry of a long list: a tap into the box, the fewest letters after which it is offered, and a tap on it.
    fn chooses(&mut self, record: &RecordId, field: Field, key: &str) {
        let Kind::Choice(list) = field.spec().kind else { unreachable!("{field:?}") };
        let list = list.entries();
        let name = lists::find(list, key).map_or("", |choice| choice.name);
        let offered = |typed: &str| lists::beginning(list, typed).into_iter().take(6).any(|choice| choice.key == key);
        let folded = fold(name);
        let letters = (1..=folded.len()).find(|letters| offered(&folded[..*letters])).unwrap_or(folded.len());
        self.cost.taps += 2;
        self.cost.letters += letters;
        self.edits(record, field, key);
    }

    /// The page of a new candidate, and on to its second part.
    fn begins(&mut self) -> RecordId {
        self.page.goes("#/candidates/new");
        self.cost.taps += 2;
        self.page.here()
    }

    /// A commune as it is typed and offered: the village, the fewest letters after which it comes first, and a tap that fills two boxes.
    fn is_offered(&mut self, record: &RecordId, village: &str) {
        let name = fold(COMMUNE.trim_start_matches("xã "));
        let wanted = format!("{village}, {COMMUNE}");
        let offer = |typed: &str| places::offers(Gazetteer::shared(), "residence", typed, "").offers;
        let typed = (2..=name.len())
            .map(|letters| format!("{village}, {}", &name[..letters]))
            .find(|typed| offer(typed).iter().any(|offer| fills(offer, &wanted)))
            .unwrap_or_else(|| unreachable!("{village}"));
        self.types(record, Field::Residence, &typed);
        let taken = offer(&typed).into_iter().find(|offer| fills(offer, &wanted));
        for fill in taken.map(|offer| offer.fills).unwrap_or_default() {
            let list = lists::meant(lists::PROVINCES, &fill.text).map(|choice| choice.key);
            self.edits(record, fill.field, list.unwrap_or(&fill.text));
        }
        self.cost.taps += 1;
    }

    /// What the book says of everybody, by name.
    fn told(&self) -> Vec<String> {
        let fields =
            [Field::Name, Field::Birth, Field::EthnicGroup, Field::Residence, Field::ResidenceProvince, Field::Phone];
        let state = &self.page.state;
        let row = |id: &RecordId| {
            let text = |field: Field| state.book.record(id)?.text(field.spec().key).map(str::to_owned);
            fields.map(|field| text(field).unwrap_or_default()).join("; ")
        };
        let mut all: Vec<String> = state.ledger.candidates().map(|(id, _)| row(id)).collect();
        all.sort();
        all
    }
}

/// Whether an offer writes this into the box.
fn fills(offer: &Offer, text: &str) -> bool {
    offer.fills.first().is_some_and(|fill| fill.text == text)
}

/// What has to be there in the end.
fn wanted() -> Vec<String> {
    let row = |(name, birth, group, village, phone, _): (&str, &str, &str, &str, &str, &str)| {
        format!("{name}; {birth}; {group}; {village}, {COMMUNE}; {PROVINCE}; {phone}")
    };
    let mut all: Vec<String> = PEOPLE.into_iter().map(row).collect();
    all.sort();
    all
}

fn by_hand() -> Typist {
    let mut typist = Typist::new();
    for (name, birth, group, village, phone, _) in PEOPLE {
        let person = typist.begins();
        typist.types(&person, Field::Name, name);
        let (year, month, day) = (&birth[..4], &birth[5..7], &birth[8..]);
        typist.types(&person, Field::Birth, &format!("{day}{month}{year}"));
        typist.chooses(&person, Field::EthnicGroup, group);
        typist.types(&person, Field::Phone, phone);
        typist.types(&person, Field::Residence, &format!("{village}, {COMMUNE}"));
        typist.chooses(&person, Field::ResidenceProvince, PROVINCE);
    }
    typist
}

fn with_help() -> Typist {
    let mut typist = Typist::new();
    for (name, birth, group, village, phone, _) in PEOPLE {
        let person = typist.begins();
        typist.types(&person, Field::Name, name);
        let day = Day::from_iso(birth).unwrap_or(Day::LAST);
        let short = format!("{}{}{:02}", day.day(), day.month(), day.year() % 100);
        let today = typist.page.state.moment.today;
        let whole = format!("{:02}{:02}{:02}", day.day(), day.month(), day.year() % 100);
        let is_certain = suggestions::short_days(Field::Birth, &short, today) == [day];
        typist.types(&person, Field::Birth, if is_certain { &short } else { &whole });
        if !typist.takes(&person, Field::EthnicGroup, group) {
            typist.chooses(&person, Field::EthnicGroup, group);
        }
        typist.types(&person, Field::Phone, phone);
        if typist.takes(&person, Field::Residence, &format!("{village}, {COMMUNE}")) {
            assert!(typist.takes(&person, Field::ResidenceProvince, PROVINCE));
        } else {
            typist.is_offered(&person, village);
        }
    }
    typist
}

/// A message that came by chat: to the page of lists, a tap into its box, two to paste, one to read, one to take everything in.
fn from_a_message() -> Typist {
    let mut typist = Typist::new();
    let lines: Vec<String> =
        PEOPLE.into_iter().map(|(.., line)| line.replace(", sđt", ", xã Nà Hỳ, tỉnh Điện Biên, sđt")).collect();
    typist.cost.taps += 6;
    let state = &typist.page.state;
    let home = state.ledger.organizations().map(|(id, _)| id.as_str().to_owned()).next();
    let asked = rows::write(&vec![vec![
        Some(backup::write(&state.book, 1_790_000_000_000)),
        Some(state.moment.today.iso()),
        home,
    ]]);
    let plan = answer(&[Opened::new("tin".to_owned(), lines.join("\n").as_bytes())], &asked).unwrap_or_default();
    for record in plan.rows.into_iter().flat_map(|row| row.records) {
        for (key, text) in record.texts {
            let field = Field::from_key(RecordKind::Candidate, &key);
            typist.edits(&record.id, field.unwrap_or_else(|| unreachable!("{key}")), &text);
        }
    }
    typist
}

#[test]
fn ten_candidates_cost_less_and_less() {
    for (way, typist, cost) in [
        ("letter by letter", by_hand(), Cost { taps: 100, letters: 525 }),
        ("with what the boxes help with", with_help(), Cost { taps: 82, letters: 291 }),
        ("from a message", from_a_message(), Cost { taps: 6, letters: 0 }),
    ] {
        assert_eq!(typist.told(), wanted(), "{way}");
        assert_eq!(typist.cost, cost, "{way}");
    }
}
