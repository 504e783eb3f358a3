//! Tables that go out: what stands in the forms, and that a workbook is read again as it was written.

use ket_nap::book::Book;
use ket_nap::domain::ledger::Ledger;
use ket_nap::domain::ledger::record::TypedRecord;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::{Day, Period};
use ket_nap::exchange::files::{self, Content, Limits};
use ket_nap::spreadsheets::{self, Asked, Cell, OfficeTable, delimited, workbook};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Record, key, text.
const EDITS: &[(&str, &str, &str)] = &[
    ("organization:x", "name", "Đảng bộ xã Mẫu"),
    ("organization:x", "kind", "committee"),
    ("organization:c", "name", "Chi bộ bản Thử"),
    ("organization:c", "parent", "organization:x"),
    ("organization:c", "kind", "village"),
    ("headcount:a", "organization", "organization:x"),
    ("headcount:a", "day", "2025-12-31"),
    ("headcount:a", "members", "40"),
    ("headcount:b", "organization", "organization:x"),
    ("headcount:b", "day", "2026-06-30"),
    ("headcount:b", "members", "43"),
    ("target:t", "organization", "organization:c"),
    ("target:t", "indicator", "admissions"),
    ("target:t", "from", "2026-01-01"),
    ("target:t", "to", "2026-12-31"),
    ("target:t", "bound", "4"),
    ("candidate:1", "name", "=Lò Văn Mẫu"),
    ("candidate:1", "cell", "organization:c"),
    ("candidate:1", "citizen_id", "011096000123"),
    ("candidate:1", "birth", "1996-03-05"),
    ("candidate:1", "sex", "male"),
    ("candidate:1", "ethnic_group", "thai"),
    ("candidate:1", "education", "upper_secondary"),
    ("candidate:1", "ceremony", "2026-02-03"),
    ("candidate:2", "name", "Vàng Thị Thử"),
    ("candidate:2", "cell", "organization:c"),
    ("candidate:2", "birth", "1990-11-12"),
    ("candidate:2", "sex", "female"),
    ("candidate:2", "ethnic_group", "kinh"),
    ("candidate:2", "education", "lower_secondary"),
    ("candidate:2", "ceremony", "2026-05-19"),
    ("candidate:3", "name", "Giàng A Ví"),
    ("candidate:3", "cell", "organization:c"),
    ("candidate:3", "ceremony", "2025-05-19"),
    ("candidate:4", "name", "Sùng Thị Dụ"),
    ("candidate:4", "cell", "organization:c"),
    // After the same days of the year before.
    ("candidate:4", "ceremony", "2025-11-07"),
    ("relative:1_a", "name", "Lò Văn Kể"),
    ("relative:1_a", "relation", "father"),
];

fn book() -> Outcome<(Book, Ledger)> {
    let mut book = Book::new(1);
    for (record, key, text) in EDITS {
        let id = RecordId::parse(record).ok_or(*record)?;
        book.edit(1, &id, key, Some((*text).to_owned()));
    }
    let records = book.records().filter_map(|(id, record)| Some((id.clone(), TypedRecord::read(id.kind()?, record))));
    let ledger = Ledger::of_records(records.collect());
    Ok((book, ledger))
}

fn day(text: &str) -> Outcome<Day> {
    Day::from_iso(text).ok_or_else(|| text.into())
}

fn reports(book: &Book, ledger: &Ledger) -> Outcome<Vec<OfficeTable>> {
    let organization = RecordId::parse("organization:x").ok_or("organization")?;
    let period = Period::new(day("2026-01-01")?, day("2026-12-31")?).ok_or("period")?;
    Ok(spreadsheets::reports(book, ledger, &Asked { organization: &organization, period, as_of: day("2026-06-30")? }))
}

/// A row in one line.
fn line(row: &[Cell]) -> String {
    let cells = row.iter().map(|cell| match cell {
        Cell::Empty => "–".to_owned(),
        Cell::Day(day) => day.iso(),
        Cell::Count(count) => count.to_string(),
        Cell::Share(part, whole) => format!("{part}/{whole}"),
        Cell::Text(text) | Cell::Strong(text) => text.clone(),
    });
    cells.collect::<Vec<_>>().join(" | ")
}

#[track_caller]
fn check(sheets: &[OfficeTable], file: &str, expected: &[&str]) {
    let lines: Vec<String> =
        sheets.iter().filter(|sheet| sheet.file == file).flat_map(|sheet| &sheet.rows).map(|row| line(row)).collect();
    for row in expected {
        assert!(lines.iter().any(|line| line == row), "{file}: {row} is not in\n{}", lines.join("\n"));
    }
}

#[test]
fn the_forms_have_the_figures_of_the_book() -> Outcome {
    let (book, ledger) = book()?;
    let sheets = reports(&book, &ledger)?;
    check(&sheets, "tien-do", &["Chi bộ bản Thử | Kết nạp | năm 2026 | 4 | 2 | 50,0% | 2 | 0 | 0 | Đúng tiến độ"]);
    // The same days of the year before have one, the whole year has two.
    check(
        &sheets,
        "bieu-1",
        &[
            "A. Đảng viên đầu kỳ | 40 | – | –",
            "B. Tăng trong kỳ | 2 | 1 | 2/1",
            "Kết nạp | 2 | 1 | 2/1",
            "C. Giảm trong kỳ | – | – | –",
            "D. Đảng viên cuối kỳ | 43 | – | –",
        ],
    );
    check(
        &sheets,
        "bieu-2",
        &[
            "Tổng số mới kết nạp | 2 | 1 | 2/1",
            // Nobody's sex and group are known a year before: not nought.
            "Nữ | 1 | – | –",
            "Dân tộc thiểu số | 1 | – | –",
            "Là đoàn viên | – | – | –",
            "18–30 tuổi | 1 | – | –",
            "31–35 tuổi | 1 | – | –",
            "Tốt nghiệp trung học phổ thông | 1 | – | –",
            "Tốt nghiệp tiểu học | 0 | – | –",
        ],
    );
    check(
        &sheets,
        "bieu-2b",
        &["Tổng số mới kết nạp | 2 | 2/2 | 1 | 1/2", "Thái | 1 | 1/2 | 0 | 0/1", "Kinh | 1 | 1/2 | 1 | 1/1"],
    );
    Ok(())
}

#[test]
fn a_workbook_is_read_again_as_it_was_written() -> Outcome {
    let (book, ledger) = book()?;
    let mut sheets = spreadsheets::lists(&book, &ledger);
    sheets.extend(spreadsheets::dossiers(&book, &ledger));
    sheets.extend(reports(&book, &ledger)?);
    let bytes = workbook::bytes(&sheets, day("2026-06-30")?)?;
    assert_eq!(bytes, workbook::bytes(&sheets, day("2026-06-30")?)?, "the same tables give the same bytes");
    let Content::Sheets(read) = files::open(bytes, &Limits::PAGE).map_err(|trouble| format!("{trouble:?}"))?.content
    else {
        return Err("no workbook".into());
    };
    assert_eq!(read.len(), sheets.len());
    for (sheet, (name, lines)) in sheets.iter().zip(&read) {
        assert_eq!(name.as_deref(), Some(sheet.name));
        let found: Vec<&[String]> =
            lines.iter().filter(|line| line.number > 5).map(|line| line.cells.as_slice()).collect();
        for (row, cells) in sheet.rows.iter().zip(found) {
            for (place, cell) in row.iter().enumerate() {
                let text = cells.get(place).map_or("", String::as_str);
                match cell {
                    Cell::Empty => assert_eq!(text, "", "{}", sheet.name),
                    Cell::Day(day) => assert_eq!(text, day.iso()),
                    Cell::Count(count) => assert_eq!(text, count.to_string()),
                    Cell::Text(own) | Cell::Strong(own) => assert_eq!(text, own),
                    Cell::Share(1, 2) => assert_eq!(text, "0,5"),
                    Cell::Share(..) => assert!(text.parse::<u64>().is_ok(), "{text}"),
                }
            }
        }
    }
    Ok(())
}

#[test]
fn a_text_is_never_a_formula() -> Outcome {
    let (book, ledger) = book()?;
    let lists = spreadsheets::lists(&book, &ledger);
    let candidates = lists.iter().find(|sheet| sheet.file == "quan-chung").ok_or("no candidates")?;
    let csv = String::from_utf8(delimited::bytes(candidates)?)?;
    assert!(csv.contains("'=Lò Văn Mẫu"), "{csv}");
    assert!(csv.contains("011096000123"), "{csv}");
    Ok(())
}
