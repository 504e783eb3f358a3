//! An office and phones, each with a book of its own.

use ket_nap::book::Book;
use ket_nap::book::change::Change;
use ket_nap::domain::schema::choice::Level;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::domain::value::day::Day;
use ket_nap::post::claims::Keeper;
use ket_nap::post::making::{self, Recipient, Wanted};
use ket_nap::post::parcel::Parcel;
use ket_nap::post::receiving::{self, Received};

pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

pub const DAY: u64 = 86_400_000;

pub fn id(text: &str) -> Outcome<RecordId> {
    RecordId::parse(text).ok_or_else(|| format!("no id: {text}").into())
}

#[derive(Clone)]
pub struct Phone {
    pub book: Book,
    /// Whom its person works for.
    pub home: RecordId,
    /// The same, once it is known to the program.
    pub own: Option<RecordId>,
    /// By its clock, which may be wrong.
    pub now: u64,
    pub whole: bool,
    pub asks: Level,
}

impl Phone {
    pub fn new(device: u32, home: &str) -> Outcome<Phone> {
        let home = id(home)?;
        Ok(Phone { book: Book::new(device), home, own: None, now: 20_000 * DAY, whole: false, asks: Level::Steps })
    }

    pub fn makes(&mut self, to: Recipient) -> Outcome<Parcel> {
        let day = Day::from_days_since_1970(i64::try_from(self.now / DAY)?).ok_or("no day")?;
        let wanted = Wanted {
            from: &self.home,
            to,
            whole: self.whole,
            keeper: Keeper::Page,
            asks: Some(self.asks),
            now: self.now,
            day,
        };
        Ok(making::make(&mut self.book, &wanted).0)
    }

    pub fn takes(&mut self, parcels: &[Parcel]) -> Received {
        receiving::take(&mut self.book, Keeper::Page, self.own.as_ref(), parcels)
    }

    pub fn writes(&mut self, record: &str, texts: &[(&str, &str)]) -> Outcome<Vec<Change>> {
        let id = id(record)?;
        let mut changes = Vec::new();
        if self.book.record(&id).is_none() {
            changes.push(self.book.create(self.now, &id, "2026-01-01"));
        }
        for (key, text) in texts {
            changes.push(self.book.edit(self.now, &id, key, Some((*text).to_owned())));
        }
        Ok(changes)
    }

    pub fn deletes(&mut self, record: &str) -> Outcome<Change> {
        Ok(self.book.delete(self.now, &id(record)?))
    }

    pub fn restores(&mut self, record: &str) -> Outcome<Change> {
        Ok(self.book.restore(self.now, &id(record)?))
    }
}

/// The office of a commune with some cells, each with a target.
pub fn commune(cells: usize) -> Outcome<Phone> {
    let mut office = Phone::new(1, "organization:commune")?;
    office.writes("organization:commune", &[("name", "Đảng ủy xã Mẫu"), ("kind", "committee")])?;
    for cell in 0..cells {
        let organization = format!("organization:cell{cell}");
        let name = format!("Chi bộ bản Mẫu {cell}");
        office.writes(&organization, &[("name", &name), ("kind", "village"), ("parent", "organization:commune")])?;
        office.writes(
            &format!("target:cell{cell}"),
            &[("organization", &organization), ("indicator", "admissions"), ("bound", ">= 3")],
        )?;
    }
    office.own = Some(office.home.clone());
    Ok(office)
}
