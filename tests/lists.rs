//! Lists in the shapes that offices send: each file of `tests/lists/`, and beside it what has to be read of it. To look at a
//! new one: `UPDATE=1 cargo test --test lists`, then compare with the file by eye.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ket_nap::exchange::files::{self, Content, Limits};
use ket_nap::exchange::intake;
use ket_nap::exchange::lists::SheetLine;
use ket_nap::exchange::mapping::Mapping;
use ket_nap::exchange::names::Names;
use ket_nap::exchange::{sheet_names, tables};
use proptest::prelude::*;
use proptest::sample::{Index, Selector};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// The cells of a list written with `;` and without quotes.
fn lines(text: &str) -> Vec<SheetLine> {
    let cells = |line: &str| line.split(';').map(str::to_owned).collect();
    text.lines()
        .zip(1..)
        .map(|(line, number)| SheetLine { number, cells: cells(line), ..SheetLine::default() })
        .collect()
}

/// What is read of a file: what is said of it, then the lists of its sheets.
fn told(file: &Path) -> Outcome<String> {
    if file.extension().is_some_and(|ending| ending == "csv") {
        return told_of(&[(None, lines(&fs::read_to_string(file)?))]);
    }
    let opened = match files::open(fs::read(file)?, &Limits::COMMAND) {
        Ok(opened) => opened,
        Err(trouble) => return Ok(format!("{:?}\n", trouble.problem)),
    };
    let mut told = String::new();
    for note in &opened.notes {
        writeln!(told, "note: {note:?}")?;
    }
    let sheets = match opened.content {
        Content::Table(lines) => vec![(None, lines)],
        Content::Sheets(sheets) => sheets,
        Content::Book(_) => return Ok("a book\n".to_owned()),
    };
    told.push_str(&told_of(&sheets)?);
    Ok(told)
}

/// What is read of the sheets of a file: their tables, their records, the remarks about cells.
fn told_of(named: &[files::Named]) -> Outcome<String> {
    let (mut told, mut sheets) = (String::new(), Vec::new());
    for (name, lines) in named {
        match tables::read(&sheet_names::titled(name.as_deref(), lines), &Mapping::default()) {
            Ok(read) => sheets.extend(read),
            Err(why) => writeln!(told, "{}{why:?}", name.as_ref().map_or(String::new(), |name| format!("[{name}] ")))?,
        }
    }
    for sheet in &sheets {
        let columns: Vec<String> =
            sheet.columns.iter().map(|(column, field)| format!("{column} {}", field.spec().key)).collect();
        writeln!(told, "{:?} at {}: {}", sheet.list, sheet.headings, columns.join(", "))?;
        for (column, heading) in &sheet.ignored {
            writeln!(told, "  not understood: {column} {heading}")?;
        }
    }
    let (made, remarks) = intake::take(&sheets, &mut Names::default(), &|_| false);
    for made in &made {
        let line = made.line.map_or_else(|| "-".to_owned(), |line| line.to_string());
        let texts: Vec<String> =
            made.texts.iter().map(|(field, text)| format!("{}={text}", field.spec().key)).collect();
        writeln!(
            told,
            "{line} {}: {}",
            made.id.kind().map_or("", |kind| kind.prefix()),
            without_ids(&texts.join(" | "))
        )?;
    }
    for remark in &remarks {
        writeln!(
            told,
            "! {}:{} {} {:?}",
            remark.line,
            remark.column.unwrap_or(0),
            remark.field.spec().key,
            remark.matter
        )?;
    }
    Ok(told)
}

/// Ids come from what is in the rows and say nothing to a reader.
fn without_ids(text: &str) -> String {
    let words = text.split(' ').map(|word| match word.split_once("organization:") {
        Some((before, _)) => format!("{before}organization"),
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

fn files() -> Outcome<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Outcome<_>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending != "out" && ending != "md"));
    files.sort();
    Ok(files)
}

#[test]
fn every_list_is_read_as_people_read_it() -> Outcome {
    let mut differ = Vec::new();
    let files = files()?;
    for file in &files {
        let (told, golden) = (told(file)?, file.with_extension("out"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &told)?;
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if told != expected {
            differ.push(format!("{}\nread:\n{told}\nexpected:\n{expected}", file.display()));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    assert!(files.len() >= 40);
    Ok(())
}

/// Rows that say the same are as many records, and take no longer than others.
#[test]
fn equal_rows_are_records_of_their_own() -> Outcome {
    let line = |number: u64| SheetLine {
        number,
        cells: ["Lò Văn Mẫu", "5/3/1996"].map(str::to_owned).into(),
        ..SheetLine::default()
    };
    let mut all = lines("Họ và tên;Ngày sinh");
    all.extend((2..30_002).map(line));
    let sheets = tables::read(&all, &Mapping::default()).map_err(|why| format!("{why:?}"))?;
    let (made, _) = intake::take(&sheets, &mut Names::default(), &|_| false);
    let ids: std::collections::HashSet<_> = made.iter().map(|made| &made.id).collect();
    assert_eq!((made.len(), ids.len()), (30_000, 30_000));
    Ok(())
}

/// Columns in another order give the same records.
#[test]
fn the_order_of_columns_does_not_matter() -> Outcome {
    for name in [
        "06-thang-truoc-ngay",
        "07-lan-hai-cach-viet-ngay",
        "08-ngay-tu-excel",
        "12-bat-buoc-co-sao",
        "13-chu-dung-san",
    ] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/lists/{name}.csv")))?;
        let records = |text: &str| -> Outcome<Vec<Vec<String>>> {
            let sheets = tables::read(&lines(text), &Mapping::default()).map_err(|why| format!("{why:?}"))?;
            let (made, _) = intake::take(&sheets, &mut Names::default(), &|_| false);
            let sorted = |made: &intake::Made| {
                let mut texts: Vec<String> =
                    made.texts.iter().map(|(field, text)| format!("{}={text}", field.spec().key)).collect();
                texts.sort();
                texts
            };
            let mut all: Vec<Vec<String>> = made.iter().map(sorted).collect();
            all.sort();
            Ok(all)
        };
        let turned: String = text
            .lines()
            .map(|line| {
                let mut cells: Vec<&str> = line.split(';').collect();
                let width = cells.len();
                // The running number stays first, as everywhere.
                let keep = usize::from(text.contains("STT"));
                cells.get_mut(keep..width).unwrap_or_default().reverse();
                cells.join(";") + "\n"
            })
            .collect();
        assert_eq!(records(&turned)?, records(&text)?, "{name}");
    }
    Ok(())
}

/// The ways to write a heading, as the dictionary has them.
fn ways(field: &str) -> Vec<&'static str> {
    let lines = include_str!("../src/exchange/headings.tsv").lines();
    let found = lines.filter_map(|line| line.split_once('\t')).find(|(meant, _)| *meant == field);
    found.map(|(_, ways)| ways.split("; ").collect()).unwrap_or_default()
}

/// Fields of a list, and what two people have there.
const FIELDS: [(&str, [&str; 2]); 8] = [
    ("candidate.name", ["Lò Văn Mẫu", "Vàng Thị Thử"]),
    ("candidate.birth", ["5/3/1996", "12/11/1998"]),
    ("candidate.citizen_id", ["011096000123", "011198000456"]),
    ("candidate.residence", ["Bản Mẫu, xã Thử", "Bản Thử"]),
    ("candidate.education", ["12/12", "9/12"]),
    ("candidate.phone", ["0912345678", ""]),
    ("candidate.ceremony", ["3/2/2025", ""]),
    ("candidate.decision_number", ["12-QĐ/ĐU", "13-QĐ/ĐU"]),
];

proptest! {
    /// However its headings are written, in whatever order, with titles above and sums and signatures below, a list gives the
    /// same records.
    #[test]
    fn any_way_to_write_a_list_gives_the_same_records(
        chosen in proptest::collection::vec(any::<Index>(), FIELDS.len()),
        order in Just((0..FIELDS.len()).collect::<Vec<_>>()).prop_shuffle(),
        titles in 0_usize..3,
        numbered in any::<bool>(),
        capitals in any::<bool>(),
        below in any::<Selector>(),
    ) {
        let mut text = ["", "DANH SÁCH;;;;;;;\n", "ĐẢNG ỦY XÃ MẪU;;;ĐẢNG CỘNG SẢN VIỆT NAM;;;;\n;;DANH SÁCH;;;;;\n"].get(titles).copied().unwrap_or_default().to_owned();
        let headings: Vec<String> = order
            .iter()
            .filter_map(|place| {
                let ways = ways(FIELDS.get(*place)?.0);
                let way = chosen.get(*place)?.get(&ways);
                Some(if capitals { way.to_uppercase() } else { (*way).to_owned() })
            })
            .collect();
        let number = |text: &str| if numbered { format!("{text};") } else { String::new() };
        text.push_str(&format!("{}{}\n", number("STT"), headings.join(";")));
        for person in 0..2 {
            let cells: Vec<&str> = order.iter().filter_map(|place| FIELDS.get(*place)?.1.get(person).copied()).collect();
            text.push_str(&format!("{}{}\n", number(&(person + 1).to_string()), cells.join(";")));
        }
        text.push_str(below.select(["", ";;;;;;\n", "Danh sách này có 2 người;;;\n;Người lập biểu;;;Bí thư\n", ";Tổng cộng: 2;;\n"]));
        let sheets = tables::read(&lines(&text), &Mapping::default()).map_err(|why| TestCaseError::fail(format!("{why:?}\n{text}")))?;
        let (made, _) = intake::take(&sheets, &mut Names::default(), &|_| false);
        let of = |key: &str| -> Vec<String> {
            made.iter().map(|made| made.texts.iter().find(|(field, _)| field.spec().key == key).map(|(_, text)| text.clone()).unwrap_or_default()).collect()
        };
        prop_assert_eq!(of("name"), ["Lò Văn Mẫu", "Vàng Thị Thử"], "{}", text);
        prop_assert_eq!(of("birth"), ["1996-03-05", "1998-11-12"], "{}", text);
        prop_assert_eq!(of("citizen_id"), ["011096000123", "011198000456"], "{}", text);
        prop_assert_eq!(of("education"), ["upper_secondary", "lower_secondary"], "{}", text);
        prop_assert_eq!(of("ceremony"), ["2025-02-03", ""], "{}", text);
        prop_assert_eq!(of("decision_number"), ["12-QĐ/ĐU", "13-QĐ/ĐU"], "{}", text);
        prop_assert_eq!(sheets.iter().map(|sheet| sheet.ignored.len()).sum::<usize>(), 0, "{}", text);
    }

    /// Whatever stands in the cells, nothing breaks, and no record comes of nothing: in a line stand as many as halves.
    #[test]
    fn any_cells_are_read_without_harm(rows in proptest::collection::vec(proptest::collection::vec("\\PC{0,12}|Họ và tên|Ngày sinh|Nam|Nữ|STT|Tổng số|[0-9/]{0,10}", 0..6), 0..12)) {
        let lines: Vec<SheetLine> = rows.into_iter().zip(1..).map(|(cells, number)| SheetLine { number, cells, ..SheetLine::default() }).collect();
        let sheets = tables::read(&lines, &Mapping::default()).unwrap_or_default();
        let rows: usize = sheets.iter().map(|sheet| sheet.rows.len()).sum();
        let filled = lines.iter().flat_map(|line| &line.cells).filter(|cell| !cell.trim().is_empty()).count();
        prop_assert!(rows <= filled);
        let _ = intake::take(&sheets, &mut Names::default(), &|_| false);
    }
}
