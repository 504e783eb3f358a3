//! A commune over years: every phone works alone, and files between them are lost, doubled, late, in another order or
//! damaged. In the end everybody has everything.

use std::collections::BTreeMap;

use ket_nap::book::Book;
use ket_nap::book::change::Change;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::post::making::Recipient;
use ket_nap::post::parcel::Parcel;
use ket_nap::post::receiving::Refusal;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

use crate::world::{DAY, Outcome, Phone, commune, id};

struct Chance(Xoshiro256PlusPlus);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0.next_u64() % limit.max(1)
    }

    fn percent(&mut self, part: u64) -> bool {
        self.below(100) < part
    }
}

/// A file on its way.
struct Sent {
    arrives: u64,
    /// The phone; `None` for the office.
    to: Option<usize>,
    text: String,
}

struct World {
    office: Phone,
    phones: Vec<Phone>,
    on_the_way: Vec<Sent>,
    /// All edits by phone, and those of the office.
    written: Vec<Vec<Change>>,
    by_office: Vec<Change>,
    /// What phones had written that were lost; some of it is still on the way.
    gone: Vec<Change>,
    bytes: Vec<u64>,
    chance: Chance,
    day: u64,
    devices: u32,
    records: u64,
    refused: BTreeMap<&'static str, u64>,
    damaged: u64,
}

impl World {
    fn new(cells: usize, seed: u64) -> Outcome<World> {
        let mut office = commune(cells)?;
        let setup = office.makes(Recipient::AllBelow)?;
        let mut phones = Vec::new();
        let mut devices = 100;
        for number in 0..cells * 2 {
            let mut phone = Phone::new(devices, &format!("organization:cell{}", number / 2))?;
            devices += 1;
            phone.takes(std::slice::from_ref(&setup));
            phone.own = Some(phone.home.clone());
            phones.push(phone);
        }
        Ok(World {
            written: vec![Vec::new(); phones.len()],
            office,
            phones,
            on_the_way: Vec::new(),
            by_office: Vec::new(),
            gone: Vec::new(),
            bytes: Vec::new(),
            chance: Chance(Xoshiro256PlusPlus::seed_from_u64(seed)),
            day: 0,
            devices,
            records: 0,
            refused: BTreeMap::new(),
            damaged: 0,
        })
    }

    /// Sends a file, which may come late, twice, damaged or never.
    fn send(&mut self, to: Option<usize>, parcel: &Parcel) {
        let mut text = parcel.write(self.day * DAY);
        if let Some(today) = self.bytes.last_mut() {
            *today += text.len() as u64;
        }
        if self.chance.percent(5) {
            let cut = usize::try_from(self.chance.below(text.len() as u64)).unwrap_or_default();
            text.truncate(cut);
        }
        let times = match self.chance.below(100) {
            0..15 => 0,
            15..25 => 2,
            _ => 1,
        };
        for _ in 0..times {
            let arrives = self.day + self.chance.below(20);
            self.on_the_way.push(Sent { arrives, to, text: text.clone() });
        }
    }

    fn arrived(&mut self, to: Option<usize>) -> Vec<Parcel> {
        let day = self.day;
        let (mut here, rest) = std::mem::take(&mut self.on_the_way)
            .into_iter()
            .partition(|sent: &Sent| sent.to == to && sent.arrives <= day);
        self.on_the_way = rest;
        let here: &mut Vec<Sent> = &mut here;
        if self.chance.percent(50) {
            here.reverse();
        }
        let read: Vec<_> = here.iter().map(|sent| Parcel::read(&sent.text)).collect();
        self.damaged += read.iter().filter(|read| read.is_err()).count() as u64;
        read.into_iter().flatten().collect()
    }

    /// A day on one phone.
    fn works(&mut self, phone: usize) -> Outcome {
        let (chance, day) = (&mut self.chance, self.day);
        let at = self.phones.get_mut(phone).ok_or("no phone")?;
        // Some clocks are wrong by years, and go back.
        at.now = match chance.below(200) {
            0 => day * DAY,
            1 => (day + 30_000) * DAY,
            _ => (day + 20_000) * DAY,
        };
        if !chance.percent(12) {
            return Ok(());
        }
        let cell = at.home.as_str().to_owned();
        let people: Vec<RecordId> =
            at.book.all().iter().map(|(id, _)| id.clone()).filter(|id| id.as_str().starts_with("candidate:")).collect();
        let some = people.get(usize::try_from(chance.below(people.len() as u64))?).cloned();
        let changes = match (chance.below(10), some) {
            (0..3, _) | (_, None) => {
                self.records += 1;
                let record = format!("candidate:{}", self.records);
                at.writes(&record, &[("cell", &cell), ("name", "Lò Thị Mẫu"), ("birth", "2000-01-01")])?
            }
            (3, Some(one)) if at.book.record(&one).is_some_and(|record| !record.is_deleted()) => {
                vec![at.deletes(one.as_str())?]
            }
            (3, Some(one)) => vec![at.restores(one.as_str())?],
            (4, Some(one)) => {
                self.records += 1;
                at.writes(&format!("helper:{}_{}", one.name(), self.records), &[("name", "Lò Văn Mẫu")])?
            }
            (_, Some(one)) => {
                let key = ["name", "birth", "sex", "application"]
                    .get(usize::try_from(chance.below(4))?)
                    .copied()
                    .unwrap_or("name");
                at.writes(one.as_str(), &[(key, &format!("{day} {}", chance.below(9)))])?
            }
        };
        if let Some(written) = self.written.get_mut(phone) {
            written.extend(changes);
        }
        Ok(())
    }

    fn office_works(&mut self) -> Outcome {
        self.office.now = (self.day + 20_000) * DAY;
        let people: Vec<RecordId> = self
            .office
            .book
            .records()
            .map(|(id, _)| id.clone())
            .filter(|id| id.as_str().starts_with("candidate:"))
            .collect();
        let some = people.get(usize::try_from(self.chance.below(people.len() as u64))?).cloned();
        let cells = self.phones.len() as u64 / 2;
        let changes = match (self.chance.below(10), some) {
            (0, Some(one)) => {
                let cell = format!("organization:cell{}", self.chance.below(cells));
                self.office.writes(one.as_str(), &[("cell", &cell)])?
            }
            (1..3, Some(one)) => self.office.writes(one.as_str(), &[("name", "Lò Thị Mẫu Hai")])?,
            (3, _) => {
                let target = format!("target:cell{}", self.chance.below(cells));
                self.office.writes(&target, &[("bound", &format!(">= {}", self.chance.below(9)))])?
            }
            _ => Vec::new(),
        };
        self.by_office.extend(changes);
        Ok(())
    }

    fn passes(&mut self) -> Outcome {
        self.bytes.push(0);
        for phone in 0..self.phones.len() {
            self.works(phone)?;
            let parcels = self.arrived(Some(phone));
            let at = self.phones.get_mut(phone).ok_or("no phone")?;
            for (_, refusal) in at.takes(&parcels).refused {
                self.refuses(&refusal);
            }
            if self.chance.percent(6) {
                let at = self.phones.get_mut(phone).ok_or("no phone")?;
                let parcel = at.makes(Recipient::Above)?;
                self.send(None, &parcel);
            }
            // Two phones of a cell beside each other: a whole copy goes over.
            if self.chance.below(1_000) < 3 {
                let changes = self.phones.get(phone ^ 1).map(|other| other.book.changes()).unwrap_or_default();
                let at = self.phones.get_mut(phone).ok_or("no phone")?;
                changes.iter().for_each(|change| {
                    at.book.apply(change);
                });
            }
            if self.chance.below(10_000) < 3 {
                self.is_lost(phone)?;
            }
        }
        self.office_works()?;
        let parcels = self.arrived(None);
        for (_, refusal) in self.office.takes(&parcels).refused {
            self.refuses(&refusal);
        }
        if self.chance.percent(2) {
            let parcel = self.office.makes(Recipient::AllBelow)?;
            (0..self.phones.len()).for_each(|phone| self.send(Some(phone), &parcel));
        }
        for cell in 0..self.phones.len() / 2 {
            if self.chance.percent(10) {
                let parcel = self.office.makes(Recipient::Below(id(&format!("organization:cell{cell}"))?))?;
                self.send(Some(cell * 2), &parcel);
                self.send(Some(cell * 2 + 1), &parcel);
            }
        }
        self.day += 1;
        Ok(())
    }

    fn refuses(&mut self, refusal: &Refusal) {
        let name = match refusal {
            Refusal::ForAnother => "for another",
            Refusal::Gap(_) => "gap",
        };
        *self.refused.entry(name).or_default() += 1;
    }

    /// A phone is lost with what it had not sent; another takes its place.
    fn is_lost(&mut self, phone: usize) -> Outcome {
        let old = self.phones.get(phone).ok_or("no phone")?;
        let home = old.home.clone();
        let mut next = Phone::new(self.devices, home.as_str())?;
        self.devices += 1;
        self.office.whole = true;
        let whole = self.office.makes(Recipient::Below(home.clone()))?;
        self.office.whole = false;
        assert_eq!(next.takes(&[whole]).refused, [], "a whole file is never refused");
        next.own = Some(home);
        // What it had not sent is gone, unless another phone has it.
        let beside = self.phones.get(phone ^ 1).map(|other| other.book.clone());
        let office = &self.office.book;
        self.gone.extend(self.written.get(phone).into_iter().flatten().cloned());
        for one in [phone, phone ^ 1] {
            if let Some(written) = self.written.get_mut(one) {
                written.retain(|change| office.has(change) || beside.as_ref().is_some_and(|book| book.has(change)));
            }
        }
        if let Some(at) = self.phones.get_mut(phone) {
            *at = next;
        }
        Ok(())
    }

    /// Now every file arrives.
    fn comes_together(&mut self) -> Outcome {
        for _ in 0..3 {
            for phone in 0..self.phones.len() {
                let at = self.phones.get_mut(phone).ok_or("no phone")?;
                let parcel = at.makes(Recipient::Above)?;
                assert_eq!(self.office.takes(&[parcel]).refused, [], "phone {phone}");
            }
            for phone in 0..self.phones.len() {
                let at = self.phones.get_mut(phone).ok_or("no phone")?;
                let parcel = self.office.makes(Recipient::Below(at.home.clone()))?;
                if !at.takes(&[parcel]).refused.is_empty() {
                    self.office.whole = true;
                    let parcel = self.office.makes(Recipient::Below(at.home.clone()))?;
                    self.office.whole = false;
                    assert_eq!(at.takes(&[parcel]).refused, []);
                }
            }
        }
        Ok(())
    }

    fn is_complete(&self) {
        let office = &self.office.book;
        let alive = |id: &RecordId| {
            let top = id.candidate().unwrap_or_else(|| id.clone());
            [id, &top].into_iter().all(|id| office.record(id).is_some_and(|record| !record.is_deleted()))
        };
        let mut all = Book::new(0);
        for change in self.written.iter().flatten().chain(&self.by_office) {
            all.apply(change);
            if alive(&change.record) {
                assert!(office.has(change), "lost: {change:?}");
            }
        }
        self.gone.iter().filter(|change| office.has(change)).for_each(|change| {
            all.apply(change);
        });
        for phone in &self.phones {
            for (id, record) in office.records() {
                if id.kind().is_none() || !alive(id) {
                    continue;
                }
                let top = id.candidate().unwrap_or_else(|| id.clone());
                let here = office.record(&top).and_then(|record| record.text("cell")) == Some(phone.home.as_str());
                if here || !id.kind().unwrap_or(ket_nap::domain::schema::id::RecordKind::Candidate).is_of_person() {
                    assert_eq!(phone.book.record(id), Some(record), "{id:?} on {:?}", phone.home);
                }
            }
        }
        // The same are in dispute as if all had written into one book.
        let disputed = |book: &Book, id: &RecordId, key: &str| book.history(id, key).disputed().is_some();
        for (id, record) in office.records().filter(|(id, _)| id.as_str().starts_with("candidate:")) {
            for (key, _) in record.fields().filter(|(key, _)| *key != "deleted") {
                assert_eq!(disputed(office, id, key), disputed(&all, id, key), "{id:?} {key}");
            }
        }
    }
}

/// Files that wait in an office, and its book.
pub fn some_files(seed: u64) -> Outcome<(Book, Vec<Parcel>)> {
    let mut world = World::new(2, seed)?;
    let mut files = Vec::new();
    while files.len() < 12 && world.day < 400 {
        world.passes()?;
        for sent in world.on_the_way.iter().filter(|sent| sent.to.is_none()) {
            files.extend(Parcel::read(&sent.text));
        }
    }
    files.truncate(12);
    Ok((commune(2)?.book, files))
}

#[test]
fn forty_cells_with_two_phones_each_lose_nothing_in_two_thousand_days() -> Outcome {
    let mut world = World::new(40, 7)?;
    for _ in 0..2_000 {
        world.passes()?;
    }
    world.comes_together()?;
    world.is_complete();
    let mut bytes = world.bytes.clone();
    bytes.sort_unstable();
    let (median, most) = (bytes.get(bytes.len() / 2), bytes.last());
    let written: usize = world.written.iter().map(Vec::len).sum::<usize>() + world.by_office.len();
    let disputes = world
        .office
        .book
        .records()
        .filter(|(_, record)| record.fields().any(|(_, history)| history.disputed().is_some()));
    println!(
        "{written} edits, {} records, {} damaged files, refused {:?}, {} records in dispute; bytes a day: median {median:?}, most {most:?}",
        world.office.book.all().len(),
        world.damaged,
        world.refused,
        disputes.count(),
    );
    Ok(())
}
