//! One parcel as programs on the way leave it: saved again, quoted, wrapped, pasted into other things, cut off. What can be read is
//! read whole, and of the rest is said what it is; nothing is read wrong. Where the shapes come from:
//! line ends and UTF-16 (signal-back 29), a packed folder in the place of a text (sms-ie 117), shares without their files (squoosh 1503), names with
//! `.json.txt` and `(1)` (what chat programs do to names that they know), quoted-printable and wrapped mails (RFC 2045, 3676), turned quotes
//! of phones' keyboards and word processors, files full of zeros after a power cut, web pages saved for what was on them.
//!
//! `HELD` was written with `SEEN` and not looked at until the reader was done: 8 of its 10 came out as expected. The reader looked for
//! the text at the beginning of lines only, and gave up after a first half that was followed by the whole.

use ket_nap::courier::{Opened, answer};
use ket_nap::domain::value::rows;
use ket_nap::reader::{self, File};

const PARCEL: &str = include_str!("post/golden/parcel-2.txt");

/// What came of it on the way: a name for it, the bytes, and what is said; nothing where it is read.
type Case = (&'static str, fn() -> Vec<u8>, &'static str);

fn text(text: String) -> Vec<u8> {
    text.into_bytes()
}

fn wrapped(width: usize, end: &str) -> String {
    let line = |line: &str| line.as_bytes().chunks(width).map(String::from_utf8_lossy).collect::<Vec<_>>().join(end);
    PARCEL.lines().map(line).collect::<Vec<_>>().join("\r\n")
}

const SEEN: &[Case] = &[
    ("as it was", || text(PARCEL.to_owned()), ""),
    ("lines of Windows", || text(PARCEL.replace('\n', "\r\n")), ""),
    ("a mark of the encoding", || text(format!("\u{FEFF}{PARCEL}")), ""),
    (
        "Unicode of Notepad",
        || std::iter::once(0xFEFF).chain(PARCEL.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        "",
    ),
    ("below a message", || text(format!("Em gửi anh tệp tháng 9 ạ.\n\n{PARCEL}")), ""),
    ("above a signature", || text(format!("{PARCEL}\n--\nTrân trọng\nĐT 0912 000 000")), ""),
    ("quoted", || text(PARCEL.lines().map(|line| format!("> {line}\n")).collect()), ""),
    ("wrapped at 76", || text(wrapped(76, "\r\n")), ""),
    ("turned quotes", || text(PARCEL.replace("[\"", "[“").replace('"', "”")), ""),
    ("in one line", || text(PARCEL.replace('\n', " ")), ""),
    (
        "quoted-printable",
        || text(wrapped(75, "=\r\n").replace("=\r\n", "\u{1}").replace('=', "=3D").replace('\u{1}', "=\r\n")),
        "",
    ),
    ("cut in the middle", || text(PARCEL[..PARCEL.len() / 2].to_owned()), "bị thiếu khi chuyển"),
    ("its last sign cut", || text(PARCEL.trim_end()[..PARCEL.trim_end().len() - 1].to_owned()), "bị thiếu khi chuyển"),
    ("read more", || text(format!("{}… Xem thêm", &PARCEL[..400])), "bị thiếu khi chuyển"),
    ("only its first line", || text(PARCEL.lines().take(1).collect()), "bị thiếu khi chuyển"),
    ("a sign altered", || text(PARCEL.replacen("organization:cell1", "organization:cell2", 1)), "bị thiếu khi chuyển"),
    ("zeros after a power cut", || vec![0; PARCEL.len()], "toàn số 0"),
    ("nothing", Vec::new, "tệp trống"),
    ("packed", || [b"PK\x03\x04".as_slice(), PARCEL.as_bytes()].concat(), "tệp nén"),
    ("a picture of the screen", || [b"\xFF\xD8\xFF\xE0".as_slice(), PARCEL.as_bytes()].concat(), "ảnh"),
];

const HELD: &[Case] = &[
    (
        "a page of a mail program",
        || text(format!("<html><body><pre>{}</pre></body></html>", PARCEL.replace('"', "&quot;"))),
        "",
    ),
    ("quoted twice", || text(PARCEL.lines().map(|line| format!(">> {line}\n")).collect()), ""),
    ("wrapped at 998", || text(wrapped(998, "\n")), ""),
    ("a quoted reply, wrapped", || text(wrapped(70, "\n").lines().map(|line| format!("> {line}\n")).collect()), ""),
    ("with spaces of no width", || text(PARCEL.replace(',', ",\u{200B}")), ""),
    ("with spaces that do not break", || text(PARCEL.replace(' ', "\u{A0}")), ""),
    ("sent twice in one message", || text(format!("{PARCEL}\n{PARCEL}")), ""),
    (
        "Base64 of a mail",
        || {
            let packed = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, PARCEL);
            text(packed.as_bytes().chunks(76).map(String::from_utf8_lossy).collect::<Vec<_>>().join("\r\n"))
        },
        "",
    ),
    ("the first half twice", || text(format!("{}{PARCEL}", &PARCEL[..300])), ""),
    ("in capitals", || text(PARCEL.to_uppercase()), "không nhận ra"),
];

/// What is said of a file: nothing if it is read whole.
fn said(bytes: Vec<u8>) -> String {
    let asked = rows::write(&vec![vec![Some(String::new()), Some("2026-11-29".to_owned()), None]]);
    let whole = answer(&[Opened::new("gui.txt".to_owned(), PARCEL.as_bytes())], &asked).map(|plan| plan.changes);
    // As the loader does: what does not look like the courier's goes to the reader.
    let seen: String = bytes.iter().filter(|byte| **byte > 0).map(|byte| char::from(*byte)).take(4096).collect();
    let packed = ["PK\u{3}", "%PDF", "ÿØ", "\u{89}PNG"].iter().any(|beginning| seen.starts_with(beginning));
    let plan = if !packed && (seen.contains("ket-nap;") || seen.contains("a2V0LW5hcDs")) {
        answer(&[Opened::new("gui.txt".to_owned(), &bytes)], &asked).unwrap_or_default()
    } else {
        match reader::answer(&[File::new("gui.txt".to_owned(), bytes)], &asked) {
            reader::Answer::Plan(plan) => plan,
            other => unreachable!("{other:?}"),
        }
    };
    if plan.troubles.is_empty() && Some(plan.changes) == whole {
        String::new()
    } else {
        format!("({})", plan.troubles.join("; "))
    }
}

#[track_caller]
fn check(cases: &[Case]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(what, made, expected)| {
            let said = said(made());
            let right = if expected.is_empty() { said.is_empty() } else { said.contains(expected) };
            (!right).then(|| format!("{what}: {said}, not {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn what_programs_make_of_a_file_is_read_or_said() {
    check(SEEN);
}

#[test]
fn so_is_what_was_held_apart() {
    check(HELD);
}
