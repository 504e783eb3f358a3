//! Texts of citizen cards in the shapes that cameras and scanners hand over (`tests/cards/`): what is read of each, and what comes of it
//! beside a book.

use ket_nap::book::Book;
use ket_nap::courier::{Opened, answer};
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::Day;
use ket_nap::domain::value::rows;
use ket_nap::exchange::card;
use ket_nap::exchange::plan::{Plan, RowState};
use ket_nap::store::backup;

/// The signs that a table cannot have as they are.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.chars();
    while let Some(sign) = rest.next() {
        plain.push(match (sign, (sign == '\\').then(|| rest.next()).flatten()) {
            (_, Some('n')) => '\n',
            (_, Some('r')) => '\r',
            (_, Some('t')) => '\t',
            (_, Some('0')) => '\0',
            (_, Some('u')) => {
                let digits: String = rest.by_ref().take(4).collect();
                u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).unwrap_or('?')
            }
            _ => sign,
        });
    }
    plain
}

fn read(text: &str) -> String {
    let or = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    match card::read(text) {
        Err(why) => format!("!{why:?}"),
        Ok(card) => {
            let parts = [
                card.number.clone(),
                or(card.former.clone()),
                card.name.clone(),
                or(card.birth.map(Day::iso)),
                or(card.sex.map(|sex| sex.key().to_owned())),
                card.residence.clone(),
                or(card.issued.map(Day::iso)),
            ];
            parts.join(";")
        }
    }
}

#[track_caller]
fn check(table: &str) {
    let lines = table.lines().filter_map(|line| line.split_once('\t'));
    let wrong: Vec<String> = lines
        .filter(|(text, expected)| read(&plain(text)) != *expected)
        .map(|(text, expected)| format!("{text}\n  is     {}\n  not    {expected}", read(&plain(text))))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.lines().count(), wrong.join("\n"));
}

#[test]
fn every_shape_is_read_or_said_what_it_is() {
    check(include_str!("cards/seen.tsv"));
}

#[test]
fn the_shapes_that_were_held_apart_too() {
    check(include_str!("cards/held.tsv"));
}

/// A cell's book with one person.
fn book(texts: &[(&str, &str)]) -> Book {
    let mut book = Book::new(7);
    let mut write = |id: &str, texts: &[(&str, &str)]| {
        let id = RecordId::parse(id).unwrap_or_else(|| unreachable!());
        book.create(1_790_000_000_000, &id, "2026-09-22");
        for (key, text) in texts {
            book.edit(1_790_000_000_000, &id, key, Some((*text).to_owned()));
        }
    };
    write("organization:ban", &[("name", "Chi bộ bản Mẫu"), ("kind", "village")]);
    write("candidate:a", texts);
    book
}

fn plan(book: &Book, text: &str) -> Plan {
    plan_on(book, None, text)
}

/// The same on the page of a record.
fn plan_on(book: &Book, open: Option<&str>, text: &str) -> Plan {
    let asked = rows::write(&vec![vec![
        Some(backup::write(book, 1_790_000_000_000)),
        Some("2026-11-29".to_owned()),
        Some("organization:ban".to_owned()),
        open.map(str::to_owned),
    ]]);
    answer(&[Opened::new("quét.txt".to_owned(), text.as_bytes())], &asked).unwrap_or_else(|| unreachable!())
}

const CARD: &str = "011096000123|040123456|Vàng A Thử|05031996|Nam|Bản Mẫu 1, Điện Biên|22062022";

#[test]
fn a_card_of_somebody_new_becomes_a_candidate_of_the_cell() {
    let plan = plan(&book(&[("name", "Lò Thị Mẫu")]), CARD);
    let [row] = plan.rows.as_slice() else { unreachable!("{plan:?}") };
    assert_eq!((row.state, row.name.as_str()), (RowState::New, "Vàng A Thử"));
    assert_eq!(row.says[2], "Ngày sinh: 05/03/1996");
    let texts: Vec<(&str, &str)> =
        row.records[0].texts.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    let expected = [
        ("name", "Vàng A Thử"),
        ("cell", "organization:ban"),
        ("birth", "1996-03-05"),
        ("sex", "male"),
        ("citizen_id", "011096000123"),
        ("residence", "Bản Mẫu 1, Điện Biên"),
    ];
    assert_eq!(texts, expected);
}

#[test]
fn a_card_stands_beside_who_is_known() {
    // By the number: what is lacking is added, what differs is told.
    let known = book(&[
        ("name", "Vàng A Thử"),
        ("citizen_id", "011096000123"),
        ("birth", "1996-03-06"),
        ("cell", "organization:khac"),
    ]);
    let row = plan(&known, CARD).rows.remove(0);
    assert_eq!((row.state, row.records[0].id.as_str()), (RowState::Changed, "candidate:a"));
    assert!(row.says.contains(&"Ngày sinh: trong sổ 06/03/1996, trên thẻ 05/03/1996".to_owned()), "{:?}", row.says);
    assert!(row.says.contains(&"Giới tính: thêm Nam".to_owned()), "{:?}", row.says);
    assert!(row.records[0].texts.iter().all(|(key, _)| key != "cell"));
    // By name and birth date.
    let known = book(&[("name", "vàng a thử"), ("birth", "1996-03-05")]);
    assert_eq!(plan(&known, CARD).rows[0].records[0].id.as_str(), "candidate:a");
    // Perhaps.
    let known = book(&[("name", "Vàng A Thử"), ("birth", "1996-05-03")]);
    let row = plan(&known, CARD).rows.remove(0);
    assert_eq!(
        (row.state, row.other.map(|id| id.as_str().to_owned())),
        (RowState::Doubtful, Some("candidate:a".to_owned()))
    );
}

#[test]
fn a_card_may_be_of_whoever_is_on_the_page() {
    let known = book(&[("name", "A Thử"), ("cell", "organization:ban")]);
    let on = |open: Option<&str>, text: &str| {
        let row = plan_on(&known, open, text).rows.remove(0);
        (row.state, row.other.map(|id| id.as_str().to_owned()), row.records[0].id.as_str() == "candidate:a")
    };
    assert_eq!(on(None, CARD), (RowState::New, None, false));
    // Asked, since the name is another one.
    let asked = (RowState::Doubtful, Some("candidate:a".to_owned()), false);
    assert_eq!(on(Some("candidate:a"), CARD), asked);
    // Of several cards none is this person's more than the others.
    let two = format!("{CARD}\n014198000456||Lò Thị Mẫu|01021998|Nữ|Bản Thử|10072021");
    assert_eq!(on(Some("candidate:a"), &two), (RowState::New, None, false));
    assert_eq!(on(Some("candidate:gone"), CARD), (RowState::New, None, false));
    // A record that has no name yet takes it.
    let row = plan_on(&book(&[("cell", "organization:ban")]), Some("candidate:a"), CARD).rows.remove(0);
    assert_eq!((row.state, row.other, row.records[0].id.as_str()), (RowState::Changed, None, "candidate:a"));
}

#[test]
fn several_cards_are_read_at_once_and_each_that_cannot_be_is_told() {
    let other = "014198000456||Lò Thị Mẫu|01021998|Nữ|Bản Thử|10072021";
    let plan = plan(&book(&[]), &format!("{CARD}\r\n{other}\n\n{CARD}\n00020101021238570010A000\n01109600012|x|y\n"));
    assert_eq!(plan.rows.len(), 2);
    assert_eq!(
        plan.troubles,
        [
            "quét.txt, dòng 5: đây là mã chuyển tiền của ngân hàng, không phải thẻ căn cước",
            "quét.txt, dòng 6: số căn cước trên mã không phải 12 chữ số. Thẻ cũ 9 số thì nhập tay",
        ]
    );
}

#[test]
fn a_card_that_contradicts_itself_is_told() {
    for text in [CARD.replace("1996", "1997"), CARD.replace("|Nam|", "|Nữ|")] {
        let row = plan(&book(&[]), &text).rows.remove(0);
        assert!(row.says.iter().any(|words| words.starts_with("Số căn cước không khớp")), "{:?}", row.says);
    }
    assert!(plan(&book(&[]), CARD).rows[0].says.iter().all(|words| !words.starts_with("Số căn cước không")));
}
