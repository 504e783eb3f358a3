//! What comes from outside, altered at random: every decoder gets texts and bytes that were right once, with pieces flipped, cut out,
//! doubled and put elsewhere. None may panic, and none may take in what is not what it was. Each target runs for a stated number
//! of cases here; `cargo bolero test --test hostile NAME` of cargo-bolero runs one for as long as somebody wants, led by coverage.

use bolero::{TypeGenerator, check};
use ket_nap::book::Book;
use ket_nap::courier::codes::{Density, Gathering, Heard, Source, drawn, found, grey};
use ket_nap::courier::{self, Opened, beside};
use ket_nap::domain::reconcile;
use ket_nap::domain::regulation::{OfficeFile, Regulation};
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::Day;
use ket_nap::domain::value::rows;
use ket_nap::exchange::card;
use ket_nap::exchange::plan::Plan;
use ket_nap::post::parcel::Parcel;
use ket_nap::reader::{self, File};
use ket_nap::store::age::{self, Fresh, vault_open_file, vault_seal_file};
use ket_nap::store::vault::key::Passphrase;
use ket_nap::store::{backup, line, preferences};

/// Cases of a target in a test run.
const CASES: usize = 60_000;

/// One thing that happens to bytes on their way.
#[derive(Debug, TypeGenerator)]
enum Harm {
    /// A byte becomes another one.
    Byte(u16, u8),
    /// The rest is lost.
    Cut(u16),
    /// A piece is lost.
    Lost(u16, u8),
    /// A piece comes twice.
    Doubled(u16, u8),
    /// A piece is put elsewhere.
    Moved(u16, u8, u16),
    /// Something foreign comes in between.
    Put(u16, Vec<u8>),
    /// Figures become other figures: lengths, numbers of rows.
    Figure(u16, u8),
}

impl Harm {
    fn befalls(&self, bytes: &mut Vec<u8>) {
        let at = |place: u16| usize::from(place) * (bytes.len() + 1) / 65_536;
        let piece = |place: u16, length: u8| at(place)..(at(place) + usize::from(length)).min(bytes.len());
        match self {
            Harm::Byte(place, byte) => {
                let place = at(*place);
                bytes.get_mut(place).into_iter().for_each(|it| *it = *byte);
            }
            Harm::Cut(place) => bytes.truncate(at(*place)),
            Harm::Lost(place, length) => drop(bytes.drain(piece(*place, *length))),
            Harm::Doubled(place, length) => {
                let (piece, place) = (bytes.get(piece(*place, *length)).unwrap_or_default().to_vec(), at(*place));
                bytes.splice(place..place, piece);
            }
            Harm::Moved(place, length, to) => {
                let range = piece(*place, *length);
                let piece: Vec<u8> = bytes.drain(range).collect();
                let to = usize::from(*to) * (bytes.len() + 1) / 65_536;
                bytes.splice(to..to, piece);
            }
            Harm::Put(place, foreign) => {
                let place = at(*place);
                bytes.splice(place..place, foreign.iter().copied());
            }
            Harm::Figure(place, figure) => {
                let from = at(*place);
                let figures = bytes.iter_mut().skip(from).find(|byte| byte.is_ascii_digit());
                figures.into_iter().for_each(|byte| *byte = b'0' + figure % 10);
            }
        }
    }
}

/// One of these, harmed.
fn harmed(seeds: &[&[u8]], which: u8, harms: &[Harm]) -> Vec<u8> {
    let seed = seeds.iter().cycle().nth(usize::from(which)).copied();
    let mut bytes = seed.unwrap_or_default().to_vec();
    harms.iter().take(6).for_each(|harm| harm.befalls(&mut bytes));
    bytes
}

const PARCEL: &str = include_str!("post/golden/parcel-2.txt");

fn book() -> String {
    let mut book = Book::new(7);
    let id = RecordId::parse("candidate:a").unwrap_or_else(|| unreachable!());
    book.create(1_790_000_000_000, &id, "2026-09-22");
    book.edit(1_790_000_000_001, &id, "name", Some("Lò Thị Mẫu".to_owned()));
    backup::write(&book, 1_790_000_000_002)
}

#[test]
fn parcels() {
    let (whole, utf16) = (Parcel::read(PARCEL), PARCEL.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    let utf16 = [&[0xFF, 0xFE], utf16.as_slice()].concat();
    let base64 = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, PARCEL);
    let book = book();
    let seeds = [PARCEL.as_bytes(), &utf16, base64.as_bytes(), book.as_bytes()];
    let asked = rows::write(&vec![vec![Some(book.clone()), Some("2026-09-22".to_owned()), None]]);
    check!().with_iterations(CASES).with_type::<(u8, Vec<Harm>)>().for_each(|(which, harms)| {
        let opened = Opened::new("gui.txt".to_owned(), &harmed(&seeds, *which, harms));
        let plan = courier::answer(&[opened], &asked).unwrap_or_else(|| unreachable!());
        // Whatever is not refused is the whole parcel.
        if plan.troubles.is_empty() && !plan.changes.is_empty() {
            assert!(whole.is_ok());
            assert!(line::read(&plan.changes, &mut |_| {}).is_ok());
        }
        assert_eq!(Plan::read(&plan.write()), Some(plan));
    });
}

#[test]
fn books() {
    let text = book();
    let mut before = Vec::new();
    assert!(backup::read(&text, &mut |change| before.push(change.clone())).is_ok());
    check!().with_iterations(CASES).with_type::<Vec<Harm>>().for_each(|harms| {
        let bytes = harmed(&[text.as_bytes()], 0, harms);
        let mut after = Vec::new();
        let read = backup::read(&String::from_utf8_lossy(&bytes), &mut |change| after.push(change.clone()));
        // The checksum covers all of it: what is read is what was written, or said to be damaged. A first line that says 0 records
        // promises nothing.
        let promised = bytes.starts_with(b"ket-nap;1;backup;1790000000002;1;");
        let whole = before.iter().all(|change| after.contains(change));
        assert!(after.iter().all(|change| before.contains(change)));
        assert!(whole || !promised || read.is_ok_and(|contents| contents.damaged > 0), "{read:?}");
    });
}

/// Trying a passphrase is made to take time: a cost that was altered to a high one is not tried here.
#[test]
fn sealed_files() {
    let words = Passphrase::new("mưa trên bản");
    let text = book();
    let fresh = Fresh { key: [7; 16].into(), salt: [8; 16], nonce: [9; 16] };
    let letters = vault_seal_file(&text, &words, 1, &fresh).unwrap_or_default();
    check!().with_iterations(CASES / 10).with_type::<Vec<Harm>>().for_each(|harms| {
        let bytes = harmed(&[letters.as_bytes()], 0, harms);
        // The header is the first three lines of letters: what it asks for may be 2^18 after a harm there.
        let same = bytes.get(..200) == letters.as_bytes().get(..200);
        if same && let Ok(open) = vault_open_file(&bytes, &words) {
            assert!(*open == text.as_bytes());
        }
        let _ = age::is_sealed(&bytes);
    });
}

#[test]
fn codes() {
    let source = Source::new(PARCEL, Density::Sparse).unwrap_or_else(|_| unreachable!());
    let texts: Vec<String> = (0..60).map(|number| source.frame(number).write()).collect();
    check!().with_iterations(CASES / 10).with_type::<Vec<(u8, Vec<Harm>)>>().for_each(|heard| {
        let mut gathering = Gathering::default();
        let harmed = heard.iter().map(|(which, harms)| {
            String::from_utf8_lossy(&harmed(&[texts[usize::from(*which) % 60].as_bytes()], 0, harms)).into_owned()
        });
        for text in harmed.chain(texts.iter().cloned()) {
            // Never another text than the one that is shown.
            let heard = gathering.hear(&text);
            assert!(!matches!(&heard, Heard::Whole(text) if text != PARCEL), "{heard:?}");
        }
    });
}

#[test]
fn pictures() {
    let source = Source::new("ket-nap;2;parcel;1", Density::Usual).unwrap_or_else(|_| unreachable!());
    let modules = drawn(&source.frame(0).write()).unwrap_or_else(|| unreachable!());
    let side = (modules.size + 8) * 3;
    let dark = |at: usize| {
        let inside = |place: usize| (place / 3).checked_sub(4).filter(|place| *place < modules.size);
        let place = inside(at / side).zip(inside(at % side));
        place.is_some_and(|(row, column)| modules.dark[row * modules.size + column])
    };
    let picture: Vec<u8> = (0..side * side).map(|at| if dark(at) { 20 } else { 230 }).collect();
    check!().with_iterations(CASES / 10).with_type::<(u8, Vec<Harm>)>().for_each(|(width, harms)| {
        let mut seen = harmed(&[&picture], 0, harms);
        seen.resize(side * side, 128);
        found(side, side, &seen);
        let width = usize::from(*width) + 1;
        found(width, seen.len() / width, &seen[..seen.len() / width * width]);
        grey(&seen);
    });
}

#[test]
fn lists() {
    let workbook = {
        let book = beside::book(&book()).unwrap_or_else(|| unreachable!());
        let ledger = beside::ledger(&book);
        let tables = ket_nap::spreadsheets::lists(&book, &ledger);
        let today = Day::from_iso("2026-09-22").unwrap_or_else(|| unreachable!());
        ket_nap::spreadsheets::workbook::bytes(&tables, today).unwrap_or_default()
    };
    let seeds: [&[u8]; 5] = [
        include_bytes!("lists/01-hai-dong-tieu-de-nam-nu.csv"),
        include_bytes!("lists/10-hai-bang.csv"),
        include_bytes!("lists/18-chi-tieu-co-nam-o-ten.csv"),
        "<html><table><tr><th>Họ và tên<th>Ngày sinh<th>Chi bộ<tr><td>Lò Thị Mẫu<td>1/2/1998<td>Thử</table>".as_bytes(),
        &workbook,
    ];
    let asked = rows::write(&vec![vec![Some(book()), Some("2026-09-22".to_owned()), None]]);
    check!().with_iterations(CASES / 10).with_type::<(u8, Vec<Harm>)>().for_each(|(which, harms)| {
        let file = File::new("ds.csv".to_owned(), harmed(&seeds, *which, harms));
        reader::answer(&[file], &asked);
    });
}

#[test]
fn lines_of_reports() {
    let seeds: [&[u8]; 3] = [
        "Kết nạp 66 đảng viên, tăng 6 so với cùng kỳ (60), tăng 10%".as_bytes(),
        "Chi bộ\tChỉ tiêu\tThực hiện\tTỷ lệ\nBản Thử\t10\t8\t80%\nTổng\t10\t8\t80%".as_bytes(),
        "Đảng bộ có 980 đảng viên, trong đó 931 chính thức, 49 dự bị; năm 2024: 50, 2025: 60 (đạt 120%)".as_bytes(),
    ];
    check!().with_iterations(CASES / 3).with_type::<(u8, Vec<Harm>)>().for_each(|(which, harms)| {
        reconcile::check(&String::from_utf8_lossy(&harmed(&seeds, *which, harms)));
    });
}

#[test]
fn cards_and_messages() {
    let seeds: [&[u8]; 3] = [
        "011096000123|040123456|Vàng A Thử|05031996|Nam|Bản Mẫu 1, Điện Biên|22062022||||".as_bytes(),
        "Vàng A Thử, sn 5/3/96, dt Mông, bản Nậm Thử 3, đoàn viên, hết 12, sđt 0912 345 678".as_bytes(),
        "Họ tên: Lò Thị Mẫu; Ngày sinh: 1/2/1998; Dân tộc: Thái\nở bản Thử".as_bytes(),
    ];
    let asked = rows::write(&vec![vec![Some(book()), Some("2026-09-22".to_owned()), None]]);
    check!().with_iterations(CASES / 6).with_type::<(u8, Vec<Harm>)>().for_each(|(which, harms)| {
        let bytes = harmed(&seeds, *which, harms);
        let _ = card::read(&String::from_utf8_lossy(&bytes));
        let plan = courier::answer(&[Opened::new("tin".to_owned(), &bytes)], &asked).unwrap_or_else(|| unreachable!());
        assert_eq!(Plan::read(&plan.write()), Some(plan));
    });
}

#[test]
fn regulation_files() {
    let text = include_str!("../docs/REGULATION.md");
    let text = text.split_once("```json\n").and_then(|(_, rest)| rest.split("```").next()).unwrap_or_default();
    check!().with_iterations(CASES / 3).with_type::<Vec<Harm>>().for_each(|harms| {
        let text = String::from_utf8_lossy(&harmed(&[text.as_bytes()], 0, harms)).into_owned();
        OfficeFile::looks_like(&text);
        let _ = OfficeFile::read(&text, Regulation::built_in(), Day::LAST);
    });
}

#[test]
fn plans_and_rows() {
    let plan = "[[\"ket-nap-plan;1\"],[\"row\",\"new\",\"a\",\"b\",null],[\"record\",\"candidate:a\",\"name\",\"x\"]]";
    check!().with_iterations(CASES).with_type::<Vec<Harm>>().for_each(|harms| {
        let text = String::from_utf8_lossy(&harmed(&[plan.as_bytes()], 0, harms)).into_owned();
        Plan::read(&text);
        rows::parse(&text);
        preferences::stored_read(&text);
    });
}
