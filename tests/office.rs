//! What is exported, in an office's programs: LibreOffice opens it, saves it in its own formats, and the same stands in it; the command
//! `age` opens what is sealed.
//! `cargo xtask test --only office` sees to LibreOffice; without it nothing passes.

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ket_nap::book::Book;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::exchange::files::{self, Content, Limits, Named};
use ket_nap::exchange::intake::{self, Made};
use ket_nap::exchange::mapping::Mapping;
use ket_nap::exchange::names::Names;
use ket_nap::exchange::tables;
use ket_nap::store::age::{self, Fresh, vault_seal_file};
use ket_nap::store::backup;
use ket_nap::store::vault::key::Passphrase;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// Records of a small book, with texts that a spreadsheet could take for something else.
const EDITS: &[(&str, &str, &str)] = &[
    ("organization:x", "name", "Đảng bộ xã Mẫu"),
    ("organization:x", "kind", "committee"),
    ("organization:c", "name", "Chi bộ bản “Thử” & <Ví>"),
    ("organization:c", "parent", "organization:x"),
    ("target:t", "organization", "organization:c"),
    ("target:t", "indicator", "admissions"),
    ("target:t", "from", "2025-01-01"),
    ("target:t", "to", "2025-12-31"),
    ("target:t", "bound", "3"),
    ("candidate:1", "name", "Lò Văn Mẫu"),
    ("candidate:1", "cell", "organization:c"),
    ("candidate:1", "citizen_id", "011096000123"),
    ("candidate:1", "birth", "1996-03-05"),
    ("candidate:1", "sex", "male"),
    ("candidate:1", "work", "=1+1"),
    ("candidate:1", "residence", "Bản Thử, xã Mẫu; gần suối, số 007"),
    ("candidate:1", "ceremony", "2025-02-03"),
    ("candidate:2", "name", "Vàng Thị Thử"),
    ("candidate:2", "birth", "1998-11-12"),
    ("candidate:2", "sex", "female"),
    ("candidate:2", "ceremony", "2025-05-19"),
    ("candidate:3", "name", "Giàng A Ví"),
    ("candidate:3", "sex", "male"),
    ("candidate:3", "ceremony", "2025-09-02"),
    ("relative:1_a", "name", "Lò Văn Kể"),
    ("relative:1_a", "relation", "father"),
];

/// That book, and a province made up for trying.
fn books(folder: &Path) -> Outcome<[PathBuf; 2]> {
    let mut book = Book::new(1);
    for (record, key, text) in EDITS {
        let id = RecordId::parse(record).ok_or(*record)?;
        book.edit(1, &id, key, Some((*text).to_owned()));
    }
    let (small, province) = (folder.join("so.txt"), folder.join("tinh"));
    fs::write(&small, backup::write(&book, 1))?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_ketnap"));
    run(command.args(["generate", "--cells", "4", "--candidates", "8", "-o"]).arg(&province))?;
    Ok([small, province])
}

/// How LibreOffice reads texts when nobody is asked: commas, quotes, UTF-8. Workbooks are told by what they are.
const IN_UTF_8: &str = "--infilter=CSV:44,34,76,1";

fn run(command: &mut Command) -> Outcome {
    let output = command.output()?;
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// The file as LibreOffice saves it in a format.
fn converted(file: &Path, format: &str, into: &Path) -> Outcome<PathBuf> {
    let program = env::var_os("KET_NAP_OFFICE").unwrap_or_else(|| unreachable!("KET_NAP_OFFICE: a LibreOffice"));
    // A profile of its own: another one that is open would take the work and end at once.
    let profile = format!("-env:UserInstallation=file://{}", into.join("profile").display());
    let out = into.join(format);
    run(Command::new(program)
        .arg(profile)
        .args(["--headless", IN_UTF_8, "--convert-to", format, "--outdir"])
        .arg(&out)
        .arg(file))?;
    let name = file.file_stem().ok_or("no name")?;
    Ok(out.join(name).with_extension(format))
}

fn sheets(file: &Path) -> Outcome<Vec<Named>> {
    let opened = files::open(fs::read(file)?, &Limits::COMMAND).map_err(|trouble| format!("{trouble:?}"))?;
    match opened.content {
        Content::Sheets(sheets) => Ok(sheets),
        Content::Table(lines) => Ok(vec![(None, lines)]),
        Content::Book(_) => Err("a book".into()),
    }
}

/// The cells of all sheets. Of shares as many places as we write: LibreOffice computes them anew.
fn cells(file: &Path) -> Outcome<Vec<(Option<String>, Vec<Vec<String>>)>> {
    let shown = |text: &String| match text.split_once(',') {
        Some((whole, rest)) if whole.bytes().chain(rest.bytes()).all(|byte| byte.is_ascii_digit()) => {
            let places = format!("{rest:0<4}");
            let next = places.as_bytes().get(4).is_some_and(|digit| *digit >= b'5');
            let number: u64 = format!("{whole}{}", &places[..4]).parse().unwrap_or_default();
            format!("{}/10000", number + u64::from(next))
        }
        _ => text.trim_end().to_owned(),
    };
    let row = |cells: &Vec<String>| {
        let mut cells: Vec<String> = cells.iter().map(shown).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells
    };
    let sheets = sheets(file)?.into_iter();
    Ok(sheets.map(|(name, lines)| (name, lines.iter().map(|line| row(&line.cells)).collect())).collect())
}

/// The records that are read of all lists in these files.
fn records(read: &[PathBuf]) -> Outcome<Vec<Vec<String>>> {
    let mut found = Vec::new();
    for file in read {
        for (_, lines) in sheets(file)? {
            found.extend(tables::read(&lines, &Mapping::default()).unwrap_or_default());
        }
    }
    let (made, _) = intake::take(&found, &mut Names::default(), &|_| false);
    let texts = |made: &Made| {
        let mut texts: Vec<String> =
            made.texts.iter().map(|(field, text)| format!("{}={text}", field.spec().key)).collect();
        texts.sort();
        texts
    };
    let mut all: Vec<Vec<String>> = made.iter().map(texts).collect();
    all.sort();
    Ok(all)
}

fn exported(book: &Path, format: &str, out: &Path) -> Outcome<Vec<PathBuf>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ketnap"));
    command.args(["export", "--format", format, "--as-of", "2025-12-31", "--dossiers", "-o"]).arg(out).arg(book);
    run(&mut command)?;
    let mut files: Vec<PathBuf> = fs::read_dir(out)?.map(|entry| Ok(entry?.path())).collect::<Outcome<_>>()?;
    files.sort();
    Ok(files)
}

#[test]
fn workbooks_are_opened_and_given_back_equal() -> Outcome {
    let made = tempfile::tempdir()?;
    for book in books(made.path())? {
        let folder = tempfile::tempdir()?;
        let files = exported(&book, "xlsx", &folder.path().join("ours"))?;
        assert!(files.len() >= 2, "{files:?}");
        for file in &files {
            let ours = cells(file)?;
            assert!(ours.iter().any(|(_, rows)| rows.len() > 3), "{}", file.display());
            for format in ["xlsx", "ods", "xls"] {
                let theirs = cells(&converted(file, format, folder.path())?)?;
                assert_eq!(theirs, ours, "{} as {format}", file.display());
            }
        }
    }
    Ok(())
}

#[test]
fn texts_are_opened_and_come_to_the_same_records() -> Outcome {
    let made = tempfile::tempdir()?;
    for book in books(made.path())? {
        let folder = tempfile::tempdir()?;
        let files = exported(&book, "csv", &folder.path().join("ours"))?;
        let theirs: Vec<PathBuf> =
            files.iter().map(|file| converted(file, "ods", folder.path())).collect::<Outcome<_>>()?;
        let ours = records(&files)?;
        assert!(ours.len() > 5, "{}: {ours:?}", book.display());
        assert_eq!(records(&theirs)?, ours, "{}", book.display());
    }
    Ok(())
}

/// The ordinary command opens what is sealed here; what it has sealed is opened in `store::age`. It takes a passphrase from a terminal
/// only, which `script` is.
#[test]
fn a_sealed_file_opens_by_the_command_age() -> Outcome {
    let folder = tempfile::tempdir()?;
    let (sealed, open) = (folder.path().join("so.txt"), folder.path().join("mo.txt"));
    let text = format!("ket-nap;1;backup;1;0\n{}", "Lò Thị Mẫu ".repeat(20_000));
    let fresh = Fresh { key: [7; 16].into(), salt: [8; 16], nonce: [9; 16] };
    let words = Passphrase::new("Mưa trên bản Mẫu");
    fs::write(&sealed, vault_seal_file(&text, &words, age::COST, &fresh).ok_or("not sealed")?)?;
    let line = format!("age -d -o {} {}", open.display(), sealed.display());
    let mut terminal = Command::new("script").args(["-qec", &line, "/dev/null"]).stdin(Stdio::piped()).spawn()?;
    terminal.stdin.take().ok_or("no terminal")?.write_all(b"mua tren ban mau\n")?;
    assert!(terminal.wait()?.success());
    assert!(fs::read_to_string(&open)? == text);
    Ok(())
}
