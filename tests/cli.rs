//! The command `ketnap`: every example of its description and of `tests/cli/`, with output and exit code, and what
//! takes files that are made here. To take over what the command says by now: `TRYCMD=overwrite cargo test --test cli`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ket_nap::book::Book;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::age::{Fresh, vault_seal_file};
use ket_nap::store::backup;
use ket_nap::store::vault::key::Passphrase;
use proptest::prelude::*;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[test]
fn every_command_answers_as_written() {
    trycmd::TestCases::new().case("tests/cli/*.md").case("docs/CLI.md");
}

fn ketnap(arguments: &[&str]) -> Outcome<Output> {
    Ok(Command::new(env!("CARGO_BIN_EXE_ketnap")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output()?)
}

/// What a command says that must come to an end well.
fn said(arguments: &[&str]) -> Outcome<String> {
    let output = ketnap(arguments)?;
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}

/// Progress without the targets' ids, which come from the rows.
fn progress(as_of: &str, files: &[&str]) -> Outcome<Vec<String>> {
    let told = said(&[&["progress", "--as-of", as_of, "--format", "json"], files].concat())?;
    let mut rows: Vec<serde_json::Value> = serde_json::from_str(&told)?;
    rows.iter_mut().filter_map(|row| row.as_object_mut()).for_each(|row| {
        row.remove("id");
    });
    let mut rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
    rows.sort();
    Ok(rows)
}

const REPORTS: [(&str, &str); 4] = [
    ("samples/mai-chau", "2022-06-01"),
    ("samples/dien-ban", "2022-09-30"),
    ("samples/nam-po", "2020-10-12"),
    ("samples/bac-kan", "2022-11-27"),
];

#[test]
fn what_is_exported_comes_to_the_same_figures() -> Outcome {
    for (report, as_of) in REPORTS {
        let expected = progress(as_of, &[report])?;
        for form in ["csv", "xlsx"] {
            let folder = tempfile::tempdir()?;
            // The reports and dossiers beside the lists are made of them and not read again.
            said(&["export", "--format", form, "--as-of", as_of, "--dossiers", "-o", text(folder.path()), report])?;
            assert_eq!(progress(as_of, &[text(folder.path())])?, expected, "{report} {form}");
            assert_eq!(
                ketnap(&["export", "--format", form, "-o", text(folder.path()), report])?.status.code(),
                Some(2)
            );
        }
        let folder = tempfile::tempdir()?;
        let book = folder.path().join("so.txt");
        said(&["merge", "-o", text(&book), report])?;
        assert_eq!(progress(as_of, &[text(&book)])?, expected, "{report} as a book");
        // The same file twice, and the same people from two files, count once.
        assert_eq!(progress(as_of, &[text(&book), text(&book)])?, expected);
        let again = folder.path().join("lai.txt");
        said(&["merge", "-o", text(&again), text(&book), report])?;
        assert_eq!(progress(as_of, &[text(&again)])?, expected, "{report} merged with itself");
    }
    Ok(())
}

fn id(text: &str) -> RecordId {
    RecordId::parse(text).unwrap_or_else(|| unreachable!("{text}"))
}

/// A book of one device: edits at a time.
fn book(device: u32, edits: &[(u64, &str, &str, &str)]) -> Book {
    let mut book = Book::new(device);
    for (now, record, key, text) in edits {
        book.edit(*now, &id(record), key, Some((*text).to_owned()));
    }
    book
}

fn save(folder: &Path, name: &str, book: &Book) -> Outcome<PathBuf> {
    let path = folder.join(name);
    fs::write(&path, backup::write(book, 1_000))?;
    Ok(path)
}

const CELL: [(u64, &str, &str, &str); 7] = [
    (1, "organization:c", "name", "Chi bộ bản Mẫu"),
    (1, "target:t", "organization", "organization:c"),
    (1, "target:t", "indicator", "admissions"),
    (1, "target:t", "from", "2026-01-01"),
    (1, "target:t", "to", "2026-12-31"),
    (1, "target:t", "bound", "4"),
    (2, "candidate:p", "cell", "organization:c"),
];

#[test]
fn a_record_in_several_files_is_merged_whatever_their_order() -> Outcome {
    let folder = tempfile::tempdir()?;
    let one = book(1, &CELL);
    let mut other = book(2, &CELL);
    other.edit(9, &id("candidate:p"), "ceremony", Some("2026-03-03".to_owned()));
    other.edit(9, &id("target:t"), "bound", Some("2".to_owned()));
    let mut third = book(3, &CELL);
    third.edit(5, &id("target:t"), "bound", Some("3".to_owned()));
    let files = [save(folder.path(), "a", &one)?, save(folder.path(), "b", &other)?, save(folder.path(), "c", &third)?];
    let [a, b, c] = files.each_ref().map(|path| text(path));
    let expected = progress("2026-06-01", &[a, b, c])?;
    assert!(expected.concat().contains("\"bound\":\"2\",\"children_sum\":null,\"counted\":1"), "{expected:?}");
    for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
        assert_eq!(progress("2026-06-01", &order)?, expected, "{order:?}");
    }
    // What the others know of a person who is deleted in one file does not count.
    let mut gone = other.clone();
    gone.delete(20, &id("candidate:p"));
    let gone = save(folder.path(), "d", &gone)?;
    assert!(progress("2026-06-01", &[b, text(&gone)])?.concat().contains("\"counted\":0"));
    Ok(())
}

#[test]
fn an_unpacked_workbook_is_not_larger_than_said() -> Outcome {
    use std::io::Write;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("lon.xlsx");
    let mut archive = zip::ZipWriter::new(fs::File::create(&path)?);
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("xl/workbook.xml", options)?;
    let zeros = vec![0_u8; 1 << 20];
    for _ in 0..600 {
        archive.write_all(&zeros)?;
    }
    archive.finish()?;
    let output = ketnap(&["inspect", text(&path)])?;
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("512 MB"), "{output:?}");
    Ok(())
}

/// A list as a file of its own: exit code and everything that was said, with `FILE` for its name.
#[track_caller]
fn answers(command: &[&str], list: &str, code: i32, words: &str) -> Outcome {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("tep.csv");
    fs::write(&path, list)?;
    let output = ketnap(&[command, &[text(&path)]].concat())?;
    let told = [output.stdout, output.stderr].concat();
    let told = String::from_utf8(told)?.replace(text(&path), "FILE");
    assert!(output.status.code() == Some(code) && told.contains(words), "{list}\n{:?}\n{told}", output.status.code());
    Ok(())
}

const CHECK: [&str; 5] = ["check", "--on", "2022-06-01", "--format", "csv"];
const PROGRESS: [&str; 5] = ["progress", "--as-of", "2022-06-01", "--format", "csv"];

#[test]
fn rows_are_told_by_the_lines_that_people_see() -> Outcome {
    answers(
        &CHECK,
        "Họ và tên,Ngày sinh\r\nA,1/1/1990\r\n\r\nC,31/2/1990\r\n",
        1,
        "FILE,4,C,birth,blocks,date.impossible",
    )?;
    answers(&CHECK, "Họ và tên,Ngày sinh\n\n\nC,31/2/1990\n", 1, "FILE,4,C,birth")?;
    answers(&CHECK, "Họ và tên,Ngày sinh,Chi bộ\nA,,\"z\n z\"\nC,31/2/1990,z\n", 1, "FILE,4,C,birth")?;
    answers(&CHECK, "sep=;\nHọ và tên;Ngày sinh\nC;31/2/1990\n", 1, "FILE,3,C,birth")?;
    answers(&CHECK, "Danh sách\n\nHọ và tên\tNgày sinh\nC\t31/2/1990\n", 1, "FILE,4,C,birth")
}

#[test]
fn nothing_is_swallowed() -> Outcome {
    let targets = "Tổ chức,Chỉ tiêu,Từ ngày,Đến ngày,Mức giao\nA,Kết nạp,1/1/2022,31/12/2022,";
    answers(&CHECK, "Họ và tên,Chi bộ\nA,\"z\nD,z\n", 2, "FILE:2: dấu ngoặc kép")?;
    answers(&PROGRESS, &format!("{targets}5,74% hiện có\n"), 2, "FILE:2:6: dòng có nhiều ô hơn")?;
    // Of people the other rows are checked all the same.
    let people = "Họ và tên,Ngày sinh\nA,thửa 5, 3/2/1996\nC,31/2/1990\n";
    answers(&CHECK, people, 1, "FILE,2,,,blocks,list.moved")?;
    answers(&CHECK, people, 1, "FILE,3,C,birth,blocks,date.impossible")?;
    answers(&PROGRESS, &format!("{targets}> 30\n"), 2, "FILE:2:5: Mức giao")?;
    answers(&PROGRESS, &format!("{targets}\"5,74% hiện có\"\n"), 0, "not_computable")?;
    // Names apart by their marks are two; one without marks is the only one that it may be.
    let two = format!("{targets}3\nÀ,Kết nạp,1/1/2022,31/12/2022,4\n");
    answers(&PROGRESS, &two.replace("\nA,", "\nBản Mã,").replace("\nÀ,", "\nBản Má,"), 0, "Bản Má,admissions")?;
    let organizations = "Tổ chức,Trực thuộc,Số đảng viên,Tại ngày\nA,,100,1/1/2022\nA,,200,1/1/2022\n";
    answers(&["export", "--format", "parquet", "-o", "/nonexistent/x"], organizations, 2, "FILE:3:3: Số đảng viên")?;
    answers(
        &CHECK,
        "Tổ chức,Nội dung,Từ ngày,Đến ngày,Số lượng\nA,Kết nạp,1/1/2022,1/6/2022,\n",
        1,
        "FILE,2,A,count,blocks",
    )?;
    answers(&["inspect"], "Tổ chức\nA\nB\n", 0, "danh sách tổ chức, 2 dòng")
}

#[test]
fn shells_and_man_get_their_pages() -> Outcome {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(said(&["completions", shell])?.contains("progress"), "{shell}");
    }
    assert!(said(&["man"])?.starts_with(".ie"));
    Ok(())
}

#[test]
fn the_same_seed_gives_the_same_province() -> Outcome {
    let folders = [tempfile::tempdir()?, tempfile::tempdir()?];
    for folder in &folders {
        said(&["generate", "--seed", "3", "--cells", "45", "-o", text(folder.path())])?;
    }
    let [one, other] = folders.each_ref().map(|folder| folder.path());
    assert_eq!(fs::read(one.join("00/chi-bo-00044.txt"))?, fs::read(other.join("00/chi-bo-00044.txt"))?);
    assert_eq!(progress("2026-10-01", &[text(one)])?, progress("2026-10-01", &[text(other)])?);
    // Into a folder with something in it goes nothing.
    assert_eq!(ketnap(&["generate", "-o", text(one)])?.status.code(), Some(2));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// Whatever a file holds: an answer and an exit code, never a crash.
    #[test]
    fn no_file_makes_it_crash(bytes in proptest::collection::vec(any::<u8>(), 0..400), head in 0..5_usize) {
        let heads: [&[u8]; 5] = [b"", b"ket-nap;1;backup;0;0\nbook 2;", b"PK\x03\x04", "Họ và tên,Ngày sinh\n".as_bytes(), "\u{FEFF}Tổ chức;Nội dung;Từ ngày;Đến ngày;Số lượng\n".as_bytes()];
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("tep");
        fs::write(&path, [heads[head], &bytes].concat())?;
        for command in [&["check", "--on", "2026-06-01"][..], &["progress", "--as-of", "2026-06-01"], &["inspect"], &["figures"]] {
            let output = ketnap(&[command, &[text(&path)]].concat());
            let code = output.ok().and_then(|output| output.status.code());
            prop_assert!(matches!(code, Some(0..=2)), "{command:?} {code:?}");
        }
    }
}

/// A book that is sealed by a passphrase is read like one that is not, by whoever says it.
#[test]
fn sealed_files_are_read_with_their_passphrase() -> Outcome {
    let folder = tempfile::tempdir()?;
    let words = Passphrase::new("Mưa trên bản Mẫu");
    let mut book = Book::new(1);
    let id = RecordId::parse("candidate:a").ok_or("no id")?;
    book.edit(1, &id, "name", Some("Lò Thị Mẫu".to_owned()));
    let fresh = Fresh { key: [7; 16].into(), salt: [8; 16], nonce: [9; 16] };
    let sealed = vault_seal_file(&backup::write(&book, 1), &words, 10, &fresh).ok_or("not sealed")?;
    let (file, key, wrong) = (folder.path().join("so.txt"), folder.path().join("mk"), folder.path().join("sai"));
    fs::write(&file, sealed)?;
    fs::write(&key, "\u{FEFF}mua tren ban mau\r\n")?;
    fs::write(&wrong, "mưa")?;
    let plain = said(&["inspect", text(&file), "--passphrase-file", text(&key)])?;
    assert!(plain.contains("1 bản ghi"), "{plain}");
    for (arguments, expected) in [
        (vec!["inspect", text(&file)], "--passphrase-file"),
        (vec!["inspect", text(&file), "--passphrase-file", text(&wrong)], "không đúng"),
        (vec!["inspect", text(&file), "--passphrase-file", "khong-co"], "khong-co"),
    ] {
        let output = ketnap(&arguments)?;
        let told = String::from_utf8(output.stderr)?;
        assert_eq!((output.status.code(), told.contains(expected)), (Some(2), true), "{told}");
    }
    Ok(())
}
