//! The register of members: sixty members of an invented village with their party ages on the four
//! days of 2026 and the next badge as of 22/11/2026, reckoned apart from this program; who counts;
//! what rests on the register.

mod common;

use common::{day, id, ledger, texts};
use ket_nap::domain::checks;
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::ledger::members::{self, Count, ROUNDS};
use ket_nap::domain::value::day::Day;

/// Name, day of the decision to admit, day of recognition, party ages on 3/2, 19/5, 2/9 and 7/11 of
/// 2026, and the next badge with its round.
const VILLAGE: [(&str, &str, &str, &str, &str); 60] = [
    ("Lò Xuân Hư", "3/2/1996", "3/2/1997", "30 30 30 30", "40 3/2/2036"),
    ("Vàng Xuân Tạm", "4/2/1996", "4/2/1997", "29 30 30 30", "40 19/5/2036"),
    ("Sùng Thu Phỏng", "22/11/1996", "22/11/1997", "29 29 29 29", "30 3/2/2027"),
    ("Quàng Thị Thử", "23/11/1996", "23/11/1997", "29 29 29 29", "30 3/2/2027"),
    ("Cà Xuân Phỏng", "8/11/1986", "8/11/1987", "39 39 39 39", "40 3/2/2027"),
    ("Giàng Văn Dụ", "7/11/1986", "7/11/1987", "39 39 39 40", "45 7/11/2031"),
    ("Lường Xuân Tạm", "29/2/1996", "28/2/1997", "29 30 30 30", "40 19/5/2036"),
    ("Mùa Thị Thử", "19/5/1976", "19/5/1977", "49 50 50 50", "55 19/5/2031"),
    ("Hờ Minh Bịa", "20/5/1976", "20/5/1977", "49 49 50 50", "55 2/9/2031"),
    ("Tòng Xuân Hư", "2/9/1936", "2/9/1937", "89 89 90 90", "–"),
    ("Vàng A Dụ", "7/11/1936", "7/11/1937", "89 89 89 90", "–"),
    ("Vàng Minh Mẫu", "3/2/1937", "3/2/1938", "89 89 89 89", "90 3/2/2027"),
    ("Tòng A Nháp", "2/9/1996", "2/9/1997", "29 29 30 30", "40 2/9/2036"),
    ("Mùa Xuân Hư", "3/9/1996", "3/9/1997", "29 29 29 30", "40 7/11/2036"),
    ("Lò Thị Thử", "29/2/2000", "28/2/2001", "25 26 26 26", "30 19/5/2030"),
    ("Mùa Thị Phỏng", "31/12/1981", "31/12/1982", "44 44 44 44", "45 3/2/2027"),
    ("Quàng A Nháp", "8/11/1946", "8/11/1947", "79 79 79 79", "80 3/2/2027"),
    ("Mùa A Nháp", "27/8/2004", "27/8/2005", "21 21 22 22", "30 2/9/2034"),
    ("Quàng Xuân Hư", "14/10/2003", "14/10/2004", "22 22 22 23", "30 7/11/2033"),
    ("Giàng Thu Ví", "4/2/1994", "4/2/1995", "31 32 32 32", "40 19/5/2034"),
    ("Cà A Giả", "7/8/2006", "7/8/2007", "19 19 20 20", "30 2/9/2036"),
    ("Vàng Văn Nháp", "28/11/2020", "28/11/2021", "5 5 5 5", "30 3/2/2051"),
    ("Lò Văn Mẫu", "22/6/1993", "22/6/1994", "32 32 33 33", "40 2/9/2033"),
    ("Tòng Thị Thử", "9/12/2017", "9/12/2018", "8 8 8 8", "30 3/2/2048"),
    ("Quàng Thị Phỏng", "15/4/2020", "15/4/2021", "5 6 6 6", "30 19/5/2050"),
    ("Hờ Xuân Thử", "8/7/2017", "8/7/2018", "8 8 9 9", "30 2/9/2047"),
    ("Cà Thu Ví", "19/9/2012", "19/9/2013", "13 13 13 14", "30 7/11/2042"),
    ("Lường A Dụ", "2/5/2000", "2/5/2001", "25 26 26 26", "30 19/5/2030"),
    ("Lường Minh Mẫu", "25/4/1953", "25/4/1954", "72 73 73 73", "75 19/5/2028"),
    ("Vàng Văn Bịa", "16/8/1990", "16/8/1991", "35 35 36 36", "40 2/9/2030"),
    ("Cà Văn Dụ", "15/9/1963", "15/9/1964", "62 62 62 63", "65 7/11/2028"),
    ("Cà Minh Nháp", "13/8/1986", "13/8/1987", "39 39 40 40", "45 2/9/2031"),
    ("Lường Thu Thử", "10/8/2024", "10/8/2025", "1 1 2 2", "30 2/9/2054"),
    ("Giàng A Giả", "16/4/2000", "16/4/2001", "25 26 26 26", "30 19/5/2030"),
    ("Giàng A Mẫu", "16/1/2012", "16/1/2013", "14 14 14 14", "30 3/2/2042"),
    ("Hờ Xuân Phỏng", "7/12/1971", "7/12/1972", "54 54 54 54", "55 3/2/2027"),
    ("Lò Thu Tạm", "22/6/2009", "22/6/2010", "16 16 17 17", "30 2/9/2039"),
    ("Tòng A Bịa", "23/11/2018", "23/11/2019", "7 7 7 7", "30 3/2/2049"),
    ("Vàng Thị Ví", "9/9/2010", "9/9/2011", "15 15 15 16", "30 7/11/2040"),
    ("Cà Minh Bịa", "11/1/1981", "11/1/1982", "45 45 45 45", "50 3/2/2031"),
    ("Mùa A Bịa", "3/9/1977", "3/9/1978", "48 48 48 49", "50 7/11/2027"),
    ("Lò A Bịa", "14/9/1985", "14/9/1986", "40 40 40 41", "45 7/11/2030"),
    ("Sùng A Dụ", "25/8/1963", "25/8/1964", "62 62 63 63", "65 2/9/2028"),
    ("Quàng Minh Dụ", "4/12/2000", "4/12/2001", "25 25 25 25", "30 3/2/2031"),
    ("Sùng Thu Thử", "4/2/1979", "4/2/1980", "46 47 47 47", "50 19/5/2029"),
    ("Cà Thu Hư", "7/4/1957", "7/4/1958", "68 69 69 69", "70 19/5/2027"),
    ("Sùng Xuân Tạm", "5/9/2020", "5/9/2021", "5 5 5 6", "30 7/11/2050"),
    ("Sùng Thị Ví", "1/4/2020", "1/4/2021", "5 6 6 6", "30 19/5/2050"),
    ("Vàng Thị Hư", "1/8/1994", "1/8/1995", "31 31 32 32", "40 2/9/2034"),
    ("Sùng Minh Mẫu", "5/3/2004", "5/3/2005", "21 22 22 22", "30 19/5/2034"),
    ("Sùng Thị Hư", "13/9/2016", "13/9/2017", "9 9 9 10", "30 7/11/2046"),
    ("Vàng Thu Thử", "21/12/2009", "21/12/2010", "16 16 16 16", "30 3/2/2040"),
    ("Hờ Thu Ví", "4/4/1951", "4/4/1952", "74 75 75 75", "80 19/5/2031"),
    ("Giàng Minh Nháp", "17/5/2010", "17/5/2011", "15 16 16 16", "30 19/5/2040"),
    ("Lường Văn Bịa", "8/11/2003", "8/11/2004", "22 22 22 22", "30 3/2/2034"),
    ("Tòng Thu Tạm", "18/6/2011", "18/6/2012", "14 14 15 15", "30 2/9/2041"),
    ("Lò Văn Giả", "7/3/1969", "7/3/1970", "56 57 57 57", "60 19/5/2029"),
    ("Lò Xuân Ví", "3/2/2026", "", "– – – –", "–"),
    ("Lường Văn Nháp", "19/5/2026", "", "– – – –", "–"),
    ("Vàng Minh Giả", "2/9/2026", "", "– – – –", "–"),
];

const TODAY: &str = "22/11/2026";

fn village() -> Ledger {
    let mut lines = String::from("organization:a: name Chi bộ bản Mẫu, kind village, register yes\n");
    for (place, (name, admitted, recognition, ..)) in VILLAGE.iter().enumerate() {
        lines.push_str(&format!("member:m{place}: name {name}, cell organization:a, admitted {admitted}"));
        lines.push_str(if recognition.is_empty() { "" } else { ", recognition " });
        lines.push_str(recognition);
        lines.push('\n');
    }
    ledger(&lines)
}

#[test]
fn party_ages_and_badges_of_sixty_members() {
    let book = village();
    let rounds: Vec<Day> = ROUNDS.into_iter().filter_map(|(of, month)| Day::new(2026, month, of)).collect();
    for (place, (name, .., ages, badge)) in VILLAGE.iter().enumerate() {
        let record = id(&format!("member:m{place}"));
        let member = members::register(&book).find(|member| *member.id == record).unwrap_or_else(|| unreachable!());
        let age = |on: &Day| member.party_age(*on).map_or_else(|| "–".to_owned(), |years| years.to_string());
        let found: Vec<String> = rounds.iter().map(age).collect();
        assert_eq!(found.join(" "), *ages, "{name}");
        let next = member.next_badge(day(TODAY));
        let next = next.map(|(years, on)| format!("{years} {}/{}/{}", on.day(), on.month(), on.year()));
        assert_eq!(next.unwrap_or_else(|| "–".to_owned()), *badge, "{name}");
    }
    let count = members::count(&book, &id("organization:a"), day(TODAY));
    assert_eq!(count, Some(Count { official: 57, probation: 3, excused: 0 }));
}

#[track_caller]
fn counted(lines: &str, on: &str, expected: Option<(u32, u32, u32)>) {
    let book = ledger(&format!("organization:a: name A, kind village\norganization:b: name B, kind village\n{lines}"));
    let count = members::count(&book, &id("organization:a"), day(on));
    assert_eq!(count.map(|count| (count.official, count.probation, count.excused)), expected, "{on}: {lines}");
}

#[test]
fn who_counts_on_a_day() {
    let one = |row: &str| {
        format!("member:m: name Vàng A Thử, cell organization:a, admitted 3/2/2010, recognition 3/2/2011, {row}")
    };
    counted("", TODAY, None);
    counted(&one(""), TODAY, Some((1, 0, 0)));
    counted(&one(""), "2/2/2011", Some((0, 1, 0)));
    counted(&one(""), "2/2/2010", Some((0, 0, 0)));
    counted(&one("joined 1/6/2020"), "31/5/2020", Some((0, 0, 0)));
    counted(&one("joined 1/6/2020"), "1/6/2020", Some((1, 0, 0)));
    for gone in ["moved", "left", "struck", "expelled", "died"] {
        counted(&one(&format!("standing {gone}, standing_since 1/6/2026")), "31/5/2026", Some((1, 0, 0)));
        counted(&one(&format!("standing {gone}, standing_since 1/6/2026")), "1/6/2026", Some((0, 0, 0)));
        counted(&one(&format!("standing {gone}")), "1/1/2020", Some((0, 0, 0)));
    }
    for stays in ["exempt", "away"] {
        counted(&one(&format!("standing {stays}, standing_since 1/6/2026")), "1/6/2026", Some((1, 0, 1)));
        counted(&one(&format!("standing {stays}, standing_since 1/6/2026")), "31/5/2026", Some((1, 0, 0)));
    }
    // Admitted since, with a dossier in this book: counted without being entered; entered for good, once.
    let admitted = "candidate:c: name Lò Thị Mẫu, cell organization:a, decision 1/3/2026, ceremony 10/3/2026";
    counted(admitted, TODAY, None);
    counted(&format!("{}\n{admitted}", one("")), TODAY, Some((1, 1, 0)));
    counted(&format!("{}\n{admitted}", one("")), "9/3/2026", Some((1, 0, 0)));
    let entered = "member:c: name Lò Thị Mẫu, cell organization:a, admitted 1/3/2026, joined 10/3/2026";
    counted(&format!("{}\n{admitted}\n{entered}", one("")), TODAY, Some((1, 1, 0)));
    let ended = |why: &str| format!("{}\n{admitted}, ended_because {why}, ended 1/9/2026", one(""));
    for gone in ["moved", "died", "withdrew", "struck"] {
        counted(&ended(gone), TODAY, Some((1, 0, 0)));
    }
    // Whom nobody follows any more is still a member.
    counted(&ended("other"), TODAY, Some((1, 1, 0)));
    // Official, on a day that nobody knows any more.
    counted(
        "member:m: name Vàng A Thử, cell organization:a, admitted 3/2/1990, official official",
        TODAY,
        Some((1, 0, 0)),
    );
}

fn found(lines: &str, record: &str, row: &str) -> Vec<&'static str> {
    let organizations = "organization:a: name A, kind village\norganization:b: name B, kind village";
    let book = ledger(&format!("{organizations}\n{lines}\n{record}: {row}"));
    let record = id(record);
    checks::record(&book, &record, &texts(&record, row), day(TODAY))
        .iter()
        .map(|finding| finding.id().as_str())
        .collect()
}

#[test]
fn what_does_not_fit_in_the_register_is_named() {
    let other = "member:o: name Vàng A Thử, cell organization:b, admitted 3/2/2010, recognition 3/2/2011";
    let row = "name vàng a thử, cell organization:a, admitted 3/2/2010, recognition 3/2/2011";
    assert_eq!(found(other, "member:m", row), ["duplicate.member"]);
    assert_eq!(found(&format!("{other}, standing moved, standing_since 1/6/2026"), "member:m", row), [] as [&str; 0]);
    assert_eq!(
        found(other, "member:m", "name Vàng A Thứ, cell organization:a, admitted 3/2/2010, recognition 3/2/2011"),
        [] as [&str; 0]
    );
    // The decision of one and the ceremony of the other; another year is another person.
    let later = |day: &str| format!("name Vàng A Thử, cell organization:b, admitted {day}, recognition 1/1/2015");
    assert_eq!(found(other, "member:m", &later("4/4/2010")), ["duplicate.member"]);
    assert_eq!(found(other, "member:m", &later("5/4/2010")), [] as [&str; 0]);
    // On probation for more than twelve months.
    let probation = |row: &str| found("", "member:m", &format!("name Vàng A Thử, cell organization:a, {row}"));
    assert_eq!(probation("admitted 23/11/2025"), [] as [&str; 0]);
    assert_eq!(probation("admitted 22/11/2025"), ["probation.over"]);
    assert_eq!(probation("admitted 22/11/2025, recognition 22/11/2026"), [] as [&str; 0]);
    assert_eq!(probation("admitted 22/11/2025, standing struck, standing_since 1/11/2026"), [] as [&str; 0]);
    assert_eq!(probation("admitted 3/2/2010, recognition 3/2/2009"), ["date.out_of_order"]);
}

#[test]
fn the_base_of_a_percent_is_what_was_entered_else_the_register() {
    let book = village();
    let cell = id("organization:a");
    assert_eq!(members::base(&book, &cell, day(TODAY)), Some(60));
    // A register that is not said to be whole is no base, nor is a committee's of which one is not.
    let mut open = village();
    open.put(&cell, &texts(&cell, "name Chi bộ bản Mẫu, kind village, parent organization:c"));
    assert_eq!(members::base(&open, &cell, day(TODAY)), None);
    let (committee, other) = (id("organization:c"), id("organization:b"));
    open.put(&cell, &texts(&cell, "name Chi bộ bản Mẫu, kind village, parent organization:c, register yes"));
    open.put(&committee, &texts(&committee, "name Đảng ủy xã Mẫu, kind committee"));
    assert_eq!(members::base(&open, &committee, day(TODAY)), Some(60));
    open.put(&other, &texts(&other, "name Chi bộ khác, kind school, parent organization:c"));
    assert_eq!(members::base(&open, &committee, day(TODAY)), None);
    let mut book = village();
    let headcount = id("headcount:h");
    book.put(&headcount, &texts(&headcount, "organization organization:a, day 1/6/2026, members 58"));
    assert_eq!(members::base(&book, &cell, day(TODAY)), Some(58));
    // Before the first count that was entered the register speaks.
    assert_eq!(members::base(&book, &cell, day("1/6/2026").plus_days(-1).unwrap_or(day(TODAY))), Some(59));
}
