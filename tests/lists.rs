//! Lists in the shapes that offices send: each file of `tests/lists/`, and beside it what has to be read of it. To look at a
//! new one: `UPDATE=1 cargo test --test lists`, then compare with the file by eye.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ket_nap::exchange::intake;
use ket_nap::exchange::lists::SheetLine;
use ket_nap::exchange::names::Names;
use ket_nap::exchange::tables;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// The cells of a list written with `;` and without quotes.
fn lines(text: &str) -> Vec<SheetLine> {
    let cells = |line: &str| line.split(';').map(str::to_owned).collect();
    text.lines().zip(1..).map(|(line, number)| SheetLine { number, cells: cells(line) }).collect()
}

/// What is read of a list: its tables, their records, the remarks about cells.
fn told(text: &str) -> Outcome<String> {
    let mut told = String::new();
    let sheets = match tables::read(&lines(text)) {
        Ok(sheets) => sheets,
        Err(why) => return Ok(format!("{why:?}\n")),
    };
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
    files.retain(|file| file.extension().is_some_and(|ending| ending == "csv"));
    files.sort();
    Ok(files)
}

#[test]
fn every_list_is_read_as_people_read_it() -> Outcome {
    let mut differ = Vec::new();
    let files = files()?;
    for file in &files {
        let (told, golden) = (told(&fs::read_to_string(file)?)?, file.with_extension("out"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &told)?;
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if told != expected {
            differ.push(format!("{}\nread:\n{told}\nexpected:\n{expected}", file.display()));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    assert!(files.len() >= 13);
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
            let sheets = tables::read(&lines(text)).map_err(|why| format!("{why:?}"))?;
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
