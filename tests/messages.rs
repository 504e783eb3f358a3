//! Messages in which people tell of candidates (`tests/messages/`): what comes out of each, what is marked as a guess, and what stays
//! visible because it was not understood.

use ket_nap::book::Book;
use ket_nap::courier::{Opened, answer};
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::Day;
use ket_nap::domain::value::rows;
use ket_nap::exchange::message::{self, Told};
use ket_nap::store::backup;

fn today() -> Day {
    Day::from_iso("2026-11-29").unwrap_or(Day::LAST)
}

fn parts(told: &Told) -> Vec<String> {
    let fact =
        |fact: &message::Fact| format!("{}={}{}", fact.field.spec().key, if fact.guess { "?" } else { "" }, fact.text);
    let mut parts: Vec<String> = told.facts.iter().map(fact).collect();
    parts.extend(told.cell.iter().map(|cell| format!("cell={cell}")));
    parts.extend((!told.rest.is_empty()).then(|| format!("rest={}", told.rest.join(", "))));
    parts.sort();
    parts
}

/// Parts of a table that came out, and what was filled in wrongly without a mark.
fn judged(table: &str) -> (usize, usize, Vec<String>) {
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for (text, expected) in table.lines().filter_map(|line| line.split_once('\t')) {
        let found = message::read(text, today());
        let is: Vec<String> = found.iter().flat_map(parts).collect();
        let mut wanted: Vec<String> = expected.split(';').filter(|part| *part != "!").map(str::to_owned).collect();
        wanted.sort();
        all += wanted.len();
        right += wanted.iter().filter(|part| is.contains(part)).count();
        let strange = |part: &&String| !wanted.contains(part) && !part.contains("=?") && !part.starts_with("rest=");
        wrong.extend(is.iter().filter(strange).map(|part| format!("{part} in {text}")));
        if is != wanted {
            println!("{text}\n  is  {}\n  not {}", is.join("; "), wanted.join("; "));
        }
    }
    println!("{right} of {all} parts");
    (right, all, wrong)
}

#[test]
fn what_people_write_is_understood_or_stays_visible() {
    let (right, all, wrong) = judged(include_str!("messages/seen.tsv"));
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(right, all);
}

#[test]
fn nothing_of_what_was_held_apart_is_filled_in_wrongly() {
    let (right, all, wrong) = judged(include_str!("messages/held.tsv"));
    assert_eq!(wrong, Vec::<String>::new());
    assert!(right * 10 >= all * 9, "{right} of {all}");
}

const MESSAGE: &str = "Em gửi anh ds:\nVàng A Thử, 5/3/1996, dt Mông, bản Nậm Thử, trưởng bản\nLò Thị Mẫu sn 1998 Thái";

#[test]
fn people_of_a_message_stand_beside_the_book_with_guesses_marked() {
    let mut book = Book::new(7);
    let mut write = |id: &str, texts: &[(&str, &str)]| {
        let id = RecordId::parse(id).unwrap_or_else(|| unreachable!());
        book.create(1_790_000_000_000, &id, "2026-09-22");
        for (key, text) in texts {
            book.edit(1_790_000_000_000, &id, key, Some((*text).to_owned()));
        }
    };
    write("organization:ban", &[("name", "Chi bộ bản Mẫu"), ("kind", "village")]);
    write(
        "candidate:a",
        &[("name", "Vàng A Thử"), ("birth", "1996-03-05"), ("ethnic_group", "dao"), ("cell", "organization:ban")],
    );
    let asked = rows::write(&vec![vec![
        Some(backup::write(&book, 1_790_000_000_000)),
        Some(today().iso()),
        Some("organization:ban".to_owned()),
    ]]);
    let plan = answer(&[Opened::new("tin".to_owned(), MESSAGE.as_bytes())], &asked).unwrap_or_default();
    let told: Vec<String> =
        plan.rows.iter().map(|row| format!("{:?} {}: {}", row.state, row.name, row.says.join(" / "))).collect();
    assert_eq!(
        told,
        [
            "Changed Vàng A Thử: Dân tộc: trong sổ Dao, trong tin nhắn Mông / Nơi cư trú: thêm bản Nậm Thử / Chưa hiểu, không lấy vào sổ: trưởng bản",
            "New Lò Thị Mẫu: Họ và tên: Lò Thị Mẫu / Ngày sinh: 1998 / Dân tộc: Thái (đoán: xem lại) / Chi bộ: Chi bộ bản Mẫu / Chưa có đủ ngày, tháng, năm sinh: hãy hỏi rồi ghi thêm",
        ]
    );
    let plan = answer(&[Opened::new("tin".to_owned(), "họp lúc 8h".as_bytes())], &asked).unwrap_or_default();
    assert!(plan.rows.is_empty() && plan.troubles[0].starts_with("tin: không nhận ra quần chúng nào"), "{plan:?}");
}

#[test]
fn a_long_message_takes_no_long_time_and_any_other_text_does_no_harm() {
    let line = "Vàng A Thử, sn 5/3/1996, dt Mông, bản Nậm Thử, sđt 0912345678\n";
    assert_eq!(message::read(&line.repeat(1_500), today()).len(), 1_500);
    assert!(message::read(&"dt Mông ".repeat(12_000), today()).is_empty());
    assert!(message::read(&"a".repeat(100_000), today()).is_empty());
    assert!(message::read("\u{0}\u{202E}١٢٣ ½ 😀 — ", today()).is_empty());
}

#[test]
fn an_address_without_words_of_kinds_is_known_by_its_places() {
    let asked = rows::write(&vec![vec![None, Some(today().iso()), None]]);
    let check = |message: &str, wanted: &str| {
        let plan = answer(&[Opened::new("tin".to_owned(), message.as_bytes())], &asked).unwrap_or_default();
        let told: Vec<String> = plan.rows.iter().map(|row| row.says[1..].join(" / ")).collect();
        assert_eq!(told, [wanted], "{message}");
    };
    check(
        "Vàng A Thử, bản Mẫu, Nà Khoa, Nậm Pồ, Điện Biên",
        "Nơi cư trú: bản Mẫu, xã Nà Hỳ (đoán: xem lại) / Nơi cư trú: tỉnh: Điện Biên (đoán: xem lại) / Địa chỉ gốc: bản Mẫu, Nà Khoa, Nậm Pồ, Điện Biên. Đã ghi theo tên từ 1/7/2025",
    );
    check("Vàng A Thử, bản Mẫu xã Nà Hỳ tỉnh Điện Biên", "Nơi cư trú: bản Mẫu, xã Nà Hỳ / Nơi cư trú: tỉnh: Điện Biên");
    check(
        "Vàng A Thử, bản Mẫu, xã Nà Hỳ, huyện Nậm Pồ, tỉnh Điện Biên",
        "Nơi cư trú: bản Mẫu, xã Nà Hỳ / Nơi cư trú: tỉnh: Điện Biên / Địa chỉ gốc: bản Mẫu, xã Nà Hỳ, huyện Nậm Pồ, tỉnh Điện Biên. Đã ghi theo tên từ 1/7/2025",
    );
    // Where somebody works is no part of it; nor is a name that is also a word.
    check(
        "Vàng A Thử, bản Mẫu, xã Nà Hỳ, đi làm ăn xa, Trảng Bom, Đồng Nai",
        "Nơi cư trú: bản Mẫu, xã Nà Hỳ / Chưa hiểu, không lấy vào sổ: đi làm ăn xa, Trảng Bom, Đồng Nai",
    );
    check(
        "Vàng A Thử, bản Mẫu, giáo viên trường nội trú huyện Nậm Pồ",
        "Nơi cư trú: bản Mẫu / Chưa hiểu, không lấy vào sổ: giáo viên trường nội trú huyện Nậm Pồ",
    );
    check("Vàng Văn Tỉnh sn 5/3/1990 dt Kinh", "Ngày sinh: 05/03/1990 / Dân tộc: Kinh");
    check(
        "Vàng A Thử, bản Mẫu, Thử Mẫu, Điện Biên",
        "Nơi cư trú: bản Mẫu / Chưa hiểu, không lấy vào sổ: Thử Mẫu, Điện Biên",
    );
}
