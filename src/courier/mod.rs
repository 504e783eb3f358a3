//! Parcels on the page: made, opened, looked at, and carried by codes from screen to camera; citizen cards, messages, and addresses
//! while they are typed. Runs in a worker as a program of its
//! own (`bin/courier.rs`), which every device keeps for when there is no network; it knows nothing of browsers. Taking a parcel
//! in is up to `app`, what is in one to `post`.

pub mod beside;
pub mod cards;
pub mod codes;
pub mod messages;
pub mod parcels;
pub mod people;
pub mod places;

use crate::book::Book;
use crate::domain::schema::id::RecordId;
use crate::domain::value::day::Day;
use crate::domain::value::rows::{self, at};
use crate::exchange::own;
use crate::exchange::plan::Plan;
use crate::post::parcel::Unreadable;
use crate::store::age;
use crate::text::{lists as texts, post, vault};
use people::Beside;

/// A file that was chosen.
#[derive(Clone, Debug)]
pub struct Opened {
    name: String,
    held: Held,
}

/// What is in a file.
#[derive(Clone, Debug)]
enum Held {
    /// The program's own text.
    Own(String),
    /// Texts of citizen cards, a line each.
    Cards(String),
    /// What may be a message.
    Message(String),
    /// Sealed by a passphrase.
    Sealed,
    /// Nothing that is known here.
    Nothing,
}

impl Opened {
    /// Opens a file of this name.
    pub fn new(name: String, bytes: &[u8]) -> Opened {
        let text = own::unicode(bytes).unwrap_or_default();
        let held = match own::in_text(&text) {
            _ if age::is_sealed(bytes) => Held::Sealed,
            Some(own) => Held::Own(own),
            None if cards::are_in(&text) => Held::Cards(text),
            None if text.trim().is_empty() => Held::Nothing,
            None => Held::Message(text),
        };
        // What was scanned or typed is no file.
        Opened { name: if name == own::SCANNED { texts::codes::LOOKED.to_owned() } else { name }, held }
    }
}

/// Answers rows of texts: the page's book, today, whom its person works for, and whose record is open. A row before it stands for a parcel that is to be
/// made of the book, instead of reading the files. `None` if it cannot be made.
pub fn answer(files: &[Opened], text: &str) -> Option<Plan> {
    let mut rows = rows::parse(text).unwrap_or_default().into_iter().rev();
    let (row, wanted) = (rows.next().unwrap_or_default(), rows.next());
    let book = at(&row, 0).unwrap_or_default();
    let today = at(&row, 1).and_then(Day::from_iso).unwrap_or(Day::LAST);
    match wanted {
        Some(wanted) => parcels::make(book, &wanted, today),
        None => {
            let [home, open] = [2, 3].map(|place| at(&row, place).and_then(RecordId::parse));
            Some(plan(files, book, home.as_ref(), open.as_ref(), today))
        }
    }
}

/// What parcels and cards would bring into the book.
fn plan(files: &[Opened], book: &str, home: Option<&RecordId>, open: Option<&RecordId>, today: Day) -> Plan {
    let mut plan = Plan::default();
    let book = match beside::book(book) {
        Some(book) => book,
        None if book.is_empty() => Book::new(0),
        None => {
            plan.troubles.push(texts::NO_BOOK.to_owned());
            return plan;
        }
    };
    let ledger = beside::ledger(&book);
    let beside = Beside { book: &book, ledger: &ledger, home, open };
    let mut found = Vec::new();
    let has_parcels = files.iter().any(|file| matches!(file.held, Held::Own(_)));
    for Opened { name, held } in files {
        match held {
            Held::Own(text) => match parcels::read(name, text, &mut plan) {
                Some(read) => found.extend(read.map(|parcel| (name.as_str(), parcel))),
                None => plan.troubles.push(texts::of_file(name, texts::BOOK_AMONG_LISTS)),
            },
            Held::Sealed => plan.troubles.push(texts::of_file(name, vault::SEALED_ALONE)),
            Held::Cards(_) | Held::Message(_) if has_parcels => {
                plan.troubles.push(texts::of_file(name, post::LISTS_BESIDE))
            }
            Held::Cards(text) => cards::read(&mut plan, &beside, name, text),
            Held::Message(text) => messages::read(&mut plan, &beside, name, text, today),
            Held::Nothing => plan.troubles.push(texts::of_file(name, post::unreadable(Unreadable::Damaged))),
        }
    }
    if has_parcels {
        parcels::receive(&mut plan, &book, home, &found);
    }
    plan
}
