//! What organizations send each other, on the command line: making, reading and merging, and the page beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output as Ended};

use ket_nap::app::action::Action;
use ket_nap::app::effect::{Effect, Request};
use ket_nap::app::planned::ListsAction;
use ket_nap::app::state::{Moment, State};
use ket_nap::app::update::update;
use ket_nap::book::Book;
use ket_nap::courier::{Opened, answer};
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::Day;
use ket_nap::post::claims::Keeper;
use ket_nap::post::making::{self, Recipient, Wanted};
use ket_nap::post::receiving;
use ket_nap::store::backup;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const NOW: u64 = 1_790_000_000_000;

fn ketnap(arguments: &[&str]) -> Outcome<Ended> {
    Ok(Command::new(env!("CARGO_BIN_EXE_ketnap")).args(arguments).output()?)
}

fn said(arguments: &[&str]) -> Outcome<String> {
    let output = ketnap(arguments)?;
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

fn refused(arguments: &[&str]) -> Outcome<String> {
    let output = ketnap(arguments)?;
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    Ok(String::from_utf8(output.stderr)?)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}

fn id(text: &str) -> RecordId {
    RecordId::parse(text).unwrap_or_else(|| unreachable!("{text}"))
}

fn write(book: &mut Book, record: &str, texts: &[(&str, &str)]) {
    if book.record(&id(record)).is_none() {
        book.create(NOW, &id(record), "2026-09-22");
    }
    for (key, text) in texts {
        book.edit(NOW, &id(record), key, Some((*text).to_owned()));
    }
}

fn commune() -> Book {
    let mut book = Book::new(1);
    write(&mut book, "organization:xa", &[("name", "Đảng ủy xã Mẫu"), ("kind", "committee")]);
    for cell in ["a", "b", "c"] {
        let name = format!("Chi bộ bản Mẫu {}", cell.to_uppercase());
        let texts = [("name", name.as_str()), ("kind", "village"), ("parent", "organization:xa")];
        write(&mut book, &format!("organization:{cell}"), &texts);
    }
    book
}

fn books(path: &Path) -> Outcome<Book> {
    let mut book = Book::new(0);
    backup::read(&fs::read_to_string(path)?, &mut |change| {
        book.apply(change);
    })?;
    Ok(book)
}

/// Two files of each of three cells, the second without a receipt for the first.
fn sent(folder: &Path, setup: &Book) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for (device, cell) in [(11, "a"), (12, "b"), (13, "c")] {
        let mut phone = Book::new(device);
        setup.each_change().for_each(|change| {
            phone.apply(&change);
        });
        let organization = format!("organization:{cell}");
        for number in 1..=2 {
            let texts = [("name", "Lò Thị Mẫu"), ("cell", organization.as_str())];
            write(&mut phone, &format!("candidate:{cell}{number}"), &texts);
            write(&mut phone, "target:t", &[("bound", cell)]);
            let (from, day) = (id(&organization), Day::from_iso("2026-09-22").ok_or("no day")?);
            let wanted = Wanted {
                from: &from,
                to: Recipient::Above,
                whole: false,
                asks: None,
                keeper: Keeper::Page,
                now: NOW + number,
                day,
            };
            let path = folder.join(format!("{cell}{number}.txt"));
            fs::write(&path, making::make(&mut phone, &wanted).0.write(NOW))?;
            files.push(path);
        }
    }
    Ok(files)
}

/// The book of the commune's page after it has taken the files in, all at once.
fn on_the_page(office: &Book, files: &[PathBuf]) -> Outcome<Book> {
    let moment = Moment { ms: NOW + 9_000, today: Day::from_iso("2026-09-22").ok_or("no day")?, zone_minutes: 420 };
    let mut state = State::new(moment, 7, 1);
    let opened: Vec<Opened> =
        files.iter().map(|path| Ok(Opened::new(text(path).to_owned(), &fs::read(path)?))).collect::<Outcome<_>>()?;
    let mut waiting = vec![
        Action::FileRead(backup::write(office, NOW)),
        Action::Confirmed,
        Action::SetHome(id("organization:xa")),
        Action::FileRead(format!("ket-nap-lists;chosen;{}", files.len())),
        Action::Lists(ListsAction::Take),
    ];
    waiting.reverse();
    while let Some(action) = waiting.pop() {
        for effect in update(&mut state, action).map_err(|early| format!("{early:?}"))? {
            if let Effect::Ask(Request::ReadLists(asked)) = effect
                && let (false, Some(plan)) = (asked.is_empty(), answer(&opened, &asked))
            {
                assert_eq!(plan.troubles, Vec::<String>::new());
                // Nothing is left out, not even what is none of a cell's business.
                let mut plan = plan;
                plan.rows.clear();
                waiting.push(Action::FileRead(plan.write()));
            }
        }
    }
    Ok(state.book)
}

#[test]
fn files_merged_in_any_order_give_the_same_book_and_the_same_as_the_page() -> Outcome {
    let folder = tempfile::tempdir()?;
    let office = commune();
    let so = folder.path().join("so.txt");
    fs::write(&so, backup::write(&office, NOW))?;
    let files = sent(folder.path(), &office)?;
    let page = on_the_page(&office, &files)?;
    let page: Vec<_> = page.each_change().filter(|change| change.record.kind().is_some()).collect();
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(3);
    let (mut order, mut first) = (files.clone(), None);
    order.push(so);
    for round in 0..20 {
        for place in (1..order.len()).rev() {
            order.swap(place, usize::try_from(chance.next_u64() % (place as u64 + 1))?);
        }
        let out = folder.path().join(format!("gop-{round}.txt"));
        let mut arguments = vec!["merge", "-o", text(&out)];
        arguments.extend(order.iter().map(|path| text(path)));
        said(&arguments)?;
        let merged = books(&out)?.changes();
        let records: Vec<_> = merged.iter().filter(|change| change.record.kind().is_some()).cloned().collect();
        assert_eq!(records, page, "{order:?}");
        assert_eq!(first.get_or_insert_with(|| merged.clone()), &merged, "{order:?}");
    }
    Ok(())
}

#[test]
fn a_file_is_made_told_and_answered() -> Outcome {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    let (so, setup, phone) = (at("so.txt"), at("thiet-lap.txt"), at("chi-bo.txt"));
    fs::write(&so, backup::write(&commune(), NOW))?;
    let told = said(&[
        "bundle",
        "--to-all",
        "--ask",
        "form",
        "--book-out",
        text(&at("so-2.txt")),
        "-o",
        text(&setup),
        text(&so),
    ])?;
    assert!(told.contains("Đảng ủy xã Mẫu gửi mọi chi bộ, tệp số 1"), "{told}");
    // A cell begins with it, writes, and sends; no more than it is asked for.
    said(&["merge", "-o", text(&phone), text(&setup)])?;
    let mut cell = books(&phone)?;
    let mut own = Book::new(11);
    cell.each_change().for_each(|change| {
        own.apply(&change);
    });
    write(
        &mut own,
        "candidate:p",
        &[("name", "Lò Thị Mẫu"), ("cell", "organization:a"), ("other_name", "Mẫu"), ("life", "kín")],
    );
    fs::write(&phone, backup::write(&own, NOW))?;
    let work = at("gui.txt");
    said(&["bundle", "--organization", "Chi bộ bản Mẫu A", "-o", text(&work), text(&phone)])?;
    let told = said(&["inspect", text(&work)])?;
    assert!(told.contains("Chi bộ bản Mẫu A gửi Đảng ủy xã Mẫu, tệp số 1"), "{told}");
    assert!(told.contains("lý lịch bản thân"), "{told}");
    let whole = at("gop.txt");
    said(&["merge", "-o", text(&whole), text(&at("so-2.txt")), text(&work)])?;
    cell = books(&whole)?;
    let read = |key: &str| cell.record(&id("candidate:p")).and_then(|record| record.text(key));
    assert_eq!((read("other_name"), read("life")), (Some("Mẫu"), None));
    // The receipt goes back, and then nothing is left to send but what the command says of it.
    let back = at("bien-nhan.txt");
    said(&["bundle", "--to", "Chi bộ bản Mẫu A", "-o", text(&back), text(&whole)])?;
    said(&["merge", "--force", "-o", text(&phone), text(&phone), text(&back)])?;
    said(&["bundle", "--organization", "Chi bộ bản Mẫu A", "--force", "-o", text(&work), text(&phone)])?;
    let told = said(&["inspect", text(&work)])?;
    assert!(!told.contains("Quần chúng"), "{told}");
    Ok(())
}

#[test]
fn what_chat_programs_put_around_a_file_does_no_harm() -> Outcome {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    let office = commune();
    let (so, out) = (at("so.txt"), at("ra.txt"));
    fs::write(&so, backup::write(&office, NOW))?;
    let files = sent(folder.path(), &office)?;
    let text_of = fs::read_to_string(files.first().ok_or("no file")?)?;
    let quoted: String = text_of.lines().map(|line| format!("> {line}\r\n")).collect();
    let around = [
        format!("\n\n {text_of}"),
        format!("Em gửi đảng ủy ạ\n{text_of}\nĐã gửi từ điện thoại"),
        format!("\u{FEFF}{}", text_of.replace('\n', "\r\n")),
        quoted,
    ];
    for changed in around {
        let path = at("den.json.txt");
        fs::write(&path, &changed)?;
        said(&["merge", "--force", "-o", text(&out), text(&so), text(&path)])?;
        assert!(books(&out)?.record(&id("candidate:a1")).is_some(), "{changed}");
    }
    Ok(())
}

#[test]
fn what_cannot_be_taken_in_is_said_and_nothing_is_written() -> Outcome {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    let office = commune();
    let (so, out) = (at("so.txt"), at("ra.txt"));
    fs::write(&so, backup::write(&office, NOW))?;
    let files = sent(folder.path(), &office)?;
    let one = files.first().ok_or("no file")?;
    let whole = fs::read_to_string(one)?;
    let cut = at("cut.txt");
    fs::write(&cut, whole.get(..whole.len() / 2).unwrap_or_default())?;
    assert!(refused(&["merge", "-o", text(&out), text(&so), text(&cut)])?.contains("bị thiếu khi chuyển"));
    assert!(refused(&["inspect", text(&cut)])?.contains("bị thiếu khi chuyển"));
    // Figures of a part of a book would be wrong ones.
    assert!(refused(&["progress", "--as-of", "2026-09-30", text(one)])?.contains("không phải cả sổ"));
    // A file that follows on one that is not here.
    let mut phone = Book::new(11);
    office.each_change().for_each(|change| {
        phone.apply(&change);
    });
    let mut known = office.clone();
    let parcels = [ket_nap::post::parcel::Parcel::read(&whole).map_err(|why| format!("{why:?}"))?];
    receiving::take(&mut known, Keeper::Page, None, &parcels);
    let (from, xa, day) = (id("organization:a"), id("organization:xa"), Day::from_iso("2026-09-23").ok_or("no day")?);
    let wanted = Wanted {
        from: &xa,
        to: Recipient::Below(from.clone()),
        whole: true,
        asks: None,
        keeper: Keeper::Page,
        now: NOW,
        day,
    };
    let receipt = making::make(&mut known, &wanted).0;
    receiving::take(&mut phone, Keeper::Page, None, &[receipt]);
    write(&mut phone, "candidate:z", &[("name", "Lò Thị Mẫu"), ("cell", "organization:a")]);
    let wanted =
        Wanted { from: &from, to: Recipient::Above, whole: false, asks: None, keeper: Keeper::Page, now: NOW, day };
    let late = at("late.txt");
    fs::write(&late, making::make(&mut phone, &wanted).0.write(NOW))?;
    let told = refused(&["merge", "-o", text(&out), text(&so), text(&late)])?;
    assert!(told.contains("còn thiếu tệp trước"), "{told}");
    assert!(
        refused(&[
            "bundle",
            "--organization",
            "Chi bộ bản Mẫu A",
            "--to",
            "Đảng ủy xã Mẫu",
            "-o",
            text(&out),
            text(&so)
        ])?
        .contains("không trực thuộc")
    );
    assert!(!out.exists());
    Ok(())
}
