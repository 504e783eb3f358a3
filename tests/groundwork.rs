//! What stands before a candidate: key people in villages, awareness classes and what becomes of their certificates, reasons
//! why nobody was found.

mod common;

use std::collections::BTreeMap;

use common::{Texts, day, id, ledger, texts};
use ket_nap::domain::calculator::classes::{Classes, classes};
use ket_nap::domain::calculator::key_people::key_people;
use ket_nap::domain::calculator::reasons::reasons;
use ket_nap::domain::checks;
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::schema::entry::Entries;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::text::groundwork as told;

const ORGANIZATIONS: &str = "organization:h: name Đảng ủy xã Mẫu, kind committee
    organization:x: name Chi bộ bản X, kind village, parent organization:h
    organization:y: name Chi bộ bản Y, kind village, parent organization:h
    village:x1: name Bản X1, committee organization:x, members 0, members_day 1/1/2024
    village:x2: name Bản X2, committee organization:x, members 0, members_day 1/1/2024
    village:y1: name Bản Y1, committee organization:y, members 3, members_day 1/1/2024";

/// A book with the texts of its records, as figures ask for them.
struct Book {
    ledger: Ledger,
    texts: BTreeMap<RecordId, Texts>,
}

impl Book {
    fn of(lines: &str) -> Book {
        let lines = format!("{ORGANIZATIONS}\n{lines}");
        let rows = lines.lines().map(str::trim).filter_map(|line| line.split_once(": "));
        let rows = rows.map(|(name, row)| (id(name), texts(&id(name), row)));
        Book { ledger: ledger(&lines), texts: rows.collect() }
    }

    fn texts<'a>(&'a self) -> impl Fn(&RecordId) -> Option<&'a dyn Entries> {
        |id| self.texts.get(id).map(|texts| texts as &dyn Entries)
    }

    fn classes(&self, organization: &str, on: &str) -> Classes {
        classes(&self.ledger, &id(organization), day(on), &self.texts())
    }
}

/// The posts of an organization in words.
#[track_caller]
fn posts(lines: &str, organization: &str, on: &str, expected: &[&str]) {
    let book = Book::of(lines);
    let found = key_people(&book.ledger, &id(organization), day(on), &book.texts());
    let found: Vec<String> =
        found.iter().map(|holders| format!("{}: {}", holders.post.key(), told::holders(holders))).collect();
    assert_eq!(found, expected, "{organization} {on}");
}

#[test]
fn holders_of_posts_are_counted_by_the_uppermost_number() {
    let of = |record: &str, row: &str| format!("key_people:{record}: post village_head, {row}\n");
    let commune = of("h", "organization organization:h, day 1/6/2025, all 10, members 9");
    let x = of("x", "organization organization:x, day 1/6/2025, all 2, members 1");
    let y1 = of("y1", "organization organization:y, place village:y1, day 1/6/2025, all 1, members 1");
    let on = "1/12/2025";
    posts("", "organization:h", on, &[]);
    posts(&commune, "organization:h", "31/5/2025", &[]);
    posts(&commune, "organization:h", on, &["village_head: 9/10 là đảng viên (90,0%) · 1 người chưa vào Đảng"]);
    let both = format!("{x}{y1}");
    let sum = "village_head: 2/3 là đảng viên (66,7%) · 1 người chưa vào Đảng";
    posts(&both, "organization:h", on, &[sum]);
    posts(&both, "organization:y", on, &["village_head: 1/1 là đảng viên (100,0%)"]);
    let all = format!("{commune}{both}");
    posts(&all, "organization:h", on, &["village_head: 9/10 là đảng viên (90,0%) · 1 người chưa vào Đảng"]);
    // The later number of the same place.
    let later = of("y2", "organization organization:y, place village:y1, day 1/7/2025, all 2, members 0");
    posts(
        &format!("{y1}{later}"),
        "organization:y",
        on,
        &["village_head: 0/2 là đảng viên (0,0%) · 2 người chưa vào Đảng"],
    );
    // Not of all is known who is a member.
    let unclear = of("x", "organization organization:x, day 1/6/2025, all 2");
    posts(&format!("{unclear}{y1}"), "organization:h", on, &["village_head: 3 người, chưa rõ bao nhiêu là đảng viên"]);
    // Posts are not mixed.
    let front = "key_people:f: organization organization:h, post front_head, day 1/6/2025, all 5, members 5\n";
    posts(
        &format!("{front}{y1}"),
        "organization:h",
        on,
        &["village_head: 1/1 là đảng viên (100,0%)", "front_head: 5/5 là đảng viên (100,0%)"],
    );
}

#[test]
fn who_of_the_others_is_a_source() {
    let number = "key_people:x: post village_head, organization organization:x, day 1/6/2025, all 2, members 0\n";
    let person = |name: &str, row: &str| {
        format!("candidate:{name}: name Vàng Thử, cell organization:x, post village_head, {row}\n")
    };
    let on = "1/12/2025";
    let start = "village_head: 0/2 là đảng viên (0,0%) · 2 người chưa vào Đảng";
    let followed = person("a", "introduced 1/2/2025");
    posts(&format!("{number}{followed}"), "organization:h", on, &[&format!("{start} · đang theo dõi 1")]);
    posts(&followed, "organization:h", on, &["village_head: chưa nhập số người · đang theo dõi 1"]);
    let admitted = person("b", "ceremony 3/9/2025");
    let since = format!("{start} · từ 01/06/2025 kết nạp thêm 1");
    posts(&format!("{number}{admitted}"), "organization:h", on, &[&since]);
    // Admitted before the count: among its members already.
    let before = person("b", "ceremony 3/2/2025");
    posts(&format!("{number}{before}"), "organization:h", on, &[start]);
    let ended = person("c", "ended 1/3/2025, ended_because withdrew");
    posts(&format!("{number}{ended}"), "organization:h", on, &[start]);
}

const CLASSES: &str =
    "class:a: name Lớp 1, organization organization:h, from 10/3/2024, certificates 15/3/2024, seats 70, sent 68, certified 66
    class:b: name Lớp 2, organization organization:h, from 10/9/2024, certificates 15/9/2024, sent 68, certified 70
    class:c: name Lớp của X, organization organization:x, from 10/4/2025
    candidate:1: name Một, cell organization:x, class class:a, certificate 15/3/2024, ceremony 3/9/2024
    candidate:2: name Hai, cell organization:x, class class:a, certificate 15/3/2024, ceremony 3/2/2025
    candidate:3: name Ba, cell organization:y, class class:a, certificate 15/3/2024
    candidate:4: name Bốn, cell organization:y, certificate 20/5/2020
    candidate:5: name Năm, cell organization:x, class class:c, sent_to_class 10/4/2025
    candidate:6: name Sáu, cell organization:x, class class:b, certificate 15/9/2024, ended 1/1/2025, ended_because withdrew
    candidate:7: name Bảy, cell organization:x, certificate 15/9/2024, cell_meeting 1/10/2025";

#[test]
fn classes_by_numbers_and_by_people() {
    let book = Book::of(CLASSES);
    let lines = |organization: &str| -> Vec<String> {
        book.classes(organization, "1/12/2025").classes.iter().map(told::class).collect()
    };
    assert_eq!(
        lines("organization:h"),
        [
            "mở 10/04/2025 · cử 1",
            "mở 10/09/2024 · cử 68 · cấp giấy 70",
            "mở 10/03/2024 · 70 chỗ · cử 68 · cấp giấy 66 (97,1%) · đã kết nạp 2",
        ]
    );
    assert_eq!(lines("organization:x"), ["mở 10/04/2025 · cử 1"]);
    assert_eq!(lines("organization:y"), Vec::<String>::new());
}

#[test]
fn what_becomes_of_certificates() {
    let book = Book::of(CLASSES);
    let years = |on: &str| -> Vec<String> {
        let found = book.classes("organization:h", on);
        found.years.iter().map(|year| format!("{}: {}", told::year(year), told::certified(year))).collect()
    };
    assert_eq!(
        years("31/12/2024"),
        [
            "Năm 2024, 2 lớp: 136 người được cấp giấy · trong sổ 5: 1 kết nạp ngay trong năm, 4 chưa kết nạp",
            "Năm 2020: trong sổ 1: 1 chưa kết nạp",
        ]
    );
    assert_eq!(
        years("1/12/2025").get(1).map(String::as_str),
        Some(
            "Năm 2024, 2 lớp: 136 người được cấp giấy · trong sổ 5: 1 kết nạp ngay trong năm, 1 kết nạp năm 2025, \
             1 thôi theo dõi, 2 chưa kết nạp · cả năm 2025 kết nạp 1"
        )
    );
}

#[test]
fn certificates_run_out_unused() {
    let book = Book::of(CLASSES);
    let unused = |on: &str| -> (Vec<String>, Option<String>) {
        let found = book.classes("organization:h", on).unused;
        let lines = found.iter().map(|one| format!("{} {}", one.candidate.name(), told::unused(one, day(on))));
        (lines.collect(), told::all_unused(&found, day(on)))
    };
    // 60 months (06-HD/TW of 2025, secondary): 4 met nobody, 7 has met, 6 is no longer followed.
    let (lines, all) = unused("1/12/2025");
    assert_eq!(lines, ["4 giấy hết giá trị sau 20/05/2025", "3 giấy có giá trị đến 15/03/2029"]);
    assert_eq!(all.as_deref(), Some("2 người có giấy chưa họp xét, 1 giấy đã hết giá trị"));
    let (_, all) = unused("21/5/2024");
    assert_eq!(all.as_deref(), Some("4 người có giấy chưa họp xét, 1 giấy hết giá trị trong 12 tháng tới"));
}

#[test]
fn reasons_by_place_and_year() {
    let of = |record: &str, row: &str| format!("reason:{record}: organization organization:x, {row}\n");
    let lines = [
        of("1", "place village:x1, year 2025, why away, people 12"),
        of("2", "place village:x2, year 2025, why away"),
        of("3", "place village:x1, year 2025, why away, people 2"),
        of("4", "place village:x1, year 2024, why away"),
        of("5", "year 2025, why other, own Bận mùa vụ"),
        of("6", "place village:x2, year 1/3/2025, why other, own bận Mùa vụ"),
        of("7", "place village:x2, year 2025, why religion, own nhóm lạ"),
        of("8", "place village:x2, year 2023, why age"),
        of("9", "place village:x2, year 2024, why schooling"),
    ];
    let book = Book::of(&lines.concat());
    let found = |organization: &str| -> Vec<String> {
        let found = reasons(&book.ledger, &id(organization), day("1/12/2025"));
        found.why.iter().map(|why| format!("{}: {}", told::reason(&why.said), told::why(why))).collect()
    };
    let expected = [
        "Thanh niên đi làm ăn xa: 2 nơi (năm trước 1) · 14 người",
        "Bận mùa vụ: 2 nơi",
        "Theo đạo trái pháp luật: 1 nơi",
        "Trình độ học vấn: 0 nơi (năm trước 1)",
    ];
    assert_eq!(found("organization:h"), expected);
    assert_eq!(found("organization:x"), expected);
    assert_eq!(found("organization:y"), Vec::<String>::new());
}

/// The places of which nothing is known.
#[track_caller]
fn silent(lines: &str, expected: &str) {
    let book = Book::of(lines);
    let found = reasons(&book.ledger, &id("organization:h"), day("1/12/2025")).silent;
    let found: Vec<&str> = found.iter().map(RecordId::name).collect();
    assert_eq!(found.join(" "), expected, "{lines}");
}

#[test]
fn places_without_anybody_and_without_a_reason() {
    silent("", "x1 x2");
    silent("reason:1: organization organization:x, place village:x1, year 2025, why few", "x2");
    silent("reason:1: organization organization:x, place village:x1, year 2024, why few", "x1 x2");
    silent("candidate:1: name Một, cell organization:x, place village:x2", "x1");
    silent("candidate:1: name Một, cell organization:x, place village:x2, ended 1/1/2025", "x1 x2");
}

#[test]
fn a_part_is_not_more_than_its_whole() {
    for (record, row, expected) in [
        ("key_people:1", "organization organization:h, post women, day 1/1/2025, all 3, members 4", 1),
        ("key_people:1", "organization organization:h, post women, day 1/1/2025, all 3, members 3", 0),
        ("class:1", "name Lớp, organization organization:h, from 1/1/2025, sent 60, certified 61", 1),
        ("class:1", "name Lớp, organization organization:h, from 1/1/2025, seats 50, sent 60, certified 60", 0),
    ] {
        let record = id(record);
        let found = checks::alone(&ledger(ORGANIZATIONS), &record, &texts(&record, row), day("1/1/2026"));
        let found = found.iter().filter(|finding| finding.id().as_str() == "numbers.part_beyond_whole").count();
        assert_eq!(found, expected, "{row}");
    }
}
